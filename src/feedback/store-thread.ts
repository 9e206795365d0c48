import {
  type InputOf,
  type OutputOf,
  programBeside,
  startThread,
  type Thread,
  ThreadError,
} from '../shared/worker-rpc.ts';
import type { DatabaseOptions } from './database.ts';
import { FeedbackError } from './feedback.ts';
import type { OpenStore } from './sqlite-store.ts';
import type { FeedbackStore } from './store.ts';

/** What the thread of the store is given when it starts. */
export type StoreSettings = Omit<DatabaseOptions, 'onSetAside'>;

/** The store as it is reached from another thread. */
export interface StoreThread {
  /** Calls the store. @throws FeedbackError with the reason; nothing was changed then. */
  readonly call: <Name extends keyof FeedbackStore>(
    name: Name,
    input: InputOf<OpenStore[Name]>,
  ) => Promise<OutputOf<OpenStore[Name]>>;
  /** Resolves when the calls so far are answered and the thread has ended. */
  readonly close: () => Promise<void>;
}

/** What a store's thread is started with. */
export interface StoreThreadOptions extends DatabaseOptions {
  /** The program of the thread; the one beside this file when left out. */
  readonly program?: URL;
}

/** More than these wait for a disk that does not answer: about 2 MB. */
const MAX_WAITING = 1000;

/** How long a disk that does not answer holds up closing, in ms. */
const CLOSE_LIMIT_MS = 10_000;

/**
 * The store in a thread of its own, which is started by the first call. One that dies is replaced by
 * the next call.
 */
export function createStoreThread(options: StoreThreadOptions): StoreThread {
  const { onSetAside, program = programBeside(import.meta.url, 'store-worker'), ...data } = options;
  let current: Thread<OpenStore> | null = null;
  let waitingCount = 0;
  let isClosed = false;

  function start(): Thread<OpenStore> {
    const thread = startThread<OpenStore, string>({ program, data, onNotice: onSetAside });
    void forgetAtEnd(thread);
    return thread;
  }

  async function forgetAtEnd(thread: Thread<OpenStore>): Promise<void> {
    await thread.ended;
    if (current === thread) current = null;
  }

  return {
    async call(name, input) {
      if (isClosed) throw new FeedbackError('the store is closed');
      if (waitingCount >= MAX_WAITING) throw new FeedbackError('too much is waiting for the disk');
      current ??= start();
      waitingCount += 1;
      try {
        return await current.call(name, input);
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new FeedbackError(reason, { cause });
      } finally {
        waitingCount -= 1;
      }
    },
    async close() {
      isClosed = true;
      const last = current;
      if (!last) return;
      // One that dies of it is closed as well.
      await Promise.allSettled([last.call('close', undefined, CLOSE_LIMIT_MS)]);
      last.kill(new ThreadError('ended', 'the store is closed'));
    },
  };
}
