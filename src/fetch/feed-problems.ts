import { type FeedList, listFeedFiles, type Problem, readFeedsFile } from '../corpus/index.ts';
import { unlessMissing } from '../shared/fs.ts';
import { createFeedStates } from './feed-states.ts';
import type { FetchLog } from './state-file.ts';

/** What `feeds.yaml` in a folder says; nothing without one. */
export async function readFeedList(folder: string): Promise<Pick<FeedList, 'feeds' | 'file'>> {
  const [first] = (await unlessMissing(listFeedFiles(folder))) ?? [];
  return first === undefined ? { file: 'feeds.yaml', feeds: [] } : readFeedsFile(first);
}

/**
 * The feeds of a folder that could not be fetched the last time, and those with pages that could not.
 * What is wrong with `feeds.yaml` itself is a problem of the folder.
 */
export async function readFeedProblems({
  folder,
  ...options
}: {
  readonly folder: string;
  readonly dataDir: string;
  readonly log: FetchLog;
}): Promise<readonly Problem[]> {
  const { file, feeds } = await readFeedList(folder);
  const states = createFeedStates(options);
  const problems: Problem[] = [];
  for (const { address, line } of feeds) {
    const { fault, failed, lastFault } = await states.get(address);
    const place = { severity: 'warning', file, line } as const;
    if (fault !== null)
      problems.push({ ...place, code: 'feed-failed', values: { address, fault } });
    if (failed.length > 0 && lastFault !== null) {
      const values = { address, count: failed.length, fault: lastFault };
      problems.push({ ...place, code: 'feed-items-failed', values });
    }
  }
  return problems;
}
