import type { Timers } from './timers.ts';

/** How often the parent is looked at, in ms. */
export const PARENT_CHECK_MS = 250;

/**
 * Calls `onOrphaned` once when the parent process has gone. Under `npm start`, npm passes a signal on
 * to the shell between itself and us; a shell such as dash ends by it and tells nobody, so that
 * losing it is all that reaches us.
 */
export function watchParent(parentId: () => number, timers: Timers, onOrphaned: () => void): void {
  const first = parentId();
  const check = () => {
    if (parentId() === first) timers.after(PARENT_CHECK_MS, check);
    else onOrphaned();
  };
  timers.after(PARENT_CHECK_MS, check);
}
