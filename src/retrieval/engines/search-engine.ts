import type { PassageLanguage } from '../../language/index.ts';

/** A passage's number: its place among all passages of an index, from 0, in the order of the corpus. */
export type PassageId = number;

/** The fields of a passage: its sentences, the heading above them, and the title of its article. */
export const ENGINE_FIELDS = ['text', 'heading', 'title'] as const;

/** A passage as an engine gets it: terms that the analyser made, by field, in the order of the text. */
export interface PassageDocument {
  readonly id: PassageId;
  readonly articleId: string;
  readonly language: PassageLanguage;
  readonly fields: Readonly<Record<(typeof ENGINE_FIELDS)[number], readonly string[]>>;
}

/** A term of a question, with the weight that it has in finding candidates: above 0, 1 at most. */
export interface QueryTerm {
  readonly term: string;
  readonly weight: number;
}

/** What an engine is asked for. */
export interface EngineQuery {
  /** Each term once. At least one of them stands in every passage that is found. */
  readonly terms: readonly QueryTerm[];
  /** The articles whose passages may be found; null for all. */
  readonly within: ReadonlySet<string> | null;
  /** The language of the passages that may be found; null for all. */
  readonly language: PassageLanguage | null;
  /** How many passages at most. */
  readonly limit: number;
}

/** Passages that can be found by their terms. Immutable. */
export interface SearchEngine {
  /**
   * The passages that fit best, best first, and of equal ones the one that was added first. Fewer than
   * the limit only where no more hold any of the terms.
   *
   * The order is all that an engine tells. Its scores have no unit: two engines, and two queries of one
   * engine, cannot be compared by them. `ranking/` judges the passages anew.
   */
  search(query: EngineQuery): Promise<readonly PassageId[]>;
}

/**
 * The port to search engines. Engines never cut a text into terms themselves: articles, questions and
 * marks are analysed in one way, whatever engine is behind it.
 */
export interface SearchEngineFactory {
  readonly name: string;
  /**
   * Makes an engine of all passages of a corpus, in the order of their ids. They come in batches, and
   * whoever sends them lets other work go on between two; what that throws is thrown here too.
   */
  build(documents: AsyncIterable<readonly PassageDocument[]>): Promise<SearchEngine>;
}
