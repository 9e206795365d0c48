import type { Article, Corpus, Problem } from '../corpus/index.ts';
import type { Collection } from '../retrieval/index.ts';
import type { TimelineEntry } from '../timeline/index.ts';

/** One immutable build of the index over one corpus. */
export interface Generation {
  /** Hash of what went in: the same articles and the same analysis give the same id. */
  readonly id: string;
  readonly corpus: Corpus;
  readonly collection: Collection;
  /** The entries of the timeline, in order. Found when they are first asked for, and kept. */
  readonly timeline: () => Promise<readonly TimelineEntry[]>;
  /** When it was built, ms since the epoch. */
  readonly builtAt: number;
}

/** How far a reindex has come. `done` and `total` count files while reading, articles while indexing. */
export interface LibraryProgress {
  readonly stage: 'reading' | 'indexing';
  readonly done: number;
  readonly total: number;
}

/** What a folder would change, or has changed, against the generation in use. */
export interface ReindexReport {
  readonly added: readonly Article[];
  readonly changed: readonly { readonly before: Article; readonly after: Article }[];
  readonly removed: readonly Article[];
  /** Every problem in the folder; those of severity "error" rejected their article. */
  readonly problems: readonly Problem[];
  readonly articleCount: number;
  readonly passageCount: number;
  /** The generation in use after the run. */
  readonly generationId: string;
  readonly durationMs: number;
}

/**
 * Why a reindex did not take place. The generation in use stays.
 *
 * - `time-limit`, `memory-limit`: making the new generation took more than it may.
 * - `thread-ended`: the thread that made it ended by itself; the cause is `cause`.
 */
export class ReindexError extends Error {
  override readonly name = 'ReindexError';
  readonly code:
    | 'busy'
    | 'folder-unreadable'
    | 'no-articles'
    | 'time-limit'
    | 'memory-limit'
    | 'thread-ended';
  readonly problems: readonly Problem[];

  constructor(
    code: ReindexError['code'],
    problems: readonly Problem[] = [],
    options?: ErrorOptions,
  ) {
    super(`reindex: ${code}`, options);
    this.code = code;
    this.problems = problems;
  }
}

/** How a reindex ended, for whoever watches over it. */
export interface ReindexRun {
  readonly outcome: 'applied' | ReindexError['code'] | 'unexpected';
  readonly durationMs: number;
}

/** What is in use, and what is going on. */
export interface LibraryStatus {
  readonly generation: Generation;
  readonly running: (LibraryProgress & { readonly startedAt: number }) | null;
  /** The last reindex since the start, or null. `error` is null when it was applied. */
  readonly last: { readonly endedAt: number; readonly error: string | null } | null;
}

/** The articles and the index that questions are asked of, and how they are replaced. */
export interface Library {
  /** The generation in use. Always whole; empty before anything could be read. */
  current(): Generation;
  status(): LibraryStatus;
  /** Reads the folder and says what {@link apply} would change. Changes nothing. */
  preview(onProgress?: (progress: LibraryProgress) => void): Promise<ReindexReport>;
  /**
   * Reads the folder, builds a new generation and puts it in use when it is whole.
   *
   * @throws ReindexError when another run is going on, the folder or one in it cannot be listed, no
   * article can be used, or building goes over a limit or ends; anything else that fails is thrown
   * as it is. In every case the last generation stays in use.
   */
  apply(onProgress?: (progress: LibraryProgress) => void): Promise<ReindexReport>;
  /** Ends every thread of the library once the questions asked so far are answered. */
  close(): Promise<void>;
}

/** Where the library tells what goes on; a pino logger is one. */
export interface LibraryLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** A log that is not kept. */
export const NO_LOG: LibraryLog = { info: () => {}, warn: () => {}, error: () => {} };
