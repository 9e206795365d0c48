/** Timers as an argument, so that tests decide when time passes. */
export interface Timers {
  /** Runs `run` once after `ms`, unless the function it returns is called before. */
  readonly after: (ms: number, run: () => void) => () => void;
}

/** The process's own timers. None of them keeps the process alive. */
export const systemTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

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
