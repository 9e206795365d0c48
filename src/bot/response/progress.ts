import type { Timers } from '../../shared/timers.ts';

/** The least time between two edits that show progress, in ms: Discord limits edits per message. */
export const PROGRESS_INTERVAL_MS = 2000;

/** Shows the newest progress now and then. */
export interface ProgressReporter<Progress> {
  readonly report: (progress: Progress) => void;
  /** Shows nothing more. Resolves when the edit under way has ended, so that a final edit is last. */
  readonly stop: () => Promise<void>;
}

/**
 * A reporter that shows the first progress at once and then the newest one at most every
 * {@link PROGRESS_INTERVAL_MS}, one edit at a time.
 *
 * @param show must not reject.
 */
export function createProgressReporter<Progress>(
  show: (progress: Progress) => Promise<void>,
  timers: Timers,
): ProgressReporter<Progress> {
  let newest: Progress | null = null;
  let editing = Promise.resolve();
  let cancelPause: (() => void) | undefined;
  let isBusy = false;
  let isStopped = false;

  async function showAndPause(progress: Progress): Promise<void> {
    await show(progress);
    if (!isStopped) cancelPause = timers.after(PROGRESS_INTERVAL_MS, showNext);
  }

  function showNext(): void {
    isBusy = newest !== null && !isStopped;
    if (newest === null || isStopped) return;
    const progress = newest;
    newest = null;
    editing = showAndPause(progress);
  }

  return {
    report(progress) {
      newest = progress;
      if (!isBusy) showNext();
    },
    async stop() {
      isStopped = true;
      cancelPause?.();
      await editing;
    },
  };
}
