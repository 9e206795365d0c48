import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { signatureOfFolder } from '../../src/corpus/index.ts';
import type { Library } from '../../src/library/index.ts';
import { WATCH_INTERVAL_MS, watchFolder } from '../../src/library/watch-folder.ts';
import { type ManualTimers, manualTimers, memoryLog } from '../bot/support/fakes.ts';
import { createFolder, writeFiles } from '../corpus/temp-corpus.ts';
import { storyArticle } from '../support/fake-library.ts';
import {
  emptyFile,
  gate,
  libraryOver,
  type MemoryFolder,
  memoryFolder,
} from '../support/folder.ts';

let folder: MemoryFolder;
let library: Library;
let timers: ManualTimers;
let logged: ReturnType<typeof memoryLog>;
let signature: string;
let stop: () => Promise<void>;

beforeEach(async () => {
  folder = memoryFolder([storyArticle('a', 'The bridge was closed.')]);
  library = await libraryOver(folder);
  timers = manualTimers();
  logged = memoryLog();
  signature = 'first';
  stop = watchFolder({ library, signature: async () => signature, timers, log: logged.log });
});

afterEach(() => stop());

/** One look, from its beginning to its end. */
async function look(): Promise<void> {
  await timers.set(WATCH_INTERVAL_MS);
  timers.fire(WATCH_INTERVAL_MS);
  await timers.set(WATCH_INTERVAL_MS);
}

function put(id: string): void {
  folder.articles = [...folder.articles, storyArticle(id, `The story of ${id}.`)];
  signature = `with ${id}`;
}

const idsInUse = () => library.current().corpus.articles.map(({ id }) => id);
const messages = () => logged.lines.map(({ level, msg }) => `${level} ${msg.split(',')[0]}`);

describe('a folder that is watched', () => {
  test('is indexed anew once it has changed and stands still, and not before', async () => {
    await look();
    put('b');
    await look();
    put('c');
    await look();
    expect(idsInUse()).toEqual(['a']);
    await look();
    expect(idsInUse()).toEqual(['a', 'b', 'c']);
    expect(messages()).toEqual(['30 the article folder changed; the new index is in use']);
  });

  test('is indexed anew for other synonyms alone', async () => {
    await look();
    await look();
    const before = library.current().id;
    folder.synonyms = [['bridge', 'crossing']];
    signature = 'with synonyms';
    await look();
    await look();
    expect(library.current().id).not.toBe(before);
  });

  test('is not read again while it stays as it is', async () => {
    await look();
    await look();
    const count = folder.readCount;
    await look();
    await look();
    expect(folder.readCount).toBe(count);
  });

  test('is indexed after another run that was under way', async () => {
    const { opened, open } = gate();
    await look();
    await look();
    folder.whileReading = () => opened;
    const running = library.apply();
    put('b');
    await look();
    await look();
    expect(idsInUse()).toEqual(['a']);
    open();
    await running;
    await look();
    expect(idsInUse()).toEqual(['a', 'b']);
  });

  test('is not indexed twice when somebody else has done it', async () => {
    await look();
    put('b');
    await library.apply();
    const { builtAt } = library.current();
    folder.time += 1000;
    await look();
    await look();
    expect(library.current().builtAt).toBe(builtAt);
    expect(messages()).toEqual([]);
  });

  test('that cannot be indexed is logged, keeps the last index, and is tried after the next change', async () => {
    await look();
    await look();
    const before = folder.articles;
    folder.articles = [];
    folder.problems = [emptyFile('a.md')];
    signature = 'emptied';
    await look();
    await look();
    const count = folder.readCount;
    await look();
    expect(folder.readCount).toBe(count);
    expect(idsInUse()).toEqual(['a']);
    expect(messages()).toEqual(['50 the article folder changed']);
    folder.articles = before;
    put('b');
    await look();
    await look();
    expect(idsInUse()).toEqual(['a', 'b']);
  });

  test('is not looked at any more once it is told to stop', async () => {
    await look();
    await stop();
    expect(timers.fire(WATCH_INTERVAL_MS)).toBe(0);
  });

  test('that cannot be looked at is looked at again', async () => {
    await stop();
    let isBroken = true;
    stop = watchFolder({
      library,
      signature: async () => {
        if (isBroken) throw new Error('the network is gone');
        return signature;
      },
      timers,
      log: logged.log,
    });
    await look();
    isBroken = false;
    put('b');
    await look();
    await look();
    expect(idsInUse()).toEqual(['a', 'b']);
    expect(messages()[0]).toBe('40 could not read the article folder');
  });
});

describe('the signature of a folder', () => {
  test('changes with its articles and their metadata, and with nothing else', async () => {
    const path = await createFolder({ 'a.md': 'one', 'sub/b.txt': 'two', 'c.jpg': 'three' });
    const first = await signatureOfFolder(path);
    await writeFiles(path, { 'c.jpg': 'four', '.verbatim-1.tmp': 'five', 'README.md': 'six' });
    expect(await signatureOfFolder(path)).toBe(first);
    await writeFiles(path, { 'sub/b.txt': 'longer' });
    const second = await signatureOfFolder(path);
    await writeFiles(path, { 'sources.yaml': 'a.md: { title: New }' });
    const third = await signatureOfFolder(path);
    expect(new Set([first, second, third]).size).toBe(3);
  });

  test('of a folder that is not there is one, too', async () => {
    const path = await createFolder({});
    expect(await signatureOfFolder(`${path}/gone`)).not.toBe(await signatureOfFolder(path));
  });
});
