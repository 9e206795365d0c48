import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { link, lstat, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { CurationError, errnoOf } from './editing-error.ts';

/** Begins with a full stop, so that nobody reads it as an article. */
const TEMPORARY = /^\.verbatim-[\da-f-]{36}\.tmp$/u;

/** After this many ms what an interrupted writing left is removed. */
const LEFTOVER_MS = 60 * 60_000;

/** SHA-256 in hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * The bytes of a file, or null when there is none. A link is not followed.
 *
 * @throws CurationError `too-large` when it has more than `maxBytes`.
 */
export async function readBytes(file: string, maxBytes: number): Promise<Uint8Array | null> {
  const handle = await openExisting(file);
  if (handle === null) return null;
  try {
    const { size } = await handle.stat();
    if (size > maxBytes) throw new CurationError('too-large', path.basename(file));
    const bytes = await handle.readFile();
    if (bytes.length > maxBytes) throw new CurationError('too-large', path.basename(file));
    return bytes;
  } finally {
    await handle.close();
  }
}

async function openExisting(file: string) {
  try {
    return await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Writes a file that is not there yet. Whatever happens meanwhile, it is there whole or not at all.
 *
 * @throws CurationError `file-exists`; the other file stays as it is.
 */
export async function writeNew(file: string, bytes: Uint8Array): Promise<void> {
  await writeThrough(file, bytes, async (temporary) => {
    try {
      // Unlike renaming, a link never takes the place of another file.
      await link(temporary, file);
    } catch (error) {
      const code = errnoOf(error);
      if (code === 'EEXIST') throw new CurationError('file-exists', path.basename(file));
      if (code === null || !LINKS_UNKNOWN.has(code)) throw error;
      await renameUnlessThere(temporary, file);
    }
    await rm(temporary, { force: true });
  });
}

/** What file systems without hard links answer (FAT, some network shares). */
const LINKS_UNKNOWN: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

async function renameUnlessThere(temporary: string, file: string): Promise<void> {
  try {
    await lstat(file);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    await rename(temporary, file);
    return;
  }
  throw new CurationError('file-exists', path.basename(file));
}

/** Writes a file, or replaces one: it is the old one or the new one, whole. */
export async function writeReplacing(file: string, bytes: Uint8Array): Promise<void> {
  await writeThrough(file, bytes, (temporary) => rename(temporary, file));
}

/** Removes a file, for good as well when the power fails right after. */
export async function removeFile(file: string): Promise<void> {
  await rm(file);
  await flushFolder(path.dirname(file));
}

async function writeThrough(
  file: string,
  bytes: Uint8Array,
  publish: (temporary: string) => Promise<void>,
): Promise<void> {
  const folder = path.dirname(file);
  await removeLeftovers(folder);
  const temporary = path.join(folder, `.verbatim-${randomUUID()}.tmp`);
  try {
    const handle = await open(temporary, 'wx', 0o644);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await publish(temporary);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await flushFolder(folder);
}

async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!TEMPORARY.test(name)) continue;
    const leftover = path.join(folder, name);
    const { mtimeMs } = await stat(leftover);
    if (Date.now() - mtimeMs > LEFTOVER_MS) await rm(leftover, { force: true });
  }
}

/** Makes new names in a folder last; Windows cannot, and does without. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
