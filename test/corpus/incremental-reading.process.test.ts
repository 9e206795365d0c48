import type * as FileSystem from 'node:fs';
import { openSync } from 'node:fs';
import { rename, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  type Corpus,
  createCorpusAssembler,
  type LoadCorpusOptions,
  type ParseCache,
  readParts,
} from '../../src/corpus/index.ts';
import { createFolder, writeFiles } from './temp-corpus.ts';

vi.mock('node:fs', async (importOriginal) => {
  const original = await importOriginal<typeof FileSystem>();
  return { ...original, openSync: vi.fn<typeof original.openSync>(original.openSync) };
});

const opened = vi.mocked(openSync);
beforeEach(() => {
  opened.mockClear();
});

/** Long after every change that a test makes. */
const LATER = () => Date.UTC(2200, 0, 1);

async function read(
  folder: string,
  options: LoadCorpusOptions = {},
): Promise<{ corpus: Corpus; parseCache: ParseCache; openedFiles: string[] }> {
  opened.mockClear();
  const assembler = createCorpusAssembler(folder);
  for await (const part of readParts(folder, { now: LATER, ...options })) {
    assembler.add(part);
  }
  const { corpus, parseCache } = assembler.finish();
  const openedFiles = opened.mock.calls.map(([path]) => String(path).slice(folder.length + 1));
  return { corpus, parseCache, openedFiles };
}

describe('a file that has not changed', () => {
  test('is not opened again, and its text is not stored again', async () => {
    const folder = await createFolder({ 'a.txt': 'Ferry.', 'b.txt': 'Bridge.' });
    const first = await read(folder);
    expect(first.openedFiles).toEqual(['a.txt', 'b.txt']);
    await writeFile(join(folder, 'b.txt'), 'Bridge closed.');
    const second = await read(folder, { previous: first.parseCache });
    expect(second.openedFiles).toEqual(['b.txt']);
    const textOf = ({ parseCache }: typeof first) =>
      parseCache.get('a.txt')?.articles[0]?.article.text;
    expect(textOf(second)).toBe(textOf(first));
    expect(second.corpus.byId.get('b')?.text).toBe('Bridge closed.');
  });

  test('keeps its problems', async () => {
    const folder = await createFolder({ 'a.txt': ' ', 'b.jsonl': '{"text":"One."}\n{"text":2}' });
    const first = await read(folder);
    const second = await read(folder, { previous: first.parseCache });
    expect(second.openedFiles).toEqual([]);
    expect(second.corpus.problems.map(({ code }) => code)).toEqual(['empty', 'invalid-value']);
    expect(second.corpus).toEqual(first.corpus);
  });
});

describe('a file is opened again', () => {
  test('when sources.yaml says something else of it, and only then', async () => {
    const yaml = (title: string) => `a.txt:\n  title: ${title}\nb.txt:\n  title: Harbour\n`;
    const folder = await createFolder({
      'a.txt': 'Ferry.',
      'b.txt': 'Bridge.',
      'sources.yaml': yaml('Boats'),
    });
    const first = await read(folder);
    await writeFile(join(folder, 'sources.yaml'), yaml('Ships'));
    const second = await read(folder, { previous: first.parseCache });
    expect(second.openedFiles).toEqual(['sources.yaml', 'a.txt']);
    expect(second.corpus.byId.get('a')?.title).toBe('Ships');
  });

  test('when the size limit is another', async () => {
    const folder = await createFolder({ 'a.txt': 'x'.repeat(200) });
    const first = await read(folder);
    const second = await read(folder, { previous: first.parseCache, maxArticleBytes: 100 });
    expect(second.corpus.problems).toMatchObject([{ code: 'too-large' }]);
  });

  test('when it has the size and the time of the one before, but is another', async () => {
    const folder = await createFolder({ 'a.txt': 'Ferry one.', 'other.md': 'Ferry two.' });
    const time = new Date('2020-01-01T00:00:00Z');
    for (const name of ['a.txt', 'other.md']) await utimes(join(folder, name), time, time);
    const first = await read(folder);
    await rename(join(folder, 'other.md'), join(folder, 'a.txt'));
    const second = await read(folder, { previous: first.parseCache });
    expect(second.corpus.articles.map(({ text }) => text)).toEqual(['Ferry two.']);
  });

  test('when its link leads elsewhere', async () => {
    const folder = await createFolder({ '.one.txt': 'Ferry one.', '.two.txt': 'Ferry two.' });
    await symlink('.one.txt', join(folder, 'a.txt'));
    const first = await read(folder);
    await rm(join(folder, 'a.txt'));
    await symlink('.two.txt', join(folder, 'a.txt'));
    const second = await read(folder, { previous: first.parseCache });
    expect(second.corpus.byId.get('a')?.text).toBe('Ferry two.');
  });

  test('when it was read less than 2 s after its last change: another one could not be told', async () => {
    const folder = await createFolder({ 'a.txt': 'Ferry.' });
    const long = new Date('2020-01-01T00:00:00Z');
    // Its date of change can be set to any time; that of its entry cannot.
    await utimes(join(folder, 'a.txt'), long, long);
    const { ctimeMs } = await stat(join(folder, 'a.txt'));
    const soon = await read(folder, { now: () => ctimeMs + 1500 });
    const again = await read(folder, { previous: soon.parseCache });
    expect(again.openedFiles).toEqual(['a.txt']);
    const later = await read(folder, { now: () => ctimeMs + 3000 });
    const last = await read(folder, { previous: later.parseCache });
    expect(last.openedFiles).toEqual([]);
  });

  test('when it could not be opened the last time', async () => {
    const folder = await createFolder({ 'a.txt': 'Ferry.' });
    const tooManyOpen = Object.assign(new Error('EMFILE'), { code: 'EMFILE', syscall: 'open' });
    opened.mockImplementationOnce(() => {
      throw tooManyOpen;
    });
    const first = await read(folder);
    expect(first.corpus.problems).toMatchObject([{ code: 'file-unreadable' }]);
    const second = await read(folder, { previous: first.parseCache });
    expect(second.corpus.articles).toHaveLength(1);
  });
});

