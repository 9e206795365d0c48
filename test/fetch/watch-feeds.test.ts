import { expect, onTestFinished, test, vi } from 'vitest';
import { loadCorpus, type Problem } from '../../src/corpus/index.ts';
import { readFeedList, readFeedProblems } from '../../src/fetch/feed-problems.ts';
import { createPageKeeper } from '../../src/fetch/page-keeper.ts';
import { readFeed, readPage } from '../../src/fetch/read-fetched.ts';
import { MOST_PAGES_AT_ONCE, MOST_TRIES, watchFeeds } from '../../src/fetch/watch-feeds.ts';
import { createFolder, writeFiles } from '../corpus/temp-corpus.ts';
import { WAIT_LIMIT_MS } from '../support/limits.ts';
import { type Handler, startWeb, type Web } from './support.ts';

interface Item {
  readonly link: string;
  readonly whole?: string;
  readonly date?: string;
}

const rss = (items: readonly Item[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title>${items
    .map(
      ({ link, date = '', whole = '' }) =>
        `<item><title>x</title><link>${link}</link><pubDate>${date}</pubDate>${whole}</item>`,
    )
    .join('')}</channel></rss>`;

const xml =
  (body: () => string): Handler =>
  (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/xml' }).end(body());

const page = (words: string) =>
  `<html><head><title>${words}</title></head><body><article><p>${words} The ferry sailed on Monday.</p></article></body></html>`;

async function watch(web: Web, feedsYaml: string) {
  const folder = await createFolder({ 'feeds.yaml': feedsYaml });
  const dataDir = await createFolder({});
  const warnings: object[] = [];
  const log = { info: () => {}, warn: (fields: object) => void warnings.push(fields) };
  let looks = 0;
  let news = 0;
  let answer = true;
  const start = () => {
    const options = {
      fetcher: web.fetcher,
      reader: { page: readPage, feed: readFeed },
      folder,
      dataDir,
      maxArticleBytes: 100_000,
      articles: () => [],
      now: web.clock.now,
      log,
    };
    const stop = watchFeeds({
      ...options,
      keeper: createPageKeeper(options),
      timers: {
        after: (ms, run) => {
          looks += 1;
          return web.clock.timers.after(ms === 0 ? 1 : ms, run);
        },
      },
      feedList: () => readFeedList(folder),
      onNew: async () => {
        news += 1;
        return answer;
      },
    });
    onTestFinished(stop);
    return stop;
  };
  const looked = (count: number) =>
    vi.waitFor(() => expect(looks).toBeGreaterThan(count), WAIT_LIMIT_MS);
  const stop = start();
  await looked(1);
  return {
    folder,
    warnings,
    stop,
    start,
    news: () => news,
    answer: (value: boolean) => void (answer = value),
    /** Lets the next look take place, so long after the last one. */
    lookAfter: async (ms: number) => {
      const before = looks;
      web.clock.pass(ms);
      web.clock.expire();
      await looked(before);
    },
    titles: async () => (await loadCorpus(folder)).articles.map(({ title }) => title).toSorted(),
    problems: async (): Promise<readonly string[]> =>
      (await readFeedProblems({ folder, dataDir, log })).map(short),
  };
}

function short(problem: Problem): string {
  if (problem.code === 'feed-failed') return `feed ${problem.line}: ${problem.values.fault.kind}`;
  if (problem.code !== 'feed-items-failed') return problem.code;
  return `${problem.values.count} pages ${problem.line}: ${problem.values.fault.kind}`;
}

const HOUR = 60 * 60_000;

test('each new item of a feed becomes an article, once, and is put in use', async () => {
  const web = await startWeb();
  const at = (path: string) => `http://news.example:${web.port}${path}`;
  const items: Item[] = [{ link: at('/a') }, { link: '/b' }];
  web.serve(
    'news.example/feed',
    xml(() => rss(items)),
  );
  for (const name of ['a', 'b', 'c']) web.serve(`news.example/${name}`, page(`Story ${name}.`));
  const watched = await watch(web, `${at('/feed')}: 1h\n`);
  expect(await watched.titles()).toEqual(['Story a.', 'Story b.']);
  expect(watched.news()).toBe(1);

  const asked = web.asked.length;
  await watched.lookAfter(60_000);
  // Not due yet.
  expect(web.asked).toHaveLength(asked);
  items.unshift({ link: at('/c') });
  await watched.lookAfter(HOUR);
  expect(web.asked.slice(asked)).toEqual(['news.example/feed', 'news.example/c']);
  expect(await watched.titles()).toEqual(['Story a.', 'Story b.', 'Story c.']);
  expect(watched.news()).toBe(2);
  expect(watched.warnings).toEqual([]);
  expect(await watched.problems()).toEqual([]);
});

