import { describe, expect, test } from 'vitest';
import { load, outline } from './temp-corpus.ts';

describe('sources.yaml', () => {
  test('fills what a file does not say itself, for every kind of file', async () => {
    const corpus = await load({
      'sources.yaml': [
        'raw.txt: {published: 2021-03-08, publisher: Harbour Gazette}',
        './sub/own.md: {publisher: Other, url: https://example.org/own}',
        'page.html: {published: 2021-03-09, title: Not used}',
        'lines.jsonl: {publisher: Wire}',
      ].join('\n'),
      'raw.txt': 'The ferry stops.',
      'sub/own.md': '---\npublisher: Elmport Times\n---\nThe ferry stops.',
      'page.html': '<title>Ferry stops</title><p>The ferry stops.',
      'lines.jsonl': '{"text":"One."}\n{"publisher":"Own","text":"Two."}',
    });
    expect(corpus.problems).toEqual([]);
    const facts = corpus.articles.map(({ id, publisher, published, title, url }) => [
      id,
      publisher,
      published,
      title,
      url,
    ]);
    expect(facts).toEqual([
      ['lines:1', 'Wire', null, 'One.', null],
      ['lines:2', 'Own', null, 'Two.', null],
      ['page', 'unknown', '2021-03-09', 'Ferry stops', null],
      ['raw', 'Harbour Gazette', '2021-03-08', 'The ferry stops.', null],
      ['sub/own', 'Elmport Times', null, 'The ferry stops.', 'https://example.org/own'],
    ]);
    expect(corpus.byId.get('raw')?.inferred).toEqual(['id', 'title', 'language']);
  });

  test('wins over a date stamp, which is still no part of the body', async () => {
    const { articles } = await load({
      'sources.yml': 'a.txt: {published: 2021-03-09}',
      'a.txt': ' date 2021-03-08 The ferry stops.',
    });
    expect(articles).toMatchObject([{ published: '2021-03-09', bodyStart: 17 }]);
  });

  test('lets files share what they have in common by an anchor', async () => {
    const { articles, problems } = await load({
      'sources.yaml': 'a.txt: &wire\n  publisher: Wire\n  mood: good\nb.txt: *wire\n',
      'a.txt': 'One.',
      'b.txt': 'Two.',
    });
    expect(articles.map(({ publisher }) => publisher)).toEqual(['Wire', 'Wire']);
    expect(problems).toMatchObject([{ code: 'unknown-key', line: 3 }]);
  });

  test('finds a file whose accents are written another way', async () => {
    const { articles } = await load({
      'sources.yaml': 'caf\u00e9.txt: {publisher: Wire}',
      'cafe\u0301.txt': 'One.',
    });
    expect(articles[0]?.publisher).toBe('Wire');
  });

  test.each([
    ['a.txt: [', 'invalid-yaml sources.yaml:1'],
    ['- a.txt', 'invalid-value sources.yaml'],
    ['['.repeat(500_000), 'invalid-yaml sources.yaml:1'],
    ['{a: '.repeat(30), 'invalid-yaml sources.yaml:1'],
    [`# ${'x'.repeat(512 * 1024)}`, 'too-large sources.yaml'],
    [new Uint8Array([0x61, 0xff]), 'not-utf8 sources.yaml'],
    [new Uint8Array([0x61, 0]), 'binary sources.yaml'],
  ])(
    'that is broken is one problem, and the articles still load (%#)',
    async (content, problem) => {
      const corpus = await load({ 'sources.yaml': content, 'a.txt': 'One.', 'b.txt': 'Two.' });
      expect(outline(corpus)).toEqual([problem]);
      expect(corpus.articles).toHaveLength(2);
    },
  );

  test('that states something impossible is an error; the article does without it', async () => {
    const corpus = await load({
      'sources.yaml': 'a.txt:\n  published: Monday\n  publisher: Wire\nb.txt: words\n',
      'a.txt': 'One.',
      'b.txt': 'Two.',
    });
    expect(corpus.problems).toMatchObject([
      { code: 'invalid-value', line: 2, values: { key: 'published', expected: 'date' } },
      { code: 'invalid-value', line: 4, values: { key: 'b.txt', expected: 'mapping' } },
    ]);
    expect(corpus.articles).toMatchObject([{ published: null, publisher: 'Wire' }, { id: 'b' }]);
  });

  test('that names a file which is not there warns, with the nearest name', async () => {
    const corpus = await load({
      'sources.yaml':
        'stroy-1.txt: {publisher: A}\nelsewhere.txt:\n  publisher: B\n__proto__: {title: x}\n',
      'story-1.txt': 'One.',
    });
    expect(corpus.problems).toMatchObject([
      { code: 'unknown-file', severity: 'warning', line: 1, values: { nearest: 'story-1.txt' } },
      { code: 'unknown-file', severity: 'warning', line: 2, values: { nearest: null } },
      { code: 'unknown-file', severity: 'warning', line: 4, values: { name: '__proto__' } },
    ]);
  });

  test('cannot give one id to all lines of a file', async () => {
    const corpus = await load({
      'sources.yaml': 'a.jsonl:\n  publisher: Wire\n  id: one\n',
      'a.jsonl': '{"text":"One."}',
    });
    expect(outline(corpus)).toEqual(['warning unknown-key sources.yaml:3']);
    expect(corpus.articles).toMatchObject([{ id: 'a:1', publisher: 'Wire' }]);
  });

  test('may name thousands of files that are not there', async () => {
    const names = Array.from({ length: 3000 }, (_, n) => `gone-${n}.txt: {publisher: A}\n`);
    const corpus = await load({ 'sources.yaml': names.join(''), 'story-1.txt': 'One.' });
    expect(corpus.problems).toHaveLength(3000);
  });
});
