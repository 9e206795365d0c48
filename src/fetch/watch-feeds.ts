import { createHash } from 'node:crypto';
import type { Feed, FeedList, FetchFault, ListedFeed } from '../corpus/index.ts';
import type { Timers } from '../shared/timers.ts';
import type { Fetcher } from './create-fetcher.ts';
import { pageOfItem } from './feed-item-page.ts';
import { createFeedStates, type FeedState } from './feed-states.ts';
import { FetchError } from './fetch-error.ts';
import type { PageKeeper } from './page-keeper.ts';
import type { FetchedReader } from './reading-thread.ts';
import { LONGEST_REST_MS } from './retry-after.ts';
import type { FetchLog } from './state-file.ts';

/** How often it is seen which feeds are due, in ms. */
export const LOOK_INTERVAL_MS = 60_000;

/** Feeds that are looked at at a time. */
const AT_ONCE = 4;

/** Pages of one feed that are fetched before it waits for its next turn. */
export const MOST_PAGES_AT_ONCE = 50;

/** How often a page is tried that may come another time, once each time that its feed is due. */
export const MOST_TRIES = 20;

/** What may be over the next time. */
const PASSING: ReadonlySet<FetchFault['kind']> = new Set([
  'unknown-host',
  'unreachable',
  'timeout',
  'robots-away',
  'not-kept',
]);

/** What watching feeds needs. */
export interface FeedWatcherOptions {
  /** What `feeds.yaml` says at the moment. */
  readonly feedList: () => Promise<Pick<FeedList, 'feeds'>>;
  readonly fetcher: Fetcher;
  readonly reader: Pick<FetchedReader, 'feed'>;
  readonly keeper: Pick<PageKeeper, 'keep' | 'keepPage'>;
  readonly dataDir: string;
  readonly timers: Timers;
  /** ms since the epoch. */
  readonly now: () => number;
  readonly log: FetchLog;
  /** Puts new articles in use; false when it could not be tried yet, and is to be called again. */
  readonly onNew: () => Promise<boolean>;
}

/**
 * Looks at each feed as often as `feeds.yaml` says, fetches the pages of its new and changed items and
 * keeps them as articles. One feed or page that fails costs itself: it is logged, told by
 * `readFeedProblems`, and tried again ever more rarely.
 *
 * @returns what ends it; resolves when nothing of it runs any more.
 */
