import { describe, expect, test } from 'vitest';
import { createProgressReporter, PROGRESS_INTERVAL_MS } from '../../src/bot/response/progress.ts';
import { deferred, manualTimers } from './support/fakes.ts';

/** A reporter whose edits end when the test says so. */
function slowReporter() {
  const shown: number[] = [];
  const edits: ReturnType<typeof deferred<void>>[] = [];
  const timers = manualTimers();
  const reporter = createProgressReporter((progress: number) => {
    const edit = deferred<void>();
    shown.push(progress);
    edits.push(edit);
    return edit.promise;
  }, timers);
  return { shown, edits, timers, reporter };
}

describe('progress', () => {
  test('waits for an edit that Discord holds up, however long, and shows only the newest then', async () => {
    const { shown, edits, timers, reporter } = slowReporter();
    for (let done = 1; done <= 1000; done += 1) {
      reporter.report(done);
      timers.fire(PROGRESS_INTERVAL_MS);
    }
    expect(shown).toEqual([1]);
    edits[0]?.resolve();
    await timers.set(PROGRESS_INTERVAL_MS);
    expect(shown).toEqual([1]);
    timers.fire(PROGRESS_INTERVAL_MS);
    expect(shown).toEqual([1, 1000]);
  });

  test('that is stopped ends after the edit under way, and shows nothing more', async () => {
    const { shown, edits, timers, reporter } = slowReporter();
    reporter.report(1);
    reporter.report(2);
    const stopped = reporter.stop();
    reporter.report(3);
    edits[0]?.resolve();
    await stopped;
    expect(timers.fire(PROGRESS_INTERVAL_MS)).toBe(0);
    expect(shown).toEqual([1]);
  });
});
