/** Everything somebody waits for; each wait ends by an event, never by a guess at how long it takes. */
export interface Waiting {
  /** Resolves once `read` returns something, rejects once it throws or the time is up. */
  until<T>(what: string, read: () => T | undefined): Promise<T>;
  /** Says that something happened. */
  check(): void;
  /** Rejects what is still waited for. */
  stop(): void;
}

/** Creates the waiting room; `describe` tells what happened so far, for the message of a wait that failed. */
export function createWaiting(timeoutMs: number, describe: () => string): Waiting {
  const waits = new Set<{ attempt: () => void; fail: (reason: string) => void }>();
  return {
    until<T>(what: string, read: () => T | undefined): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        const end = (): void => {
          clearTimeout(timer);
          waits.delete(wait);
        };
        const fail = (reason: string): void => {
          end();
          reject(new Error(`fake Discord: waited for ${what}, ${reason}\n${describe()}`));
        };
        const attempt = (): void => {
          try {
            const value = read();
            if (value === undefined) return;
            end();
            resolve(value);
          } catch (error) {
            fail(error instanceof Error ? error.message : String(error));
          }
        };
        const timer = setTimeout(() => fail(`and nothing came in ${timeoutMs} ms`), timeoutMs);
        const wait = { attempt, fail };
        waits.add(wait);
        attempt();
      });
    },
    check() {
      for (const { attempt } of Array.from(waits)) attempt();
    },
    stop() {
      for (const { fail } of Array.from(waits)) fail('but the fake was stopped');
    },
  };
}
