import type { Article, SynonymGroup } from '../corpus/index.ts';
import type { DictionaryLoader } from '../language/index.ts';
import {
  createAnalyser,
  createNameFinder,
  createSynonymFinder,
  createTranslation,
} from '../language/index.ts';
import { createYielder } from '../shared/yield.ts';
import type { Answer } from './answer.ts';
import { type AskContext, type AskRequest, ask } from './ask.ts';
import { type FoundClaims, findClaims } from './claims/claims.ts';
import { miniSearchEngine } from './engines/minisearch.ts';
import type { SearchEngine, SearchEngineFactory } from './engines/search-engine.ts';
import { createHeadlineIndex, type HeadlineIndex } from './headlines.ts';
import { createIndexBuilder } from './index-data/index-builder.ts';
import type { IndexData, TokenData } from './index-data/index-data.ts';
import { numberStrings } from './index-data/string-numbers.ts';
import { createPassageStore } from './passages/passage-store.ts';
import { createTermStatistics } from './passages/term-statistics.ts';
import { createPhraseMatchers } from './query/query-operators.ts';
import { createFingerprinter } from './quotes/near-duplicates.ts';
import {
  createVerification,
  type Verification,
  type VerifyRequest,
} from './verification/verification.ts';

/** Articles that can be asked. Immutable. */
export interface Collection {
  readonly passageCount: number;
  /**
   * Answers a question.
   *
   * @param asker the same for the same person, where those who ask take turns.
   */
  ask(request: AskRequest, asker?: string): Promise<Answer>;
  /** The statements of any text that are worth asking about, so many at most. */
  findClaims(text: string, limit: number, asker?: string): Promise<FoundClaims>;
  /** Looks quotations up in the articles, word for word. */
  verify(request: VerifyRequest, asker?: string): Promise<Verification>;
}

/** How far indexing has come, in articles. */
export interface IndexProgress {
  readonly done: number;
  readonly total: number;
}

/** What {@link indexArticles} can be given besides the articles. */
export interface IndexOptions {
  /** Earlier tokens: articles that they have are taken from them. The result is the same without. */
  readonly previous?: TokenData | null;
  /** Is told of each article; what it throws ends the work. */
  readonly onProgress?: (progress: IndexProgress) => void;
  readonly engine?: SearchEngineFactory;
}

/** Articles that were made searchable. */
export interface IndexedArticles {
  readonly data: IndexData;
  readonly engine: SearchEngine;
  /** How many articles were taken from earlier tokens. */
  readonly reusedCount: number;
}

/** Cuts articles into passages, analyses them, and has a search engine take them in. */
export async function indexArticles(
  articles: ReadonlyMap<string, Article>,
  { previous = null, onProgress, engine: factory = miniSearchEngine }: IndexOptions = {},
): Promise<IndexedArticles> {
  const builder = createIndexBuilder(createAnalyser().analyse, previous);
  async function* documents() {
    const yieldNow = createYielder();
    let done = 0;
    for (const article of articles.values()) {
      yield builder.add(article);
      done += 1;
      onProgress?.({ done, total: articles.size });
      await yieldNow();
    }
  }
  const engine = await factory.build(documents());
  return { data: builder.finish(), engine, reusedCount: builder.reusedCount };
}

/** What questions can be asked with besides the articles. */
export interface QuestionSources {
  /** Without it, questions find passages of their own language only, names as they are spelled, and figures. */
  readonly loadDictionary?: DictionaryLoader | null;
  /** Words and phrases that mean the same. */
  readonly synonyms?: readonly SynonymGroup[];
}

/** Opens indexed articles for questions. */
export async function openCollection(
  articles: ReadonlyMap<string, Article>,
  indexed: IndexedArticles,
  sources: QuestionSources = {},
): Promise<Collection> {
  const context = await createAskContext(articles, indexed, sources);
  return {
    passageCount: context.store.count,
    ask: (request) => ask(request, context),
    findClaims: (text, limit) => findClaims(text, limit, context),
    verify: createVerification(articles, (request) => ask(request, context)),
  };
}

/** What {@link ask} needs; see {@link openCollection}. */
async function createAskContext(
  articles: ReadonlyMap<string, Article>,
  { data, engine }: IndexedArticles,
  { loadDictionary = null, synonyms = [] }: QuestionSources,
): Promise<AskContext> {
  const numbers = numberStrings(data.tokens.terms);
  const store = createPassageStore(data, numbers);
  const statistics = createTermStatistics(data.tokens, numbers);
  const analyser = createAnalyser();
  const { languages } = store;
  const translation =
    loadDictionary &&
    createTranslation({ articles, languages, analyser, loadDictionary, synonyms });
  // Every question will need it where there are two languages.
  if (translation && languages.size > 1) await translation.load();
  let headlineIndex: HeadlineIndex | undefined;
  return {
    engine,
    store,
    statistics,
    articles,
    analyser,
    findSynonyms: createSynonymFinder(synonyms, analyser.analyse),
    names: loadDictionary && createNameFinder(articles, loadDictionary),
    fingerprint: createFingerprinter(),
    matcherOf: createPhraseMatchers(),
    translation,
    headlines: () => (headlineIndex ??= createHeadlineIndex(articles.values(), analyser.analyse)),
  };
}

/** {@link indexArticles} and {@link openCollection} in one. */
export async function createCollection(
  articles: ReadonlyMap<string, Article>,
  loadDictionary: DictionaryLoader | null = null,
  synonyms: readonly SynonymGroup[] = [],
): Promise<Collection> {
  return openCollection(articles, await indexArticles(articles), { loadDictionary, synonyms });
}
