import { parentPort, workerData } from 'node:worker_threads';
import { serveGeneration } from './serve-generation.ts';

/** The thread in which one generation is made and asked. */
if (!parentPort) throw new Error('to be started as a worker thread');
serveGeneration(parentPort, workerData);
