import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  createLibrary,
  createLocalHost,
  createThreadHost,
  type IndexHost,
  type Library,
  type LibraryProgress,
} from '../../src/library/index.ts';
import { verifyQuote } from '../../src/retrieval/index.ts';
import { createFolder } from '../corpus/temp-corpus.ts';
import { WAIT_LIMIT_MS } from '../support/limits.ts';
import { GENERATION_PROGRAM } from '../support/worker-url.ts';

const MAX_ARTICLE_BYTES = 4096;

const FERRY = 'Captain Orla Byrne steers the night ferry to Saltholm. It sails on 30 June 2024.';
const BRIDGE = 'Mayor Ines Calloway opened the harbour bridge on Thursday.';
const TUNNEL = '市长卡洛韦星期四宣布海港隧道重新开放。';

const HOSTS: readonly [string, () => IndexHost][] = [
  ['in this thread', () => createLocalHost()],
  [
    'in threads',
    () =>
      createThreadHost({
        snapshot: null,
        timeLimitMs: WAIT_LIMIT_MS,
        questionLimitMs: WAIT_LIMIT_MS,
        memoryLimitMb: 512,
        program: GENERATION_PROGRAM,
      }),
  ],
];

async function libraryOver(folder: string, host: IndexHost): Promise<Library> {
  const library = await createLibrary({ folder, maxArticleBytes: MAX_ARTICLE_BYTES, host });
  onTestFinished(() => library.close());
  return library;
}

/** The words of the quotes, cut out of the articles of this thread. */
async function ask(library: Library, question: string): Promise<readonly string[]> {
  const { collection, corpus } = library.current();
  const { quotes } = await collection.ask({ question, limit: 5, filter: {} });
  return quotes.map(({ quote }) => verifyQuote(quote, corpus.byId));
}

