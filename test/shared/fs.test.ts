import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  createFile,
  createFolder,
  createFolderSync,
  errnoOf,
  replaceFile,
  unlessMissing,
} from '../../src/shared/fs.ts';
import { runKilledAt } from '../support/killed-process.ts';
import { tempFolder } from '../support/temp-folder.ts';

describe('replacing a file', () => {
  test('leaves the new one and nothing else, with the rights that were asked for', async () => {
    const file = path.join(tempFolder(), 'notes.txt');
    await writeFile(file, 'old', { mode: 0o666 });
    await replaceFile(file, 'neu: ü', { mode: 0o600 });
    expect(await readFile(file, 'utf8')).toBe('neu: ü');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(path.dirname(file))).toEqual(['notes.txt']);
  });

  test('takes content in pieces, and leaves the old file where one of them fails', async () => {
    const file = path.join(tempFolder(), 'notes.txt');
    await replaceFile(file, [Buffer.from('one '), Buffer.from('two')]);
    function* broken() {
      yield Buffer.from('three');
      throw new RangeError('as asked');
    }
    await expect(replaceFile(file, broken())).rejects.toThrow(RangeError);
    expect(await readFile(file, 'utf8')).toBe('one two');
    expect(await readdir(path.dirname(file))).toEqual(['notes.txt']);
  });

  test('takes old leftovers of an interrupted writing away, and no others', async () => {
    const folder = tempFolder();
    const name = (digit: string) => `.verbatim-${digit.repeat(8)}-0000-0000-0000-000000000000.tmp`;
    const now = 2_000_000_000_000;
    for (const [entry, ageMs] of [
      [name('1'), 2 * 3_600_000],
      [name('2'), 60_000],
      ['notes.tmp', now],
    ] as const) {
      await writeFile(path.join(folder, entry), 'x');
      await utimes(path.join(folder, entry), (now - ageMs) / 1000, (now - ageMs) / 1000);
    }
    await replaceFile(path.join(folder, 'notes.txt'), '', { now });
    expect((await readdir(folder)).toSorted()).toEqual([name('2'), 'notes.tmp', 'notes.txt']);
  });

  test('leaves a whole file, whatever the process was about to do when it was killed', async () => {
    const file = path.join(tempFolder(), 'notes.txt');
    const writer = `
      import { replaceFile } from './dist/shared/fs.js';
      countFromHere();
      await replaceFile(process.argv[1], '1'.repeat(1_000_000));
    `;
    const contents = ['0'.repeat(1_000_000), '1'.repeat(1_000_000)] as const;
    const found: string[] = [];
    for (let step = 1; ; step += 1) {
      await writeFile(file, contents[0]);
      const { isKilled } = await runKilledAt(step, writer, file);
      const content = await readFile(file, 'latin1');
      expect(contents.includes(content)).toBe(true);
      if (!isKilled) break;
      found.push(content.charAt(0));
    }
    expect(new Set(found)).toEqual(new Set(['0', '1']));
  });
});

describe('creating a file', () => {
  test('writes one that is not there', async () => {
    const file = path.join(tempFolder(), 'notes.txt');
    expect(await createFile(file, 'new')).toBe(true);
    expect(await readFile(file, 'utf8')).toBe('new');
    expect(await readdir(path.dirname(file))).toEqual(['notes.txt']);
  });

  test('leaves one that is there as it is', async () => {
    const file = path.join(tempFolder(), 'notes.txt');
    await writeFile(file, 'old');
    expect(await createFile(file, 'new')).toBe(false);
    expect(await readFile(file, 'utf8')).toBe('old');
    expect(await readdir(path.dirname(file))).toEqual(['notes.txt']);
  });

  test('by two at once succeeds for one of them', async () => {
    const file = path.join(tempFolder(), 'notes.txt');
    const contents = ['one', 'other'];
    const made = await Promise.all(contents.map((content) => createFile(file, content)));
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await readFile(file, 'utf8')).toBe(contents[made.indexOf(true)]);
  });
});

describe('creating a folder', () => {
  test('makes those above it as well, for this user alone, and leaves one that is there', async () => {
    const root = tempFolder();
    const folder = path.join(root, 'a', 'b');
    await Promise.all([createFolder(folder), createFolder(folder)]);
    await createFolder(folder);
    const atOnce = path.join(root, 'c', 'd');
    createFolderSync(atOnce);
    createFolderSync(atOnce);
    for (const each of [folder, path.dirname(folder), atOnce, path.dirname(atOnce)]) {
      // Windows has no such rights.
      const mode = (await stat(each)).mode & 0o777;
      expect([each, process.platform === 'win32' || mode === 0o700]).toEqual([each, true]);
    }
  });

  test('says what stands in the way', async () => {
    const file = path.join(tempFolder(), 'file');
    await writeFile(file, '');
    const refused = createFolder(path.join(file, 'a', 'b'));
    await expect(refused).rejects.toMatchObject({ code: 'ENOTDIR' });
    expect(() => createFolderSync(path.join(file, 'a', 'b'))).toThrow('ENOTDIR');
  });
});

describe('what the file system refuses', () => {
  test('is null where something is missing, and is thrown otherwise', async () => {
    const folder = tempFolder();
    expect(await unlessMissing(readFile(path.join(folder, 'none')))).toBeNull();
    await expect(unlessMissing(readFile(folder))).rejects.toMatchObject({ code: 'EISDIR' });
  });

  test('has an errno name, and nothing else has', async () => {
    const refused = await readFile('/').catch((error: unknown) => error);
    expect(errnoOf(refused)).toBe('EISDIR');
    expect(errnoOf(new Error('ENOENT'))).toBeNull();
    expect(errnoOf(Object.assign(new Error('no'), { code: 'ERR_INVALID_ARG_TYPE' }))).toBeNull();
  });
});
