import { setImmediate } from 'node:timers/promises';

/** How long one stretch of work may hold the event loop, in ms. */
const LONGEST_STRETCH_MS = 8;

/**
 * A function to await between the steps of long work: it yields to the event loop, so that heartbeats
 * and questions go on, when more than {@link LONGEST_STRETCH_MS} have passed since it last did.
 */
export function createYielder(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < LONGEST_STRETCH_MS) return;
    await setImmediate();
    since = performance.now();
  };
}
