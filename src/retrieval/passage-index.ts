import type { Token } from '../language/index.ts';
import type { SearchFilter } from './answer.ts';
import type { Passage } from './passages/split-passages.ts';
import type { KnownWord } from './query/spelling.ts';

/** A term of a question, with the weight that it has in finding candidates. */
export interface QueryTerm {
  readonly term: string;
  readonly weight: number;
}

/** What an index is asked for. */
export interface PassageQuery {
  /** At least one of them must stand in a passage. */
  readonly terms: readonly QueryTerm[];
  /** The terms whose places are told: those of the query and others. */
  readonly shownTerms: ReadonlySet<string>;
  /** How many passages at most. */
  readonly limit: number;
  readonly filter: SearchFilter;
}

/** A passage that an index found. Scores are comparable within one search only. */
export interface Candidate {
  readonly passage: Passage;
  readonly score: number;
  /** Where the shown terms stand, in the order of the text, with offsets into the article's text. */
  readonly tokens: readonly Token[];
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
  /** The best passages that pass the filter, best first. */
  search(query: PassageQuery): Promise<Candidate[]>;
}