const NAMES = ['a.txt', 'b.md', 'c.html', 'd.jsonl', 'sub/a.txt', 'sub/e.txt'] as const;
const IDS = ['a', 'north', 'south'] as const;

const edit = fc.oneof(
  fc.record({
    kind: fc.constant('write'),
    name: fc.constantFrom(...NAMES),
    id: fc.option(fc.constantFrom(...IDS)),
  }),
  fc.record({ kind: fc.constant('remove'), name: fc.constantFrom(...NAMES) }),
  fc.record({
    kind: fc.constant('rename'),
    name: fc.constantFrom(...NAMES),
    to: fc.constantFrom(...NAMES),
  }),
  fc.record({
    kind: fc.constant('touch'),
    name: fc.constantFrom(...NAMES),
    day: fc.integer({ min: 1, max: 28 }),
  }),
  fc.record({
    kind: fc.constant('sources'),
    name: fc.constantFrom(...NAMES),
    id: fc.constantFrom(...IDS),
  }),
);

type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

/** Every writing has a length of its own: within one test, times may be too close to tell. */
async function apply(change: Edit, folder: string, count: number): Promise<void> {
  const path = join(folder, change.name);
  const ifThere = (work: Promise<void>) =>
    work.catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    });
  if ('to' in change) await ifThere(rename(path, join(folder, change.to)));
  else if ('day' in change) {
    await ifThere(utimes(path, new Date(), new Date(Date.UTC(2020, 0, change.day))));
  } else if (change.kind === 'remove') await rm(path, { force: true });
  else if (change.kind === 'sources') {
    const padding = '#'.repeat(count);
    const content = `${change.name}:\n  id: ${change.id}\n  title: ${change.id}\n${padding}\n`;
    await writeFiles(folder, { 'sources.yaml': content });
  } else {
    await writeFiles(folder, { [change.name]: contentOf(change, count) });
  }
}

function contentOf(change: Edit, count: number): string {
  const text = 'Ferry. '.repeat(count);
  const id = 'id' in change ? change.id : null;
  if (change.name.endsWith('.jsonl')) {
    const lines = [
      { text, ...(id !== null && { id }) },
      { text: `${text}!`, id: 'south' },
    ];
    return lines.map((line) => JSON.stringify(line)).join('\n');
  }
  return id !== null && /\.(?:md|txt)$/u.test(change.name) ? `---\nid: ${id}\n---\n${text}` : text;
}

test('reading by what was read before gives what reading all gives, after any edits', async () => {
  const rounds = fc.array(fc.array(edit, { maxLength: 4 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(rounds, async (all) => {
      const folder = await createFolder({ 'a.txt': 'Bridge.', 'sub/e.txt': 'Harbour.' });
      let previous: ParseCache = new Map();
      let count = 1;
      for (const edits of all) {
        for (const change of edits) {
          count += 1;
          await apply(change, folder, count);
        }
        const incremental = await read(folder, { previous });
        const full = await read(folder);
        expect(incremental.corpus).toEqual(full.corpus);
        expect(incremental.parseCache).toEqual(full.parseCache);
        expect(incremental.openedFiles.length).toBeLessThanOrEqual(full.openedFiles.length);
        previous = incremental.parseCache;
      }
    }),
    { numRuns: 60 },
  );
});
