import { describe, expect, test } from 'vitest';
import { load, loadOne, outline } from './temp-corpus.ts';

function lineOf(text: string): string {
  return JSON.stringify({ text });
}

describe('a .jsonl file', () => {
  test('holds one article a line, its text exactly as it is', async () => {
    const record = {
      id: 'x-1',
      title: 'Ferry stops',
      publisher: 'Wire',
      published: '2021-03-08T10:00:00Z',
      language: 'en',
      url: 'https://example.org/1',
      text: 'Ferry stops\n\nThe ferry\r\nstops. ',
    };
    const { articles, problems } = await load({
      'a.jsonl': `\ufeff${JSON.stringify(record)}\r\n\r\n{"text":"Second.","url":null,"publisher":""}`,
    });
    expect(problems).toEqual([]);
    expect(articles).toMatchObject([
      { ...record, published: '2021-03-08', bodyStart: 13, inferred: [] },
      { id: 'a:3', text: 'Second.', title: 'Second.', url: null, publisher: 'unknown' },
    ]);
  });

  test('may number its articles, and may lie in a sub-folder', async () => {
    const { articles } = await load({ 'sub/a.jsonl': '{"id":17,"text":"One."}\n{"text":"Two."}' });
    expect(articles.map(({ id }) => id)).toEqual(['17', 'sub/a:2']);
  });

  test('keeps its other lines when some are bad', async () => {
    const corpus = await load({
      'a.jsonl': [
        '{"text":"One."}',
        '{"text": Monday}',
        '["list"]',
        '{"title":"No text"}',
        '{"text":5}',
        '{"text":"  "}',
        '{"text":"Bad date.","published":"2020-02-30"}',
        String.raw`{"text":"Half \ud800 a pair."}`,
        String.raw`{"text":"A \u0000 NUL."}`,
        '{"text":"Last."}',
      ].join('\n'),
    });
    expect(corpus.articles.map(({ text }) => text)).toEqual(['One.', 'Bad date.', 'Last.']);
    expect(outline(corpus)).toEqual([
      'invalid-json a.jsonl:2',
      'invalid-value a.jsonl:3',
      'missing-text a.jsonl:4',
      'invalid-value a.jsonl:5',
      'empty a.jsonl:6',
      'warning invalid-value a.jsonl:7',
      'invalid-json a.jsonl:8',
      'binary a.jsonl:9',
    ]);
  });

  test('is read no further when there is no end to what is wrong with it', async () => {
    const text = `${lineOf('One.')}\n${'{\n'.repeat(5000)}${lineOf('Last.')}`;
    const { articles, problems } = await load({ 'a.jsonl': text });
    expect(articles.map((article) => article.text)).toEqual(['One.']);
    expect(problems).toHaveLength(1001);
    expect(problems.at(-1)).toMatchObject({ code: 'too-many-problems', line: 1002 });
  });

  test.each([
    ['{"text":"a",}', 13],
    ['{text:"a"}', 2],
    // The engine does not say where.
    ['{"text":hello}', null],
  ])('is told where its JSON breaks off, where that is known: %s', async (line, position) => {
    const { problems } = await load({ 'a.jsonl': line });
    expect(problems).toMatchObject([{ code: 'invalid-json', values: { position } }]);
  });

  test('is read as news services write it', async () => {
    const article = await loadOne(
      JSON.stringify({
        headline: 'Ferry stops',
        content: 'The ferry stops today.',
        publishedAt: '2021-03-08T10:00:00Z',
        source: { id: null, name: 'Harbour Gazette' },
        link: 'https://example.org/ferry',
        author: 'A. Writer',
      }),
      'a.jsonl',
    );
    expect(article).toMatchObject({
      title: 'Ferry stops',
      text: 'The ferry stops today.',
      published: '2021-03-08',
      publisher: 'Harbour Gazette',
      url: 'https://example.org/ferry',
    });
  });

  test('keeps all its lines when each has a field that does not fit', async () => {
    const line = '{"text":"One.","published":"03/05/2024"}\n';
    const { articles } = await load({ 'a.jsonl': line.repeat(1500) });
    expect(articles).toHaveLength(1500);
  });

  test('warns of an unknown key once, not for every line', async () => {
    const corpus = await load({ 'a.jsonl': '{"txet":1,"text":"One."}\n{"txet":2,"text":"Two."}' });
    expect(corpus.problems).toMatchObject([{ line: 1, values: { key: 'txet', nearest: 'text' } }]);
    expect(corpus.articles).toHaveLength(2);
  });

  test('says at which byte of the file a line is not UTF-8', async () => {
    const content = Buffer.concat([
      Buffer.from('{"text":"渡轮"}\n{"text":"'),
      Buffer.from([0xe6, 0xb8, 0x22]),
      Buffer.from('}\n{"text":"Last."}'),
    ]);
    const corpus = await load({ 'a.jsonl': content });
    const byteOffset = content.indexOf(Buffer.from([0xe6, 0xb8, 0x22]));
    expect(corpus.problems).toMatchObject([{ code: 'not-utf8', line: 2, values: { byteOffset } }]);
    expect(corpus.articles).toHaveLength(2);
  });

  test('may be larger than the limit, which is that of a line', async () => {
    const long = lineOf('x'.repeat(2000));
    const lines = [
      ...Array.from({ length: 3000 }, (_, n) => lineOf(`Article ${n}.`)),
      long,
      lineOf('End.'),
    ];
    const corpus = await load({ 'a.jsonl': lines.join('\n') }, { maxArticleBytes: 1000 });
    expect(corpus.problems).toMatchObject([
      { code: 'too-large', line: 3001, values: { bytes: long.length, maxBytes: 1000 } },
    ]);
    expect(corpus.articles).toHaveLength(3001);
    expect(corpus.articles.at(-1)?.id).toBe('a:3002');
  });

  test('gives lines across the borders of what is read at once', async () => {
    const texts = Array.from({ length: 40 }, (_, n) => `${n} ${'渡'.repeat(9973)}`);
    const { articles } = await load({
      'a.jsonl': texts.map((text) => JSON.stringify({ text })).join('\n'),
    });
    expect(articles.map(({ text }) => text)).toEqual(texts);
  });

  test('without anything in it is empty; one that is no text at all is one problem', async () => {
    expect(outline(await load({ 'a.jsonl': '\n\n' }))).toEqual(['empty a.jsonl']);
    expect(outline(await load({ 'a.jsonl': new Uint8Array([0x50, 0, 0x0a, 0x0a, 0xff]) }))).toEqual(
      ['binary a.jsonl'],
    );
  });

  test('can be bad in 200,000 lines', async () => {
    const corpus = await load({ 'a.jsonl': '{}\n'.repeat(200_000) });
    expect(corpus.problems).toHaveLength(1001);
    expect(corpus.problems.at(-1)).toMatchObject({ code: 'too-many-problems', line: 1001 });
  });

  test('nested 100,000 deep is a problem of its line', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const corpus = await load({ 'a.jsonl': `{"text":${deep}}\n${deep}\n{"text":"Last."}` });
    expect(outline(corpus)).toEqual(['invalid-value a.jsonl:1', 'invalid-value a.jsonl:2']);
  });
});
