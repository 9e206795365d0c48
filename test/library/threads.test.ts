import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { GenerationApi } from '../../src/library/generation-api.ts';
import {
  createLibrary,
  createThreadHost,
  type IndexHost,
  type Library,
  QueueFullError,
  SNAPSHOT_NAME,
  TimelineError,
} from '../../src/library/index.ts';
import { type Thread, ThreadError } from '../../src/shared/worker-rpc.ts';
import { createFolder } from '../corpus/temp-corpus.ts';
import { gate } from '../support/folder.ts';
import { WAIT_LIMIT_MS } from '../support/limits.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { until } from '../support/until.ts';
import { threadBehind, threadIgnoring, threadRunning, weakThread } from '../support/weak-thread.ts';
import { GENERATION_PROGRAM } from '../support/worker-url.ts';

const FERRY = 'Captain Orla Byrne steers the night ferry to Saltholm.';
const QUESTION = 'Who steers the night ferry?';

interface Line {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: object;
}

/** A library in threads, with what a test may want to see or to change. */
interface Subject {
  readonly library: Library;
  readonly lines: readonly Line[];
  readonly threads: readonly Thread<GenerationApi>[];
}

type Options = Parameters<typeof createThreadHost>[0];

function createSubjectParts(options: Partial<Options> = {}) {
  const lines: Line[] = [];
  const threads: Thread<GenerationApi>[] = [];
  const note = (level: Line['level']) => (fields: object, message: string) => {
    lines.push({ level, message, fields });
  };
  const log = { info: note('info'), warn: note('warn'), error: note('error') };
  const host = createThreadHost({
    snapshot: null,
    timeLimitMs: WAIT_LIMIT_MS,
    questionLimitMs: WAIT_LIMIT_MS,
    memoryLimitMb: 512,
    program: GENERATION_PROGRAM,
    log,
    onThread: (thread) => threads.push(thread),
    ...options,
  });
  return { lines, threads, host, log };
}

async function open(folder: string, options: Partial<Options> = {}): Promise<Subject> {
  const { host, log, lines, threads } = createSubjectParts(options);
  const library = await createLibrary({ folder, maxArticleBytes: 2 ** 21, host, log });
  onTestFinished(() => library.close());
  return { library, lines, threads };
}

async function ask(library: Library, question = QUESTION): Promise<number> {
  const request = { question, limit: 5, filter: {} };
  return (await library.current().collection.ask(request)).quotes.length;
}

/** What a promise is rejected with, to be looked at later on. */
async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('nothing failed');
}

