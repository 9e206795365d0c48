import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { createFile } from '../../shared/fs.ts';
import { CorpusEditError } from './editing-error.ts';
import { foldedStem, numberedName, placeOf, safeFileName } from './safe-paths.ts';

/**
 * Puts a file into the folder, under a safe name like `name` that nothing there has.
 *
 * @param isTaken whether an article has this id already, which the name must not give it again.
 * @returns the name.
 * @throws CorpusEditError
 */
export async function addFile(
  folder: string,
  name: string,
  bytes: Uint8Array,
  isTaken: (articleId: string) => boolean,
): Promise<string> {
  const file = freeName(safeName(name), await readdir(folder), isTaken);
  await writeNew(await placeOf(folder, file), bytes);
  return file;
}

/** @throws CorpusEditError `file-exists`; the other file stays as it is. */
export async function writeNew(place: string, bytes: Uint8Array): Promise<void> {
  if (!(await createFile(place, bytes))) {
    throw new CorpusEditError('file-exists', path.basename(place));
  }
}

/** @throws CorpusEditError `name-not-supported`. */
export function safeName(name: string): string {
  const safe = safeFileName(name);
  if (safe === null) throw new CorpusEditError('name-not-supported', name);
  return safe;
}

/** The name, with a number where a file or an article of that name is there already. */
export function freeName(
  name: string,
  names: readonly string[],
  isTaken: (articleId: string) => boolean,
): string {
  // Without extensions: they are not in the ids of articles.
  const stems = new Set(names.map(foldedStem));
  for (let number = 1; ; number += 1) {
    const candidate = numberedName(name, number);
    const id = candidate.replace(/\.[^.]*$/u, '');
    if (!stems.has(foldedStem(candidate)) && !isTaken(id)) return candidate;
  }
}
