import type { Article } from './article.ts';
import type { Problem } from './problem.ts';

/** What reading a folder gave. Immutable. */
export interface Corpus {
  /** The folder that was read, as it was given. */
  readonly folder: string;
  /** Sorted by file, then by line within a file. */
  readonly articles: readonly Article[];
  /** The same articles by id. */
  readonly byId: ReadonlyMap<string, Article>;
  /** Errors and warnings, sorted by file and line. */
  readonly problems: readonly Problem[];
  /** SHA-256 (hex) over every article's content hash: equal hashes mean the same articles. */
  readonly contentHash: string;
}
