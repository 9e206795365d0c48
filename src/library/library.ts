import type { Article, Corpus, Problem } from '../corpus/index.ts';
import type { Collection, SuggestionIndex } from '../retrieval/index.ts';
import type { TimelineEntry } from '../timeline/index.ts';

/** One immutable build of the index over one corpus. */
export interface Generation {
  /** Hash of what went in: the same articles and the same analysis give the same id. */
  readonly id: string;
  readonly corpus: Corpus;
  readonly collection: Collection;
  /**
   * The entries of the timeline, in order. Found when they are first asked for, and kept.
   *
   * @throws TimelineError when they cannot be found, from then on at once.
   */
  readonly timeline: () => Promise<readonly TimelineEntry[]>;
  /** What can be suggested to a person who types. Collected when it is first asked for, and kept. */
  readonly suggestions: () => Promise<SuggestionIndex>;
  /** Headlines, publishers and days alone, for as long as {@link suggestions} are being collected. */
  readonly catalogue: () => Promise<SuggestionIndex>;
  /** When it was built, ms since the epoch. */
  readonly builtAt: number;
}

/**
 * The timeline of a generation cannot be found: it takes too long or too much memory, or something
 * fails. The same articles would fail again. The cause says what happened.
 */
export class TimelineError extends Error {
  override readonly name = 'TimelineError';
}

/** How far a reindex has come. `done` and `total` count files while reading, articles while indexing. */
export interface LibraryProgress {
  readonly stage: 'reading' | 'indexing';
  readonly done: number;
  readonly total: number;
}

/** How far a run has come, and how long the stage it is in may still take. */
export interface RunProgress extends LibraryProgress {
  /** ms, by the pace of the stage so far; null where that tells nothing yet. */
  readonly leftMs: number | null;
}

/** Who starts or cancels a reindex: a person, or a part of Verbatim that acts by itself. */
export type Actor =
  | { readonly kind: 'person'; readonly id: string; readonly name: string }
  | { readonly kind: 'terminal' | 'watcher' | 'shutdown' };

/** A reindex, by whom (null: nobody said) and since when, in ms since the epoch. */
export interface LibraryRun {
  readonly by: Actor | null;
  readonly startedAt: number;
}

/** A reindex under way. */
export type RunningReindex = LibraryRun & RunProgress;

/** A reindex that is over. The error is null when it was applied. */
export interface EndedReindex extends LibraryRun {
  readonly endedAt: number;
  readonly error: Error | null;
}

/** What a folder would change, or has changed, against the generation in use. */
export interface ReindexReport {
  readonly added: readonly Article[];
  readonly changed: readonly { readonly before: Article; readonly after: Article }[];
  readonly removed: readonly Article[];
  readonly areSynonymsChanged: boolean;
  /** Every problem in the folder; those of severity "error" rejected their article. */
  readonly problems: readonly Problem[];
  readonly articleCount: number;
  readonly passageCount: number;
  /** The generation in use after the run. */
  readonly generationId: string;
  readonly durationMs: number;
}

/** Whether the articles and synonyms in the folder are others than those in use. */
export function hasChanges(report: ReindexReport): boolean {
  const { added, changed, removed, areSynonymsChanged } = report;
  return areSynonymsChanged || added.length + changed.length + removed.length > 0;
}

/**
 * Why a reindex did not take place. The generation in use stays.
 *
 * - `time-limit`, `memory-limit`: making the new generation took more than it may.
 * - `thread-ended`: the thread that made it ended by itself; the cause is `cause`.
 * - `busy`: another one is going on, which is `run`.
 * - `cancelled`: it was, by `by`.
 */
export class ReindexError extends Error {
  override readonly name = 'ReindexError';
  readonly code:
    | 'busy'
    | 'folder-unreadable'
    | 'no-articles'
    | 'time-limit'
    | 'memory-limit'
    | 'thread-ended'
    | 'cancelled';
  readonly problems: readonly Problem[];
  readonly run: RunningReindex | null;
  readonly by: Actor | null;

  constructor(
    code: ReindexError['code'],
    problems: readonly Problem[] = [],
    options: ErrorOptions & Partial<Pick<ReindexError, 'run' | 'by'>> = {},
  ) {
    const { run = null, by = null, ...rest } = options;
    super(`reindex: ${code}`, rest);
    this.code = code;
    this.problems = problems;
    this.run = run;
    this.by = by;
  }
}

/** How a reindex ended, for whoever watches over it. */
export interface ReindexResult {
  readonly outcome: 'applied' | ReindexError['code'] | 'unexpected';
  readonly durationMs: number;
}

/** What is in use, and what is going on. */
export interface LibraryStatus {
  readonly generation: Generation;
  readonly running: RunningReindex | null;
  /** The last reindex since the start, or null. */
  readonly last: EndedReindex | null;
}

/** The articles and the index that questions are asked of, and how they are replaced. */
export interface Library {
  /** The generation in use. Always whole; empty before anything could be read. */
  current(): Generation;
  status(): LibraryStatus;
  /**
   * Reads the folder and says what {@link apply} would change. Changes nothing. Several are made one
   * after another.
   *
   * @throws ReindexError as {@link apply} does.
   */
  preview(onProgress?: (progress: RunProgress) => void): Promise<ReindexReport>;
  /**
   * Reads the folder, builds a new generation and puts it in use when it is whole.
   *
   * @param by who asked for it, for whoever asks for the status.
   * @throws ReindexError when another reindex is going on, the folder or one in it cannot be listed,
   * no article can be used, building goes over a limit or ends, or it is cancelled; anything else
   * that fails is thrown as it is. In every case the last generation stays in use.
   */
  apply(onProgress?: (progress: RunProgress) => void, by?: Actor | null): Promise<ReindexReport>;
  /**
   * Gives up the reindex that is going on, and what it has made. Its {@link apply} is rejected at
   * once, and the generation in use stays.
   *
   * @returns the reindex as it stood, or null when there was none.
   */
  cancel(by: Actor | null): RunningReindex | null;
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
