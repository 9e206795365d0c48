import { setImmediate } from 'node:timers/promises';

/** How long one stretch of work may hold the event loop, in ms. */
const LONGEST_STRETCH_MS = 8;

/**
 * Lets other work go on, heartbeats and questions among it, when more than a few ms have passed
 * since it last did. To be awaited between the steps of long work.
 */
export function createBreather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < LONGEST_STRETCH_MS) return;
    await setImmediate();
    since = performance.now();
  };
}
