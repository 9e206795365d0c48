import {
  type Actor,
  type EndedReindex,
  type LibraryProgress,
  type LibraryRun,
  ReindexError,
  type RunningReindex,
  type RunProgress,
} from './library.ts';

/** A reindex, for the work that it consists of. */
export interface ReindexRun {
  readonly report: (progress: LibraryProgress) => void;
  /** Aborted when the reindex is cancelled. */
  readonly signal: AbortSignal;
  /**
   * It has succeeded, just before that takes effect: nobody can cancel it from here on.
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
   * its work does not end then; what the work throws, as it is. The work calls `finish` before it
   * ends well.
   */
  start<Result>(
    by: Actor | null,
    onProgress: ((progress: RunProgress) => void) | undefined,
    work: (run: ReindexRun) => Promise<Result>,
  ): Promise<Result>;
  /** The one that was going on, or null when there was none. */
  cancel(by: Actor | null): RunningReindex | null;
}

/**
 * @param now ms since the epoch.
 * @param onEnd follows every one that began, whether it was applied, failed or was cancelled.
 */
export function createReindexRuns(
  now: () => number,
  onEnd: (ended: EndedReindex) => void,
): ReindexRuns {
  let current: { status: RunningReindex; readonly abort: AbortController } | null = null;
  let last: EndedReindex | null = null;

  /** It can no longer be cancelled, and another one can start. */
  function leave({ by, startedAt }: LibraryRun, error: Error | null): void {
    current = null;
    last = { by, startedAt, endedAt: now(), error };
    onEnd(last);
  }

  return {
    running: () => current?.status ?? null,
    last: () => last,
    async start(by, onProgress, work) {
      if (current) throw new ReindexError('busy', [], { run: current.status });
      const begin = { by, startedAt: now() };
      const abort = new AbortController();
      const { signal } = abort;
      const timeLeft = createTimeLeft(now);
      const status: RunningReindex = {
        ...begin,
        stage: 'reading',
        done: 0,
        total: 0,
        leftMs: null,
      };
      const run = { status, abort };
      current = run;
      const report = (progress: LibraryProgress) => {
        if (signal.aborted) return;
        const told = { ...progress, leftMs: timeLeft(progress) };
        run.status = { ...begin, ...told };
        onProgress?.(told);
      };
      const finish = () => {
        signal.throwIfAborted();
        leave(begin, null);
      };
      const cancelled = new Promise<never>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
      try {
        return await Promise.race([cancelled, work({ report, signal, finish })]);
      } catch (error) {
        // Whoever cancelled it has said so already.
        if (!signal.aborted) leave(begin, toError(error));
        throw error;
      }
    },
    cancel(by) {
      if (!current) return null;
      const { status, abort } = current;
      const error = new ReindexError('cancelled', [], { by });
      leave(status, error);
      abort.abort(error);
      return status;
    },
  };
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** No pace is told from less than this, in ms: the first steps of a stage are unlike the others. */
export const LEAST_TIME_MS = 3000;

/** No pace is told from less than this share of a stage. */
const LEAST_SHARE = 1 / 50;

/** So much of a stage was done at a time. */
interface Mark {
  readonly at: number;
  readonly done: number;
}

/**
 * Estimates how long a stage still takes, by its own pace: what one stage does says nothing about
 * another. The first quarter to half of the time is left out, since a stage begins slowly.
 *
 * @param now ms since the epoch.
 * @returns a function from each progress, in order, to ms; null as long as there is no pace, and when
 * everything is counted as done.
 */
export function createTimeLeft(now: () => number): (progress: LibraryProgress) => number | null {
  let stage: LibraryProgress['stage'] | null = null;
  let first: Mark = { at: 0, done: 0 };
  // Pace counts from `early`; at each doubling of the time `late` takes its place.
  let early = first;
  let late = first;
  return (progress) => {
    const { done, total } = progress;
    const mark = { at: now(), done };
    if (progress.stage !== stage || done < first.done) {
      ({ stage } = progress);
      first = mark;
      early = mark;
      late = mark;
    }
    if (mark.at - first.at >= 2 * (late.at - first.at)) {
      early = late;
      late = mark;
    }
    const isTelling =
      mark.at - first.at >= LEAST_TIME_MS &&
      done - first.done >= LEAST_SHARE * total &&
      done > early.done &&
      mark.at > early.at;
    if (!isTelling || done >= total) return null;
    return Math.round(((mark.at - early.at) / (done - early.done)) * (total - done));
  };
}
