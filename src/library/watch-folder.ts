import type { Timers } from '../shared/timers.ts';
import type { Library, LibraryLog } from './library.ts';
import { reindexChanges } from './reindex-changes.ts';

/**
 * How often the folder is looked at, in ms. A change counts once the folder has stood still from one
 * look to the next, so that a file that is still being copied is not read.
 */
export const WATCH_INTERVAL_MS = 5000;

/** What watching a folder needs. */
export interface WatchOptions {
  readonly library: Library;
  /** What is different after every change to the folder; see `signatureOfFolder`. */
  readonly signature: () => Promise<string>;
  /** Runs something once after some ms, unless the function it returns is called before. */
  readonly timers: Timers;
  readonly log: LibraryLog;
}

/**
 * Looks at the folder every {@link WATCH_INTERVAL_MS} and reindexes when the articles have changed
 * and stand still. While another reindex runs it waits for its turn. One that fails is logged and
 * tried again after the next change. The folder is looked at rather than listened to, since networks
 * and containers do not pass events on.
 *
 * @returns what ends it; resolves when nothing of it runs any more.
 */
export function watchFolder({
  library,
  signature,
  timers,
  log,
}: WatchOptions): () => Promise<void> {
  let handled: string | null = null;
  let seen: string | null = null;
  let cancel = () => {};
  let looking = Promise.resolve();
  let isStopped = false;

  async function look(): Promise<void> {
    try {
      const before = seen;
      seen = await signature();
      if (seen === handled || seen !== before || library.status().running !== null) return;
      if (await reindexChanges(library, log, () => isStopped)) handled = seen;
    } catch (error) {
      log.warn({ err: error }, 'could not read the article folder');
    }
  }

  async function lookAndGoOn(): Promise<void> {
    await look();
    if (!isStopped) lookLater();
  }

  function lookLater(): void {
    cancel = timers.after(WATCH_INTERVAL_MS, () => {
      looking = lookAndGoOn();
    });
  }

  lookLater();
  return async () => {
    isStopped = true;
    cancel();
    await looking;
  };
}
