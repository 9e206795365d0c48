/** Watches for how long nothing else could run. */
export interface EventLoopProbe {
  /** Ends the watch. @returns the longest pause in milliseconds. */
  readonly stop: () => number;
}

/**
 * Takes its turn in every round of the event loop and notes the longest wait between two. Finer
 * than `monitorEventLoopDelay`, whose timer has a resolution of a millisecond at best.
 */
export function startEventLoopProbe(): EventLoopProbe {
  let lastTurn = performance.now();
  let longest = 0;
  let isStopped = false;
  const takeTurn = () => {
    const now = performance.now();
    longest = Math.max(longest, now - lastTurn);
    lastTurn = now;
    if (!isStopped) setImmediate(takeTurn);
  };
  setImmediate(takeTurn);
  return {
    stop: () => {
      isStopped = true;
      return Math.max(longest, performance.now() - lastTurn);
    },
  };
}
