import type { GenerationApi } from '../../src/library/generation-api.ts';
import { GENERATION_PROGRAM } from './worker-url.ts';

/** The real thread, with a weakness: `code` runs before a `question` is answered. */
export function weakThread(code: string): URL {
  return threadRunning(`
    if (name !== 'ask') return;
    const { question } = input;
    ${code}
  `);
}

/** The real thread, with something of its own that runs before it does what it is called for. */
export function threadRunning(code: string): URL {
  return threadWith(`
    import { existsSync, writeFileSync } from 'node:fs';
    import { parentPort } from 'node:worker_threads';
    await import(${JSON.stringify(GENERATION_PROGRAM.href)});
    parentPort.on('message', ({ name, input }) => {
      ${code}
    });
  `);
}

/** The real thread, which answers nothing before there is a file called `gate`. */
export function threadBehind(gate: string): URL {
  return weakThread(`
    const pause = new Int32Array(new SharedArrayBuffer(4));
    while (!existsSync(${JSON.stringify(gate)})) Atomics.wait(pause, 0, 0, 10);
  `);
}

/** The real thread, which never hears of calls of one of its functions. */
export function threadIgnoring(name: keyof GenerationApi): URL {
  return threadWith(`
    import { parentPort } from 'node:worker_threads';
    const { on } = parentPort;
    parentPort.on = function (event, listener) {
      return on.call(this, event, (message) => {
        if (message.name !== '${name}') listener(message);
      });
    };
    await import(${JSON.stringify(GENERATION_PROGRAM.href)});
  `);
}

/** The real thread, on a disk that is full as long as there is a file called `marker`. */
export function threadOnFullDisk(marker: string): URL {
  return threadWith(`
    import { existsSync } from 'node:fs';
    import { open } from 'node:fs/promises';
    const handle = await open('/dev/null', 'w');
    const methods = Object.getPrototypeOf(handle);
    await handle.close();
    const { write } = methods;
    let isHalfWritten = false;
    methods.write = function (...args) {
      // The first piece still has room.
      if (!existsSync(${JSON.stringify(marker)}) || (isHalfWritten = !isHalfWritten)) {
        return write.apply(this, args);
      }
      const error = new Error('ENOSPC: no space left on device, write');
      return Promise.reject(Object.assign(error, { code: 'ENOSPC' }));
    };
    await import(${JSON.stringify(GENERATION_PROGRAM.href)});
  `);
}

function threadWith(program: string): URL {
  return new URL(`data:text/javascript,${encodeURIComponent(program)}`);
}
