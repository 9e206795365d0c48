import { expect, test } from 'vitest';
import { createLibrary, createLocalHost, type ReindexResult } from '../../src/library/index.ts';
import { storyArticle } from '../support/fake-library.ts';
import { FOLDER_REMOVED, gate, memoryFolder } from '../support/folder.ts';

/** A library over a folder in memory, and the reindexes that it tells of. */
async function watchedLibrary() {
  const folder = memoryFolder([storyArticle('ferry', 'The night ferry sails to Saltholm.')]);
  const runs: ReindexResult[] = [];
  const library = await createLibrary({
    folder: '/articles',
    maxArticleBytes: 1024,
    now: () => folder.time,
    host: createLocalHost(folder.read),
    onReindex: (run) => runs.push(run),
  });
  return { folder, library, runs };
}

test('a reindex that was applied is told with its duration; a preview is none', async () => {
  const { folder, library, runs } = await watchedLibrary();
  await library.preview();
  folder.whileReading = () => {
    folder.time += 700;
  };
  await library.apply();
  expect(runs).toEqual([{ outcome: 'applied', durationMs: 700 }]);
});

test('a reindex that did not take place is told with the reason', async () => {
  const { folder, library, runs } = await watchedLibrary();
  folder.problems = [FOLDER_REMOVED];
  await expect(library.apply()).rejects.toThrow('folder-unreadable');
  folder.whileReading = () => {
    throw new Error('a fault of ours');
  };
  await expect(library.apply()).rejects.toThrow('a fault of ours');
  expect(runs.map(({ outcome }) => outcome)).toEqual(['folder-unreadable', 'unexpected']);
});

test('a reindex that was refused because of another is not told', async () => {
  const { folder, library, runs } = await watchedLibrary();
  const { opened, open } = gate();
  folder.whileReading = () => opened;
  const first = library.apply();
  await expect(library.apply()).rejects.toThrow('busy');
  open();
  await first;
  expect(runs.map(({ outcome }) => outcome)).toEqual(['applied']);
});
