import type { Article } from '../corpus/index.ts';
import type { DictionaryLoader, PassageLanguage } from '../language/index.ts';
import { createAnalyser, createTranslation } from '../language/index.ts';
import { createYielder } from '../shared/yield.ts';
import type { Answer } from './answer.ts';
import { type AskRequest, ask } from './ask.ts';
import { type FoundClaims, findClaims } from './claims/claims.ts';
import { createHeadlineIndex, type HeadlineIndex } from './headlines.ts';
import { createIndexBuilder } from './index-data/index-builder.ts';
import { type IndexData, PASSAGE_LANGUAGES } from './index-data/index-data.ts';
import { createPostingsIndex } from './index-data/postings-index.ts';
import { createPhraseMatchers } from './query/query-operators.ts';
import { createFingerprinter } from './quotes/near-duplicates.ts';

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
}

/** How far indexing has come, in articles. */
export interface IndexProgress {
  readonly done: number;
  readonly total: number;
}

/** What {@link indexArticles} can be given besides the articles. */
export interface IndexOptions {
  /** Earlier data: articles that it has are taken from it. The result is the same without it. */
  readonly previous?: IndexData | null;
  readonly onProgress?: (progress: IndexProgress) => void;
}

/** Cuts articles into passages, analyses them, and makes what a search needs. */
export async function indexArticles(
  articles: ReadonlyMap<string, Article>,
  { previous = null, onProgress }: IndexOptions = {},
): Promise<IndexData> {
  const builder = createIndexBuilder(createAnalyser().analyse, previous);
  const yieldIfDue = createYielder();
  let done = 0;
  for (const article of articles.values()) {
    builder.add(article);
    done += 1;
    onProgress?.({ done, total: articles.size });
    await yieldIfDue();
  }
  return builder.finish();
}

/**
 * Opens indexed articles for questions.
 *
 * @param loadDictionary without it, questions find passages of their own language only, and names and
 *   figures in others.
 */
export async function openCollection(
  articles: ReadonlyMap<string, Article>,
  data: IndexData,
  loadDictionary: DictionaryLoader | null = null,
): Promise<Collection> {
  const index = createPostingsIndex(data, articles);
  const analyser = createAnalyser();
  const languages = languagesOf(data);
  const translation =
    loadDictionary && createTranslation({ articles, languages, analyser, loadDictionary });
  // Every question will need it where there are two languages.
  if (translation && languages.size > 1) await translation.load();
  let headlineIndex: HeadlineIndex | undefined;
  const context = {
    index,
    articles,
    analyser,
    fingerprint: createFingerprinter(),
    matcherOf: createPhraseMatchers(),
    translation,
    headlines: () => (headlineIndex ??= createHeadlineIndex(articles.values(), analyser.analyse)),
  };
  return {
    passageCount: index.passageCount,
    ask: (request) => ask(request, context),
    findClaims: (text, limit) => findClaims(text, limit, context),
  };
}

function languagesOf({ passageLanguage }: IndexData): ReadonlySet<PassageLanguage> {
  return new Set(
    PASSAGE_LANGUAGES.filter((_, number) => passageLanguage.some((each) => each === number)),
  );
}

/** {@link indexArticles} and {@link openCollection} in one. */
export async function createCollection(
  articles: ReadonlyMap<string, Article>,
  loadDictionary: DictionaryLoader | null = null,
): Promise<Collection> {
  return openCollection(articles, await indexArticles(articles), loadDictionary);
}
