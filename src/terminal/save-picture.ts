import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { TimelineChart } from '../commands/index.ts';
import { UserError } from '../shared/errors.ts';
import { errnoOf, replaceFile } from '../shared/fs.ts';
import { writeText } from './io.ts';
import { type TerminalMessages, terminalMessages } from './messages.ts';
import { safeText } from './safe-text.ts';
import type { Session } from './session.ts';

type Reason = keyof TerminalMessages['picture']['reasons'];

const REASONS: ReadonlyMap<string, Reason> = new Map([
  ['ENOENT', 'no-folder'],
  ['ENOTDIR', 'no-folder'],
  ['EACCES', 'no-permission'],
  ['EPERM', 'no-permission'],
  ['EROFS', 'no-permission'],
  ['ENOSPC', 'no-space'],
  ['EDQUOT', 'no-space'],
]);

/**
 * Draws a reply's picture into an SVG file and says where it is; with `--json` it says nothing.
 * Whatever happens, the file is the old one or the new one, whole.
 *
 * @param picture null where the reply has none.
 * @param file absolute, or as seen from the folder the program runs in.
 * @throws UserError when there is no picture, or the file cannot be written.
 */
export async function savePicture(
  picture: TimelineChart | null,
  file: string,
  { io, json, locale, parts }: Session,
): Promise<void> {
  const messages = terminalMessages[locale].picture;
  if (picture === null) throw new UserError('no-picture', messages.tooFewDates);
  const target = path.resolve(io.cwd, file);
  const svg = await parts.renderSvg(picture);
  const refuse = (reason: string, options?: ErrorOptions) =>
    new UserError('picture-not-written', messages.notWritten(target, reason), options);
  const kind = await kindOf(target);
  if (kind === 'folder' || kind === 'special-file') throw refuse(messages.reasons[kind]);
  try {
    // A link stays a link.
    await replaceFile(kind === 'file' ? await realpath(target) : target, svg);
  } catch (cause) {
    const code = errnoOf(cause);
    if (code === null) throw cause;
    const reason = REASONS.get(code);
    throw refuse(reason === undefined ? code : messages.reasons[reason], { cause });
  }
  if (!json) await writeText(io.stdout, `\n${safeText(messages.written(target))}\n`);
}

async function kindOf(file: string): Promise<'file' | 'folder' | 'special-file' | 'unknown'> {
  try {
    const found = await stat(file);
    if (found.isDirectory()) return 'folder';
    return found.isFile() ? 'file' : 'special-file';
  } catch (error) {
    // Whether it is missing or out of reach, writing it will tell.
    if (errnoOf(error) !== null) return 'unknown';
    throw error;
  }
}
