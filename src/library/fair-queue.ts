/** Somebody has as much waiting as one may have. */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError';
}

/** Work that is done one piece at a time. */
export interface FairQueue {
  /**
   * Does `work` when it is its turn: everybody who waits has one done before anybody has another
   * one, and each one's are done in their order. What is done is as `work` settles.
   *
   * @param key tells those who wait apart.
   * @throws QueueFullError when the key has too much waiting.
   */
  add<Result>(key: string, work: () => Promise<Result>): Promise<Result>;
}

/**
 * A queue that is fair by round robin.
 *
 * @param maxWaiting how much one key may have waiting, besides what is being done.
 */
export function createFairQueue(maxWaiting: number): FairQueue {
  // By key, in the order of turns. The first is being served, with what else it has waiting.
  const turns = new Map<string, (() => Promise<void>)[]>();

  async function serve(): Promise<void> {
    for (;;) {
      const [turn] = turns;
      if (!turn) return;
      const [key, jobs] = turn;
      await jobs.shift()?.();
      turns.delete(key);
      // Behind all who came meanwhile.
      if (jobs.length > 0) turns.set(key, jobs);
    }
  }

  return {
    add: (key, work) =>
      new Promise((resolve, reject) => {
        const jobs = turns.get(key) ?? [];
        if (jobs.length >= maxWaiting) {
          throw new QueueFullError(`${jobs.length} questions of one person are waiting`);
        }
        jobs.push(async () => {
          try {
            resolve(await work());
          } catch (error) {
            reject(error);
          }
        });
        const isIdle = turns.size === 0;
        turns.set(key, jobs);
        if (isIdle) void serve();
      }),
  };
}
