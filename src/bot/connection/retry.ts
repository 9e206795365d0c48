import { RateLimitError } from 'discord.js';
import type { Timers } from '../../shared/timers.ts';

/** The pause after the first failure, in ms. Each one after it is twice as long. */
export const FIRST_PAUSE_MS = 5000;

/** The longest pause that nobody asks for, in ms. */
const LONGEST_PAUSE_MS = 5 * 60_000;

/** Attempts that go on until one works. */
export interface Retry {
  /**
   * What `attempt` gives the first time it works; null when stopped before. A pause that Discord asks
   * for is taken, however long it is.
   *
   * @param onFailure is told of each failure, and of the pause before the next attempt, in whole
   *   seconds; what it throws ends the attempts.
   */
  readonly until: <Result>(
    attempt: () => Promise<Result>,
    onFailure: (error: unknown, nextInSeconds: number) => void,
  ) => Promise<Result | null>;
  /** There will be no more attempts. */
  readonly stop: () => void;
}

/** Attempts with growing pauses between them. */
export function createRetry(timers: Timers): Retry {
  const pauses = new Set<() => void>();
  const stopping = new AbortController();

  async function pause(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const cancel = timers.after(ms, end);
      function end(): void {
        cancel();
        pauses.delete(end);
        resolve();
      }
      pauses.add(end);
    });
  }

  return {
    async until(attempt, onFailure) {
      for (let pauseMs = FIRST_PAUSE_MS; !stopping.signal.aborted; pauseMs *= 2) {
        try {
          return await attempt();
        } catch (error) {
          if (stopping.signal.aborted) break;
          const askedMs =
            error instanceof RateLimitError ? Math.max(error.retryAfter, error.timeToReset) : 0;
          const nextMs = Math.max(Math.min(pauseMs, LONGEST_PAUSE_MS), askedMs);
          const nextInSeconds = Math.ceil(nextMs / 1000);
          onFailure(error, nextInSeconds);
          await pause(1000 * nextInSeconds);
        }
      }
      return null;
    },
    stop() {
      stopping.abort();
      for (const end of pauses) end();
    },
  };
}