describe.each(HOSTS)('a library whose generations are made %s', (_name, createHost) => {
  test('answers with quotes of its articles, in both languages', async () => {
    const folder = await createFolder({ 'ferry.txt': FERRY, 'zh/tunnel.txt': TUNNEL });
    const library = await libraryOver(folder, createHost());
    expect(library.current().collection.passageCount).toBe(2);
    expect(await ask(library, 'Who steers the night ferry?')).toEqual([
      expect.stringContaining('Captain Orla Byrne'),
    ]);
    expect(await ask(library, '谁宣布海港隧道重新开放？')).toEqual([TUNNEL]);
  });

  test('checks quotations', async () => {
    const folder = await createFolder({ 'ferry.txt': FERRY, 'tunnel.txt': TUNNEL });
    const { collection } = (await libraryOver(folder, createHost())).current();
    const text =
      '“steers the night ferry”, “It sails on 30 July 2024.”, “星期四宣布海港隧道重新关闭。”';
    const { checks, count } = await collection.verify({ text, limit: 2, offset: 1 }, 'somebody');
    expect(count).toBe(3);
    expect(checks).toMatchObject([
      { verdict: 'altered', differences: [{ from: 'June', to: 'July', kind: 'name' }] },
      { verdict: 'altered', differences: [{ from: '开放', to: '关闭' }] },
    ]);
  });

  test('finds the timeline, once', async () => {
    const folder = await createFolder({ 'ferry.txt': FERRY });
    const library = await libraryOver(folder, createHost());
    const entries = library.current().timeline();
    expect(library.current().timeline()).toBe(entries);
    expect(await entries).toMatchObject([{ date: { value: '2024-06-30' } }]);
  });

  test('hands over any number of entries', async () => {
    const days = Array.from({ length: 1000 }, (_, day) => {
      // Further apart than dates of one event can be.
      const date = new Date(Date.UTC(2000, 0, 1 + 12 * day));
      return `A ferry left on ${date.toISOString().slice(0, 10)}.`;
    });
    const folder = await createFolder({ 'log.txt': days.slice(0, 100).join('\n\n') });
    for (let part = 1; part < 10; part += 1) {
      const text = days.slice(100 * part, 100 * (part + 1)).join('\n\n');
      await writeFile(path.join(folder, `${part}.txt`), text);
    }
    const library = await libraryOver(folder, createHost());
    const entries = await library.current().timeline();
    expect(entries.map(({ date }) => date?.value)).toEqual(days.map((day) => day.slice(-11, -1)));
  });

  test('tells the problems of the folder', async () => {
    const folder = await createFolder({
      'a.txt': FERRY,
      'b.txt': ' ',
      'c.txt': 'x'.repeat(MAX_ARTICLE_BYTES + 1),
      'd.jsonl': `{"id":"a","text":"Twice."}\n{"text":5}\n`,
      'sources.yaml': 'nothing.txt:\n  title: Nothing\n',
    });
    const library = await libraryOver(folder, createHost());
    const { problems } = library.current().corpus;
    expect(problems.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['empty', 'b.txt', null],
      ['too-large', 'c.txt', null],
      ['duplicate-id', 'd.jsonl', 1],
      ['invalid-value', 'd.jsonl', 2],
      ['unknown-file', 'sources.yaml', 1],
    ]);
  });

  test('is empty, and can be asked, when the folder is not there', async () => {
    const folder = path.join(await createFolder({}), 'gone');
    const library = await libraryOver(folder, createHost());
    expect(library.current().corpus.problems).toMatchObject([{ code: 'folder-unreadable' }]);
    expect(await ask(library, 'Who steers the ferry?')).toEqual([]);
    await expect(library.apply()).rejects.toMatchObject({ code: 'folder-unreadable' });
    await expect(library.preview()).rejects.toMatchObject({ code: 'folder-unreadable' });
  });

  test('follows its folder: what is added, changed, renamed and removed', async () => {
    const folder = await createFolder({ 'a.txt': FERRY, 'b.txt': BRIDGE, 'c.txt': TUNNEL });
    const library = await libraryOver(folder, createHost());
    await writeFile(path.join(folder, 'a.txt'), `${FERRY} Tickets cost nine crowns.`);
    await rename(path.join(folder, 'b.txt'), path.join(folder, 'bridge.txt'));
    await rm(path.join(folder, 'c.txt'));
    await writeFile(path.join(folder, 'd.txt'), 'Piotr Lang mends the lighthouse.');

    const before = library.current();
    const ids = (articles: readonly { readonly id: string }[]) => articles.map(({ id }) => id);
    for (const method of ['preview', 'apply'] as const) {
      const report = await library[method]();
      expect(ids(report.added)).toEqual(['bridge', 'd']);
      expect(ids(report.changed.map(({ after }) => after))).toEqual(['a']);
      expect(ids(report.removed)).toEqual(['b', 'c']);
      expect(library.current() === before).toBe(method === 'preview');
    }
    expect(await ask(library, 'Who mends the lighthouse?')).toEqual([
      'Piotr Lang mends the lighthouse.',
    ]);
    expect(await ask(library, 'How much do tickets cost?')).toEqual([
      expect.stringContaining('nine crowns'),
    ]);
  });

  test('asks with the synonyms beside the articles, also those that were changed alone', async () => {
    const folder = await createFolder({ 'a.txt': FERRY, 'b.txt': BRIDGE });
    const library = await libraryOver(folder, createHost());
    const { id } = library.current();
    await writeFile(path.join(folder, 'synonyms.yaml'), '- cutter boat = night ferry\n- bridge\n');
    const report = await library.apply();
    expect(report).toMatchObject({ added: [], changed: [], areSynonymsChanged: true });
    expect(report.problems).toMatchObject([{ file: 'synonyms.yaml', line: 2 }]);
    expect(library.current().id).not.toBe(id);
    expect(await ask(library, 'Who steers the cutter boat?')).toEqual([
      expect.stringContaining('Captain Orla Byrne'),
    ]);
  });

  test('keeps articles that have not changed, and their generation id', async () => {
    const folder = await createFolder({ 'a.txt': FERRY });
    const library = await libraryOver(folder, createHost());
    const { id, corpus } = library.current();
    const report = await library.apply();
    expect(report).toMatchObject({ added: [], changed: [], removed: [], generationId: id });
    expect(library.current().corpus).toEqual(corpus);
  });

  test('answers questions while a reindex goes on, and from the old articles until it is done', async () => {
    const folder = await createFolder({ 'a.txt': FERRY });
    const library = await libraryOver(folder, createHost());
    await writeFile(path.join(folder, 'a.txt'), BRIDGE);
    const answers: Promise<readonly string[]>[] = [];
    const seen: LibraryProgress[] = [];
    await library.apply((progress) => {
      seen.push(progress);
      expect(library.status().running).toMatchObject(progress);
      answers.push(ask(library, 'Who steers the night ferry?'));
    });
    expect(seen).toMatchObject([
      { stage: 'reading', done: 1, total: 1 },
      { stage: 'indexing', done: 1, total: 1 },
    ]);
    for (const answer of answers) {
      expect(await answer).toEqual([expect.stringContaining('Captain Orla Byrne')]);
    }
    expect(await ask(library, 'Who opened the harbour bridge?')).toEqual([BRIDGE]);
  });

  test.each(['reading', 'indexing'] as const)(
    'gives up a reindex that is cancelled while %s, and the next one works',
    async (stage) => {
      const folder = await createFolder({ 'a.txt': FERRY, 'b.txt': TUNNEL });
      const library = await libraryOver(folder, createHost());
      const before = library.current();
      await writeFile(path.join(folder, 'a.txt'), BRIDGE);
      const by = { kind: 'terminal' } as const;
      const running = library.apply((progress) => {
        if (progress.stage === stage) library.cancel(by);
      });
      await expect(running).rejects.toMatchObject({ code: 'cancelled', by });
      expect(library.current()).toBe(before);
      expect(await ask(library, 'Who steers the night ferry?')).toHaveLength(1);
      await library.apply();
      expect(await ask(library, 'Who opened the harbour bridge?')).toEqual([BRIDGE]);
    },
  );

  test('lets whoever took a generation before a reindex ask it afterwards', async () => {
    const folder = await createFolder({ 'a.txt': FERRY });
    const library = await libraryOver(folder, createHost());
    const old = library.current();
    await writeFile(path.join(folder, 'a.txt'), BRIDGE);
    await library.apply();
    const request = { question: 'Who steers the night ferry?', limit: 5, filter: {} };
    for (let time = 0; time < 2; time += 1) {
      const { quotes } = await old.collection.ask(request);
      expect(quotes).toHaveLength(1);
    }
    expect(await old.timeline()).toHaveLength(1);
  });
});

test('both ways give the same answers, entries and corpora', async () => {
  const folder = new URL('../../seeds', import.meta.url).pathname;
  const questions = ['When must TikTok be sold?', 'Who will buy TikTok?', '字节跳动何时出售？'];
  const results = await Promise.all(
    HOSTS.map(async ([, createHost]) => {
      const host = createHost();
      const library = await createLibrary({ folder, maxArticleBytes: 2 ** 21, host });
      onTestFinished(() => library.close());
      const { id, corpus, collection, timeline } = library.current();
      const answers = await Promise.all(
        questions.map((question) => collection.ask({ question, limit: 9, filter: {} })),
      );
      return { id, corpus, answers, entries: await timeline() };
    }),
  );
  expect(results[1]).toEqual(results[0]);
  expect(results[0]?.answers.some(({ quotes }) => quotes.length > 0)).toBe(true);
});
