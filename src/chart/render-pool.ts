import { Worker } from 'node:worker_threads';
import type { TimelineChart } from '../commands/index.ts';
import { compileRasteriser } from './rasteriser.ts';
import type { PictureOrder } from './render-job.ts';

/** Why there is no picture. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
  /** `busy` when too many are waiting already; `closed` when no more are made. */
  readonly code: 'time-limit' | 'busy' | 'closed' | 'failed';

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

/** What {@link createPictureMaker} may be given instead of its own. */
interface PictureMakerOptions {
  /** How long a picture may take, in ms; {@link TIME_LIMIT_MS} when left out. */
  readonly timeLimitMs?: number;
  /** The file of the thread; the one beside this file when left out. */
  readonly workerUrl?: URL;
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
  workerUrl = OWN_WORKER,
}: PictureMakerOptions = {}): PictureMaker {
  const closing = new AbortController();
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let compiled: Promise<WebAssembly.Module> | null = null;

  async function makeNext(chart: TimelineChart): Promise<Uint8Array> {
    compiled ??= compileRasteriser();
    const rasteriser = await compiled.catch((cause: unknown) => {
      throw new PictureError('failed', 'the rasteriser cannot be read', { cause });
    });
    if (closing.signal.aborted) throw closedError();
    return makeInThread({ chart, rasteriser }, workerUrl, timeLimitMs, closing.signal);
  }

  return {
    async make(chart) {
      if (waiting > MAX_WAITING) throw new PictureError('busy', 'too many pictures are waiting');
      waiting += 1;
      const picture = last.then(() => makeNext(chart));
      last = picture.catch(() => {});
      try {
        return await picture;
      } finally {
        waiting -= 1;
      }
    },
    close: () => closing.abort(),
  };
}

// Seen from src/ as well as from dist/, where the compiler has put it.
const OWN_WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './render-worker.ts' : './render-worker.js',
  import.meta.url,
);

function closedError(): PictureError {
  return new PictureError('closed', 'no more pictures are made');
}

function makeInThread(
  order: PictureOrder,
  url: URL,
  timeLimitMs: number,
  closing: AbortSignal,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const isCompiled = !url.pathname.endsWith('.ts');
    const worker = new Worker(isCompiled ? url : uncompiledProgram(url), {
      eval: !isCompiled,
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MB },
    });
    const end = () => {
      clearTimeout(timer);
      closing.removeEventListener('abort', close);
      void worker.terminate();
    };
    const fail = (error: PictureError) => {
      reject(error);
      end();
    };
    const close = () => fail(closedError());
    closing.addEventListener('abort', close);
    const timer = setTimeout(
      () => fail(new PictureError('time-limit', `a picture took more than ${timeLimitMs} ms`)),
      timeLimitMs,
    );
    worker.once('message', (png: Uint8Array) => {
      resolve(png);
      end();
    });
    worker.once('messageerror', (cause) =>
      fail(new PictureError('failed', 'a picture cannot be read', { cause })),
    );
    worker.once('error', (cause) =>
      fail(new PictureError('failed', 'a picture failed', { cause })),
    );
    worker.once('exit', (code) =>
      fail(new PictureError('failed', `the thread of a picture ended with exit code ${code}`)),
    );
  });
}

/** What lets the program itself run uncompiled does not reach its threads by itself. */
function uncompiledProgram(url: URL): string {
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const file = JSON.stringify(url.href);
  return `import(${tsx}).then(({ register }) => { register(); return import(${file}); });`;
}
