/** Lets what is waited for go before what goes on in the background. */
export interface Precedence {
  /** Does work that goes before, at once. */
  before<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Resolves when none of that is being done. To be awaited between the steps of other work. */
  whenIdle(): Promise<void>;
}

/** A {@link Precedence} with nothing to do yet. */
export function createPrecedence(): Precedence {
  let runningCount = 0;
  let idle = Promise.resolve();
  let tellIdle = () => {};
  return {
    async before(work) {
      if (runningCount === 0) {
        idle = new Promise((resolve) => {
          tellIdle = resolve;
        });
      }
      runningCount += 1;
      try {
        return await work();
      } finally {
        runningCount -= 1;
        if (runningCount === 0) tellIdle();
      }
    },
    whenIdle: () => idle,
  };
}
