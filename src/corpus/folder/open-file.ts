import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { createError, type Problem } from '../problem.ts';

/**
 * What opening or reading a file gave: its value, or the problem. Nothing is thrown for a file
 * that is missing, forbidden, or no file at all.
 */
export type Attempt<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

/** The errno name of an error of the file system ("ENOENT"), or its message. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}

/**
 * Opens a regular file, hands it to `use` and closes it. A pipe or a device is refused without
 * waiting for it; failures inside of `use` that are not the file system's pass through.
 */
export async function withRegularFile<Value>(
  path: string,
  file: string,
  use: (handle: FileHandle) => Promise<Attempt<Value>>,
): Promise<Attempt<Value>> {
  let handle: FileHandle | null = null;
  try {
    if (!(await stat(path)).isFile()) return refuse('not-a-file', file);
    handle = await open(path, OPEN_FLAGS);
    return (await handle.stat()).isFile() ? await use(handle) : refuse('not-a-file', file);
  } catch (error) {
    return refuse(fileSystemCause(error), file);
  } finally {
    await handle?.close();
  }
}

/**
 * The bytes of a file of at most `maxBytes`; a larger one is refused before it is read. Waits for
 * the file system: handing a small file to another thread takes ten times as long as reading it.
 */
export function readWholeFile(path: string, file: string, maxBytes: number): Attempt<Uint8Array> {
  const tooLarge = (bytes: number): Attempt<Uint8Array> => ({
    ok: false,
    problem: createError('too-large', { bytes, maxBytes }, file),
  });
  let descriptor: number | null = null;
  try {
    if (!statSync(path).isFile()) return refuse('not-a-file', file);
    descriptor = openSync(path, OPEN_FLAGS);
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return refuse('not-a-file', file);
    if (stats.size > maxBytes) return tooLarge(stats.size);
    // One byte more than there should be, so as to see a file that grows while it is read.
    const buffer = new Uint8Array(stats.size + 1);
    let length = 0;
    while (length < buffer.length) {
      const bytesRead = readSync(descriptor, buffer, length, buffer.length - length, null);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    if (length > maxBytes) return tooLarge(length);
    return { ok: true, value: buffer.subarray(0, length) };
  } catch (error) {
    return refuse(fileSystemCause(error), file);
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

// Opening alone can already block (a pipe) or have an effect (a device): whoever opens looks first,
// and these keep what takes its place in between from blocking.
const OPEN_FLAGS = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;

function refuse<Value>(cause: string, file: string): Attempt<Value> {
  return { ok: false, problem: createError('file-unreadable', { cause }, file) };
}

/** The cause of an error of the file system; any other is thrown again. */
function fileSystemCause(error: unknown): string {
  if (error instanceof Error && 'syscall' in error) return causeOf(error);
  throw error;
}
