import type { SearchFilter } from './answer.ts';
import type { Passage } from './passages.ts';
import type { KnownWord } from './spelling.ts';

/** A term of a question, with the weight that it has in finding candidates. */
export interface QueryTerm {
  readonly term: string;
  readonly weight: number;
}

/** A passage that an index found. Scores are comparable within one search only. */
export interface Candidate {
  readonly passage: Passage;
  readonly score: number;
}

/**
 * The port to a search engine: anything that holds passages and finds them by terms can stand
 * behind it. Immutable once built; asynchronous, so that it may live in another thread or machine.
 * Everything after the candidates (re-ranking, quotes, echoes, abstention) is the same for all.
 */
export interface PassageIndex {
  readonly passageCount: number;
  /** In how many passages, or titles above them, each term occurs; 0 for one that the index does not know. */
  documentFrequencies(terms: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** For a word that the index does not know: the one that was probably meant, or null. */
  similarWord(surface: string): Promise<KnownWord | null>;
  /** The best passages that hold at least one of the terms and pass the filter, best first. */
  search(terms: readonly QueryTerm[], limit: number, filter: SearchFilter): Promise<Candidate[]>;
}
