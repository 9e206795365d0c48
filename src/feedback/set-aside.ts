import { randomBytes } from 'node:crypto';
import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

const SET_ASIDE = /^feedback\.(?:sqlite|key)(?:-journal)?\.aside-[0-9a-f]{8}$/u;

/**
 * Renames a file that cannot be used, so that a new one can take its place, and gives its new name
 * without the folder.
 *
 * @throws what renaming throws.
 */
export function setAside(file: string): string {
  const renamed = `${file}.aside-${randomBytes(4).toString('hex')}`;
  renameSync(file, renamed);
  return path.basename(renamed);
}

/**
 * Removes files of a folder that were set aside and last written before a time: they may hold what
 * people asked.
 *
 * @param time ms since the epoch.
 */
export function removeSetAside(folder: string, time: number): void {
  for (const name of readdirSync(folder)) {
    if (!SET_ASIDE.test(name)) continue;
    const file = path.join(folder, name);
    if (statSync(file).mtimeMs < time) rmSync(file, { recursive: true, force: true });
  }
}
