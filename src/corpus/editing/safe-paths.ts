import type { Stats } from 'node:fs';
import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';
import { unlessMissing } from '../../shared/fs.ts';
import { kindOf } from '../index.ts';
import { CorpusEditError } from './editing-error.ts';

/**
 * The absolute path of a file of the folder, whether it is there or not. No part of the way below
 * the folder is a link, so that whatever is done with the path is done inside of the folder.
 *
 * @param file path below the folder, with `/` between folders.
 * @throws CorpusEditError `outside-folder` for every other file.
 */
export async function placeOf(folder: string, file: string): Promise<string> {
  const root = await realpath(folder);
  const segments = file.split('/');
  const place = path.join(root, ...segments);
  // Whatever a system takes for a way up, for a separator or for a drive does not come back as it was.
  const isPlain = path.relative(root, place).split(path.sep).join('/') === file;
  const isHidden = segments.some((segment) => segment.startsWith('.') || segment === '');
  if (!isPlain || isHidden || file.includes('\0'))
    throw new CorpusEditError('outside-folder', file);

  let current = root;
  for (const [index, segment] of segments.entries()) {
    current = path.join(current, segment);
    const stats = await statsOf(current);
    const isLast = index === segments.length - 1;
    if (stats === null && isLast) break;
    if (stats === null) throw new CorpusEditError('file-missing', file);
    const isRight = isLast ? stats.isFile() : stats.isDirectory();
    if (!isRight) throw new CorpusEditError('outside-folder', file);
  }
  return place;
}

/** Of the entry itself, not of what it links to; null when there is none. */
export async function statsOf(place: string): Promise<Stats | null> {
  return unlessMissing(lstat(place));
}

const EXTENSION = /\.(?<extension>[a-z]+)$/iu;

/** Bytes of a name in UTF-8. File systems take 255; temporary names and numbers need some of them. */
export const NAME_BYTES = 200;

/** What {@link numberedName} may add. */
const NUMBER_BYTES = 8;

/** Names that Windows keeps for devices, whatever their extension (Microsoft's "Naming Files"). */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])$/iu;

/** Files of such names are not read as articles. */
const PASSED_OVER = /^readme/iu;

/**
 * A file name that is safe on every system, made from one that somebody chose: letters, digits, `-`
 * and `_` of any script and the extension, in NFC. Null when the extension is none of an article's.
 * A name that is safe already stays as it is.
 */
export function safeFileName(name: string): string | null {
  const base = /[^/\\]*$/u.exec(name)?.[0] ?? '';
  const extension = EXTENSION.exec(base)?.groups?.['extension']?.toLowerCase();
  // By its ending alone: a README gets another name below.
  if (extension === undefined || kindOf(`a.${extension}`) === null) return null;
  const given = trimDashes(
    base
      .slice(0, -extension.length - 1)
      .normalize('NFC')
      .replaceAll(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
      .normalize('NFC'),
  );
  const isBare = given !== '' && !DEVICE.test(given) && !PASSED_OVER.test(given);
  const stem = isBare ? given : trimDashes(`article-${given}`);
  const room = NAME_BYTES - NUMBER_BYTES - extension.length - 1;
  return `${trimDashes(beginning(stem, room))}.${extension}`;
}

/** The same name with a number before its extension, for when the name is taken. */
export function numberedName(name: string, number: number): string {
  return number === 1 ? name : name.replace(EXTENSION, (extension) => `-${number}${extension}`);
}

/** A name without its extension as file systems compare names that make no difference of case. */
export function foldedStem(name: string): string {
  return name
    .replace(/\.[^.]*$/u, '')
    .normalize('NFC')
    .toLowerCase();
}

function trimDashes(text: string): string {
  // Not a pattern for both ends: a long run of dashes inside would be looked at again and again.
  let end = text.length;
  while (text[end - 1] === '-') end -= 1;
  return text.slice(0, end).replace(/^-+/u, '');
}

/** Whole characters from the start that take at most `maxBytes` in UTF-8. */
function beginning(text: string, maxBytes: number): string {
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > maxBytes) break;
    end += character.length;
  }
  return text.slice(0, end);
}
