import type { Stats } from 'node:fs';
import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';
import { CurationError, errnoOf } from './editing-error.ts';

/**
 * The absolute path of a file of the folder, whether it is there or not. No part of the way below
 * the folder is a link, so that whatever is done with the path is done inside of the folder.
 *
 * @param file path below the folder, with `/` between folders.
 * @throws CurationError `outside-folder` for every other file.
 */
export async function placeOf(folder: string, file: string): Promise<string> {
  const root = await realpath(folder);
  const segments = file.split('/');
  const place = path.join(root, ...segments);
  // Whatever a system takes for a way up, for a separator or for a drive does not come back as it was.
  const isPlain = path.relative(root, place).split(path.sep).join('/') === file;
  const isHidden = segments.some((segment) => segment.startsWith('.') || segment === '');
  if (!isPlain || isHidden || file.includes('\0')) throw new CurationError('outside-folder', file);

  let current = root;
  for (const [index, segment] of segments.entries()) {
    current = path.join(current, segment);
    const stats = await statsOf(current);
    const isLast = index === segments.length - 1;
    if (stats === null && isLast) break;
    if (stats === null) throw new CurationError('file-missing', file);
    const isRight = isLast ? stats.isFile() : stats.isDirectory();
    if (!isRight) throw new CurationError('outside-folder', file);
  }
  return place;
}

/** Of the entry itself, not of what it links to; null when there is none. */
export async function statsOf(place: string): Promise<Stats | null> {
  try {
    return await lstat(place);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}
