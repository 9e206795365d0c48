import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { describe, expect, test } from 'vitest';
import { DATABASE_NAME } from '../../src/feedback/database.ts';
import { KEY_NAME } from '../../src/feedback/person-hash.ts';
import { openSqliteStore } from '../../src/feedback/sqlite-store.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { recordOf } from './support.ts';

const ALL = { offset: 0, limit: 100 };

/** Opens the store of a folder, tells what was set aside, and leaves a question in it. */
function openAndRecord(folder: string, options: { readonly lockAgeMs?: number } = {}) {
  const setAside: string[] = [];
  const store = openSqliteStore({ folder, onSetAside: (name) => setAside.push(name), ...options });
  try {
    const before = store.exportCsv(1e6).rows;
    store.record(recordOf({ id: `question-${before}`, isAnswered: false, passage: null }));
    return { setAside, before, mine: store.countOf('ada').questions };
  } finally {
    store.close();
  }
}

const fileIn = (folder: string, name = DATABASE_NAME) => path.join(folder, name);

describe('a folder of feedback', () => {
  test('is made where there is none, and found again', () => {
    const folder = path.join(tempFolder(), 'new', 'data');
    expect(openAndRecord(folder)).toEqual({ setAside: [], before: 0, mine: 1 });
    expect(openAndRecord(folder)).toEqual({ setAside: [], before: 1, mine: 2 });
  });

  test.each([
    ['other text', async () => Buffer.from('This is a shopping list. '.repeat(300))],
    ['a file cut short', async (whole: Buffer) => whole.subarray(0, 5000)],
    [
      'a file with pages overwritten',
      async (whole: Buffer) => Buffer.from(whole).fill(0xa5, 4096, whole.length),
    ],
    ['a file with another header', async (whole: Buffer) => Buffer.from(whole).fill(1, 0, 100)],
  ])('with %s sets it aside whole, and begins anew', async (_name, damage) => {
    const folder = tempFolder();
    openAndRecord(folder);
    const damaged = await damage(await readFile(fileIn(folder)));
    await writeFile(fileIn(folder), damaged);
    const { setAside, before } = openAndRecord(folder);
    expect(before).toBe(0);
    expect(setAside).toHaveLength(1);
    expect(await readFile(fileIn(folder, setAside[0]))).toEqual(damaged);
    expect(openAndRecord(folder)).toMatchObject({ setAside: [], before: 1 });
  });

  test.each([
    ["another program's", 'CREATE TABLE recipes (name TEXT)'],
    [
      'that of a later version',
      'PRAGMA application_id = 1986163821; PRAGMA user_version = 2; CREATE TABLE a (b)',
    ],
  ])('sets a database aside that is %s', async (_name, sql) => {
    const folder = tempFolder();
    const other = new sqlite.Database(fileIn(folder));
    other.exec(sql);
    other.close();
    const bytes = await readFile(fileIn(folder));
    const { setAside } = openAndRecord(folder);
    expect(await readFile(fileIn(folder, setAside[0]))).toEqual(bytes);
  });

  test('begins anew over an empty file', async () => {
    const folder = tempFolder();
    await writeFile(fileIn(folder), '');
    expect(openAndRecord(folder)).toEqual({ setAside: [], before: 0, mine: 1 });
  });

  test('with a broken key makes another: what was kept is nobody’s any more, and stays', async () => {
    const folder = tempFolder();
    openAndRecord(folder);
    await writeFile(fileIn(folder, KEY_NAME), 'short');
    expect(openAndRecord(folder)).toEqual({
      setAside: [expect.stringMatching(/^feedback\.key\.aside-/u)],
      before: 1,
      mine: 1,
    });
  });

  test('is not usable where a file is in its place, and nothing is changed', async () => {
    const folder = fileIn(tempFolder(), 'data');
    await writeFile(folder, 'a file');
    expect(() => openAndRecord(folder)).toThrow('ENOTDIR');
    expect(await readFile(folder, 'utf8')).toBe('a file');
  });

  test('that a process held when it was killed is taken over, once no transaction can last', async () => {
    const folder = tempFolder();
    openAndRecord(folder);
    const lock = fileIn(folder, `${DATABASE_NAME}.lock`);
    await mkdir(lock);
    await utimes(lock, 1, 1);
    expect(openAndRecord(folder)).toMatchObject({ before: 1 });
    await mkdir(lock);
    expect(openAndRecord(folder, { lockAgeMs: 100 })).toMatchObject({ before: 2 });
    expect(await readdir(folder)).not.toContain(`${DATABASE_NAME}.lock`);
  });

  test('that another process writes to at the same time is shared with it', () => {
    const folder = tempFolder();
    const options = { folder, onSetAside: () => {} };
    const one = openSqliteStore(options);
    const other = openSqliteStore(options);
    for (let number = 0; number < 5; number += 1) {
      one.record(recordOf({ id: `one-${number}` }));
      other.record(recordOf({ id: `other-${number}` }));
    }
    expect([one.countOf('ada'), other.countOf('ada')]).toEqual([
      { questions: 10, votes: 0 },
      { questions: 10, votes: 0 },
    ]);
    one.close();
    other.close();
  });

  test('loses files that were set aside with everything else, and no others', async () => {
    const folder = tempFolder();
    await writeFile(fileIn(folder), 'This is a shopping list. '.repeat(300));
    await writeFile(fileIn(folder, 'feedback.sqlite.mine'), 'a copy of somebody');
    const store = openSqliteStore({ folder, onSetAside: () => {} });
    store.deleteBefore(0);
    expect(await readdir(folder)).toContainEqual(expect.stringMatching(/\.aside-/u));
    store.deleteAll();
    expect(store.unanswered(ALL).total).toBe(0);
    store.close();
    expect((await readdir(folder)).toSorted()).toEqual([
      KEY_NAME,
      DATABASE_NAME,
      `${DATABASE_NAME}-journal`,
      'feedback.sqlite.mine',
    ]);
  });
});

describe('a disk that is full', () => {
  test('refuses what there is no room for, keeps what there was, and goes on when there is room', () => {
    const folder = tempFolder();
    const store = openSqliteStore({ folder, onSetAside: () => {}, maxPages: 16 });
    let kept = 0;
    const fill = () => {
      for (;;) {
        store.record(recordOf({ id: `question-${kept}`, question: 'x'.repeat(900) }));
        kept += 1;
      }
    };
    expect(fill).toThrow('full');
    expect(kept).toBeGreaterThan(3);
    expect(store.exportCsv(1e6).rows).toBe(kept);
    store.close();
    const again = openSqliteStore({ folder, onSetAside: () => {} });
    expect(again.exportCsv(1e6).rows).toBe(kept);
    again.record(recordOf({ id: 'one more' }));
    expect(again.deleteAll().questions).toBe(kept + 1);
    again.close();
  });
});
