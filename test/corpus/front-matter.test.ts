import { describe, expect, test } from 'vitest';
import { load, loadOne, outline } from './temp-corpus.ts';

const given = (yaml: string) => loadOne(`---\n${yaml}\n---\nThe ferry stops.`, 'story.md');
const refused = async (yaml: string) => {
  const corpus = await load({ 'story.md': `---\n${yaml}\n---\nThe ferry stops.` });
  expect(corpus.articles).toEqual([]);
  return corpus.problems;
};
const problemsOf = async (yaml: string) => {
  const corpus = await load({ 'story.md': `---\n${yaml}\n---\nThe ferry stops.` });
  expect(corpus.articles).toHaveLength(1);
  return corpus.problems;
};

describe('what front matter states', () => {
  test('is taken, and nothing of it counts as inferred', async () => {
    const yaml = [
      'id: ferry-1',
      'title: "Ferry: the end"',
      'publisher: Harbour Gazette',
      'published: 2021-03-08',
      'language: zh-Hant',
      'url: https://example.org/ferry?a=1',
    ].join('\n');
    expect(await given(yaml)).toMatchObject({
      id: 'ferry-1',
      title: 'Ferry: the end',
      publisher: 'Harbour Gazette',
      published: '2021-03-08',
      language: 'zh-hant',
      url: 'https://example.org/ferry?a=1',
      text: 'The ferry stops.',
      inferred: [],
    });
  });

  test('may begin with a blank line and a comment', async () => {
    expect(await given('\n# About the ferry\n# and its end\n\ntitle: Ferry\n')).toMatchObject({
      title: 'Ferry',
      text: 'The ferry stops.',
    });
    const text = '---\n\n# Ferry\n\nThe ferry stops.\n\n---\n\nSo it is.';
    expect((await loadOne(text)).text).toBe(text);
  });

  test('may end with three dots, and may be empty', async () => {
    expect((await loadOne('---\nid: a\n...\nBody.')).id).toBe('a');
    expect((await loadOne('---\n---\nBody.')).text).toBe('Body.');
  });

  test('keeps dates, numbers and switches as they were written', async () => {
    expect((await given('published: !!timestamp 2021-03-08T23:00:00-05:00')).published).toBe(
      '2021-03-08',
    );
    expect(await given('id: 007\ntitle: 1984\npublisher: on')).toMatchObject({
      id: '007',
      title: '1984',
      publisher: 'on',
    });
  });

  test.each([
    ['title: Night train: the last run', 'Night train: the last run'],
    ['"title": Night train: 1: the end ', 'Night train: 1: the end'],
    ['title: @home with the “Owl”', '@home with the “Owl”'],
    ['title: "Owl" stops: why', '"Owl" stops: why'],
    ["title: 'Owl' stops", "'Owl' stops"],
    ['title: Train #7 stops # for good', 'Train #7 stops # for good'],
    ['title: "Train" # a comment', 'Train'],
    ['title: Train stops\nurl: https://example.org/#a', 'Train stops'],
    ['title: 夜车: 末班', '夜车: 末班'],
  ])('is plain text where somebody wrote that: %s', async (yaml, title) => {
    const article = await given(`${yaml}\r\npublished: 2021-03-08 # checked`);
    expect(article).toMatchObject({ title, published: '2021-03-08' });
  });

  test('counts as not given when it is null or blank', async () => {
    expect(await given('url: null\npublisher:\npublished: ~\ntitle: " "')).toMatchObject({
      url: null,
      publisher: 'unknown',
      published: null,
      title: 'The ferry stops.',
    });
  });

  test('is brought to one line without control characters', async () => {
    const article = await given(
      'title: "The\\n  ferry\\t\\u001b[31m \\u202e stops"\npublisher: |\n  Harbour\n  Gazette',
    );
    expect(article).toMatchObject({ title: 'The ferry[31m stops'.replace('ferry', 'ferry ') });
    expect(article.publisher).toBe('Harbour Gazette');
  });

  test('is read only from the very first line, and only between whole fences', async () => {
    expect((await loadOne('\n---\nid: a\n---\nBody.')).text).toBe('\n---\nid: a\n---\nBody.');
    expect((await loadOne('--- a title ---\n\nBody.')).text).toBe('--- a title ---\n\nBody.');
    expect((await loadOne('---\ntitle: a --- b\n---\nBody.')).title).toBe('a --- b');
  });
});

