import { serveThread } from '../shared/worker-rpc.ts';
import type { ReadingApi } from './isolated-reader.ts';
import { type ReadRequest, readFile } from './read-file.ts';

// The thread in which one file after another is read.
serveThread<ReadingApi>({ read: (request: ReadRequest) => readFile(request) });
