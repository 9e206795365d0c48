import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  createLibrary,
  createLocalHost,
  type Library,
  type LibraryProgress,
  ReindexError,
} from '../../src/library/index.ts';
import { storyArticle } from '../support/fake-library.ts';
import { emptyFile, FOLDER_REMOVED, gate, libraryOver, memoryFolder } from '../support/folder.ts';

const ferry = storyArticle('ferry', 'Captain Orla Byrne steers the night ferry to Saltholm.');
const bridge = storyArticle('bridge', 'Mayor Ines Calloway opened the harbour bridge on Thursday.');
const ADA = { kind: 'person', id: '1', name: 'Ada' } as const;
const BEN = { kind: 'person', id: '2', name: 'Ben' } as const;
const start = Date.UTC(2024, 4, 3, 23, 30);

function idsOf(library: Library): readonly string[] {
  return library.current().corpus.articles.map(({ id }) => id);
}

async function reindexErrorOf(promise: Promise<unknown>): Promise<ReindexError> {
  const error: unknown = await promise.catch((reason: unknown) => reason);
  if (error instanceof ReindexError) return error;
  throw new Error('expected a ReindexError', { cause: error });
}

/** The articles that the quotes of an answer come from. */
async function articlesQuoted(library: Library, question: string): Promise<readonly string[]> {
  const { quotes } = await library.current().collection.ask({ question, limit: 5, filter: {} });
  return quotes.map(({ quote }) => quote.articleId);
}

describe('the first generation', () => {
  test('holds the articles of the folder, with the time it was built', async () => {
    const library = await libraryOver(memoryFolder([ferry, bridge]));
    const { corpus, collection, builtAt } = library.current();
    expect(corpus.articles).toEqual([ferry, bridge]);
    expect(collection.passageCount).toBe(2);
    expect(builtAt).toBe(start);
    expect(library.status()).toEqual({
      generation: library.current(),
      running: null,
      last: null,
    });
  });

  test('is built of files with the real reader and the real clock when no others are given', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'verbatim-library-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await writeFile(path.join(folder, 'ferry.txt'), 'Captain Orla Byrne steers the night ferry.');
    await writeFile(path.join(folder, 'large.txt'), 'x'.repeat(101));
    const clock = vi.spyOn(Date, 'now').mockReturnValue(start);
    onTestFinished(() => clock.mockRestore());
    const library = await createLibrary({ folder, maxArticleBytes: 100 });
    expect(idsOf(library)).toEqual(['ferry']);
    expect(library.current().corpus.problems).toMatchObject([{ code: 'too-large' }]);
    expect(library.current().builtAt).toBe(start);
  });

  test('is empty, and can be asked, when the folder is not there', async () => {
    const folder = memoryFolder([]);
    folder.problems = [FOLDER_REMOVED];
    const library = await libraryOver(folder);
    expect(library.current().corpus.problems).toEqual([FOLDER_REMOVED]);
    expect(await articlesQuoted(library, 'Who steers the ferry?')).toEqual([]);
  });

  test('is followed from reading to indexing', async () => {
    const seen: LibraryProgress[] = [];
    await libraryOver(memoryFolder([ferry, bridge]), (progress) => seen.push(progress));
    expect(seen).toEqual([
      { stage: 'reading', done: 1, total: 2 },
      { stage: 'reading', done: 2, total: 2 },
      { stage: 'indexing', done: 1, total: 2 },
      { stage: 'indexing', done: 2, total: 2 },
    ]);
  });

  test('has the id of its articles: the same for the same, another for others', async () => {
    const idOf = async (...articles: (typeof ferry)[]) =>
      (await libraryOver(memoryFolder(articles))).current().id;
    const id = await idOf(ferry, bridge);
    expect(id).toMatch(/^[0-9a-f]{12}$/u);
    expect(await idOf(ferry, bridge)).toBe(id);
    expect(await idOf(ferry)).not.toBe(id);
    expect(await idOf(ferry, storyArticle('bridge', 'Nobody did.'))).not.toBe(id);
  });
});

