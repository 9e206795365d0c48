import type { Timers } from '../shared/timers.ts';
import { createFetcher } from './create-fetcher.ts';
import { readFeedList } from './feed-problems.ts';
import { createPageKeeper, type PageKeeper, type PageKeeperOptions } from './page-keeper.ts';
import { createReadingThread } from './reading-thread.ts';
import { resolveHost } from './resolve-host.ts';
import { type FeedWatcherOptions, watchFeeds } from './watch-feeds.ts';

/** What {@link openFetching} needs. */
type OpenOptions = Omit<PageKeeperOptions, 'fetcher' | 'reader' | 'now'> & {
  /** Of the program, for the user agent. */
  readonly version: string;
};

/** Fetching from the public web, with one pace for all that is fetched. */
export interface Fetching {
  readonly keeper: PageKeeper;
  /** Watches the feeds of the folder from now on; see `watchFeeds`. */
  readonly watchFeeds: (
    options: Pick<FeedWatcherOptions, 'timers' | 'onNew'>,
  ) => ReturnType<typeof watchFeeds>;
  /** Ends the thread that reads what was fetched. */
  readonly close: () => void;
}

/** They keep the process alive: somebody waits for a page. */
const waitingTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** Opens the web for the folder of articles, until it is closed. Nothing is fetched by itself. */
export function openFetching({ version, ...rest }: OpenOptions): Fetching {
  const reader = createReadingThread();
  const fetcher = createFetcher({
    userAgent: `Verbatim/${version} (self-hosted; quotes news articles with their sources)`,
    resolve: resolveHost,
    timers: waitingTimers,
    now: Date.now,
  });
  const keeper = createPageKeeper({ ...rest, fetcher, reader, now: Date.now });
  const { folder, dataDir, log } = rest;
  return {
    keeper,
    watchFeeds: (options) =>
      watchFeeds({
        ...options,
        feedList: () => readFeedList(folder),
        fetcher,
        reader,
        keeper,
        dataDir,
        now: Date.now,
        log,
      }),
    close: reader.close,
  };
}
