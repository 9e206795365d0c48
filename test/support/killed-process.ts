import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/**
 * Counts what a process does to files and folders, and ends it as `kill -9` would right before the
 * step that its last argument names. A program says with `countFromHere()` when it is ready.
 */
const PRELUDE = `
  import fs from 'node:fs';
  import files from 'node:fs/promises';
  import { syncBuiltinESMExports } from 'node:module';

  let stepsLeft = Number(process.argv.pop());
  let isCounting = false;
  const countFromHere = () => { isCounting = true; };

  const handle = await files.open(process.execPath);
  const handles = Object.getPrototypeOf(handle);
  await handle.close();
  for (const [owner, names] of [
    [fs, ['openSync', 'writeSync', 'fsyncSync', 'ftruncateSync', 'closeSync', 'mkdirSync', 'rmdirSync', 'unlinkSync']],
    [files, ['open', 'rename', 'link', 'rm']],
    [handles, ['write', 'sync', 'close']],
  ]) {
    for (const name of names) {
      const original = owner[name];
      owner[name] = function (...args) {
        if (isCounting && (stepsLeft -= 1) === 0) process.kill(process.pid, 'SIGKILL');
        return original.apply(this, args);
      };
    }
  }
  syncBuiltinESMExports();
`;

/** What is left of a process. */
export interface EndedProcess {
  /** False when it had nothing more to do before the step came. */
  readonly isKilled: boolean;
  readonly stdout: string;
}

/**
 * Runs a program, an ES module that may import from `./dist/`, and kills it right before its step of
 * this number (from 1) on the file system.
 *
 * @param argument what the program finds in `process.argv[1]`.
 * @throws Error when it fails by itself.
 */
export async function runKilledAt(
  step: number,
  program: string,
  argument: string,
): Promise<EndedProcess> {
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', PRELUDE + program, '--', argument, String(step)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [stdout, [exitCode, signal]] = await Promise.all([
    text(child.stdout),
    once(child, 'close'),
  ]);
  if (signal === 'SIGKILL') return { isKilled: true, stdout };
  if (exitCode === 0) return { isKilled: false, stdout };
  throw new Error(`the program ended with ${exitCode ?? signal}`);
}
