import type { Timers } from '../shared/timers.ts';

/** Between two requests to one host, in ms. */
export const PACE_MS = 1000;

/** Hosts that are remembered before those that may be asked again are forgotten. */
const MANY_HOSTS = 1000;

/** Waits until a host may be asked again, in the order of the calls; rejects once aborted. */
export type Pace = (host: string, signal?: AbortSignal) => Promise<void>;

/**
 * At most one request in {@link PACE_MS} to each host.
 *
 * @param now ms since the epoch.
 */
export function createPace(timers: Timers, now: () => number): Pace {
  const next = new Map<string, number>();
  return async (host, signal) => {
    signal?.throwIfAborted();
    const start = now();
    if (next.size > MANY_HOSTS) {
      for (const [each, time] of next) if (time <= start) next.delete(each);
    }
    const turn = Math.max(start, next.get(host) ?? 0);
    next.set(host, turn + PACE_MS);
    if (turn > start) await wait(turn - start, timers, signal);
  };
}

async function wait(ms: number, timers: Timers, signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const abort = () => {
      cancel();
      reject(signal?.reason);
    };
    const cancel = timers.after(ms, () => {
      signal?.removeEventListener('abort', abort);
      resolve();
    });
    signal?.addEventListener('abort', abort, { once: true });
  });
}
