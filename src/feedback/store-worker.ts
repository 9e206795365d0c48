import { parentPort, workerData } from 'node:worker_threads';
import { serveStore } from './serve-store.ts';

/** The thread of the store: whoever waits for the disk, it is not the gateway. */
if (!parentPort) throw new Error('to be started as a worker thread');
serveStore(parentPort, workerData);
