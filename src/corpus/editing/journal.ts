import { readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { createFolder, replaceFile, unlessMissing } from '../../shared/fs.ts';
import { readBytes } from './files.ts';

/** How many of the last changes can be undone. */
export const UNDOABLE_CHANGES = 20;

/** How many changes are remembered, for who added what. */
const REMEMBERED_CHANGES = 1000;

/** Bytes: more than as many changes with long names take. */
const JOURNAL_BYTES = 16 * 1024 ** 2;

const HASH = z.string().regex(/^[\da-f]{64}$/u);

const CHANGE = z
  .object({
    id: z.string().regex(/^[\da-f]{12}$/u),
    action: z.enum(['add', 'remove']),
    /** Path below the folder, with `/` between folders. */
    file: z.string().min(1),
    /** When, ms since the epoch. */
    at: z.number(),
    /** Who, where that is known. */
    person: z.object({ id: z.string(), name: z.string() }).nullable(),
    /** Of the file's bytes, before or after; null where there was or is no file. */
    before: HASH.nullable(),
    after: HASH.nullable(),
    /** Whether the file was seen changed. Not, when the program ended between the two writings. */
    isDone: z.boolean(),
    isUndoable: z.boolean(),
  })
  .readonly();

/** One change to the folder. */
export type Change = z.infer<typeof CHANGE>;

const JOURNAL = z.object({ version: z.literal(1), changes: z.array(CHANGE) });

/** The changes of one folder, latest last, and what is needed to undo them. */
export interface Journal {
  read(): Promise<readonly Change[]>;
  /** Notes a change that is about to be made; `removed` are the bytes that it takes away. */
  append(change: Change, removed: Uint8Array | null): Promise<void>;
  /** Takes another's place by its id. */
  replace(change: Change): Promise<void>;
  drop(id: string): Promise<void>;
  /** The bytes that a change took away. */
  removedBytes(hash: string, maxBytes: number): Promise<Uint8Array | null>;
}

/**
 * A journal in a folder of its own. Each writing leaves it whole, the old one or the new one. One
 * that cannot be read is put aside under another name, and an empty one takes its place.
 *
 * @param onBroken told when that happened.
 */
export function createJournal(folder: string, onBroken: (error: unknown) => void): Journal {
  const file = path.join(folder, 'journal.json');
  const kept = path.join(folder, 'removed');

  async function read(): Promise<readonly Change[]> {
    const bytes = await readBytes(file, JOURNAL_BYTES);
    if (bytes === null) return [];
    try {
      return JOURNAL.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))).changes;
    } catch (error) {
      await rename(file, path.join(folder, 'journal.broken.json'));
      onBroken(error);
      return [];
    }
  }

  async function write(changes: readonly Change[]): Promise<void> {
    const remembered = changes.slice(-REMEMBERED_CHANGES);
    const bounded = remembered.map((change, index) => ({
      ...change,
      isUndoable: change.isUndoable && index >= remembered.length - UNDOABLE_CHANGES,
    }));
    await createFolder(folder);
    const text = `${JSON.stringify({ version: 1, changes: bounded }, null, 1)}\n`;
    await replaceFile(file, text, { mode: 0o600 });
    await forgetBytes(bounded);
  }

  /** Removes the bytes that no change needs any more. */
  async function forgetBytes(changes: readonly Change[]): Promise<void> {
    const needed = new Set(changes.flatMap((change) => (change.isUndoable ? [change.before] : [])));
    const names = await unlessMissing(readdir(kept));
    for (const name of names ?? []) {
      if (!needed.has(name)) await rm(path.join(kept, name), { force: true });
    }
  }

  return {
    read,
    async append(change, removed) {
      if (removed !== null && change.before !== null) {
        await createFolder(kept);
        await replaceFile(path.join(kept, change.before), removed, { mode: 0o600 });
      }
      await write([...(await read()), change]);
    },
    async replace(change) {
      const changes = await read();
      await write(changes.map((each) => (each.id === change.id ? change : each)));
    },
    async drop(id) {
      const changes = await read();
      await write(changes.filter((each) => each.id !== id));
    },
    removedBytes: (hash, maxBytes) => readBytes(path.join(kept, hash), maxBytes),
  };
}
