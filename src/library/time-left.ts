import type { LibraryProgress } from './library.ts';

/** No pace is told from less than this, in ms: the first steps of a stage are unlike the others. */
export const LEAST_TIME_MS = 3000;

/** No pace is told from less than this share of a stage. */
const LEAST_SHARE = 1 / 50;

/**
 * Estimates how long a stage still takes, by its own pace so far: what one stage does says nothing
 * about another.
 *
 * @param now ms since the epoch.
 * @returns a function from each progress, in order, to ms; null as long as there is no pace, and when
 * everything is counted as done.
 */
export function createTimeLeft(now: () => number): (progress: LibraryProgress) => number | null {
  let stage: LibraryProgress['stage'] | null = null;
  let startedAt = 0;
  let doneBefore = 0;
  return (progress) => {
    const { done, total } = progress;
    if (progress.stage !== stage || done < doneBefore) {
      ({ stage } = progress);
      startedAt = now();
      doneBefore = done;
    }
    const passedMs = now() - startedAt;
    const worked = done - doneBefore;
    const isTelling = passedMs >= LEAST_TIME_MS && worked > 0 && worked >= LEAST_SHARE * total;
    if (!isTelling || done >= total) return null;
    return Math.round((passedMs / worked) * (total - done));
  };
}
