import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  createLibrary,
  createThreadHost,
  type Library,
  SNAPSHOT_NAME,
} from '../../src/library/index.ts';
import { verifyQuote } from '../../src/retrieval/index.ts';
import { createFolder } from '../corpus/temp-corpus.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { GENERATION_PROGRAM } from '../support/worker-url.ts';

const ARTICLES = {
  'ferry.md':
    '---\ntitle: The night ferry\nurl: https://gazette.org/1\n---\nOrla Byrne steers it.\n',
  'zh/tunnel.txt': '市长宣布海港隧道重新开放。工程耗时三年。',
  'two.jsonl': '{"id":"x","text":"The bridge cost 12 crowns."}\n{"id":"y","text":"It is shut."}\n',
};
const QUESTIONS = ['Who steers the ferry?', '谁宣布隧道开放？', 'What did the bridge cost?'];
const UNUSABLE = [
  'the articles of the snapshot are unusable',
  'the last snapshot is kept: the folder is empty, or not all of it can be read',
];
const LOST = 'the folder gives no article; the last good index is used';

interface Started {
  readonly library: Library;
  /** What the log has besides progress. */
  readonly trouble: readonly string[];
}

async function start(folder: string, file: string): Promise<Started> {
  const trouble: string[] = [];
  const note = (_fields: object, message: string) => void trouble.push(message);
  const log = { info: () => {}, warn: note, error: note };
  const snapshot = { file, replaces: 'any' } as const;
  const program = GENERATION_PROGRAM;
  const limits = { timeLimitMs: 60_000, memoryLimitMb: 512 };
  const host = createThreadHost({ snapshot, program, log, ...limits });
  const library = await createLibrary({ folder, maxArticleBytes: 2 ** 21, host, log });
  onTestFinished(() => library.close());
  return { library, trouble };
}

async function answersOf({ library }: Started) {
  const { collection, corpus } = library.current();
  const answers = await Promise.all(
    QUESTIONS.map((question) => collection.ask({ question, limit: 5, filter: {} })),
  );
  for (const { quotes } of answers) {
    for (const { quote } of quotes) verifyQuote(quote, corpus.byId);
  }
  return answers;
}

/** A folder whose articles are in a snapshot, and what is answered from them. */
async function indexed() {
  const folder = await createFolder(ARTICLES);
  const file = path.join(tempFolder(), SNAPSHOT_NAME);
  const first = await start(folder, file);
  const answers = await answersOf(first);
  const generation = first.library.current();
  const entries = await generation.timeline();
  await first.library.close();
  expect(first.trouble).toEqual([]);
  expect(answers.map(({ quotes }) => quotes.length > 0)).toEqual([true, true, true]);
  return { folder, file, answers, generation, entries, bytes: await readFile(file) };
}

describe('a start answers from the last good index when its folder', () => {
  test.each<[string, (folder: string) => Promise<void>]>([
    ['is gone', (folder) => rename(folder, `${folder}-away`)],
    [
      'is no folder',
      async (folder) => {
        await rm(folder, { recursive: true });
        await writeFile(folder, 'a file');
      },
    ],
    [
      'is empty',
      async (folder) => {
        await rm(folder, { recursive: true });
        await mkdir(folder);
      },
    ],
    [
      'has nothing but an article that is rejected',
      async (folder) => {
        await rm(folder, { recursive: true });
        await mkdir(folder);
        await writeFile(path.join(folder, 'empty.txt'), ' ');
      },
    ],
  ])('%s, and leaves the snapshot as it is', async (_how, lose) => {
    const { folder, file, answers, generation, entries, bytes } = await indexed();
    await lose(folder);
    const again = await start(folder, file);
    expect(await answersOf(again)).toEqual(answers);
    expect(again.library.current().id).toBe(generation.id);
    expect(again.library.current().corpus.articles).toEqual(generation.corpus.articles);
    expect(await again.library.current().timeline()).toEqual(entries);
    expect(again.trouble).toEqual([LOST]);
    await expect(again.library.apply()).rejects.toMatchObject({ name: 'ReindexError' });
    expect(await answersOf(again)).toEqual(answers);
    await again.library.close();
    expect(await readFile(file)).toEqual(bytes);
  });
});

test('a reindex that succeeds takes the place of the last good index', async () => {
  const { folder, file } = await indexed();
  await rename(folder, `${folder}-away`);
  const again = await start(folder, file);
  expect(again.library.current().corpus.problems).toMatchObject([
    { code: 'folder-unreadable', file: '.' },
  ]);
  await createFolder({}).then((empty) => rename(empty, folder));
  await writeFile(path.join(folder, 'new.txt'), 'Piotr Lang steers the ferry.');
  const report = await again.library.apply();
  expect(report.removed).toHaveLength(4);
  expect(report.problems).toEqual([]);
  await again.library.close();
  await rm(folder, { recursive: true });
  const last = await start(folder, file);
  expect(last.library.current().corpus.articles.map(({ id }) => id)).toEqual(['new']);
});

test('the articles of another folder are not answered from', async () => {
  const { file, bytes } = await indexed();
  const other = await start(await createFolder({}), file);
  expect(other.library.current().corpus.articles).toEqual([]);
  expect(other.trouble).toEqual(UNUSABLE);
  await other.library.close();
  expect(await readFile(file)).toEqual(bytes);
});

test('whichever byte of the articles is another, nothing is answered from them, and it is told', async () => {
  const { folder, file, bytes } = await indexed();
  const articlesStart = bytes.indexOf('{"id":"ferry"');
  expect(articlesStart).toBeGreaterThan(0);
  await rename(folder, `${folder}-away`);
  const damage = fc.record({
    at: fc.integer({ min: articlesStart, max: bytes.length - 1 }),
    xor: fc.integer({ min: 1, max: 255 }),
  });
  await fc.assert(
    fc.asyncProperty(damage, async ({ at, xor }) => {
      const broken = Buffer.from(bytes);
      broken[at] = (broken[at] ?? 0) ^ xor;
      await writeFile(file, broken);
      const again = await start(folder, file);
      for (const { quotes } of await answersOf(again)) expect(quotes).toEqual([]);
      expect(again.trouble).toEqual(UNUSABLE);
      await again.library.close();
      expect(await readFile(file)).toEqual(broken);
    }),
    { numRuns: 6 },
  );
});
