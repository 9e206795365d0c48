import { z } from 'zod';
import { createOneAtATime } from '../shared/one-at-a-time.ts';
import { createStateFile, type FetchLog } from './state-file.ts';

const text = z.string().nullable();

const FAULT = z.object({
  kind: z.enum([
    'address',
    'port',
    'private',
    'unknown-host',
    'unreachable',
    'timeout',
    'status',
    'redirects',
    'too-large',
    'type',
    'feed',
    'robots',
    'robots-away',
    'later',
    'no-article',
    'no-feed',
    'not-kept',
  ]),
  detail: z.string(),
});

const STATE = z.object({
  validators: z.object({ etag: text, lastModified: text }),
  /** When it is due again, ms since the epoch. */
  nextAt: z.number(),
  /** How often in a row it could not be fetched, and why the last time. */
  failures: z.number(),
  fault: FAULT.nullable(),
  /** The items of the feed that are done with, by id, with what would change with them. */
  done: z.record(z.string(), z.string()),
  /** Items whose pages are to be fetched, in order. */
  waiting: z.array(
    z.object({ id: z.string(), url: z.string(), mark: z.string(), tries: z.number() }).readonly(),
  ),
  /** The items whose pages were given up, and why the last page failed. */
  failed: z.array(z.string()).readonly(),
  lastFault: FAULT.nullable(),
});

/** What is remembered of one feed. */
export type FeedState = Readonly<z.infer<typeof STATE>>;

/** A feed that nobody has looked at. */
export const NEW_FEED: FeedState = {
  validators: { etag: null, lastModified: null },
  nextAt: 0,
  failures: 0,
  fault: null,
  done: {},
  waiting: [],
  failed: [],
  lastFault: null,
};

const STATES = z.record(z.string(), STATE);

/** What is remembered of all feeds, by address. */
export interface FeedStates {
  get(address: string): Promise<FeedState>;
  set(address: string, state: FeedState): Promise<void>;
  /** Forgets all others. */
  keepOnly(addresses: readonly string[]): Promise<void>;
}

/** The states of feeds in `DATA_DIR`. */
export function createFeedStates(options: {
  readonly dataDir: string;
  readonly log: FetchLog;
}): FeedStates {
  const file = createStateFile<z.infer<typeof STATES>>(options, 'feeds.json', STATES, {});
  const inTurn = createOneAtATime();
  let known: Promise<Map<string, FeedState>> | null = null;
  const load = () => (known ??= file.read().then((read) => new Map(Object.entries(read))));
  return {
    get: async (address) => (await load()).get(address) ?? NEW_FEED,
    set: (address, state) =>
      inTurn(async () => {
        const states = await load();
        states.set(address, state);
        await file.write(Object.fromEntries(states));
      }),
    keepOnly: (addresses) =>
      inTurn(async () => {
        const states = await load();
        const wanted = new Set(addresses);
        const others = [...states.keys()].filter((address) => !wanted.has(address));
        if (others.length === 0) return;
        for (const address of others) states.delete(address);
        await file.write(Object.fromEntries(states));
      }),
  };
}
