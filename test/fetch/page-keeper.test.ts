import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadCorpus } from '../../src/corpus/index.ts';
import { createPageKeeper } from '../../src/fetch/page-keeper.ts';
import { readPage } from '../../src/fetch/read-fetched.ts';
import { buildPdf } from '../corpus/documents/build-pdf.ts';
import { createFolder } from '../corpus/temp-corpus.ts';
import { faultOf, type Handler, startWeb, type Web } from './support.ts';

const story = (words: string, title = 'Ferry sails again') =>
  `<html lang="en"><head><title>${title}</title>
  <meta property="og:site_name" content="Harbour Post"></head>
  <body><article><h1>${title}</h1><p>${words}</p></article></body></html>`;

const WORDS = 'The ferry to the island sailed again on Monday after a week in the dock.';
const CHANGED = 'The ferry to the island sailed again on Tuesday after a week in the dock.';

interface Told {
  readonly fields: object;
  readonly message: string;
}

async function openKeeper(web: Web, files: Readonly<Record<string, string>> = {}) {
  const folder = await createFolder(files);
  const dataDir = await createFolder({});
  const told: Told[] = [];
  const note = (fields: object, message: string) => void told.push({ fields, message });
  const open = async () => {
    const { articles } = await loadCorpus(folder);
    return createPageKeeper({
      fetcher: web.fetcher,
      reader: { page: readPage },
      folder,
      dataDir,
      maxArticleBytes: 100_000,
      articles: () => articles,
      now: web.clock.now,
      log: { info: note, warn: note },
    });
  };
  return { folder, dataDir, told, open, keeper: await open() };
}

test('a page becomes an article that says where and when it came from', async () => {
  const web = await startWeb();
  web.serve('www.news.example/2026/03/ferry.html', story(WORDS));
  const { folder, keeper } = await openKeeper(web);
  const address = `http://www.news.example:${web.port}/2026/03/ferry.html?utm=1#top`;
  web.serve('www.news.example/2026/03/ferry.html?utm=1', story(WORDS));
  const kept = await keeper.keep(address);
  expect(kept).toMatchObject({
    outcome: 'kept',
    file: 'news-example-2026-03-ferry-html-utm-1.html',
  });
  const { articles, problems } = await loadCorpus(folder);
  expect(problems).toEqual([]);
  expect(articles).toMatchObject([
    {
      title: 'Ferry sails again',
      publisher: 'Harbour Post',
      url: address.replace('#top', ''),
      text: WORDS,
      retrieved: '2026-03-05T10:20:01.000Z',
    },
  ]);
});

test('a document is kept as it is, and its article says where and when it came from', async () => {
  const web = await startWeb();
  const pdf = buildPdf({ pages: [[{ text: WORDS, y: 700 }]] });
  web.serve('news.example/2026/ferry.pdf', typed(pdf, 'application/octet-stream'));
  const { folder, keeper, open } = await openKeeper(web);
  const address = `http://news.example:${web.port}/2026/ferry.pdf`;
  const { outcome, file } = await keeper.keep(address);
  expect(outcome).toBe('kept');
  expect(file).toMatch(/^news-example-2026-ferry-[\da-f]{12}\.pdf$/u);
  expect(await readFile(path.join(folder, file))).toEqual(pdf);
  const { articles, problems } = await loadCorpus(folder);
  expect(problems).toEqual([]);
  expect(articles).toMatchObject([
    { file, url: address, retrieved: '2026-03-05T10:20:01.000Z', text: WORDS },
  ]);
  expect(await (await open()).keep(address)).toMatchObject({ outcome: 'same', file });
  await rm(path.join(folder, file));
  expect((await loadCorpus(folder)).problems).toEqual([]);
});

