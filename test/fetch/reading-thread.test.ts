import { expect, onTestFinished, test } from 'vitest';
import { createReadingThread, IDLE_MS } from '../../src/fetch/reading-thread.ts';
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

test('it ends when it has nothing to read, and begins again when it has', async () => {
  const idle: (() => void)[] = [];
  const timers = {
    after: (ms: number, run: () => void) => {
      expect(ms).toBe(IDLE_MS);
      idle.push(run);
      return () => void idle.splice(idle.indexOf(run), 1);
    },
  };
  const reader = createReadingThread({ program: PROGRAM, timers });
  onTestFinished(() => reader.close());
  await reader.page(inputOf('One.', 'text/plain'));
  const two = reader.page(inputOf('Two.', 'text/plain'));
  // Not while it reads.
  expect(idle).toHaveLength(0);
  await two;
  expect(idle).toHaveLength(1);
  idle[0]?.();
  expect((await reader.page(inputOf('Three.', 'text/plain'))).article.text).toBe('Three.');
});

test('a page that takes too long costs itself', async () => {
  const reader = open({ timeLimitMs: 1 });
  expect(await faultOf(reader.page(inputOf('<p>x</p>')))).toBe('no-article: time-limit');
});
