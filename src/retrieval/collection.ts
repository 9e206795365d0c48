import type { Article } from '../corpus/index.ts';
import { type Analyser, createAnalyser } from './analysis/analyser.ts';
import type { Answer } from './answer.ts';
import { type AskRequest, ask, type Translation } from './ask.ts';
import { createBreather } from './breather.ts';
import { createFingerprinter } from './echoes.ts';
import { createMiniSearchIndex } from './minisearch-index.ts';
import { type Passage, splitPassages } from './passages.ts';
import { createTokenCache } from './token-cache.ts';
import type { Translate } from './translation/concept.ts';
import type { DictionaryLoader } from './translation/dictionary.ts';
import { createNameMiner } from './translation/name-miner.ts';
import { createTranslator } from './translation/translator.ts';

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

/**
 * Cuts articles into passages and builds an index over them.
 *
 * @param loadDictionary without it, questions find passages of their own language only, and names and
 *   figures in others.
 */
export async function createCollection(
  articles: ReadonlyMap<string, Article>,
  onProgress?: (progress: BuildProgress) => void,
  loadDictionary?: DictionaryLoader,
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
  const translation = loadDictionary
    ? createTranslation({ articles, passages, analyser, loadDictionary })
    : null;
  // Every question will need it where there are two languages.
  if (translation && translation.languages.size > 1) await translation.load();
  const context = { index, articles, analyser, tokensOf, fingerprint, translation };
  return {
    passageCount: index.passageCount,
    ask: (request) => ask(request, context),
  };
}

/** Translates for passages of these languages; the names are mined and the dictionary loaded when first needed. */
function createTranslation(sources: {
  readonly articles: ReadonlyMap<string, Article>;
  readonly passages: readonly Passage[];
  readonly analyser: Analyser;
  readonly loadDictionary: DictionaryLoader;
}): Translation {
  const { articles, passages, analyser, loadDictionary } = sources;
  let translate: Promise<Translate> | undefined;
  const create = async () => {
    const dictionary = await loadDictionary();
    const miner = createNameMiner();
    const breathe = createBreather();
    for (const article of articles.values()) {
      miner.read(article);
      await breathe();
    }
    return createTranslator({ dictionary, analyser, names: miner.pairs() });
  };
  return {
    languages: new Set(passages.map(({ language }) => language)),
    load: () => {
      translate ??= create().catch((error: unknown) => {
        translate = undefined;
        throw error;
      });
      return translate;
    },
  };
}
