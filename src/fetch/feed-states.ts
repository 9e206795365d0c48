import { createHash } from 'node:crypto';
import { z } from 'zod';
import { FETCH_FAULT_KINDS } from '../corpus/index.ts';
import { createStateFile, type FetchLog } from './state-file.ts';

const text = z.string().nullable();

const FAULT = z.object({
  kind: z.enum(FETCH_FAULT_KINDS),
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

/** What is remembered of all feeds, by address. */
export interface FeedStates {
  get(address: string): Promise<FeedState>;
  set(address: string, state: FeedState): Promise<void>;
}

/** The states of feeds in `DATA_DIR`, a file each. */
export function createFeedStates(options: {
  readonly dataDir: string;
  readonly log: FetchLog;
}): FeedStates {
  const known = new Map<string, FeedState>();
  const fileOf = (address: string) => {
    const name = createHash('sha256').update(address).digest('hex').slice(0, 16);
    return createStateFile<FeedState>(options, `feed-${name}.json`, STATE, NEW_FEED);
  };
  return {
    async get(address) {
      const state = known.get(address) ?? (await fileOf(address).read());
      known.set(address, state);
      return state;
    },
    async set(address, state) {
      known.set(address, state);
      await fileOf(address).write(state);
    },
  };
}
