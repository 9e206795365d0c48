import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { serialize } from 'node:v8';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Article, assembleCorpus } from '../../src/corpus/index.ts';
import {
  readSnapshot,
  readSnapshotCorpus,
  type Snapshot,
  type SnapshotContents,
  SnapshotError,
  writeSnapshot,
} from '../../src/library/snapshot-file.ts';
import { indexArticles } from '../../src/retrieval/index.ts';
import { byId, createArticle } from '../support/articles.ts';
import { partsOf } from '../support/folder.ts';
import { runKilledAt } from '../support/killed-process.ts';
import { tempFolder } from '../support/temp-folder.ts';

const VERSION = 7;
const FOLDER = '/articles';
const newFile = () => path.join(tempFolder(), 'data', 'index.snapshot');

async function snapshotOf(text: string): Promise<SnapshotContents> {
  const articles = [
    createArticle({ id: 'a', title: 'A ferry 渡轮', text }),
    createArticle({
      id: 'b',
      file: 'b.jsonl',
      text: `${text} \ud800`,
      url: 'https://b.org/?q=%20',
    }),
    createArticle({ id: 'c', file: 'b.jsonl', text: '12\n\u2028', bodyStart: 1, published: null }),
  ];
  const { data } = await indexArticles(byId(articles));
  const { contentHash } = (await assembleCorpus(FOLDER, partsOf(articles))).corpus;
  return { corpusHash: contentHash, tokens: data.tokens, folder: FOLDER, articles, synonyms: [] };
}

/** What is told of the index alone. */
const toldOf = ({ corpusHash, tokens }: Snapshot): Snapshot => ({ corpusHash, tokens });

async function articlesIn(file: string, folder = FOLDER): Promise<readonly Article[] | undefined> {
  return (await readSnapshotCorpus(file, folder))?.corpus.articles;
}

async function orRefused<Result>(reading: Promise<Result>): Promise<Result | 'refused'> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    return 'refused';
  }
}

