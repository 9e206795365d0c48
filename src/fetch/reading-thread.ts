import type { Feed, FetchFault } from '../corpus/index.ts';
import { systemTimers, type Timers } from '../shared/timers.ts';
import { programBeside, startThread, type Thread, ThreadError } from '../shared/worker-rpc.ts';
import { FetchError } from './fetch-error.ts';
import type { FeedToRead, PageToRead, ReadPage } from './read-fetched.ts';
import type { FetchReadingApi, Refused } from './reading-worker.ts';

/** Reads what was fetched, for as long as it is open. */
export interface FetchedReader {
  /** @throws FetchError as `readPage` does, and where reading takes too long or too much memory. */
  readonly page: (input: PageToRead) => Promise<ReadPage>;
  /** @throws FetchError in the same way. */
  readonly feed: (input: FeedToRead) => Promise<Feed>;
  /** Ends what is being read. It can be used again. */
  readonly close: () => void;
}

/** What {@link createReadingThread} may be given instead of its own. */
interface ReadingThreadOptions {
  readonly program?: URL;
  readonly timeLimitMs?: number;
  readonly timers?: Timers;
}

/** Most pages take a hundredth of it, in ms. */
const TIME_LIMIT_MS = 30_000;

/** MB of JavaScript objects. */
const HEAP_LIMIT_MB = 512;

/** The thread ends when it has nothing to read for so long, in ms: what it has loaded takes memory. */
export const IDLE_MS = 60_000;

/** Reads in a thread of its own, which is replaced when it dies: nobody chose what is read. */
export function createReadingThread({
  program = programBeside(import.meta.url, 'reading-worker'),
  timeLimitMs = TIME_LIMIT_MS,
  timers = systemTimers,
}: ReadingThreadOptions = {}): FetchedReader {
  let thread: Thread<FetchReadingApi> | null = null;
  let calls = 0;
  let stayAwake = () => {};

  function close(): void {
    stayAwake();
    thread?.kill(new ThreadError('ended', 'nothing more is to be read'));
    thread = null;
  }

  async function call<Output extends object>(
    ask: (thread: Thread<FetchReadingApi>) => Promise<Output | Refused>,
    ifDead: FetchFault['kind'],
  ): Promise<Output> {
    thread ??= startThread<FetchReadingApi>({ program, heapLimitMb: HEAP_LIMIT_MB });
    const used = thread;
    stayAwake();
    calls += 1;
    try {
      const result = await ask(used);
      if (isRefused(result)) throw new FetchError(result.fault.kind, result.fault.detail);
      return result;
    } catch (error) {
      if (!(error instanceof ThreadError)) throw error;
      if (thread === used) thread = null;
      throw new FetchError(ifDead, error.code, { cause: error });
    } finally {
      calls -= 1;
      if (calls === 0) stayAwake = timers.after(IDLE_MS, close);
    }
  }

  return {
    page: (input) => call((used) => used.call('page', input, timeLimitMs), 'no-article'),
    feed: (input) => call((used) => used.call('feed', input, timeLimitMs), 'no-feed'),
    close,
  };
}

function isRefused(result: object): result is Refused {
  return 'fault' in result;
}
