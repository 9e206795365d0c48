import type { Timers } from './timers.ts';

/** The result of `run`, or a rejection with `error` when it takes longer than `ms`. It may still run then. */
export async function withTimeout<Result>(
  run: () => Promise<Result>,
  ms: number,
  timers: Timers,
  error: (ms: number) => Error,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const cancel = timers.after(ms, () => reject(error(ms)));
    run().then(resolve, reject).finally(cancel);
  });
}