/** Lets time pass in this thread only when the test says so, and tells when another one hangs. */
function holdTimers() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const folder = tempFolder();
  const mark = (times: number) => path.join(folder, `hangs-${times}`);
  const marks = JSON.stringify([1, 2, 3].map(mark));
  return {
    /** The code that hangs. */
    hang: `writeFileSync(${marks}.find((mark) => !existsSync(mark)), ''); for (;;);`,
    /** Resolves once so many threads have come to it. */
    async hanging(times: number): Promise<void> {
      while (!existsSync(mark(times))) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe('a thread that dies', () => {
  test('is replaced, and every question that it did not answer is asked again', async () => {
    const { library, threads, lines } = await open(await createFolder({ 'a.txt': FERRY }));
    const answers = [1, 2, 3, 4, 5].map(() => ask(library));
    threads[0]?.kill(new ThreadError('ended', 'it was shot'));
    expect(await Promise.all(answers)).toEqual([1, 1, 1, 1, 1]);
    expect(threads).toHaveLength(2);
    expect(lines).toContainEqual({
      level: 'warn',
      message: 'the thread that answers questions ended',
      fields: { err: expect.objectContaining({ message: 'it was shot' }) },
    });
  });

  test('while it stands idle is replaced for the next question', async () => {
    const { library, threads } = await open(await createFolder({ 'a.txt': FERRY }));
    threads[0]?.kill(new ThreadError('ended', 'it was shot'));
    await threads[0]?.ended;
    expect(await ask(library)).toBe(1);
    expect(threads).toHaveLength(2);
  });

  test('while it looks for dates does so again', async () => {
    const folder = await createFolder({ 'a.txt': 'The ferry sails on 30 June 2024.' });
    const { library, threads } = await open(folder);
    const entries = library.current().timeline();
    threads[0]?.kill(new ThreadError('ended', 'it was shot'));
    expect(await entries).toHaveLength(1);
  });

  test('of one question once answers it the second time', async () => {
    const marker = JSON.stringify(path.join(tempFolder(), 'died'));
    const program = weakThread(`
      if (existsSync(${marker})) return;
      writeFileSync(${marker}, '');
      process.exit(3);
    `);
    const subject = await open(await createFolder({ 'a.txt': FERRY }), { program });
    expect(await ask(subject.library)).toBe(1);
    expect(subject.threads).toHaveLength(2);
  });

  test.each([
    ['ends', 'process.exit(3);'],
    [
      'takes all memory',
      'const all = []; for (;;) all.push(Array.from({ length: 10_000 }, () => ({})));',
    ],
  ])(
    'of a question twice (it %s) does not get it again, and the others are answered',
    async (_how, code) => {
      const { library, threads } = await open(await createFolder({ 'a.txt': FERRY }), {
        program: weakThread(`if (question.includes('poison')) { ${code} }`),
        memoryLimitMb: 64,
      });
      const before = ask(library);
      const poisonous = failureOf(ask(library, 'Who has the poison?'));
      const after = [ask(library), ask(library)];
      expect(await poisonous).toMatchObject({ message: '2 threads ended before they answered' });
      expect(await before).toBe(1);
      expect(await Promise.all(after)).toEqual([1, 1]);
      expect(threads).toHaveLength(3);
    },
  );

  test('of a question twice (its time is over) does not get it again, and the others are answered', async () => {
    const timers = holdTimers();
    const { library, threads } = await open(await createFolder({ 'a.txt': FERRY }), {
      program: weakThread(`if (question.includes('poison')) { ${timers.hang} }`),
      questionLimitMs: 20_000,
    });
    const poisonous = failureOf(ask(library, 'Who has the poison?'));
    const after = ask(library);
    for (const times of [1, 2]) {
      await timers.hanging(times);
      vi.advanceTimersByTime(20_000);
    }
    expect(await poisonous).toMatchObject({ message: '2 threads ended before they answered' });
    expect(await after).toBe(1);
    expect(threads).toHaveLength(3);
  });
});

describe('those who ask take turns', () => {
  const askAs = async (library: Library, asker: string, question = QUESTION) => {
    const request = { question, limit: 5, filter: {} };
    await library.current().collection.ask(request, asker);
  };

  test('so that nobody waits for all that another one asked', async () => {
    const barrier = path.join(tempFolder(), 'open');
    const { library } = await open(await createFolder({ 'a.txt': FERRY }), {
      program: threadBehind(barrier),
    });
    const answered: string[] = [];
    const note = (name: string) => () => void answered.push(name);
    const refused: unknown[] = [];
    const many = Array.from({ length: 50 }, (_, index) =>
      askAs(library, 'a').then(note(`a${index}`), (error: unknown) => void refused.push(error)),
    );
    const one = askAs(library, 'b').then(note('b'));
    await writeFile(barrier, '');
    await Promise.all([...many, one]);
    expect(answered.slice(0, 3)).toEqual(['a0', 'b', 'a1']);
    expect(refused).toHaveLength(29);
    expect(refused[0]).toBeInstanceOf(QueueFullError);
  });

  test('and do not wait for a timeline that takes long', async () => {
    const folder = await createFolder({});
    for (let file = 0; file < 25; file += 1) {
      const days = Array.from(
        { length: 60 },
        (_, day) =>
          `On ${1 + (day % 28)} June ${1950 + file} the council of Saltholm closed pier ${day}.`,
      );
      await writeFile(path.join(folder, `${file}.txt`), days.join('\n\n'));
    }
    await writeFile(path.join(folder, 'ferry.txt'), FERRY);
    const { library } = await open(folder);
    const order: string[] = [];
    const timeline = library.current().timeline();
    const noted = timeline.then(() => order.push('timeline'));
    for (let count = 0; count < 3; count += 1) {
      await askAs(library, 'b');
      order.push('b');
    }
    await noted;
    expect((await timeline).length).toBeGreaterThan(1000);
    expect(order).toEqual(['b', 'b', 'b', 'timeline']);
  });
});

describe('what is suggested', () => {
  const FEE = 'Many fear harbour fees. The harbour fees rise. Nobody likes harbour fees.';
  const askedOnce = (marker: string, code: string) =>
    threadRunning(`
      if (name !== 'suggestions' || existsSync(${JSON.stringify(marker)})) return;
      writeFileSync(${JSON.stringify(marker)}, '');
      ${code}
    `);
  const warm = (folder: string, { host, log }: ReturnType<typeof createSubjectParts>) =>
    createLibrary({ folder, maxArticleBytes: 2 ** 21, host, log, warmsUp: true });

  test('is collected as soon as a generation is in use, where that is wished for', async () => {
    const folder = await createFolder({ 'a.txt': FEE });
    const calls: string[] = [];
    const parts = createSubjectParts({
      onThread: (thread) => {
        const plain = { ...thread };
        const noted: typeof thread.stream = (name, ...rest) => {
          calls.push(name);
          return plain.stream(name, ...rest);
        };
        Object.assign(thread, { stream: noted });
      },
    });
    const library = await warm(folder, parts);
    onTestFinished(() => library.close());
    // Asked for before anybody could.
    const count = () => calls.filter((name) => name === 'suggestions').length;
    await until(() => expect(count()).toBe(1));
    const first = await library.current().suggestions();
    expect(count()).toBe(1);
    expect(first.search({ typed: 'harb', kinds: ['phrase'], limit: 5 })).toHaveLength(1);
    await writeFile(path.join(folder, 'a.txt'), 'The bridge is closed.');
    await library.apply();
    await until(() => expect(count()).toBe(2));
    await library.current().suggestions();
    expect(count()).toBe(2);
    // The timeline as well, behind them.
    const timelines = () => calls.filter((name) => name === 'timeline').length;
    await until(() => expect(timelines()).toBeGreaterThan(0));
    const found = timelines();
    await library.current().timeline();
    await library.current().timeline();
    expect(timelines() - found).toBeLessThanOrEqual(1);
  });

  test('is not waited for by those who close the library, and fails without a word', async () => {
    const folder = await createFolder({ 'a.txt': FEE });
    // A thread that never answers this, and everything else.
    const program = threadIgnoring('suggestions');
    const parts = createSubjectParts({ program });
    const library = await warm(folder, parts);
    const suggestions = failureOf(library.current().suggestions());
    expect(await ask(library, 'Who fears harbour fees?')).toBe(1);
    await library.close();
    expect(await suggestions).toBeInstanceOf(ThreadError);
    expect(parts.lines.filter(({ level }) => level !== 'info')).toEqual([]);
    expect(parts.threads).toHaveLength(1);
  });

  test('is collected by another thread for the next who types, where one died of it', async () => {
    const folder = await createFolder({ 'a.txt': FEE });
    const program = askedOnce(path.join(tempFolder(), 'died'), 'process.exit(3);');
    const parts = createSubjectParts({ program });
    const library = await warm(folder, parts);
    onTestFinished(() => library.close());
    expect(await failureOf(library.current().suggestions())).toBeInstanceOf(ThreadError);
    const index = await library.current().suggestions();
    expect(index.search({ typed: 'harb', kinds: ['phrase'], limit: 5 })).toHaveLength(1);
    expect(parts.lines).toContainEqual(
      expect.objectContaining({ message: 'could not collect the suggestions yet' }),
    );
    expect(await ask(library, 'Who fears harbour fees?')).toBe(1);
  });
});

/** Articles whose index takes more than the least limit: every word is another. */
async function writeHostileArticles(folder: string): Promise<void> {
  for (let file = 0; file < 12; file += 1) {
    const words = Array.from(
      { length: 60_000 },
      (_, word) => `x${(word * 12 + file).toString(36)}`,
    );
    await writeFile(path.join(folder, `hostile-${file}.txt`), words.join(' '));
  }
}

/** The first build here, and all others there. */
function thenElsewhere(here: IndexHost, there: IndexHost): IndexHost {
  let count = 0;
  return {
    begin: (source) => {
      count += 1;
      return (count === 1 ? here : there).begin(source);
    },
    close: async () => {
      await here.close();
      await there.close();
    },
  };
}

describe('a build that goes over a limit is given up:', () => {
  test('of memory, and the last generation stays', async () => {
    const folder = await createFolder({ 'a.txt': FERRY });
    const { library } = await open(folder, { memoryLimitMb: 64 });
    const generation = library.current();
    await writeHostileArticles(folder);
    await expect(library.apply()).rejects.toMatchObject({
      name: 'ReindexError',
      code: 'memory-limit',
    });
    expect(library.current()).toBe(generation);
    const last = { error: { code: 'memory-limit' } };
    expect(library.status()).toMatchObject({ running: null, last });
    expect(await ask(library)).toBe(1);
  });

  test('of memory at the first start, and there is nothing to answer from', async () => {
    const folder = await createFolder({ 'a.txt': FERRY });
    await writeHostileArticles(folder);
    const { library, lines } = await open(folder, { memoryLimitMb: 64 });
    expect(library.current().corpus.articles).toEqual([]);
    expect(await ask(library)).toBe(0);
    expect(lines).toContainEqual({
      level: 'error',
      message: 'could not build the index; there is nothing to answer from',
      fields: { err: expect.objectContaining({ code: 'memory-limit' }) },
    });
  });

  test('of time, and the last generation stays', async () => {
    const folder = await createFolder({ 'a.txt': FERRY });
    const patient = createSubjectParts();
    // No thread starts as fast as that.
    const hasty = createSubjectParts({ timeLimitMs: 1 });
    const host = thenElsewhere(patient.host, hasty.host);
    const library = await createLibrary({ folder, maxArticleBytes: 1024, host });
    onTestFinished(() => library.close());
    const generation = library.current();
    for (const method of ['preview', 'apply'] as const) {
      await expect(library[method]()).rejects.toMatchObject({ code: 'time-limit' });
    }
    expect(library.current()).toBe(generation);
    expect(await ask(library)).toBe(1);
  });

  test('because whoever follows it fails, and the process goes on', async () => {
    const { library } = await open(await createFolder({ 'a.txt': FERRY }));
    const failure = new Error('the screen is gone');
    const running = library.apply(() => {
      throw failure;
    });
    expect(await failureOf(running)).toMatchObject({
      code: 'thread-ended',
      cause: { cause: failure },
    });
    expect(await ask(library)).toBe(1);
  });

  test('because its thread ended, and the last generation stays', async () => {
    const folder = await createFolder({ 'a.txt': FERRY });
    const { library, threads } = await open(folder);
    const generation = library.current();
    const running = library.apply();
    threads[1]?.kill(new ThreadError('ended', 'it was shot'));
    await expect(running).rejects.toMatchObject({ code: 'thread-ended' });
    expect(library.current()).toBe(generation);
    await library.apply();
    expect(await ask(library)).toBe(1);
  });
});

describe('a build that is cancelled', () => {
  const BY = { kind: 'person', id: '1', name: 'Ada' } as const;

  test.each([
    ['before it has read anything', 'read'],
    ['while it indexes', 'index'],
  ])('ends its thread, which hangs %s, and leaves index and snapshot', async (_when, name) => {
    const folder = await createFolder({ 'a.txt': FERRY });
    const snapshot = {
      file: path.join(tempFolder(), 'data', SNAPSHOT_NAME),
      replaces: 'any',
    } as const;
    // Closed, so that the snapshot is written.
    await (await open(folder, { snapshot })).library.close();
    const written = await readFile(snapshot.file);

    // It says so by a progress that nothing else would tell.
    const program = threadRunning(`
      if (name !== '${name}') return;
      const progress = { stage: 'indexing', done: 7, total: 77 };
      parentPort.postMessage({ kind: 'notice', notice: { type: 'progress', progress } });
      for (;;);
    `);
    const host = thenElsewhere(
      createSubjectParts({ snapshot }).host,
      createSubjectParts({ snapshot, program }).host,
    );
    const library = await createLibrary({ folder, maxArticleBytes: 4096, host });
    onTestFinished(() => library.close());
    const generation = library.current();
    await writeFile(path.join(folder, 'a.txt'), 'The bridge is closed.');
    const terminate = vi.spyOn(Worker.prototype, 'terminate');
    onTestFinished(() => terminate.mockRestore());

    const { opened: hangs, open: tellThatItHangs } = gate();
    const running = failureOf(
      library.apply(({ total }) => {
        if (total === 77) tellThatItHangs();
      }),
    );
    await hangs;
    expect(library.cancel(BY)).toMatchObject({ done: 7, total: 77 });
    expect(await running).toMatchObject({ code: 'cancelled', by: BY });
    // Resolves when the thread is gone, however busy it was.
    expect(await terminate.mock.results[0]?.value).toBe(1);
    expect(library.current()).toBe(generation);
    expect(await ask(library)).toBe(1);
    expect(await readFile(snapshot.file)).toEqual(written);
    await expect(readdir(path.dirname(snapshot.file))).resolves.toEqual([SNAPSHOT_NAME]);
  });
});

describe('the snapshot', () => {
  const place = () =>
    ({ file: path.join(tempFolder(), 'data', SNAPSHOT_NAME), replaces: 'any' }) as const;
  const linesWith = (lines: readonly Line[], message: string) =>
    lines.filter((line) => line.message === message).map(({ fields }) => fields);
  const indexed = (lines: readonly Line[]) => linesWith(lines, 'the articles are indexed');

  async function once(folder: string, options: Partial<Options>): Promise<readonly Line[]> {
    const { library, lines } = await open(folder, options);
    expect(await ask(library)).toBe(1);
    await library.close();
    return lines;
  }

  test('is written once, and used by the next start', async () => {
    const folder = await createFolder({ 'a.txt': FERRY, 'b.txt': 'The bridge is closed.' });
    const snapshot = place();
    const first = await once(folder, { snapshot });
    expect(indexed(first)).toEqual([{ passages: 2, reused: 0 }]);
    expect(linesWith(first, 'a snapshot was written')).toEqual([{ file: snapshot.file }]);
    const second = await once(folder, { snapshot });
    expect(indexed(second)).toEqual([{ passages: 2, reused: 2 }]);
    expect(linesWith(second, 'a snapshot was written')).toEqual([]);
  });

  test('spares a reindex all articles that have not changed', async () => {
    const folder = await createFolder({ 'a.txt': FERRY, 'b.txt': 'The bridge is closed.' });
    const snapshot = place();
    await once(folder, { snapshot });
    const { library, lines } = await open(folder, { snapshot });
    await writeFile(path.join(folder, 'b.txt'), 'The bridge is open again.');
    await library.apply();
    expect(indexed(lines)).toEqual([
      { passages: 2, reused: 2 },
      { passages: 2, reused: 1 },
    ]);
    expect(await ask(library, 'Is the bridge open again?')).toBe(1);
    await library.close();
    expect(indexed(await once(folder, { snapshot }))).toEqual([{ passages: 2, reused: 2 }]);
  });

  test('is made anew when it is broken, and the log says so', async () => {
    const folder = await createFolder({ 'a.txt': FERRY });
    const snapshot = place();
    await once(folder, { snapshot });
    const whole = await readFile(snapshot.file);
    await writeFile(snapshot.file, whole.subarray(0, whole.length / 2));
    const lines = await once(folder, { snapshot });
    expect(linesWith(lines, 'the snapshot is unusable')).toEqual([
      { file: snapshot.file, reason: 'it is cut off' },
    ]);
    expect(await readFile(snapshot.file)).toEqual(whole);
  });

  test('that cannot be written or read is no more than a line in the log', async () => {
    const folder = await createFolder({ 'a.txt': FERRY });
    const file = '/dev/null/data/index.snapshot';
    const lines = await once(folder, { snapshot: { file, replaces: 'any' } });
    for (const message of ['the snapshot is unusable', 'could not write the snapshot']) {
      expect(linesWith(lines, message)).toMatchObject([{ file }]);
    }
  });

  test('of a newer generation is left as it is by an older one that is asked again', async () => {
    const folder = await createFolder({ 'a.txt': FERRY });
    const snapshot = place();
    const { library, threads } = await open(folder, { snapshot });
    const old = library.current();
    await writeFile(path.join(folder, 'a.txt'), 'The bridge is closed.');
    await library.apply();
    await threads[0]?.ended;
    const request = { question: QUESTION, limit: 5, filter: {} };
    expect((await old.collection.ask(request)).quotes).toHaveLength(1);
    await library.close();
    const again = await open(folder, { snapshot });
    expect(indexed(again.lines)).toEqual([{ passages: 1, reused: 1 }]);
  });

  test.each([
    ['ends', 'process.exit(3);', false],
    ['hangs', null, true],
  ])(
    'with which a thread %s is left aside, and the next one takes its place',
    async (_how, code, hangs) => {
      const folder = await createFolder({ 'a.txt': FERRY });
      const snapshot = place();
      await once(folder, { snapshot });
      await writeFile(path.join(folder, 'b.txt'), 'The bridge is closed.');
      const timers = hangs ? holdTimers() : null;
      const program = threadRunning(`
        if (name !== 'index' || !input.isRead) return;
        ${code ?? timers?.hang}
      `);
      const ended = once(folder, { snapshot, program });
      if (timers) {
        await timers.hanging(1);
        vi.advanceTimersByTime(WAIT_LIMIT_MS);
      }
      const lines = await ended;
      const failed = 'could not index with the snapshot; trying once more without it';
      expect(linesWith(lines, failed)).toMatchObject([{ file: snapshot.file }]);
      expect(indexed(lines)).toEqual([{ passages: 2, reused: 0 }]);
      vi.useRealTimers();
      expect(indexed(await once(folder, { snapshot }))).toEqual([{ passages: 2, reused: 2 }]);
    },
  );

  test('is left as it is by those who only use it', async () => {
    const folder = await createFolder({ 'a.txt': FERRY });
    const snapshot = place();
    await once(folder, { snapshot: { ...snapshot, replaces: 'none' } });
    expect(existsSync(snapshot.file)).toBe(false);
  });

  test('of one folder is left as it is by those who ask another one as well', async () => {
    const one = await createFolder({ 'a.txt': FERRY });
    const other = await createFolder({ 'b.txt': `The bridge is closed. ${FERRY}` });
    const snapshot = { ...place(), replaces: 'same-folder' } as const;
    await once(one, { snapshot });
    const written = await readFile(snapshot.file);
    await once(other, { snapshot });
    expect(await readFile(snapshot.file)).toEqual(written);
    await writeFile(path.join(one, 'c.txt'), 'The tide turns.');
    await once(one, { snapshot });
    expect(indexed(await once(one, { snapshot }))).toEqual([{ passages: 2, reused: 2 }]);
    await writeFile(snapshot.file, 'broken');
    await once(other, { snapshot });
    expect(indexed(await once(other, { snapshot }))).toEqual([{ passages: 1, reused: 1 }]);
  });
});

describe('closing', () => {
  test('lets questions be answered, ends every thread, and takes no more', async () => {
    const folder = await createFolder({ 'a.txt': FERRY });
    const { library, threads } = await open(folder);
    const old = library.current();
    await library.apply();
    const answers = [
      ask(library),
      old.collection.ask({ question: QUESTION, limit: 1, filter: {} }),
    ];
    await library.close();
    for (const answer of answers) expect(await answer).toBeTruthy();
    await Promise.all(threads.map(({ ended }) => ended));
    await expect(ask(library)).rejects.toThrow('closed');
    await expect(old.collection.ask({ question: QUESTION, limit: 1, filter: {} })).rejects.toThrow(
      'closed',
    );
  });

  test('gives up a build that is under way', async () => {
    const { library, threads } = await open(await createFolder({ 'a.txt': FERRY }));
    const refused = failureOf(library.apply());
    await library.close();
    expect(await refused).toMatchObject({ code: 'thread-ended' });
    await Promise.all(threads.map(({ ended }) => ended));
  });
});

test('the old thread ends when a new generation is in use and its questions are answered', async () => {
  const { library, threads } = await open(await createFolder({ 'a.txt': FERRY }));
  const answer = ask(library);
  await library.apply();
  expect(await answer).toBe(1);
  expect((await threads[0]?.ended)?.message).toBe('the thread is not needed any more');
});

describe('a timeline that cannot be found', () => {
  const DATED = 'The ferry sails on 30 June 2024.';
  /** Counts how often the timeline is asked of the threads, and changes the limit of it. */
  const counting = (ownLimitMs?: number) => {
    let asked = 0;
    const onThread = (thread: Thread<GenerationApi>) => {
      const plain = { ...thread };
      const noted: typeof thread.stream = (name, input, limitMs) => {
        if (name !== 'timeline') return plain.stream(name, input, limitMs);
        asked += 1;
        return plain.stream(name, input, ownLimitMs ?? limitMs);
      };
      Object.assign(thread, { stream: noted });
    };
    return { onThread, count: () => asked };
  };

  test('in its time is not looked for again, and questions are answered', async () => {
    const { onThread, count } = counting(1);
    const { library, lines } = await open(await createFolder({ 'a.txt': DATED }), {
      program: threadIgnoring('timeline'),
      onThread,
    });
    const { timeline } = library.current();
    const failure = await failureOf(timeline());
    expect(failure).toBeInstanceOf(TimelineError);
    expect(failure).toMatchObject({ cause: { code: 'time-limit', call: 'timeline' } });
    expect(await failureOf(timeline())).toBe(failure);
    expect(count()).toBe(1);
    expect(lines.filter(({ level }) => level === 'error')).toEqual([
      {
        level: 'error',
        message: 'could not build the timeline of these articles',
        fields: { err: expect.any(ThreadError) },
      },
    ]);
    expect(await ask(library, 'When does the ferry sail?')).toBe(1);
  });

  test('because its thread hangs costs nobody an answer', async () => {
    const timers = holdTimers();
    const { onThread, count } = counting();
    const { library } = await open(await createFolder({ 'a.txt': DATED }), {
      program: threadRunning(`if (name === 'timeline') { ${timers.hang} }`),
      questionLimitMs: 3000,
      onThread,
    });
    const { timeline } = library.current();
    const failed = failureOf(timeline());
    for (const times of [1, 2]) {
      await timers.hanging(times);
      const answer = ask(library, 'When does the ferry sail?');
      // By then the question has gone to the thread.
      await new Promise((resolve) => setImmediate(resolve));
      vi.advanceTimersByTime(3000);
      expect(await answer).toBe(1);
    }
    expect(await failed).toBeInstanceOf(TimelineError);
    expect(await failureOf(timeline())).toBe(await failed);
    expect(count()).toBe(2);
  });
});

test('an article that is too long for the timeline is told of, once', async () => {
  const folder = await createFolder({ 'long.txt': 'It fell on 5 May 2024. '.repeat(5100) });
  const { library, lines } = await open(folder);
  expect(await library.current().timeline()).toHaveLength(1);
  await library.current().timeline();
  expect(lines.filter(({ level }) => level === 'warn')).toEqual([
    {
      level: 'warn',
      message: 'only the beginning of this article is on the timeline',
      fields: { file: 'long.txt' },
    },
  ]);
});
