import type { Article } from '../../corpus/index.ts';
import type { SearchFilter } from '../answer.ts';
import type { Candidate, PassageIndex, PassageQuery } from '../passage-index.ts';
import { createSpeller } from '../query/spelling.ts';
import { createTopList } from '../ranking/top-list.ts';
import { matchesFilter } from '../search-filter.ts';
import { createBm25 } from './bm25.ts';
import { countFrequencies } from './frequencies.ts';
import { countOf, type IndexData, PASSAGE_LANGUAGES, partOf } from './index-data.ts';
import { knownWords } from './known-words.ts';
import { passageAt } from './passage-table.ts';
import { createTokenReader } from './token-reader.ts';

/** A {@link PassageIndex} over {@link IndexData} and the articles that it was made of. */
export function createPostingsIndex(
  data: IndexData,
  articles: ReadonlyMap<string, Article>,
): PassageIndex {
  const passageCount = data.passageStart.length;
  const termNumbers = new Map(data.terms.map((term, number) => [term, number]));
  const frequencies = countFrequencies(data);
  const articleOf = numberArticles(data);
  const scorePassages = createBm25(data);
  const readTokens = createTokenReader(data);
  let speller: ReturnType<typeof createSpeller> | undefined;

  function frequencyOf(term: string): number {
    const number = termNumbers.get(term);
    return number === undefined ? 0 : (frequencies[number] ?? 0);
  }

  function search({ terms, shownTerms, limit, filter }: PassageQuery): Candidate[] {
    const weighted = terms.flatMap(({ term, weight }) => {
      const number = termNumbers.get(term);
      return number === undefined ? [] : [{ number, weight }];
    });
    const accepts = createAcceptance(data, articles, articleOf, filter);
    const best = createTopList<{ passage: number; score: number }>(limit, ({ score }) => score);
    scorePassages(weighted, (passage, score) => {
      if (best.wouldKeep(score) && accepts(passage)) best.add({ passage, score });
    });
    const shown = new Set([...shownTerms].flatMap((term) => termNumbers.get(term) ?? []));
    return best.sorted().map(({ passage, score }) => ({
      passage: passageAt(data, passage, data.articleIds[articleOf[passage] ?? 0] ?? ''),
      score,
      tokens: readTokens(passage, shown),
    }));
  }

  return {
    passageCount,
    documentFrequencies: async (terms) => new Map(terms.map((term) => [term, frequencyOf(term)])),
    similarWord: async (surface) => {
      speller ??= createSpeller(knownWords(data, frequencies));
      return speller(surface);
    },
    search: async (query) => search(query),
  };
}

/** By passage: the number of its article. */
function numberArticles({ articlePassageFrom, passageStart }: IndexData): Uint32Array {
  const numbers = new Uint32Array(passageStart.length);
  for (let article = 0; article < countOf(articlePassageFrom); article += 1) {
    numbers.fill(article, ...partOf(articlePassageFrom, article));
  }
  return numbers;
}

function createAcceptance(
  data: IndexData,
  articles: ReadonlyMap<string, Article>,
  articleOf: Uint32Array,
  filter: SearchFilter,
): (passage: number) => boolean {
  if (Object.values(filter).every((value) => value === undefined)) return () => true;
  return (passage) => {
    const article = articles.get(data.articleIds[articleOf[passage] ?? 0] ?? '');
    const language = PASSAGE_LANGUAGES[data.passageLanguage[passage] ?? 0];
    return Boolean(article && language && matchesFilter(article, language, filter));
  };
}