describe('front matter of other tools', () => {
  test.each([
    ['date: 2021-03-08', { published: '2021-03-08' }],
    ['Date: March 8, 2021', { published: '2021-03-08' }],
    ['Title: Ferry stops', { title: 'Ferry stops' }],
    ['lang: zh', { language: 'zh' }],
    ['link: https://example.org/a', { url: 'https://example.org/a' }],
    ['source: https://example.org/a', { url: 'https://example.org/a' }],
    ['source: Harbour Gazette', { publisher: 'Harbour Gazette' }],
    ['site: Harbour Gazette', { publisher: 'Harbour Gazette' }],
    ['tags: [a, b]\nauthor: A. Writer\nlastmod: 2022-01-01\ndraft: false', { published: null }],
  ])('%j is read without a word', async (yaml, read) => {
    expect(await given(yaml)).toMatchObject(read);
  });

  test('gives way to our own keys', async () => {
    expect((await given('date: 2020-01-01\npublished: 2021-03-08')).published).toBe('2021-03-08');
  });
});

test.each([
  [
    'TOML',
    '+++\ntitle = "Ferry \\"stops\\""\ndate = 2021-03-08T10:00:00Z # Monday\ndraft = false\n[x]\nlang = "zh"\n+++\n',
  ],
  ['JSON', '{\n  "title": "Ferry \\"stops\\"",\n  "date": "2021-03-08"\n}\n'],
])('front matter in %s is read', async (_kind, front) => {
  expect(await loadOne(`${front}The ferry stops.`, 'a.md')).toMatchObject({
    title: 'Ferry "stops"',
    published: '2021-03-08',
    language: 'en',
    text: 'The ferry stops.',
  });
});

test.each([
  '---\n\nThe council met.\n\n---\n\nIt was late.',
  '---\n\nThe council met.',
  '{\nno JSON\n}\nText.',
])('a text that only looks as if it had front matter is text: %j', async (text) => {
  expect((await loadOne(text, 'a.md')).text).toBe(text);
});

test('a date at the beginning of a file name counts as inferred', async () => {
  const article = await loadOne('The ferry stops.', '_posts/2021-03-08-ferry.md');
  expect(article.published).toBe('2021-03-08');
  expect(article.inferred).toContain('published');
});

