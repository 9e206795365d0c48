import { randomBytes } from 'node:crypto';
import fs, { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import sqlite, { type Database, type JSValue } from 'node-sqlite3-wasm';
import { z } from 'zod';
import { createFolderSync } from '../shared/fs.ts';

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

/** The file of the store, in its folder. */
export const DATABASE_NAME = 'feedback.sqlite';

/** What a database is opened with. */
export interface DatabaseOptions {
  readonly folder: string;
  /** Is given the new name of a file that was no store of ours, or a broken one. */
  readonly onSetAside: (name: string) => void;
  /** The most pages of 4 KiB; {@link MAX_PAGES} when left out. */
  readonly maxPages?: number;
  /** How long another process may hold the lock, in ms; {@link LOCK_AGE_MS} when left out. */
  readonly lockAgeMs?: number;
}

/** 256 MiB: about a million questions. */
const MAX_PAGES = 65_536;

/**
 * Every transaction ends within a small part of it. A lock that is older was left by a process that
 * was killed: the package locks by a folder beside the file, which stays.
 */
const LOCK_AGE_MS = 10_000;

/** How long to wait for another process's transaction, in ms. */
const BUSY_MS = 2000;

/** "vbtm", by which our files are told from others (https://sqlite.org/fileformat2.html#application_id). */
const APPLICATION_ID = 0x76_62_74_6d;

const SCHEMA_VERSION = 1;

/**
 * `person` is a hash. The words of a passage are not kept, only where they stand. A vote holds the
 * words of a question in its group that is kept; it goes when the last of them goes.
 */
const SCHEMA = `
  CREATE TABLE questions (
    id TEXT PRIMARY KEY, at INTEGER NOT NULL, person BLOB,
    question TEXT NOT NULL, group_key TEXT NOT NULL, language TEXT NOT NULL,
    answered INTEGER NOT NULL, confidence REAL NOT NULL, generation TEXT NOT NULL,
    filter TEXT NOT NULL,
    article TEXT, start INTEGER, "end" INTEGER, hash TEXT
  ) STRICT;
  CREATE INDEX questions_by_time ON questions (at);
  CREATE INDEX questions_by_person ON questions (person);
  CREATE INDEX questions_by_group ON questions (answered, group_key);
  CREATE TABLE votes (
    person BLOB NOT NULL, group_key TEXT NOT NULL,
    article TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, hash TEXT NOT NULL,
    at INTEGER NOT NULL, question TEXT NOT NULL, language TEXT NOT NULL,
    generation TEXT NOT NULL, is_right INTEGER NOT NULL,
    PRIMARY KEY (group_key, article, start, "end", hash, person)
  ) STRICT;
  CREATE INDEX votes_by_time ON votes (at);
  CREATE INDEX votes_by_person ON votes (person);
`;

/** A file that is no store of ours, or one that cannot be read any more. */
class UnusableFileError extends Error {
  override readonly name = 'UnusableFileError';
}

/**
 * Opens the database of a folder, or makes it. A file that is not ours, is broken or comes from a
 * later version is set aside, and a new one takes its place.
 *
 * @throws when the folder or the file cannot be used: no room, no permission, another process.
 */
export function openDatabase(options: DatabaseOptions): Database {
  const { folder, onSetAside, maxPages = MAX_PAGES, lockAgeMs = LOCK_AGE_MS } = options;
  createFolderSync(folder);
  const file = path.join(folder, DATABASE_NAME);
  waitForLock(`${file}.lock`, lockAgeMs);
  try {
    return prepare(file, maxPages);
  } catch (error) {
    if (!isUnusable(error)) throw error;
    onSetAside(setAside(file));
    // Of the file that was set aside; it would be played back into the new one.
    rmSync(`${file}-journal`, { force: true });
    return prepare(file, maxPages);
  }
}

/** How often a lock is looked at, in ms. */
const LOOK_AGAIN_MS = 20;

/** Returns when nobody holds a lock, having removed it where a killed process has left it. */
function waitForLock(lock: string, lockAgeMs: number): void {
  const nothing = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
    if (since === undefined) return;
    if (Date.now() - since >= lockAgeMs) {
      rmSync(lock, { recursive: true, force: true });
      return;
    }
    Atomics.wait(nothing, 0, 0, LOOK_AGAIN_MS);
  }
}

const COUNT = z.object({ value: z.number() });

function prepare(file: string, maxPages: number): Database {
  const database = new sqlite.Database(file);
  try {
    database.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
    const valueOf = (pragma: string) =>
      COUNT.parse(database.get(`SELECT ${pragma} AS value FROM pragma_${pragma}`)).value;
    const isNew = undoHalfDone(
      () => COUNT.parse(database.get('SELECT COUNT(*) AS value FROM sqlite_master')).value === 0,
    );
    if (!isNew && valueOf('application_id') !== APPLICATION_ID) {
      throw new UnusableFileError('it is a database of another program');
    }
    if (!isNew && valueOf('user_version') !== SCHEMA_VERSION) {
      throw new UnusableFileError('it is of another version');
    }
    // The journal stays, so that no folder changes while a transaction runs; what was deleted is
    // overwritten, so that it is gone from the file as well.
    database.exec(`
      PRAGMA journal_mode = TRUNCATE;
      PRAGMA synchronous = FULL;
      PRAGMA secure_delete = ON;
      PRAGMA max_page_count = ${maxPages};
    `);
    if (isNew) {
      database.exec(`
        BEGIN IMMEDIATE;
        PRAGMA application_id = ${APPLICATION_ID};
        PRAGMA user_version = ${SCHEMA_VERSION};
        ${SCHEMA}
        COMMIT;
      `);
    } else {
      const check = database.get('PRAGMA quick_check(1)');
      if (!check || Object.values(check)[0] !== 'ok') throw new UnusableFileError('it is broken');
    }
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Reads a database for the first time, so that SQLite undoes a transaction in the middle of which a
 * process was killed. It does so only where no other process has the file, and the package
 * (node-sqlite3-wasm 0.8.60) takes the lock that it holds itself for another's: it looks for the
 * folder that it has just made. A folder can be made once, so that the lock is never another's here.
 */
function undoHalfDone<Result>(read: () => Result): Result {
  const { accessSync } = fs;
  const seesNoLock: typeof accessSync = (file, mode) => {
    if (String(file).endsWith(`${DATABASE_NAME}.lock`)) throw new Error('it is our own');
    accessSync(file, mode);
  };
  Object.assign(fs, { accessSync: seesNoLock });
  try {
    return read();
  } finally {
    Object.assign(fs, { accessSync });
  }
}

/** By SQLite's own words: the package gives its errors no code. */
function isUnusable(error: unknown): boolean {
  if (error instanceof UnusableFileError) return true;
  return (
    error instanceof sqlite.SQLite3Error &&
    /file is not a database|malformed|file is encrypted/u.test(error.message)
  );
}

/** Runs work as one transaction, which is undone when it throws. */
export function inTransaction<Result>(database: Database, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // SQLite has ended it by itself after some failures, such as a full disk.
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** The rows of a query, checked. */
export function rowsOf<Row>(
  database: Database,
  schema: z.ZodType<Row>,
  sql: string,
  values: JSValue[] = [],
): Row[] {
  return z.array(schema).parse(database.all(sql, values));
}