describe('a preview', () => {
  test('says what would change and changes nothing', async () => {
    const folder = memoryFolder([ferry]);
    const library = await libraryOver(folder);
    const generation = library.current();
    const changed = storyArticle('ferry', 'The ferry sank.');
    folder.articles = [bridge, changed];
    folder.problems = [emptyFile('blank.txt')];
    folder.whileReading = () => {
      folder.time += 1500;
    };
    expect(await library.preview()).toEqual({
      added: [bridge],
      changed: [{ before: ferry, after: changed }],
      removed: [],
      areSynonymsChanged: false,
      problems: [emptyFile('blank.txt')],
      articleCount: 2,
      passageCount: 1,
      generationId: generation.id,
      durationMs: 1500,
    });
    expect(library.current()).toBe(generation);
    expect(library.status().last).toBeNull();
  });
});

describe('applying', () => {
  test('puts the new articles in use and reports them, with the time it took', async () => {
    const folder = memoryFolder([ferry]);
    const library = await libraryOver(folder);
    const before = library.current();
    folder.articles = [bridge];
    folder.whileReading = () => {
      folder.time += 2500;
    };
    const report = await library.apply();
    expect(report).toMatchObject({ added: [bridge], changed: [], removed: [ferry] });
    expect(report).toMatchObject({ articleCount: 1, passageCount: 1, durationMs: 2500 });
    expect(report.generationId).toBe(library.current().id);
    expect(library.current().id).not.toBe(before.id);
    expect(library.status()).toEqual({
      generation: library.current(),
      running: null,
      last: { by: null, startedAt: start, endedAt: start + 2500, error: null },
    });
  });

  test('leaves questions to the old generation until the new one is whole', async () => {
    const folder = memoryFolder([ferry]);
    const library = await libraryOver(folder);
    const old = library.current();
    folder.articles = [bridge];
    const stages = new Set<string>();
    const answers: Promise<readonly string[]>[] = [];
    await library.apply(({ stage }) => {
      stages.add(stage);
      expect(library.current()).toBe(old);
      answers.push(articlesQuoted(library, 'Who steers the night ferry to Saltholm?'));
    });
    expect([...stages]).toEqual(['reading', 'indexing']);
    for (const answer of answers) expect(await answer).toEqual(['ferry']);
    // Asked of the new one, and an answer that began with the old one still has its articles.
    expect(await articlesQuoted(library, 'Who opened the harbour bridge?')).toEqual(['bridge']);
    expect(old.corpus.byId.get('ferry')).toEqual(ferry);
  });

  test('again gives the same id and reports nothing', async () => {
    const library = await libraryOver(memoryFolder([ferry]));
    const { id } = library.current();
    const report = await library.apply();
    expect(report).toMatchObject({ added: [], changed: [], removed: [], generationId: id });
  });
});

