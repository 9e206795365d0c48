import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCorpus } from '../../src/corpus/index.ts';
import { createFolder, load, loadOne, outline } from './temp-corpus.ts';

// Invented reports with the marks that collected ones have.
const STAMPED =
  ' date 2021-03-08 Engineers in Elmport found a second crack under the old swing bridge, three days after the first one, and the town’s council met at night to decide what follows.\n\nA councillor called the bridge “safe for ‘light’ carts”.\n\nNobody answered the door of the builder.';
const HEADED =
  'Elmport closes its swing bridge\n\n\nCarts must take the ford until May, writes either or the council.\n\nRead the notice in a .\n\nRead the notice in a .\n\n    Share Story:\n\nRecent Stories';
const MIXED =
  '桥停用 | 榆港平转桥出现第二道裂缝Swing Bridge\n\n\n\n\n工程师周日夜里检查了桥墩,“今晚先封桥”, 他们说。\n\nThe mayor wore boots and counted forty carts at the ford before breakfast. \n\n\nShe promised “a dry crossing” by May, and the baker sold out of bread. ';

describe('raw collected files', () => {
  test('are read as they are: nothing given, everything inferred and said to be so', async () => {
    const corpus = await load({ 'a.txt': STAMPED, 'b.txt': HEADED, 'sub/c.txt': MIXED });
    expect(corpus.problems).toEqual([]);
    expect(corpus.articles).toMatchObject([
      {
        id: 'a',
        file: 'a.txt',
        title:
          'Engineers in Elmport found a second crack under the old swing bridge, three days after…',
        published: '2021-03-08',
        language: 'en',
        text: STAMPED,
        inferred: ['id', 'title', 'publisher', 'published', 'language'],
      },
      {
        id: 'b',
        title: 'Elmport closes its swing bridge',
        published: null,
        publisher: 'unknown',
        url: null,
        text: HEADED,
        inferred: ['id', 'title', 'publisher', 'language'],
      },
      {
        id: 'sub/c',
        file: 'sub/c.txt',
        title: '桥停用 | 榆港平转桥出现第二道裂缝Swing Bridge',
        language: 'en',
        text: MIXED,
      },
    ]);
  });

  test('begin, for quoting, after the stamp and the headline, but not after opening words', async () => {
    const { articles } = await load({ 'a.txt': STAMPED, 'b.txt': HEADED, 'c.txt': MIXED });
    const bodies = articles.map(({ text, bodyStart }) => text.slice(bodyStart, bodyStart + 13));
    expect(bodies).toEqual(['Engineers in ', 'Carts must ta', '工程师周日夜里检查了桥墩,']);
  });
});

describe('the text', () => {
  test('loses a byte-order mark and nothing else', async () => {
    const text = 'One.\r\n\r\nCafe\u0301 \u00a0 “two”\t\r\n\r\n';
    expect((await loadOne(`\ufeff${text}`)).text).toBe(text);
  });

  test('is what follows the front matter, its blank lines included', async () => {
    const article = await loadOne('---\r\ntitle: A\r\n---\r\n\r\nBody.\r\n', 'a.md');
    expect(article.text).toBe('\r\nBody.\r\n');
    expect(article.bodyStart).toBe(0);
  });
});

describe('the folder', () => {
  test('gives articles of the known extensions, sorted by file, and passes over the rest', async () => {
    const corpus = await load({
      'b.TXT': 'B body.',
      'a.md': 'A body.',
      'sub/deep/c.htm': '<p>C body.',
      'd.jsonl': '{"text":"D body."}',
      'README.md': 'About.',
      'sub/readme.txt': 'About.',
      'Readme-first.txt': 'About.',
      '.hidden.txt': 'Hidden.',
      '.git/x.txt': 'Hidden.',
      'README.zh-CN.md': 'About.',
      'notes.jpg': '%PDF-1.7',
      'more.JPG': '%PDF-1.7',
      'no-ending': 'Text.',
      'sub/sources.yaml': 'broken: [',
      'e.markdown': 'E body.',
      'f.ndjson': '{"text":"F body."}',
      'g.xhtml': '<p>G body.</p>',
    });
    expect(corpus.articles.map(({ file }) => file)).toEqual([
      'a.md',
      'b.TXT',
      'd.jsonl',
      'e.markdown',
      'f.ndjson',
      'g.xhtml',
      'sub/deep/c.htm',
    ]);
    expect([...corpus.byId.keys()]).toEqual(['a', 'b', 'd:1', 'e', 'f:1', 'g', 'sub/deep/c']);
    expect(corpus.problems).toEqual([
      {
        code: 'files-passed-over',
        severity: 'warning',
        file: '.',
        line: null,
        values: {
          count: 5,
          endings: [
            { ending: '.jpg', count: 2 },
            { ending: '', count: 1 },
            { ending: '.yaml', count: 1 },
            { ending: 'README', count: 1 },
          ],
        },
      },
    ]);
  });

  test('that is missing or no folder gives an empty corpus and one problem', async () => {
    const folder = await createFolder({ 'a.txt': 'Body.' });
    const missing = await loadCorpus(join(folder, 'nowhere'));
    expect(missing.articles).toEqual([]);
    expect(missing.problems).toEqual([
      {
        code: 'folder-unreadable',
        severity: 'error',
        file: '.',
        line: null,
        values: { cause: 'ENOENT' },
      },
    ]);
    expect((await loadCorpus(join(folder, 'a.txt'))).problems).toMatchObject([
      { code: 'folder-unreadable', values: { cause: 'ENOTDIR' } },
    ]);
  });

  test('can itself be reached by a link', async () => {
    const folder = await createFolder({ 'real/a.txt': 'Body.' });
    await symlink('real', join(folder, 'link'));
    const corpus = await loadCorpus(join(folder, 'link'));
    expect(corpus.articles).toHaveLength(1);
    expect(corpus.folder).toBe(join(folder, 'link'));
  });

  test('with too many files is read up to the limit', async () => {
    const corpus = await load({ 'a.txt': 'A.', 'b.txt': 'B.', 'c.txt': 'C.' }, { maxFiles: 2 });
    expect(outline(corpus)).toEqual(['too-many-files .']);
    expect(corpus.articles.map(({ file }) => file)).toEqual(['a.txt', 'b.txt']);
  });
});

