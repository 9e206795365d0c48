import type { Feed, FetchFault } from '../corpus/index.ts';
import { serveThread } from '../shared/worker-rpc.ts';
import { FetchError } from './fetch-error.ts';
import {
  type FeedToRead,
  type PageToRead,
  type ReadPage,
  readFeed,
  readPage,
} from './read-fetched.ts';

/** What cannot be read, as data: an error loses its own fields on the way to another thread. */
export interface Refused {
  readonly fault: FetchFault;
}

/** What the thread can be asked for. */
export interface FetchReadingApi {
  readonly page: (input: PageToRead) => Promise<ReadPage | Refused>;
  readonly feed: (input: FeedToRead) => Promise<Feed | Refused>;
}

// The thread in which what was fetched is read.
serveThread<FetchReadingApi>({ page: orFault(readPage), feed: orFault(readFeed) });

function orFault<Input, Output>(read: (input: Input) => Promise<Output>) {
  return async (input: Input): Promise<Output | Refused> => {
    try {
      return await read(input);
    } catch (error) {
      if (error instanceof FetchError) return { fault: error.fault };
      throw error;
    }
  };
}
