import { workerData } from 'node:worker_threads';
import { serveThread } from '../shared/worker-rpc.ts';
import type { GenerationApi } from './generation-api.ts';
import { serveGeneration } from './serve-generation.ts';

// The thread in which one generation is made and asked.
serveThread<GenerationApi>(serveGeneration(workerData));
