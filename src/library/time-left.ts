import type { LibraryProgress } from './library.ts';

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
