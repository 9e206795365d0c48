import { expect, onTestFinished, test } from 'vitest';
import { createReadingThread } from '../../src/fetch/reading-thread.ts';
import { faultOf } from './support.ts';

/** The thread as it is installed; `dist/` is built before any test. */
const PROGRAM = new URL('../../dist/fetch/reading-worker.js', import.meta.url);

const inputOf = (body: string, mediaType = 'text/html') => ({
  page: {
    kind: 'fetched' as const,
    url: 'https://news.example/ferry',
    bytes: Buffer.from(body),
    mediaType,
    charset: null,
    validators: { etag: null, lastModified: null },
  },
  retrieved: '2026-03-05T10:20:00.000Z',
  maxArticleBytes: 10 * 1024 ** 2,
});

function open(limits: { timeLimitMs?: number } = {}) {
  const reader = createReadingThread({ program: PROGRAM, ...limits });
  onTestFinished(() => reader.close());
  return reader;
}

test('a page is read in a thread, and the thread can be closed and used again', async () => {
  const reader = open();
  const read = await reader.page(inputOf('The ferry sailed on Monday.', 'text/plain'));
  expect(read.article).toMatchObject({
    text: 'The ferry sailed on Monday.',
    url: 'https://news.example/ferry',
  });
  reader.close();
  expect((await reader.page(inputOf('Again.', 'text/plain'))).article.text).toBe('Again.');
});

test('a feed is read in it too', async () => {
  const { page } = inputOf('<rss version="2.0"><channel><title>Post</title></channel></rss>', '');
  expect(await open().feed({ feed: page })).toEqual({ title: 'Post', items: [], isCut: false });
  const none = { feed: inputOf('<html></html>').page };
  expect(await faultOf(open().feed(none))).toBe('no-feed: text/html');
});

test('what gives no article is told with its reason', async () => {
  expect(await faultOf(open().page(inputOf('<nav>Home</nav>')))).toBe('no-article: empty');
});

test('a page that takes too long costs itself', async () => {
  const reader = open({ timeLimitMs: 1 });
  expect(await faultOf(reader.page(inputOf('<p>x</p>')))).toBe('no-article: time-limit');
});
