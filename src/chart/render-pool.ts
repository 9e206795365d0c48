import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { TimelineChart } from '../commands/index.ts';
import { createOneAtATime } from '../shared/one-at-a-time.ts';
import { programBeside, startThread, ThreadError } from '../shared/worker-rpc.ts';

/** Why there is no picture. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
  /** `busy` when too many are waiting already; `closed` when no more are made. */
  readonly code: 'busy' | 'closed' | 'failed';

  constructor(code: PictureError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Makes pictures for as long as it is open. */
export interface PictureMaker {
  /** A chart as a PNG file. Rejects with a {@link PictureError} when there will be none. */
  readonly make: (chart: TimelineChart) => Promise<Uint8Array>;
  /** Ends the picture under way, and makes neither those that wait nor any other. */
  readonly close: () => void;
}

/** What the thread of a picture can be asked for. */
export interface RenderApi {
  readonly draw: (job: {
    readonly chart: TimelineChart;
    /** Compiled already: threads share it. */
    readonly resvg: WebAssembly.Module;
  }) => Promise<Uint8Array>;
}

/** What {@link createPictureMaker} may be given instead of its own. */
interface PictureMakerOptions {
  /** How long a picture may take, in ms; {@link TIME_LIMIT_MS} when left out. */
  readonly timeLimitMs?: number;
  /** The program of the thread; the one beside this file when left out. */
  readonly program?: URL;
}

/** Most pictures take a thirtieth of it, on a machine that does nothing else. */
const TIME_LIMIT_MS = 10_000;

/** More than these wait too long for anybody to read. */
const MAX_WAITING = 8;

/** MB of JavaScript objects; the pixels are outside of it. */
const HEAP_LIMIT_MB = 256;

/**
 * Makes pictures of charts as PNG files, each in a thread of its own that ends with it, so that
 * nobody waits for one and no memory stays taken. One at a time: the others wait in line.
 *
 * When one cannot be made, the next one is not concerned.
 */
export function createPictureMaker({
  timeLimitMs = TIME_LIMIT_MS,
  program = programBeside(import.meta.url, 'render-worker'),
}: PictureMakerOptions = {}): PictureMaker {
  const closing = new AbortController();
  const { signal } = closing;
  const inTurn = createOneAtATime();
  let waiting = 0;
  let compiled: Promise<WebAssembly.Module> | null = null;

  async function draw(chart: TimelineChart): Promise<Uint8Array> {
    const resvg = await (compiled ??= compileResvg());
    signal.throwIfAborted();
    const thread = startThread<RenderApi>({ program, heapLimitMb: HEAP_LIMIT_MB });
    const end = () => thread.kill(new ThreadError('ended', 'the picture is not needed any more'));
    signal.addEventListener('abort', end);
    try {
      return await thread.call('draw', { chart, resvg }, timeLimitMs);
    } finally {
      signal.removeEventListener('abort', end);
      end();
    }
  }

  return {
    async make(chart) {
      if (waiting > MAX_WAITING) throw new PictureError('busy', 'too many pictures are waiting');
      waiting += 1;
      try {
        return await inTurn(() => draw(chart));
      } catch (cause) {
        throw signal.aborted
          ? new PictureError('closed', 'no more pictures are made')
          : new PictureError('failed', 'a picture could not be made', { cause });
      } finally {
        waiting -= 1;
      }
    },
    close: () => closing.abort(),
  };
}

/** Compiles resvg, which takes longest; the threads of a process can share the result. */
export async function compileResvg(): Promise<WebAssembly.Module> {
  const require = createRequire(import.meta.url);
  return WebAssembly.compile(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
}
