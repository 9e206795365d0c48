import type { MessagePort } from 'node:worker_threads';
import { type OpenStore, openSqliteStore } from './sqlite-store.ts';
import type {
  FromStore,
  StoreCall,
  StoreOutput,
  StoreSettings,
  ToStore,
} from './store-messages.ts';

/**
 * Answers calls with the store of a folder. The store is opened by the first call, and anew after
 * one that failed, so that it goes on when the folder is in order again.
 */
export function serveStore(port: MessagePort, settings: StoreSettings): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
  const tell = (message: FromStore) => port.postMessage(message);
  let store: OpenStore | null = null;

  function answer({ id, call }: ToStore): FromStore {
    try {
      store ??= openSqliteStore({
        ...settings,
        onSetAside: (name) => tell({ kind: 'set-aside', name }),
      });
      return { kind: 'done', id, output: run(store, call) };
    } catch (error) {
      const failed = store;
      store = null;
      closeQuietly(failed);
      return {
        kind: 'failed',
        id,
        message: error instanceof Error ? error.message : String(error),
      };
    }
  }

  port.on('message', (message: ToStore | 'close') => {
    if (message === 'close') {
      closeQuietly(store);
      port.close();
    } else {
      tell(answer(message));
    }
  });
}

/** What keeps a store from being closed has been told by the call that met it, or harms nobody. */
function closeQuietly(store: OpenStore | null): void {
  try {
    store?.close();
  } catch {
    // Every transaction has ended: there is nothing to lose.
  }
}

function run(store: OpenStore, { name, input }: StoreCall): StoreOutput {
  switch (name) {
    case 'record':
      return { name, value: store.record(input) };
    case 'vote':
      return { name, value: store.vote(input) };
    case 'unanswered':
      return { name, value: store.unanswered(input) };
    case 'wrong':
      return { name, value: store.wrong(input) };
    case 'exportCsv':
      return { name, value: store.exportCsv(input) };
    case 'countOf':
      return { name, value: store.countOf(input) };
    case 'deleteOf':
      return { name, value: store.deleteOf(input) };
    case 'deleteAll':
      return { name, value: store.deleteAll() };
    case 'deleteBefore':
      return { name, value: store.deleteBefore(input) };
  }
}
