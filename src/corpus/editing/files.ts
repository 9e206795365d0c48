import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { unlessMissing } from '../../shared/fs.ts';
import { CorpusEditError } from './editing-error.ts';

/** A link is not followed, and a pipe not waited for. */
const OPEN_FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** SHA-256 in hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * The bytes of a file, or null when there is none. A link is not followed.
 *
 * @throws CorpusEditError `too-large` when it has more than `maxBytes`.
 */
export async function readBytes(file: string, maxBytes: number): Promise<Uint8Array | null> {
  const handle = await unlessMissing(open(file, OPEN_FLAGS));
  if (handle === null) return null;
  try {
    const { size } = await handle.stat();
    if (size > maxBytes) throw new CorpusEditError('too-large', path.basename(file));
    const bytes = await handle.readFile();
    if (bytes.length > maxBytes) throw new CorpusEditError('too-large', path.basename(file));
    return bytes;
  } finally {
    await handle.close();
  }
}
