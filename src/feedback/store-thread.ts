import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { FeedbackError } from './feedback.ts';
import type {
  CallName,
  FromStore,
  OutputOf,
  StoreCall,
  StoreOutput,
  StoreSettings,
  ToStore,
} from './store-messages.ts';

/** The store as it is reached from another thread. */
export interface StoreThread {
  /**
   * Calls the store, and gives the output under the expected name.
   *
   * @throws FeedbackError with the reason; nothing was changed then.
   */
  readonly call: <Name extends CallName>(
    call: StoreCall,
    expected: Name,
  ) => Promise<OutputOf<Name>>;
  /** Resolves when the calls so far are answered and the thread has ended. */
  readonly close: () => Promise<void>;
}

/** What a store's thread is started with. */
export interface StoreThreadOptions extends StoreSettings {
  /** Is given the new name of a file that could not be used. */
  readonly onSetAside: (name: string) => void;
  /** The file of the thread; the one beside this file when left out. */
  readonly workerUrl?: URL;
}

/** More than these wait for a disk that does not answer: about 2 MB. */
const MAX_WAITING = 1000;

interface Waiting {
  readonly settle: (output: StoreOutput) => void;
  readonly fail: (error: FeedbackError) => void;
}

/**
 * The store in a thread of its own, which is started by the first call. One that dies is replaced by
 * the next call.
 */
export function createStoreThread(options: StoreThreadOptions): StoreThread {
  const { onSetAside, workerUrl = OWN_WORKER, ...settings } = options;
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let worker: Worker | null = null;
  let isClosed = false;

  function hear(message: FromStore): void {
    if (message.kind === 'set-aside') {
      onSetAside(message.name);
      return;
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'done') call?.settle(message.output);
    else call?.fail(new FeedbackError(message.message));
  }

  function start(): Worker {
    const started = startWorker(workerUrl, settings);
    const end = (error: FeedbackError) => {
      if (worker !== started) return;
      worker = null;
      const calls = [...waiting.values()];
      waiting.clear();
      for (const { fail } of calls) fail(error);
    };
    started.on('message', hear);
    started.on('error', (cause) => end(new FeedbackError('the store failed', { cause })));
    started.on('exit', (code) =>
      end(new FeedbackError(`the thread of the store ended with exit code ${code}`)),
    );
    return started;
  }

  return {
    call: (call, expected) =>
      new Promise((resolve, reject) => {
        if (isClosed) throw new FeedbackError('the store is closed');
        if (waiting.size >= MAX_WAITING)
          throw new FeedbackError('too much is waiting for the disk');
        worker ??= start();
        lastId += 1;
        waiting.set(lastId, {
          settle: (output) => {
            if (isOutputOf(output, expected)) resolve(output);
            else reject(new TypeError(`"${call.name}" was answered with "${output.name}"`));
          },
          fail: reject,
        });
        post(worker, { id: lastId, call });
      }),
    async close() {
      isClosed = true;
      const last = worker;
      if (!last) return;
      const ended = once(last, 'exit');
      post(last, 'close');
      await ended;
    },
  };
}

// Seen from src/ as well as from dist/, where the compiler has put it.
const OWN_WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './store-worker.ts' : './store-worker.js',
  import.meta.url,
);

function startWorker(url: URL, workerData: StoreSettings): Worker {
  const isCompiled = !url.pathname.endsWith('.ts');
  return new Worker(isCompiled ? url : uncompiledProgram(url), { eval: !isCompiled, workerData });
}

/** What lets the program itself run uncompiled does not reach its threads by itself. */
function uncompiledProgram(url: URL): string {
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const file = JSON.stringify(url.href);
  return `import(${tsx}).then(({ register }) => { register(); return import(${file}); });`;
}

function post(worker: Worker, message: ToStore | 'close'): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
  worker.postMessage(message);
}

function isOutputOf<Name extends CallName>(
  output: StoreOutput,
  name: Name,
): output is OutputOf<Name> {
  return output.name === name;
}
