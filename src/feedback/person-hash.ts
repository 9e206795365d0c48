import { createHmac, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { errnoOf } from '../shared/fs.ts';
import { setAside } from './database.ts';

/** The file of the key, in the folder of the store. */
export const KEY_NAME = 'feedback.key';

const KEY_BYTES = 32;

/** Gives a person's id as HMAC-SHA-256 with the key: the same for the same person, and no way back. */
export type PersonHash = (personId: string) => Uint8Array;

/**
 * The hash with the key of a folder, which is made where there is none. A file that holds no key is
 * set aside: what was kept under the key before can then no longer be told to be a person's.
 *
 * @param onSetAside is given the new name of such a file.
 * @throws what reading or writing the file throws.
 */
export function openPersonHash(folder: string, onSetAside: (name: string) => void): PersonHash {
  const file = path.join(folder, KEY_NAME);
  const key = readKey(file, onSetAside) ?? createKey(file);
  return (personId) => createHmac('sha256', key).update(personId).digest();
}

function readKey(file: string, onSetAside: (name: string) => void): Buffer | null {
  let key: Buffer;
  try {
    key = readFileSync(file);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
  if (key.length === KEY_BYTES) return key;
  onSetAside(setAside(file));
  return null;
}

function createKey(file: string): Buffer {
  const key = randomBytes(KEY_BYTES);
  // Readable by the bot alone; "x", so that a key that another process has just made is not replaced.
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeSync(handle, key);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return key;
}