test('the text of a feed takes the place of a page that cannot be read, where it is whole', async () => {
  const web = await startWeb();
  const at = (path: string) => `http://news.example:${web.port}${path}`;
  const encoded = (html: string) => `<content:encoded><![CDATA[${html}]]></content:encoded>`;
  const whole = encoded(`<p>${'The ferry sailed on Monday. '.repeat(20)}</p>`);
  const date = 'Mon, 05 Mar 2026 10:00:00 GMT';
  web.serve(
    'news.example/feed',
    xml(() =>
      rss([{ link: at('/a'), whole, date }, { link: at('/b') }, { link: at('/c'), whole }]),
    ),
  );
  web.serve('news.example/c', page('Story c.'));
  const watched = await watch(web, `${at('/feed')}: 1h\n`);
  const { articles } = await loadCorpus(watched.folder);
  expect(articles).toMatchObject([
    { title: 'x', publisher: 'Harbour Post', url: at('/a'), published: '2026-03-05' },
    { title: 'Story c.' },
  ]);
  expect(articles[0]?.text).toMatch(/^The ferry sailed on Monday\. The ferry/u);
  expect(articles[0]?.retrieved).not.toBeNull();
  expect(await watched.problems()).toEqual(['1 pages 1: status']);
  expect(watched.news()).toBe(1);
});

test('what was fetched is remembered over a restart, also when its article is gone', async () => {
  const web = await startWeb();
  const feed = `http://news.example:${web.port}/feed`;
  web.serve(
    'news.example/feed',
    xml(() => rss([{ link: '/a' }])),
  );
  web.serve('news.example/a', page('Story a.'));
  const watched = await watch(web, `${feed}:\n`);
  await watched.stop();
  const asked = web.asked.length;
  web.clock.pass(2 * HOUR);
  watched.start();
  await vi.waitFor(() => expect(web.asked.length).toBeGreaterThan(asked), WAIT_LIMIT_MS);
  await watched.lookAfter(0);
  expect(web.asked.slice(asked)).toEqual(['news.example/feed']);
});

test('an item that says that it has changed is fetched again, and its earlier version stays', async () => {
  const web = await startWeb();
  const feed = `http://news.example:${web.port}/feed`;
  let date = 'Thu, 05 Mar 2026 10:00:00 GMT';
  let words = 'Two were hurt.';
  web.serve(
    'news.example/feed',
    xml(() => rss([{ link: '/a', date }])),
  );
  web.serve('news.example/a', (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(page(words));
  });
  const watched = await watch(web, `${feed}: 5m\n`);
  words = 'Three were hurt.';
  await watched.lookAfter(HOUR);
  expect(await watched.titles()).toEqual(['Two were hurt.']);
  date = 'Thu, 05 Mar 2026 11:00:00 GMT';
  await watched.lookAfter(HOUR);
  expect(await watched.titles()).toEqual(['Three were hurt.', 'Two were hurt.']);
});

test('a feed that fails costs itself, is told, and is left alone ever longer', async () => {
  const web = await startWeb();
  const at = (path: string) => `http://news.example:${web.port}${path}`;
  web.serve(
    'news.example/good',
    xml(() => rss([{ link: '/a' }])),
  );
  web.serve('news.example/a', page('Story a.'));
  let isBroken = true;
  web.serve('news.example/bad', (_request, response) => {
    response.writeHead(isBroken ? 500 : 200).end(rss([]));
  });
  web.serve('news.example/page', page('No feed.'));
  const bad = () => web.asked.filter((place) => place === 'news.example/bad').length;
  const watched = await watch(
    web,
    `# feeds\n${at('/bad')}: 1h\n${at('/page')}: 30d\nhttp://127.0.0.1/: 30d\n${at('/good')}: 1h\n`,
  );
  expect(await watched.titles()).toEqual(['Story a.']);
  expect(await watched.problems()).toEqual([
    'feed 2: status',
    'feed 3: no-feed',
    'feed 4: private',
  ]);
  expect(watched.warnings).toHaveLength(3);
  expect(bad()).toBe(1);
  await watched.lookAfter(HOUR);
  expect(bad()).toBe(2);
  await watched.lookAfter(HOUR);
  // Twice as long this time.
  expect(bad()).toBe(2);
  isBroken = false;
  await watched.lookAfter(HOUR);
  expect(bad()).toBe(3);
  expect(await watched.problems()).toEqual(['feed 3: no-feed', 'feed 4: private']);
});

