import { programBeside, startThread, type Thread, ThreadError } from '../shared/worker-rpc.ts';
import { createError, type ProblemValues } from './problem.ts';
import type { ReadRequest, ReadResult } from './read-file.ts';

/** What a reading thread can be asked for. */
export interface ReadingApi {
  read(request: ReadRequest): Promise<ReadResult>;
}

/** Reads files where they can neither hold up nor end whoever has them read. */
export interface IsolatedReader {
  /** What {@link ReadingApi.read} gives; a file that takes too much or ends the thread is a problem. */
  read(request: ReadRequest): Promise<ReadResult>;
  /** Ends its thread. */
  close(): void;
}

/** A file that takes longer, in ms, is hostile: 2,000 pages take 20 s. */
const TIME_LIMIT_MS = 60_000;

/** MB of JavaScript objects that reading one file may need. */
const MEMORY_LIMIT_MB = 512;

/** A reader whose thread starts with the first file, and anew after a file that ended it. */
export function createIsolatedReader(timeLimitMs: number = TIME_LIMIT_MS): IsolatedReader {
  let thread: Thread<ReadingApi> | null = null;

  function end(): void {
    thread?.kill(new ThreadError('ended', 'nothing more is to be read'));
    thread = null;
  }

  return {
    async read(request) {
      thread ??= startThread<ReadingApi>({
        program: programBeside(import.meta.url, 'reading-worker'),
        heapLimitMb: MEMORY_LIMIT_MB,
      });
      try {
        return await thread.call('read', request, timeLimitMs);
      } catch (error) {
        end();
        const { file } = request.item;
        return { articles: [], problems: [createError('reading-stopped', causeOf(error), file)] };
      }
    },
    close: end,
  };
}

function causeOf(error: unknown): ProblemValues['reading-stopped'] {
  const detail = error instanceof Error ? error.message : String(error);
  const isLimit = error instanceof ThreadError && error.code !== 'ended';
  return { reason: isLimit ? error.code : 'failed', detail };
}