describe('a snapshot', () => {
  it('is read as it was written, and its folder is made', async () => {
    const snapshot = await snapshotOf('The ferry waits. 渡轮停航。');
    const file = newFile();
    await writeSnapshot(file, snapshot, VERSION);
    expect(await readSnapshot(file, VERSION)).toEqual(toldOf(snapshot));
    expect(await articlesIn(file)).toEqual(snapshot.articles);
  });

  it('gives the synonyms back, and only those that were indexed', async () => {
    const file = newFile();
    const { tokens, articles } = await snapshotOf('The ferry waits.');
    const synonyms = [['ferry', '渡轮']];
    const parts = partsOf([...articles], [], synonyms);
    const { contentHash: corpusHash } = (await assembleCorpus(FOLDER, parts)).corpus;
    const snapshot = { corpusHash, tokens, folder: FOLDER, articles, synonyms };
    await writeSnapshot(file, snapshot, VERSION);
    expect((await readSnapshotCorpus(file, FOLDER))?.corpus.synonyms).toEqual(synonyms);
    await writeSnapshot(file, { ...snapshot, synonyms: [['ferry', 'boat']] }, VERSION);
    await expect(readSnapshotCorpus(file, FOLDER)).rejects.toThrow('not those');
  });

  it('takes the place of the one before', async () => {
    const file = newFile();
    await writeSnapshot(file, await snapshotOf('The tide turns.'), VERSION);
    const second = await snapshotOf('The wind drops.');
    await writeSnapshot(file, second, VERSION);
    expect(await readSnapshot(file, VERSION)).toEqual(toldOf(second));
    expect(await articlesIn(file)).toEqual(second.articles);
    expect(await readdir(path.dirname(file))).toEqual(['index.snapshot']);
  });

  it('is missing before one was written', async () => {
    expect(await readSnapshot(newFile(), VERSION)).toBeNull();
    expect(await readSnapshotCorpus(newFile(), FOLDER)).toBeNull();
  });

  it('is as good as none when it was made by another version of the analysis', async () => {
    const file = newFile();
    await writeSnapshot(file, await snapshotOf('The ferry waits.'), VERSION);
    expect(await readSnapshot(file, VERSION + 1)).toBeNull();
  });

  it('of another version of the analysis gives its articles, and to no other folder', async () => {
    const file = newFile();
    const snapshot = await snapshotOf('The ferry waits.');
    await writeSnapshot(file, snapshot, VERSION + 1);
    expect(await articlesIn(file, `${FOLDER}/../articles/`)).toEqual(snapshot.articles);
    await expect(readSnapshotCorpus(file, '/elsewhere')).rejects.toThrow('of the folder /articles');
  });

  it('of which anything is another, missing or added gives all as it was, or is refused', async () => {
    const file = newFile();
    const snapshot = await snapshotOf('The ferry waits. 渡轮停航。');
    await writeSnapshot(file, snapshot, VERSION);
    const whole = await readFile(file);
    const damage = fc.oneof(
      fc
        .record({ at: fc.nat(whole.length - 1), xor: fc.integer({ min: 1, max: 255 }) })
        .map(({ at, xor }) => {
          const broken = Buffer.from(whole);
          broken[at] = (broken[at] ?? 0) ^ xor;
          return broken;
        }),
      fc.nat(whole.length - 1).map((length) => whole.subarray(0, length)),
      fc.uint8Array({ minLength: 1, maxLength: 9 }).map((more) => Buffer.concat([whole, more])),
    );
    await fc.assert(
      fc.asyncProperty(damage, async (bytes) => {
        await writeFile(file, bytes);
        const told = await orRefused(readSnapshot(file, VERSION));
        const articles = await orRefused(articlesIn(file));
        // One of the two parts may be whole, but not both.
        expect([told, articles]).toContain('refused');
        expect(['refused', toldOf(snapshot)]).toContainEqual(told);
        expect(['refused', snapshot.articles]).toContainEqual(articles);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves the old one in place when the new one cannot be written', async () => {
    const file = newFile();
    const first = await snapshotOf('The tide turns.');
    await writeSnapshot(file, first, VERSION);
    const second = await snapshotOf('The wind drops.');
    const broken = { ...second, tokens: { ...second.tokens, terms: [1n] } };
    // JSON has no big integers, so that writing fails half-way.
    await expect(writeSnapshot(file, Object(broken), VERSION)).rejects.toThrow(TypeError);
    expect(await readSnapshot(file, VERSION)).toEqual(toldOf(first));
    expect(await readdir(path.dirname(file))).toEqual(['index.snapshot']);
  });

  it('takes old leftovers of an interrupted writing away, and no others', async () => {
    const file = newFile();
    await writeSnapshot(file, await snapshotOf('The tide turns.'), VERSION);
    const name = (digit: string) => `.index-${digit.repeat(8)}-0000-0000-0000-000000000000.tmp`;
    const place = (entry: string) => path.join(path.dirname(file), entry);
    for (const entry of [name('1'), name('2'), 'notes.tmp']) await writeFile(place(entry), 'x');
    const now = 2_000_000_000_000;
    await utimes(place(name('1')), now / 1000 - 3600, now / 1000 - 3600);
    await utimes(place(name('2')), now / 1000 - 60, now / 1000 - 60);
    await utimes(place('notes.tmp'), 0, 0);
    await writeSnapshot(file, await snapshotOf('The wind drops.'), VERSION, now);
    expect((await readdir(path.dirname(file))).toSorted()).toEqual([
      name('2'),
      'index.snapshot',
      'notes.tmp',
    ]);
  });
});

/** Writes the snapshot that a file holds in the format of node:v8. */
const WRITER = `
  import { deserialize } from 'node:v8';
  import { writeSnapshot } from './dist/library/snapshot-file.js';
  const { file, snapshot } = deserialize(fs.readFileSync(process.argv[1]));
  countFromHere();
  await writeSnapshot(file, snapshot, ${VERSION});
`;

describe('a process that is killed while it writes a snapshot', () => {
  it('leaves the old one or the new one whole, whatever it was about to do', async () => {
    const file = newFile();
    const [before, after] = [
      await snapshotOf('The tide turns.'),
      await snapshotOf('The wind drops.'),
    ];
    const handedOver = path.join(tempFolder(), 'snapshot');
    await writeFile(handedOver, serialize({ file, snapshot: after }));
    const found: (string | undefined)[] = [];
    // No further apart than what comes after the new one is in place: opening, flushing, closing.
    for (let step = 1; ; step += 3) {
      await writeSnapshot(file, before, VERSION);
      const { isKilled } = await runKilledAt(step, WRITER, handedOver);
      const snapshot = await readSnapshot(file, VERSION);
      expect([toldOf(before), toldOf(after)]).toContainEqual(snapshot);
      const articles = await articlesIn(file);
      expect([before.articles, after.articles]).toContainEqual(articles);
      if (!isKilled) break;
      found.push(snapshot?.corpusHash);
    }
    expect(new Set(found)).toEqual(new Set([before.corpusHash, after.corpusHash]));
  });
});