describe('what does not fit', () => {
  test.each([
    ['published: Monday', 'date', 'Monday'],
    ['published: 2020-02-30', 'date', '2020-02-30'],
    ['url: javascript:alert(1)', 'url', 'javascript:alert(1)'],
    ['url: /relative', 'url', '/relative'],
    ['url: ftp://example.org/', 'url', 'ftp://example.org/'],
    ['language: English', 'language', 'English'],
    ['title: [a, b]', 'text', '[…]'],
    ['publisher: {name: x}', 'text', '{…}'],
    ['id: "two\\nlines"', 'id', 'two lines'],
  ])(
    '%s is a warning with its line, and the article is read without it',
    async (line, expected, got) => {
      const [key] = line.split(':');
      expect(await problemsOf(`# a comment\n${line}`)).toEqual([
        {
          code: 'invalid-value',
          severity: 'warning',
          file: 'story.md',
          line: 3,
          values: { key, expected, got },
        },
      ]);
    },
  );

  test('is shown cut when it is long', async () => {
    const [problem] = await problemsOf(`published: ${'x'.repeat(5000)}`);
    expect(JSON.stringify(problem).length).toBeLessThan(300);
  });

  test('is a warning when it is the key, with the nearest known one', async () => {
    const corpus = await load({
      'a.md': '---\npublishd: 2021-03-08\nmood: good\n---\nBody.',
    });
    expect(corpus.articles).toHaveLength(1);
    expect(
      corpus.problems.map(({ severity, line, values }) => ({ severity, line, values })),
    ).toEqual([
      { severity: 'warning', line: 2, values: { key: 'publishd', nearest: 'published' } },
      { severity: 'warning', line: 3, values: { key: 'mood', nearest: null } },
    ]);
  });

  test.each([
    ['title: Ferry pier: council\n  votes', 'colon', 'title'],
    ['"title": a: b\n  c', 'colon', 'title'],
    ['title: "open', 'quote', ''],
    ["title: 'open", 'quote', ''],
    ['tags: [a, b', 'bracket', expect.any(String)],
    ['tags: {a: b', 'bracket', expect.any(String)],
    ['title: @home\n  again', 'character', '@'],
    ['title: *bold', 'alias', 'bold'],
    ['\ttitle: a', 'tab', ''],
    ['title: a\ntitle: b', 'duplicate-key', 'title'],
    ['title: a\n  publisher: b', 'other', expect.any(String)],
    ['title: "a" b\n  c', 'other', expect.any(String)],
  ])('is told by what is wrong with the YAML: %j', async (yaml, fault, detail) => {
    const { problems } = await load({ 'a.md': `---\n${yaml}\n---\nBody.` });
    expect(problems).toMatchObject([{ code: 'invalid-yaml', values: { fault, detail } }]);
  });

  test.each([
    ['- a\n- b', 'invalid-value', 2, 'a list'],
    ['just words', 'invalid-value', 2, 'plain text'],
  ])('%j is %s in line %i: %s', async (yaml, code, line) => {
    expect(await refused(yaml)).toMatchObject([{ code, line }]);
  });

  test.each([
    ['title: "open', 2, 'a quotation without end'],
    ['title: b: c\n  d', 2, 'a colon in plain text of two lines'],
    ['id: b\nid: c', 3, 'a key that is there twice'],
    ['title: *nothing', 2, 'an alias of nothing'],
    ['tags: [a, b', 2, 'brackets without end'],
    ['\ttitle: a', 2, 'a tab'],
    ['words without a key', 2, 'plain text'],
  ])('%j costs itself in line %i, and not the fields after it: %s', async (field, line) => {
    const yaml = `${field}\npublished: 2021-03-08\nlanguage: English\nurl: "https://a.example`;
    const content = `---\n${yaml}\n---\nThe ferry stops.`;
    const { articles, problems } = await load({ 'story.md': content });
    expect(articles).toMatchObject([{ published: '2021-03-08', text: 'The ferry stops.' }]);
    const lines = yaml.split('\n').length;
    expect(problems).toMatchObject([
      { code: 'invalid-yaml', severity: 'warning', line },
      { code: 'invalid-value', severity: 'warning', line: lines },
      { code: 'invalid-yaml', severity: 'warning', line: lines + 1 },
    ]);
  });

  test('with CRLF has the same line numbers', async () => {
    const corpus = await load({ 'a.txt': '---\r\nid: a\r\npublished: soon\r\n---\r\nBody.' });
    expect(outline(corpus)).toEqual(['warning invalid-value a.txt:3']);
  });

  test('is front matter without an end', async () => {
    expect(outline(await load({ 'a.md': '---\ntitle: A\n\nBody.' }))).toEqual([
      'unclosed-front-matter a.md:1',
    ]);
  });

  test('is an impossible date in a stamp, as a warning, where no other date is given', async () => {
    const stamped = '\n date 2021-02-30 The ferry stops.';
    const alone = await load({ 'a.txt': stamped });
    expect(outline(alone)).toEqual(['warning invalid-value a.txt:2']);
    expect(alone.articles[0]?.published).toBeNull();
    const dated = await loadOne(`---\npublished: 2021-03-01\n---\n${stamped}`);
    expect(dated.text.slice(dated.bodyStart)).toBe('The ferry stops.');
  });
});

describe('hostile YAML', () => {
  const bomb = [
    'a: &a [x, x]',
    ...'bcdefghijklmnop'.split('').map((name, index) => {
      const before = String.fromCharCode('a'.charCodeAt(0) + index);
      return `${name}: &${name} [${`*${before},`.repeat(9)}]`;
    }),
  ].join('\n');

  test.each([
    [bomb, 'aliases of aliases'],
    ['a: &a [*a]', 'an alias inside of itself'],
    [`title: ${'['.repeat(8000)}`, 'brackets 8,000 deep'],
    ['- '.repeat(4000), 'lists 4,000 deep'],
  ])('is refused, and holds nothing up (%#: %2$s)', async (yaml) => {
    const [problem] = await refused(yaml);
    expect(problem?.code).toBe('invalid-yaml');
  });

  test('is refused by its size before it is parsed', async () => {
    const [problem] = await refused(`a: "${'x'.repeat(8 * 1024)}"`);
    expect(problem).toMatchObject({ code: 'too-large', line: 1 });
  });
});