describe('while a run is going on', () => {
  test('the status has its stage, its counts and its beginning', async () => {
    const folder = memoryFolder([ferry, bridge]);
    const library = await libraryOver(folder);
    folder.time += 60_000;
    const startedAt = folder.time;
    const seen = new Set<string>();
    await library.apply((progress) => {
      folder.time += 1000;
      seen.add(progress.stage);
      expect(library.status().running).toEqual({ ...progress, startedAt, by: ADA });
    }, ADA);
    expect([...seen]).toEqual(['reading', 'indexing']);
    expect(library.status().running).toBeNull();
  });

  test.each(['apply', 'preview'] as const)(
    '%s is refused, and the run ends well',
    async (method) => {
      const folder = memoryFolder([ferry]);
      const library = await libraryOver(folder);
      folder.articles = [bridge];
      const { opened, open } = gate();
      folder.whileReading = () => opened;
      const running = library.apply(undefined, ADA);
      const run = { by: ADA, stage: 'reading', done: 0, total: 0, leftMs: null, startedAt: start };
      expect(library.status().running).toEqual(run);
      const refused = await reindexErrorOf(library[method]());
      expect(refused).toMatchObject({ code: 'busy', run });
      expect(library.status()).toMatchObject({ running: { stage: 'reading' }, last: null });
      open();
      await running;
      expect(idsOf(library)).toEqual(['bridge']);
      expect(library.status().last).toMatchObject({ by: ADA, endedAt: start, error: null });
      expect(folder.readCount).toBe(2);
    },
  );

  test('a preview is no run: it holds nobody up, and changes nothing of what the run does', async () => {
    const folder = memoryFolder([ferry]);
    const library = await libraryOver(folder);
    const { opened, open } = gate();
    folder.articles = [bridge];
    const begun = gate();
    folder.whileReading = () => {
      begun.open();
      return opened;
    };
    const previewed = library.preview();
    await begun.opened;
    expect(library.status().running).toBeNull();
    folder.whileReading = () => {};
    const before = library.current();
    await library.apply();
    expect(idsOf(library)).toEqual(['bridge']);
    open();
    // Of what was in use when it began.
    expect(await previewed).toMatchObject({ generationId: before.id, added: [bridge] });
  });

  test('previews are made one after another, and one that fails does not hold up the next', async () => {
    const folder = memoryFolder([ferry]);
    const library = await libraryOver(folder);
    let reading = 0;
    let most = 0;
    folder.whileReading = async () => {
      reading += 1;
      most = Math.max(most, reading);
      await Promise.resolve();
      reading -= 1;
      if (folder.readCount === 2) throw new Error('unforeseen');
    };
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => library.preview()));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(most).toBe(1);
    expect(folder.readCount).toBe(4);
  });
});

describe('cancelling', () => {
  test.each(['reading', 'indexing'] as const)(
    'while %s rejects the run at once, and the last generation stays',
    async (stage) => {
      const folder = memoryFolder([ferry]);
      const library = await libraryOver(folder);
      const generation = library.current();
      folder.articles = [bridge, ferry];
      const cancelled: unknown[] = [];
      const running = library.apply((progress) => {
        if (progress.stage !== stage || progress.done > 1) return;
        cancelled.push(library.cancel(BEN));
        expect(library.status().running).toBeNull();
      }, ADA);
      const refused = await reindexErrorOf(running);
      expect(refused).toMatchObject({ code: 'cancelled', by: BEN });
      expect(cancelled).toMatchObject([{ by: ADA, stage, done: 1, total: 2, startedAt: start }]);
      expect(library.current()).toBe(generation);
      const { last } = library.status();
      expect(last).toEqual({ by: ADA, startedAt: start, endedAt: start, error: refused });

      await library.apply();
      expect(idsOf(library)).toEqual(['bridge', 'ferry']);
    },
  );

  test('does not wait for a reader that hangs, and what it reads in the end is not used', async () => {
    const folder = memoryFolder([ferry]);
    const library = await libraryOver(folder);
    const generation = library.current();
    folder.articles = [bridge];
    const { opened, open } = gate();
    folder.whileReading = () => opened;
    const seen: LibraryProgress[] = [];
    const running = library.apply((progress) => seen.push(progress));
    library.cancel(null);
    expect(await reindexErrorOf(running)).toMatchObject({ code: 'cancelled', by: null });
    open();
    await opened;
    // The next one reads after it.
    await library.preview();
    expect(seen).toEqual([]);
    expect(library.current()).toBe(generation);
  });

  test('when nothing runs does nothing, twice as little as once', async () => {
    const folder = memoryFolder([ferry]);
    const library = await libraryOver(folder);
    expect(library.cancel(BEN)).toBeNull();
    expect(library.status().last).toBeNull();
    const { opened } = gate();
    folder.whileReading = () => opened;
    const running = library.apply();
    expect(library.cancel(BEN)).not.toBeNull();
    expect(library.cancel(ADA)).toBeNull();
    expect(await reindexErrorOf(running)).toMatchObject({ by: BEN });
  });

  test('comes too late when the new generation is in use', async () => {
    const folder = memoryFolder([ferry]);
    const library = await libraryOver(folder);
    folder.articles = [bridge];
    await library.apply();
    expect(library.cancel(BEN)).toBeNull();
    expect(idsOf(library)).toEqual(['bridge']);
  });
});

