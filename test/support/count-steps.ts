import { Session } from 'node:inspector/promises';

/** Counts how often each block of our own code runs. */
export interface StepCounter {
  /** How often each block of the files of a folder ran while `work` was done, by its place. */
  readonly count: (
    folder: string,
    work: () => Promise<unknown>,
  ) => Promise<ReadonlyMap<string, number>>;
  readonly stop: () => void;
}

/**
 * A {@link StepCounter}: a measure of cost that is the same on every machine. To be made before the
 * code is run for the first time, since only what is compiled later is counted block by block.
 */
export async function startCounting(): Promise<StepCounter> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return {
    async count(folder, work) {
      // What ran before is taken away.
      await session.post('Profiler.takePreciseCoverage');
      await work();
      const { result } = await session.post('Profiler.takePreciseCoverage');
      const steps = new Map<string, number>();
      for (const { url, functions } of result) {
        if (!url.includes(folder)) continue;
        const file = url.slice(url.indexOf(folder) + folder.length);
        for (const { functionName, ranges } of functions) {
          for (const { startOffset, endOffset, count } of ranges) {
            steps.set(`${file} ${functionName} ${startOffset}-${endOffset}`, count);
          }
        }
      }
      return steps;
    },
    stop: () => session.disconnect(),
  };
}
