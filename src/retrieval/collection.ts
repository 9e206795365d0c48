import type { Article } from '../corpus/index.ts';
import { createAnalyser } from './analysis/analyser.ts';
import type { Answer } from './answer.ts';
import { type AskRequest, ask } from './ask.ts';
import { createBreather } from './breather.ts';
import { createFingerprinter } from './echoes.ts';
import { createMiniSearchIndex } from './minisearch-index.ts';
import { type Passage, splitPassages } from './passages.ts';
import { createPhraseMatchers } from './phrase-matcher.ts';
import { createTokenCache } from './token-cache.ts';

/** Articles that can be asked. Immutable. */
export interface Collection {
  readonly passageCount: number;
  ask(request: AskRequest): Promise<Answer>;
}

/** How far building has come, in passages. */
export interface BuildProgress {
  readonly done: number;
  readonly total: number;
}

/** Cuts articles into passages and builds an index over them. */
export async function createCollection(
  articles: ReadonlyMap<string, Article>,
  onProgress?: (progress: BuildProgress) => void,
): Promise<Collection> {
  const analyser = createAnalyser();
  const { analyse } = analyser;
  const breathe = createBreather();
  const passages: Passage[] = [];
  for (const article of articles.values()) {
    for (const passage of splitPassages(article).passages) passages.push(passage);
    await breathe();
  }
  const index = await createMiniSearchIndex({ articles, passages }, analyse, {
    onProgress: (done) => onProgress?.({ done, total: passages.length }),
  });
  const tokensOf = createTokenCache(analyse);
  const fingerprint = createFingerprinter();
  const matcherOf = createPhraseMatchers();
  const context = { index, articles, analyser, tokensOf, fingerprint, matcherOf };
  return {
    passageCount: index.passageCount,
    ask: (request) => ask(request, context),
  };
}