describe('when a run fails, the last generation stays and the next run works:', () => {
  test.each(['apply', 'preview'] as const)('%s of a folder that is gone', async (method) => {
    const folder = memoryFolder([ferry]);
    const library = await libraryOver(folder);
    const generation = library.current();
    folder.articles = [];
    folder.problems = [FOLDER_REMOVED];
    const refused = await reindexErrorOf(library[method]());
    expect(refused).toMatchObject({ code: 'folder-unreadable', problems: [FOLDER_REMOVED] });
    expect(library.current()).toBe(generation);
    expect(library.status().running).toBeNull();

    folder.articles = [bridge];
    folder.problems = [];
    await library.apply();
    expect(idsOf(library)).toEqual(['bridge']);
    expect(library.status().last?.error).toBeNull();
  });

  test.each(['apply', 'preview'] as const)('%s of broken articles only', async (method) => {
    const folder = memoryFolder([ferry]);
    const library = await libraryOver(folder);
    folder.articles = [];
    folder.problems = [emptyFile('a.txt'), emptyFile('b.txt')];
    const refused = await reindexErrorOf(library[method]());
    expect(refused).toMatchObject({ code: 'no-articles', problems: folder.problems });
    expect(idsOf(library)).toEqual(['ferry']);
  });

  test('a reader that throws, whose error is thrown as it is', async () => {
    const folder = memoryFolder([ferry]);
    const library = await libraryOver(folder);
    const unforeseen = new TypeError('unforeseen');
    folder.whileReading = () => {
      folder.time += 10;
      throw unforeseen;
    };
    await expect(library.apply()).rejects.toBe(unforeseen);
    expect(idsOf(library)).toEqual(['ferry']);
    expect(library.status()).toMatchObject({
      running: null,
      last: { endedAt: start + 10, error: unforeseen },
    });
    await expect(library.preview()).rejects.toBe(unforeseen);

    folder.whileReading = () => {};
    folder.articles = [bridge];
    await library.apply();
    expect(idsOf(library)).toEqual(['bridge']);
  });

  test('the status names the failure, which a refused second run does not overwrite', async () => {
    const folder = memoryFolder([ferry]);
    const library = await libraryOver(folder);
    folder.problems = [FOLDER_REMOVED];
    await reindexErrorOf(library.apply());
    const last = { endedAt: start, error: { code: 'folder-unreadable' } };
    expect(library.status().last).toMatchObject(last);

    const { opened, open } = gate();
    folder.whileReading = () => opened;
    folder.time += 1000;
    const running = library.apply();
    await reindexErrorOf(library.apply());
    expect(library.status().last).toMatchObject(last);
    open();
    await reindexErrorOf(running);
  });

  test('an index that cannot be built', async () => {
    const folder = memoryFolder([ferry]);
    const library = await libraryOver(folder);
    const generation = library.current();
    folder.articles = [bridge];
    await expect(
      library.apply(({ stage }) => {
        if (stage === 'indexing') throw new Error('out of memory');
      }),
    ).rejects.toThrow('out of memory');
    expect(library.current()).toBe(generation);
    expect(library.status().last?.error).toMatchObject({ message: 'out of memory' });
  });
});

test('the reader is told the folder and the limit', async () => {
  const told: unknown[] = [];
  await createLibrary({
    folder: '/some/where',
    maxArticleBytes: 4096,
    host: createLocalHost(async function* read(folder, options) {
      told.push(folder, options?.maxArticleBytes);
      yield { kind: 'problems', problems: [] };
    }),
  });
  expect(told).toEqual(['/some/where', 4096]);
});