test('Markdown is read as Markdown, by its address where the server calls it plain text', async () => {
  const web = await startWeb();
  web.serve('news.example/ferry.md', typed(`**${WORDS}**`, 'text/plain'));
  const { keeper } = await openKeeper(web);
  const { name, article } = await keeper.look(`http://news.example:${web.port}/ferry.md`);
  expect(name).toBe('news.example-ferry.md');
  expect(article.text).toBe(WORDS);
});

test('a page is its own article, whatever front matter it begins with', async () => {
  const web = await startWeb();
  web.serve(
    'news.example/a',
    `---\nid: harbour\nurl: https://other.example/\n---\n${story(WORDS)}`,
  );
  const { folder, keeper } = await openKeeper(web, { 'harbour.md': 'Quite another story.' });
  await keeper.keep(`http://news.example:${web.port}/a`);
  const { articles } = await loadCorpus(folder);
  expect(articles.map(({ id, url }) => [id, url])).toEqual([
    ['harbour', null],
    ['news-example-a', `http://news.example:${web.port}/a`],
  ]);
});

test('the address that a page calls its own counts on its own host only', async () => {
  const web = await startWeb();
  const page = (canonical: string) =>
    story(WORDS).replace('</head>', `<link rel="canonical" href="${canonical}"></head>`);
  const own = `http://news.example:${web.port}/story`;
  web.serve('news.example/story?from=feed', page(own));
  web.serve('news.example/other', page('https://famous.example/story'));
  web.serve('news.example/user', page(own.replace('//', '//bank.example@')));
  const { keeper } = await openKeeper(web);
  expect((await keeper.look(`${own}?from=feed`)).article.url).toBe(own);
  const other = `http://news.example:${web.port}/other`;
  expect((await keeper.look(other)).article.url).toBe(other);
  const user = `http://news.example:${web.port}/user`;
  expect((await keeper.look(user)).article.url).toBe(user);
});

test('a page that has not changed is not kept again, by what the server says or by its text', async () => {
  const web = await startWeb();
  let title = 'Ferry sails again';
  let words = WORDS;
  let sent = 0;
  web.serve('news.example/a', (request, response) => {
    if (request.headers['if-none-match'] === `"${words}${title}"`) {
      response.writeHead(304).end();
      return;
    }
    sent += 1;
    response.setHeader('content-type', 'text/html');
    response.setHeader('etag', `"${words}${title}"`);
    response.end(story(words, title).replace('<body>', `<body><nav>${sent} readers</nav>`));
  });
  const address = `http://news.example:${web.port}/a`;
  const { folder, keeper, open } = await openKeeper(web);
  expect(await keeper.keep(address)).toMatchObject({ outcome: 'kept' });
  expect(await keeper.keep(address)).toMatchObject({
    outcome: 'same',
    file: 'news-example-a.html',
  });
  expect(sent).toBe(1);
  // Also after a restart, from what is remembered and what is in the folder.
  const again = await open();
  expect(await again.keep(address)).toMatchObject({ outcome: 'same', file: 'news-example-a.html' });
  expect(sent).toBe(1);

  words = CHANGED;
  expect(await again.keep(address)).toMatchObject({
    outcome: 'new-version',
    file: 'news-example-a-2.html',
  });
  title = 'Ferry sails at last';
  expect(await (await open()).keep(address)).toMatchObject({
    outcome: 'new-version',
    file: 'news-example-a-3.html',
  });
  const { articles } = await loadCorpus(folder);
  const newest = articles.toSorted((one, two) =>
    (one.retrieved ?? '').localeCompare(two.retrieved ?? ''),
  );
  expect(newest.map(({ text }) => text)).toEqual([WORDS, CHANGED, CHANGED]);
});