describe('reading', () => {
  test('tells how far it is, and lets other work go on between files', async () => {
    const steps: string[] = [];
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 0);
    const files = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`${n}.txt`, 'Body.']));
    await load(files, {
      onProgress: ({ filesRead, fileCount }) => steps.push(`${filesRead}/${fileCount}`),
    });
    clearInterval(timer);
    expect(steps).toHaveLength(50);
    expect(steps.at(-1)).toBe('50/50');
    expect(turns).toBeGreaterThan(0);
  });

  test('stops when it is aborted, with the reason of the signal', async () => {
    const folder = await createFolder({ 'a.txt': 'A.', 'b.txt': 'B.' });
    const controller = new AbortController();
    const reason = new Error('enough');
    const reading = loadCorpus(folder, {
      signal: controller.signal,
      onProgress: () => controller.abort(reason),
    });
    await expect(reading).rejects.toBe(reason);
    await expect(loadCorpus(folder, { signal: controller.signal })).rejects.toBe(reason);
  });

  test('gives equal hashes for equal articles, and another one for any change', async () => {
    const before = await load({ 'a.txt': '---\npublisher: P\n---\nBody.' });
    const same = await load({ 'a.txt': '---\npublisher: P\n---\nBody.' });
    const text = await load({ 'a.txt': '---\npublisher: P\n---\nBody!' });
    const publisher = await load({ 'a.txt': '---\npublisher: Q\n---\nBody.' });
    expect(same.contentHash).toBe(before.contentHash);
    expect(before.contentHash).toMatch(/^[0-9a-f]{64}$/u);
    expect(text.contentHash).not.toBe(before.contentHash);
    expect(publisher.contentHash).not.toBe(before.contentHash);
  });
});

describe('ids', () => {
  test('that are there twice: the first article stays, the later one names it', async () => {
    const corpus = await load({
      'a.txt': '---\nid: story\n---\nFirst.',
      'b.txt': '---\nid: story\n---\nSecond.',
      'c.jsonl': '{"id":"x","text":"Third."}\n{"id":"x","text":"Fourth."}',
    });
    expect(corpus.articles.map(({ text }) => text)).toEqual(['First.', 'Third.']);
    expect(corpus.problems).toMatchObject([
      { code: 'duplicate-id', file: 'b.txt', values: { id: 'story', firstFile: 'a.txt' } },
      { code: 'duplicate-id', file: 'c.jsonl', line: 2, values: { firstFile: 'c.jsonl:1' } },
    ]);
  });

  test('and file names that JavaScript objects have for themselves are ordinary ones', async () => {
    const corpus = await load({
      '__proto__.txt': 'Body.',
      'constructor.md': '---\n__proto__: x\nconstructor: y\n---\nBody.',
      'a.jsonl': '{"__proto__":{"title":"polluted"},"id":"toString","text":"Body."}',
    });
    expect([...corpus.byId.keys()]).toEqual(['__proto__', 'toString', 'constructor']);
    expect(new Set(outline(corpus))).toEqual(
      new Set([
        'warning unknown-key a.jsonl:1',
        'warning unknown-key constructor.md:2',
        'warning unknown-key constructor.md:3',
      ]),
    );
    expect(Object.hasOwn(Object.prototype, 'title')).toBe(false);
    expect(corpus.byId.get('toString')?.title).toBe('Body.');
  });
});
