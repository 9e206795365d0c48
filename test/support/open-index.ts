import type { Article } from '../../src/corpus/index.ts';
import { indexArticles } from '../../src/retrieval/collection.ts';
import { numberStrings } from '../../src/retrieval/index-data/string-numbers.ts';
import { createPassageStore } from '../../src/retrieval/passages/passage-store.ts';
import { createTermStatistics } from '../../src/retrieval/passages/term-statistics.ts';

/** The parts that a collection is made of, over some articles. */
export async function openIndex(articles: ReadonlyMap<string, Article>) {
  const { data, engine } = await indexArticles(articles);
  const numbers = numberStrings(data.tokens.terms);
  return {
    engine,
    store: createPassageStore(data, numbers),
    statistics: createTermStatistics(data.tokens, numbers),
  };
}