export function watchFeeds(options: FeedWatcherOptions): () => Promise<void> {
  const { feedList, fetcher, reader, keeper, timers, now, log, onNew } = options;
  const states = createFeedStates(options);
  const stopping = new AbortController();
  const { signal } = stopping;
  let isNew = false;
  let cancel = () => {};
  let looking = Promise.resolve();

  async function look(): Promise<void> {
    const { feeds } = await feedList();
    const due: ListedFeed[] = [];
    for (const feed of feeds) {
      const { nextAt } = await states.get(feed.address);
      if (nextAt <= now()) due.push(feed);
    }
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let feed = due.shift(); feed && !signal.aborted; feed = due.shift()) {
          const { address } = feed;
          await lookAt(feed).catch((error: unknown) =>
            log.warn({ err: error, feed: address }, 'could not note what became of a feed'),
          );
        }
      }),
    );
    if (isNew && !signal.aborted) isNew = !(await onNew());
  }

  async function lookAt({ address, intervalMs }: ListedFeed): Promise<void> {
    const before = await states.get(address);
    try {
      const { state, feed } = await readAnew(address, before);
      const after = await fetchPages(address, { ...state, failures: 0, fault: null }, feed);
      await states.set(address, { ...after, nextAt: dueAgain(after, intervalMs) });
    } catch (error) {
      if (signal.aborted) return;
      const fault = faultOf(error);
      log.warn({ err: error, feed: address }, 'a feed could not be fetched');
      const failures = before.failures + 1;
      const backOff = Math.min(
        intervalMs * 2 ** (failures - 1),
        Math.max(LONGEST_REST_MS, intervalMs),
      );
      const until = fault.kind === 'later' ? Date.parse(fault.detail) : 0;
      const nextAt = Math.max(now() + backOff, until);
      await states.set(address, { ...before, failures, fault, nextAt });
    }
  }

  /** Pages that are left over come soon, those that failed with the feed itself. */
  function dueAgain({ waiting, lastFault }: FeedState, intervalMs: number): number {
    const isLeftOver = waiting.some(({ tries }) => tries === 0);
    const until = isLeftOver && lastFault?.kind === 'later' ? Date.parse(lastFault.detail) : 0;
    return Math.max(now() + (isLeftOver ? LOOK_INTERVAL_MS : intervalMs), until);
  }

  /** What is known of a feed with what it says now; the same, without a feed, when it has not changed. */
  async function readAnew(
    address: string,
    before: FeedState,
  ): Promise<{ readonly state: FeedState; readonly feed: Feed | null }> {
    const { validators } = before;
    const fetched = await fetcher({ address, validators, signal });
    if (fetched.kind === 'unchanged') return { state: before, feed: null };
    const feed = await reader.feed({ feed: fetched });
    return { state: { ...withItems(before, feed), validators: fetched.validators }, feed };
  }

  async function fetchPages(
    address: string,
    state: FeedState,
    feed: Feed | null,
  ): Promise<FeedState> {
    const done = { ...state.done };
    const failed = new Set(state.failed);
    const turn = state.waiting.slice(0, MOST_PAGES_AT_ONCE);
    const waiting = state.waiting.slice(MOST_PAGES_AT_ONCE);
    let { lastFault } = state;
    for (const [index, item] of turn.entries()) {
      try {
        const { outcome, file } = await keeper.keep(item.url, signal);
        done[item.id] = item.mark;
        failed.delete(item.id);
        if (outcome === 'same') continue;
        isNew = true;
        log.info({ feed: address, page: item.url, file }, 'a new article came from a feed');
      } catch (error) {
        signal.throwIfAborted();
        const page = item.url;
        log.warn({ err: error, feed: address, page }, 'a page of a feed could not be fetched');
        lastFault = faultOf(error);
        if (lastFault.kind === 'later') {
          // The others are most often on the same host.
          waiting.unshift(...turn.slice(index));
          break;
        }
        const tries = item.tries + 1;
        if (mayPass(lastFault) && tries < MOST_TRIES) waiting.push({ ...item, tries });
        else {
          done[item.id] = item.mark;
          if (await keepOwnText(address, item.id, feed)) failed.delete(item.id);
          else failed.add(item.id);
        }
      }
    }
    return { ...state, done, waiting, failed: [...failed], lastFault };
  }

  /** Keeps what a feed itself has of an item whose page cannot be read; false where that is no article. */
  async function keepOwnText(address: string, id: string, feed: Feed | null): Promise<boolean> {
    const item = feed?.items.find((each) => idOf(each) === id);
    const page = item && pageOfItem(item, feed?.title ?? null);
    if (!page) return false;
    try {
      const { outcome, file } = await keeper.keepPage(page);
      if (outcome !== 'same') isNew = true;
      log.info({ feed: address, page: page.url, file }, 'the text of a feed was kept for its page');
      return true;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof FetchError)) throw error;
      log.warn({ err: error, feed: address, page: page.url }, 'the text of a feed is no article');
      return false;
    }
  }

  async function lookAndGoOn(): Promise<void> {
    try {
      await look();
    } catch (error) {
      if (!signal.aborted) log.warn({ err: error }, 'could not look at the feeds');
    }
    if (!signal.aborted) lookLater(LOOK_INTERVAL_MS);
  }

  function lookLater(ms: number): void {
    cancel = timers.after(ms, () => {
      looking = lookAndGoOn();
    });
  }

  lookLater(0);
  return async () => {
    stopping.abort(new Error('feeds are not looked at any more'));
    cancel();
    await looking;
  };
}

/** Puts the items that are new, or that say that they have changed, in line. */
function withItems(before: FeedState, { items }: Feed): FeedState {
  const done: Record<string, string> = {};
  const waiting = new Map(before.waiting.map((each) => [each.id, each]));
  const urls = new Set(before.waiting.map(({ url }) => url));
  const ids = new Set<string>();
  for (const item of items) {
    const { url } = item;
    if (url === null) continue;
    const id = idOf(item);
    const mark = hashOf(item.updated ?? item.published ?? '');
    ids.add(id);
    const known = before.done[id];
    // One that changes was there: it is not to be forgotten where fetching it again fails.
    if (known !== undefined) done[id] = known;
    if (known === mark || urls.has(url)) continue;
    urls.add(url);
    waiting.set(id, { id, url, mark, tries: 0 });
  }
  return {
    ...before,
    done,
    waiting: [...waiting.values()].slice(0, MOST_WAITING),
    failed: before.failed.filter((id) => ids.has(id)),
  };
}

function idOf({ id, url }: Feed['items'][number]): string {
  return hashOf(id || (url ?? ''));
}

/** Short, whatever a feed has for it: it is kept for every item. */
function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** Items of one feed that wait; as many as a feed is read of. */
const MOST_WAITING = 1000;

function mayPass({ kind, detail }: FetchFault): boolean {
  return PASSING.has(kind) || (kind === 'status' && detail.startsWith('5'));
}

function faultOf(error: unknown): FetchFault {
  if (error instanceof FetchError) return error.fault;
  return { kind: 'unreachable', detail: error instanceof Error ? error.name : 'unknown' };
}