test('a page that fails costs itself; one that may come is tried again, but not for ever', async () => {
  const web = await startWeb();
  const feed = `http://news.example:${web.port}/feed`;
  web.serve(
    'news.example/feed',
    xml(() => rss([{ link: '/gone' }, { link: '/away' }, { link: '/a' }])),
  );
  web.serve('news.example/away', (_request, response) => void response.writeHead(502).end());
  web.serve('news.example/a', page('Story a.'));
  const watched = await watch(web, `${feed}: 1h\n`);
  expect(await watched.titles()).toEqual(['Story a.']);
  expect(await watched.problems()).toEqual(['1 pages 1: status']);
  for (let look = 0; look < MOST_TRIES + 1; look += 1) await watched.lookAfter(HOUR);
  const count = (path: string) =>
    web.asked.filter((place) => place === `news.example${path}`).length;
  expect([count('/gone'), count('/away'), count('/a')]).toEqual([1, MOST_TRIES, 1]);
  expect(await watched.problems()).toEqual(['2 pages 1: status']);
});

test('a host that asks for a pause gets it, and nothing is lost', async () => {
  const web = await startWeb();
  const feed = `http://feeds.example:${web.port}/feed`;
  const link = (name: string) => `http://news.example:${web.port}/${name}`;
  web.serve(
    'feeds.example/feed',
    xml(() => rss([{ link: link('a') }, { link: link('b') }])),
  );
  let isBusy = true;
  const answer: Handler = (request, response) => {
    if (isBusy) response.writeHead(429, { 'retry-after': '600' }).end();
    else response.writeHead(200, { 'content-type': 'text/html' }).end(page(`At ${request.url}.`));
  };
  web.serve('news.example/a', answer);
  web.serve('news.example/b', answer);
  const watched = await watch(web, `${feed}: 1h\n`);
  const pages = () => web.asked.filter((place) => place.startsWith('news.example'));
  expect(pages()).toEqual(['news.example/a']);
  isBusy = false;
  await watched.lookAfter(5 * 60_000);
  expect(pages()).toHaveLength(1);
  await watched.lookAfter(5 * 60_000);
  expect(await watched.titles()).toEqual(['At /a.', 'At /b.']);
});

test('a feed of many items is fetched bit by bit', async () => {
  const web = await startWeb();
  const feed = `http://news.example:${web.port}/feed`;
  const names = Array.from({ length: MOST_PAGES_AT_ONCE + 5 }, (_, index) => `p${index}`);
  web.serve(
    'news.example/feed',
    xml(() => rss(names.map((name) => ({ link: `/${name}` })))),
  );
  for (const name of names) web.serve(`news.example/${name}`, page(`Story ${name}.`));
  const watched = await watch(web, `${feed}: 1d\n`);
  expect(await watched.titles()).toHaveLength(MOST_PAGES_AT_ONCE);
  await watched.lookAfter(60_000);
  expect(await watched.titles()).toHaveLength(names.length);
});

test('a hundred feeds at once, each with a thousand items for one page, are each looked at', async () => {
  const web = await startWeb();
  const at = (index: number) => `http://h${index}.example:${web.port}/feed`;
  const indexes = Array.from({ length: 100 }, (_, index) => index);
  for (const index of indexes) {
    const items = Array.from({ length: 1500 }, () => ({ link: '/a' }));
    web.serve(
      `h${index}.example/feed`,
      xml(() => rss(items)),
    );
    web.serve(`h${index}.example/a`, page(`Story ${index}.`));
  }
  const watched = await watch(web, indexes.map((index) => `${at(index)}: 1d`).join('\n'));
  expect(await watched.titles()).toHaveLength(100);
  expect(web.asked).toHaveLength(200);
  expect(watched.warnings).toEqual([]);
});

test('what a feed names is held to the same rules as any other address', async () => {
  const web = await startWeb({ 'intern.example': ['192.168.1.1'] });
  const feed = `http://news.example:${web.port}/feed`;
  const links = [
    'http://intern.example/',
    'http://127.0.0.1:22/',
    'file:///etc/passwd',
    'javascript:1',
  ];
  web.serve(
    'news.example/feed',
    xml(() => rss(links.map((link) => ({ link })))),
  );
  const watched = await watch(web, `${feed}: 1h\n`);
  expect(web.asked).toEqual(['news.example/feed']);
  expect(await watched.problems()).toEqual(['2 pages 1: private']);
});

test('new articles that could not be put in use yet are put in use at the next look', async () => {
  const web = await startWeb();
  const feed = `http://news.example:${web.port}/feed`;
  web.serve(
    'news.example/feed',
    xml(() => rss([{ link: '/a' }])),
  );
  web.serve('news.example/a', page('Story a.'));
  const watched = await watch(web, '');
  watched.answer(false);
  await writeFiles(watched.folder, { 'feeds.yaml': `${feed}: 1h\n` });
  await watched.lookAfter(60_000);
  expect(watched.news()).toBe(1);
  watched.answer(true);
  await watched.lookAfter(60_000);
  await watched.lookAfter(60_000);
  expect(watched.news()).toBe(2);
});
