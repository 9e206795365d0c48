import type { FetchFault } from '../corpus/index.ts';
import { serveThread } from '../shared/worker-rpc.ts';
import { FetchError } from './fetch-error.ts';
import { type PageToRead, type ReadPage, readPage } from './read-fetched.ts';

/** What cannot be read, as data: an error loses its own fields on the way to another thread. */
interface Refused {
  readonly fault: FetchFault;
}

/** What the thread can be asked for. */
export interface ReadingApi {
  readonly page: (input: PageToRead) => Promise<ReadPage | Refused>;
}

// The thread in which what was fetched is read.
serveThread<ReadingApi>({ page: orFault(readPage) });

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
