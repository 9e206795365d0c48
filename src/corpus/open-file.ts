import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { createError, type Problem } from './problem.ts';

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
  use: (handle: FileHandle, stats: Stats) => Promise<Attempt<Value>>,
): Promise<Attempt<Value>> {
  const refuse = (cause: string): Attempt<Value> => ({
    ok: false,
    problem: createError('file-unreadable', { cause }, file),
  });
  let handle: FileHandle | null = null;
  try {
    // Opening alone can already block (a pipe) or have an effect (a device): look first.
    if (!(await stat(path)).isFile()) return refuse('not-a-file');
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    const stats = await handle.stat();
    return stats.isFile() ? await use(handle, stats) : refuse('not-a-file');
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return refuse(causeOf(error));
    throw error;
  } finally {
    await handle?.close();
  }
}

/** The bytes of a file of at most `maxBytes`; a larger one is refused before it is read. */
export function readWholeFile(
  path: string,
  file: string,
  maxBytes: number,
): Promise<Attempt<Uint8Array>> {
  return withRegularFile(path, file, async (handle, stats) => {
    const tooLarge = (bytes: number): Attempt<Uint8Array> => ({
      ok: false,
      problem: createError('too-large', { bytes, maxBytes }, file),
    });
    if (stats.size > maxBytes) return tooLarge(stats.size);
    // One byte more than there should be, so as to see a file that grows while it is read.
    const buffer = new Uint8Array(stats.size + 1);
    let length = 0;
    while (length < buffer.length) {
      const { bytesRead } = await handle.read(buffer, length, buffer.length - length, null);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    if (length > maxBytes) return tooLarge(length);
    return { ok: true, value: buffer.subarray(0, length) };
  });
}
