import {
  type Actor,
  type EndedReindex,
  type LibraryProgress,
  ReindexError,
  type RunningReindex,
  type RunProgress,
} from './library.ts';
import { createTimeLeft } from './time-left.ts';

/** A reindex, for the work that it consists of. */
export interface ReindexRun {
  readonly report: (progress: LibraryProgress) => void;
  /** Aborted when the reindex is cancelled. */
  readonly signal: AbortSignal;
  /**
   * Nobody can cancel it from here on.
   *
   * @throws ReindexError when somebody has.
   */
  readonly finish: () => void;
}

/** The reindexes of a library, one at a time. */
export interface ReindexRuns {
  running(): RunningReindex | null;
  last(): EndedReindex | null;
  /**
   * Does the work of a reindex.
   *
   * @throws ReindexError when another one is going on, or as soon as this one is cancelled, even if
   * its work does not end then; what the work throws, as it is.
   */
  start<Result>(
    by: Actor | null,
    onProgress: ((progress: RunProgress) => void) | undefined,
    work: (run: ReindexRun) => Promise<Result>,
  ): Promise<Result>;
  /** The one that was going on, or null when there was none. */
  cancel(by: Actor | null): RunningReindex | null;
}

/** @param now ms since the epoch. */
export function createReindexRuns(now: () => number): ReindexRuns {
  let current: { status: RunningReindex; readonly abort: AbortController } | null = null;
  let last: EndedReindex | null = null;

  return {
    running: () => current?.status ?? null,
    last: () => last,
    async start(by, onProgress, work) {
      if (current) throw new ReindexError('busy', [], { run: current.status });
      const begin = { by, startedAt: now() };
      const abort = new AbortController();
      const { signal } = abort;
      const timeLeft = createTimeLeft(now);
      const run = {
        abort,
        status: { ...begin, stage: 'reading', done: 0, total: 0, leftMs: null } as RunningReindex,
      };
      current = run;
      const leave = () => {
        if (current === run) current = null;
      };
      const report = (progress: LibraryProgress) => {
        if (signal.aborted) return;
        const told = { ...progress, leftMs: timeLeft(progress) };
        run.status = { ...begin, ...told };
        onProgress?.(told);
      };
      const finish = () => {
        signal.throwIfAborted();
        leave();
      };
      const cancelled = new Promise<never>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
      try {
        const result = await Promise.race([cancelled, work({ report, signal, finish })]);
        last = { ...begin, endedAt: now(), error: null };
        return result;
      } catch (error) {
        last = { ...begin, endedAt: now(), error: toError(error) };
        throw error;
      } finally {
        leave();
      }
    },
    cancel(by) {
      if (!current) return null;
      const { status, abort } = current;
      current = null;
      abort.abort(new ReindexError('cancelled', [], { by }));
      return status;
    },
  };
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
