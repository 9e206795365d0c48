import type { CorpusPart } from '../corpus/index.ts';
import type {
  Answer,
  AskRequest,
  FoundClaims,
  Suggestion,
  Verification,
  VerifyRequest,
} from '../retrieval/index.ts';
import type { TimelineEntry } from '../timeline/index.ts';
import type { ArticleSource } from './index-host.ts';
import type { LibraryProgress } from './library.ts';

/** What a generation's thread is given when it starts. */
export interface GenerationSettings extends ArticleSource {
  /** Null for none. */
  readonly snapshot: SnapshotPlace | null;
  /** MB of heap and arrays together, above which building is given up. */
  readonly memoryLimitMb: number;
}

/** Where a snapshot of the index is. */
export interface SnapshotPlace {
  readonly file: string;
  /** Which one a new one takes the place of: that of any folder, of the same folder alone, or none. */
  readonly replaces: 'any' | 'same-folder' | 'none';
}

/**
 * What a generation's thread can be asked for. Lists that can be long are taken and given in batches,
 * so that no message holds either side for more than a few ms. The texts in them are not copied.
 */
export interface GenerationApi {
  /** Parts of a corpus that is known: `read` opens only what has changed since, and without `read` it is what is indexed. */
  take(parts: readonly CorpusPart[]): void;
  /** Reads the folder, once. */
  read(): AsyncIterable<readonly CorpusPart[]>;
  /**
   * Takes the articles of the snapshot instead of those that were read, if there are any.
   *
   * @throws Error when it is of no use.
   */
  restore(): AsyncIterable<readonly CorpusPart[]>;
  /** Opens the articles for questions. */
  index(use: SnapshotUse): Promise<IndexFigures>;
  ask(request: AskRequest): Promise<Answer>;
  findClaims(request: { readonly text: string; readonly limit: number }): Promise<FoundClaims>;
  verify(request: VerifyRequest): Promise<Verification>;
  /** The entries of the timeline, in order. */
  timeline(): AsyncIterable<readonly TimelineEntry[]>;
  /** What can be suggested. Questions go before it. */
  suggestions(): AsyncIterable<readonly Suggestion[]>;
  /** Finishes what would be left half done. */
  finish(): Promise<void>;
}

/** What indexing does with the snapshot. */
export interface SnapshotUse {
  /** What it tells of the articles is taken over. */
  readonly isRead: boolean;
  /** It is replaced where it has other articles, if {@link SnapshotPlace.replaces} allows it. */
  readonly isReplaced: boolean;
}

/** What indexing came to. */
export interface IndexFigures {
  readonly passageCount: number;
  /** How many articles were taken from the snapshot. */
  readonly reusedCount: number;
  /** Why the snapshot that is there was not used at all, or null. */
  readonly snapshotProblem: string | null;
}

/** What a generation's thread tells unasked. */
export type GenerationNotice =
  | { readonly type: 'progress'; readonly progress: LibraryProgress }
  /** The snapshot stays as it is: the folder is empty, or not all of it can be read. */
  | { readonly type: 'snapshot-kept' }
  /** The article in this file is too long to be read to its end for the timeline. */
  | { readonly type: 'article-cut'; readonly file: string }
  /** A new snapshot was written, or why it was not. */
  | { readonly type: 'snapshot'; readonly problem: string | null };
