import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { link, lstat, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What a file is to hold: UTF-8, bytes, or bytes in pieces. */
export type FileContent = string | Uint8Array | Iterable<Uint8Array>;

/** What {@link replaceFile} and {@link createFile} may be given besides. */
export interface WriteOptions {
  /** The rights of the file as in `chmod`, before the umask; 0o644 when left out. */
  readonly mode?: number;
  /** ms since the epoch, by which what an interrupted writing left is old; `Date.now()` when left out. */
  readonly now?: number;
}

/** Begins with a full stop, so that nobody reads it as an article. */
const TEMPORARY = /^\.(?:verbatim|index)-[\da-f-]{36}\.tmp$/u;

/** A younger temporary file may be another process's, which is still writing it. */
const LEFTOVER_AGE_MS = 60 * 60_000;

/** What file systems without hard links answer (FAT, some network shares). */
const LINKS_UNKNOWN: ReadonlySet<string | null> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
]);

/**
 * Writes a file, or replaces one. Whatever happens meanwhile, a power cut included, it is the old one
 * or the new one, whole: it is written under a temporary name in the same folder, flushed to the disk
 * and renamed. Temporary files that an interrupted writing left there are removed once they are old.
 */
export async function replaceFile(
  file: string,
  content: FileContent,
  options?: WriteOptions,
): Promise<void> {
  await writeThrough(file, content, options, (temporary) => rename(temporary, file));
}

/**
 * Writes a file that is not there yet, as {@link replaceFile} does: it is there whole or not at all.
 *
 * @returns false when there is one already, which stays as it is.
 */
export async function createFile(
  file: string,
  content: FileContent,
  options?: WriteOptions,
): Promise<boolean> {
  return writeThrough(file, content, options, async (temporary) => {
    try {
      // Unlike renaming, a link never takes the place of another file.
      await link(temporary, file);
    } catch (error) {
      const code = errnoOf(error);
      if (code !== 'EEXIST' && !LINKS_UNKNOWN.has(code)) throw error;
      if (code === 'EEXIST' || (await unlessMissing(lstat(file)))) {
        await rm(temporary);
        return false;
      }
      await rename(temporary, file);
      return true;
    }
    await rm(temporary);
    return true;
  });
}

/**
 * Makes a folder and those above it for this user alone; one that is there stays as it is. One by
 * one, since `recursive` reports ENOENT for a disk that is read-only (EROFS).
 */
export async function createFolder(folder: string): Promise<void> {
  const parent = path.dirname(folder);
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return;
    if (errnoOf(error) !== 'ENOENT' || parent === folder) throw error;
    await createFolder(parent);
    await mkdir(folder, { recursive: true, mode: 0o700 });
  }
}

/** The same at once, for a thread that has nothing else to do. */
export function createFolderSync(folder: string): void {
  const parent = path.dirname(folder);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return;
    if (errnoOf(error) !== 'ENOENT' || parent === folder) throw error;
    createFolderSync(parent);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }
}

/** Removes a file, for good as well when the power fails right after. */
export async function removeFile(file: string): Promise<void> {
  await rm(file);
  await flushFolder(path.dirname(file));
}

/** What an attempt gives, or null where it fails because a file or a folder is not there. */
export async function unlessMissing<Result>(attempt: Promise<Result>): Promise<Result | null> {
  try {
    return await attempt;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** The errno name of an error of the file system ("ENOENT"), or null for any other error. */
export function errnoOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

async function writeThrough<Result>(
  file: string,
  content: FileContent,
  { mode = 0o644, now = Date.now() }: WriteOptions = {},
  publish: (temporary: string) => Promise<Result>,
): Promise<Result> {
  const folder = path.dirname(file);
  await removeLeftovers(folder, now);
  const temporary = path.join(folder, `.verbatim-${randomUUID()}.tmp`);
  const handle = await open(temporary, 'wx', mode);
  let result: Result;
  try {
    try {
      await writeFile(handle, content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    result = await publish(temporary);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await flushFolder(folder);
  return result;
}

/**
 * Removes the temporary files of a folder that an interrupted writing left there, once they are old.
 * A folder that is not there has none.
 *
 * @param now ms since the epoch.
 */
export async function removeLeftovers(folder: string, now: number): Promise<void> {
  for (const name of (await unlessMissing(readdir(folder))) ?? []) {
    if (!TEMPORARY.test(name)) continue;
    const leftover = path.join(folder, name);
    // Another process may have renamed it since it was listed.
    const stats = await unlessMissing(stat(leftover));
    if (stats && now - stats.mtimeMs > LEFTOVER_AGE_MS) await rm(leftover, { force: true });
  }
}

/** Makes new names last through a power cut. Windows cannot open folders, and does not need it. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
