import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { historyFile, loadHistory, saveHistory } from '../../../src/terminal/console/prompt.ts';
import { tempFolder } from '../../support/temp-folder.ts';

function newFile(): string {
  return historyFile(path.join(tempFolder(), 'data'));
}

test('there is no history at first', async () => {
  expect(await loadHistory(newFile())).toEqual([]);
});

test('the last thousand lines are kept, for their owner alone', async () => {
  const file = newFile();
  const lines = Array.from({ length: 1200 }, (_, index) => `question ${index}`);
  await saveHistory(file, lines);
  await saveHistory(file, lines);
  expect(await loadHistory(file)).toEqual(lines.slice(200));
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(path.dirname(file))).toEqual(['console-history']);
});
