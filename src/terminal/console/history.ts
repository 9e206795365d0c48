import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Lines kept in the history. */
export const MAX_HISTORY_LINES = 1000;

/** Where the history lies below the data folder. */
export function historyFile(dataDir: string): string {
  return path.join(dataDir, 'console-history');
}

/** The lines typed in earlier consoles, newest last; none when there was none. */
export async function loadHistory(file: string): Promise<string[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  return text.split('\n').filter(Boolean).slice(-MAX_HISTORY_LINES);
}

/**
 * Writes the last {@link MAX_HISTORY_LINES} lines, newest last. Only the owner can read them: a
 * question can be private.
 */
export async function saveHistory(file: string, lines: readonly string[]): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  // A new file each time: the mode holds for files that are created, not for those that exist.
  const temporary = `${file}.${process.pid}.tmp`;
  const text = lines
    .slice(-MAX_HISTORY_LINES)
    .map((line) => `${line}\n`)
    .join('');
  await writeFile(temporary, text, { mode: 0o600 });
  await rename(temporary, file);
}