test('an article that is gone is asked for anew', async () => {
  const web = await startWeb();
  web.serve('news.example/a', (request, response) => {
    const status = request.headers['if-none-match'] === undefined ? 200 : 304;
    response.writeHead(status, { etag: '"1"', 'content-type': 'text/html' });
    response.end(status === 200 ? story(WORDS) : undefined);
  });
  const address = `http://news.example:${web.port}/a`;
  const first = await openKeeper(web);
  await first.keeper.keep(address);
  // Another folder with the same memory.
  const { folder } = await openKeeper(web);
  const keeper = createPageKeeper({
    fetcher: web.fetcher,
    reader: { page: readPage },
    folder,
    dataDir: first.dataDir,
    maxArticleBytes: 100_000,
    articles: () => [],
    now: web.clock.now,
    log: { info: () => {}, warn: () => {} },
  });
  expect(await keeper.keep(address)).toMatchObject({ outcome: 'kept' });
});

const typed =
  (body: string | Uint8Array, type: string): Handler =>
  (_request, response) =>
    void response.writeHead(200, { 'content-type': type }).end(body);

test('a page is read in the charset that the server names', async () => {
  const web = await startWeb();
  const gbk = Buffer.from('b6c9c2d6d6dcd2bbbbd6b8b4bababdd0a1a3', 'hex');
  web.serve('news.example/a', typed(gbk, 'text/plain; charset=GBK'));
  const { keeper } = await openKeeper(web);
  const { article } = await keeper.look(`http://news.example:${web.port}/a`);
  expect(article.text).toBe(new TextDecoder('gbk').decode(gbk));
});

test('a charset that the server gets wrong gives way to UTF-8', async () => {
  const web = await startWeb();
  web.serve('news.example/a', typed('渡轮周一恢复航行。', 'text/plain; charset=gbk'));
  const { keeper } = await openKeeper(web);
  const { article } = await keeper.look(`http://news.example:${web.port}/a`);
  expect(article.text).toBe('渡轮周一恢复航行。');
});

test.each([
  ['application/pdf', '%PDF-1.7', 'no-article: damaged'],
  ['image/png', 'png', 'type: image/png'],
  ['text/html', '<?xml version="1.0"?>\n<rss version="2.0"></rss>', 'feed'],
  ['', 'text', 'type'],
  ['text/html', '<html><body><nav><a href="/">Home</a></nav></body></html>', 'no-article: empty'],
  ['text/plain', Buffer.from([0, 1, 2]), 'type: text/plain'],
  ['text/plain', 'x'.repeat(100_001), 'too-large'],
])('what is no article is not kept: %s', async (type, body, fault) => {
  const web = await startWeb();
  web.serve('news.example/a', typed(body, type));
  const { folder, keeper } = await openKeeper(web);
  expect(await faultOf(keeper.keep(`http://news.example:${web.port}/a`))).toBe(fault);
  expect(await readdir(folder)).toEqual([]);
});

test('what is remembered and cannot be read is put aside', async () => {
  const web = await startWeb();
  web.serve('news.example/a', story(WORDS));
  const { dataDir, keeper, told } = await openKeeper(web);
  const address = `http://news.example:${web.port}/a`;
  await keeper.keep(address);
  const file = path.join(dataDir, '.fetch', 'pages.json');
  await writeFile(file, '{"http');
  expect(await keeper.keep(address)).toMatchObject({ outcome: 'same' });
  expect(told.map(({ message }) => message)).toEqual([expect.stringContaining('set aside')]);
  expect(JSON.parse(await readFile(file, 'utf8'))).toHaveProperty([address]);
  expect(await readFile(`${file}.broken`, 'utf8')).toBe('{"http');
});

test('a folder that cannot be written is told', async () => {
  const web = await startWeb();
  web.serve('news.example/a', story(WORDS));
  const { dataDir } = await openKeeper(web);
  const keeper = createPageKeeper({
    fetcher: web.fetcher,
    reader: { page: readPage },
    folder: path.join(dataDir, 'missing'),
    dataDir,
    maxArticleBytes: 100_000,
    articles: () => [],
    now: web.clock.now,
    log: { info: () => {}, warn: () => {} },
  });
  expect(await faultOf(keeper.keep(`http://news.example:${web.port}/a`))).toBe('not-kept: ENOENT');
});
