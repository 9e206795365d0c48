import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import type { Article } from '../index.ts';
import { FETCHED_NAME } from '../index.ts';

/** Where and when a document was fetched. Text files say it in their front matter. */
export interface Origin extends Pick<Article, 'url' | 'retrieved'> {
  readonly url: string;
  readonly retrieved: string;
}

const FLAGS = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW;

/**
 * Notes where a file of the folder came from, once, in a line of `fetched.yaml`. The names of fetched
 * documents hold a hash of their bytes, so that a note never becomes another document's.
 */
export async function noteOrigin(folder: string, file: string, origin: Origin): Promise<void> {
  // JSON on one line is YAML that means the same (YAML 1.2, 1.2.1).
  const key = `${JSON.stringify(file)}:`;
  const handle = await open(path.join(folder, FETCHED_NAME), FLAGS, 0o644);
  try {
    const known = await handle.readFile('utf8');
    if (known.split('\n').some((line) => line.startsWith(key))) return;
    const start = known === '' || known.endsWith('\n') ? '' : '\n';
    await handle.write(`${start}${key} ${JSON.stringify(origin)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
