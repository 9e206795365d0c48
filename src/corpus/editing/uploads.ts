import { createHash } from 'node:crypto';
import { readdir, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { createFolder, replaceFile, unlessMissing } from '../../shared/fs.ts';
import { CorpusEditError } from './editing-error.ts';
import { readBytes } from './files.ts';
import type { Origin } from './note-origin.ts';

/** How long an upload is kept that nobody adds, in ms. */
export const UPLOAD_LIFE_MS = 60 * 60_000;

/** How many uploads are kept; a new one takes the place of the oldest. */
export const MAX_UPLOADS = 20;

/** Beside an upload. It begins with a full stop, so that it is not read as one. */
const ORIGIN_NAME = '.origin.json';

const ORIGIN = z.object({ url: z.string(), retrieved: z.string() });

const MAX_ORIGIN_BYTES = 16 * 1024;

const ID = /^[\da-f]{16}$/u;

/** A file that waits for somebody to decide about it. */
export interface StoredUpload {
  /** Of its name and bytes: 16 hexadecimal digits. */
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where it was fetched, of a document that was. */
  readonly origin: Origin | null;
  /** The folder that holds it and nothing else: absolute. */
  readonly folder: string;
}

/** The uploads, each in a folder named by its id. */
export interface Uploads {
  put(name: string, bytes: Uint8Array, origin: Origin | null): Promise<StoredUpload>;
  /** @throws CorpusEditError `upload-gone`. */
  get(id: string): Promise<StoredUpload>;
  drop(id: string): Promise<void>;
}

/**
 * Uploads in a folder of their own.
 *
 * @param maxBytes of a file of a name.
 * @param now ms since the epoch.
 */
export function createUploads(
  folder: string,
  maxBytes: (name: string) => number,
  now: () => number,
): Uploads {
  /** When an upload was made, ms since the epoch; null when there is none. */
  async function madeAt(id: string): Promise<number | null> {
    return (await unlessMissing(stat(path.join(folder, id))))?.mtimeMs ?? null;
  }

  const isOver = (ms: number) => now() - ms > UPLOAD_LIFE_MS;

  async function makeRoom(): Promise<void> {
    const ids = (await readdir(folder)).filter((name) => ID.test(name));
    const uploads = await Promise.all(ids.map(async (id) => ({ id, ms: (await madeAt(id)) ?? 0 })));
    const newestFirst = uploads.toSorted((one, other) => other.ms - one.ms);
    for (const [index, { id, ms }] of newestFirst.entries()) {
      if (isOver(ms) || index >= MAX_UPLOADS - 1) await remove(id);
    }
  }

  async function remove(id: string): Promise<void> {
    await rm(path.join(folder, id), { recursive: true, force: true });
  }

  return {
    async put(name, bytes, origin) {
      const id = createHash('sha256').update(`${name}\n`).update(bytes).digest('hex').slice(0, 16);
      const own = path.join(folder, id);
      await createFolder(folder);
      await makeRoom();
      await createFolder(own);
      await replaceFile(path.join(own, name), bytes, { mode: 0o600 });
      if (origin !== null) {
        const noted = Buffer.from(JSON.stringify(origin));
        await replaceFile(path.join(own, ORIGIN_NAME), noted, { mode: 0o600 });
      }
      const seconds = now() / 1000;
      await utimes(own, seconds, seconds);
      return { id, name, bytes, origin, folder: own };
    },
    async get(id) {
      // An id comes from outside and becomes part of a path.
      const ms = ID.test(id) ? await madeAt(id) : null;
      if (ms === null || isOver(ms)) throw new CorpusEditError('upload-gone');
      const own = path.join(folder, id);
      const name = (await readdir(own)).find((each) => !each.startsWith('.'));
      const bytes =
        name === undefined ? null : await readBytes(path.join(own, name), maxBytes(name));
      if (name === undefined || bytes === null) throw new CorpusEditError('upload-gone');
      const noted = await readBytes(path.join(own, ORIGIN_NAME), MAX_ORIGIN_BYTES);
      const origin = noted && ORIGIN.parse(JSON.parse(Buffer.from(noted).toString()));
      return { id, name, bytes, origin, folder: own };
    },
    async drop(id) {
      if (ID.test(id)) await remove(id);
    },
  };
}
