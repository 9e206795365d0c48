import { Session } from 'node:inspector/promises';

/**
 * How often the blocks of our own code ran while `work` was done: a measure of its cost that is the
 * same on every machine.
 *
 * @param folder of whose files the blocks count, such as `/src/timeline/`.
 */
export async function countSteps(folder: string, work: () => Promise<unknown>): Promise<number> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    await work();
    const { result } = await session.post('Profiler.takePreciseCoverage');
    await session.post('Profiler.stopPreciseCoverage');
    return result
      .filter(({ url }) => url.includes(folder))
      .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
      .reduce((sum, { count }) => sum + count, 0);
  } finally {
    session.disconnect();
  }
}
