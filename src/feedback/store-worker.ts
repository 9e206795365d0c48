import { workerData } from 'node:worker_threads';
import { notify, serveThread } from '../shared/worker-rpc.ts';
import type { StoreSettings } from './create-feedback.ts';
import type { DatabaseOptions } from './database.ts';
import { type OpenStore, openSqliteStore } from './sqlite-store.ts';

/**
 * The store of a folder, which is opened by the first call, and anew after one that failed, so that
 * it goes on when the folder is in order again.
 */
function reopening(options: DatabaseOptions): OpenStore {
  let store: OpenStore | null = null;

  /** What keeps a store from being closed has been told by the call that met it, or harms nobody. */
  function close(): void {
    try {
      store?.close();
    } catch {
      // Every transaction has ended: there is nothing to lose.
    }
    store = null;
  }

  function withStore<Input extends readonly unknown[], Output>(
    use: (open: OpenStore, ...input: Input) => Output,
  ) {
    return (...input: Input): Output => {
      try {
        store ??= openSqliteStore(options);
        return use(store, ...input);
      } catch (error) {
        close();
        throw error;
      }
    };
  }

  return {
    record: withStore((open, question) => open.record(question)),
    vote: withStore((open, vote) => open.vote(vote)),
    unanswered: withStore((open, request) => open.unanswered(request)),
    wrong: withStore((open, request) => open.wrong(request)),
    exportCsv: withStore((open, maxBytes) => open.exportCsv(maxBytes)),
    countOf: withStore((open, personId) => open.countOf(personId)),
    deleteOf: withStore((open, personId) => open.deleteOf(personId)),
    deleteAll: withStore((open) => open.deleteAll()),
    deleteBefore: withStore((open, time) => open.deleteBefore(time)),
    close,
  };
}

// A thread of its own: whoever waits for the disk, it is not the gateway.
const settings: StoreSettings = workerData;
serveThread<OpenStore>(reopening({ ...settings, onSetAside: (name) => notify(name) }));
