import type { Timers } from '../shared/timers.ts';
import { createFetcher } from './create-fetcher.ts';
import { createPageKeeper, type PageKeeper, type PageKeeperOptions } from './page-keeper.ts';
import { createReadingThread } from './reading-thread.ts';
import { resolveHost } from './resolve-host.ts';

/** What {@link openPageKeeper} needs. */
type OpenOptions = Omit<PageKeeperOptions, 'fetcher' | 'reader' | 'now'> & {
  /** Of the program, for the user agent. */
  readonly version: string;
};

/** They keep the process alive: somebody waits for a page. */
const timers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** A keeper of pages of the public web, until it is closed. */
export function openPageKeeper({
  version,
  ...rest
}: OpenOptions): PageKeeper & { readonly close: () => void } {
  const reader = createReadingThread();
  const fetcher = createFetcher({
    userAgent: `Verbatim/${version} (self-hosted; quotes news articles with their sources)`,
    resolve: resolveHost,
    timers,
    now: Date.now,
  });
  const keeper = createPageKeeper({ ...rest, fetcher, reader, now: Date.now });
  return { ...keeper, close: reader.close };
}
