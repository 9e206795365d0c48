import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diffCorpora, loadCorpus } from '../../src/corpus/index.ts';
import { createFolder, load, writeFiles } from './temp-corpus.ts';

test('a changed folder differs by what was added, changed and removed', async () => {
  const folder = await createFolder({ 'a.txt': 'A.', 'b.txt': 'B.', 'c.txt': 'C.', 'd.txt': 'D.' });
  const before = await loadCorpus(folder);
  await rm(join(folder, 'a.txt'));
  await writeFiles(folder, {
    'b.txt': 'B!',
    'e.txt': 'E.',
    'sources.yaml': 'c.txt: {publisher: P}',
  });
  const after = await loadCorpus(folder);
  const { added, changed, removed } = diffCorpora(before, after);
  expect(added.map(({ id }) => id)).toEqual(['e']);
  expect(changed.map((pair) => [pair.before.id, pair.before.text, pair.after.text])).toEqual([
    ['b', 'B.', 'B!'],
    ['c', 'C.', 'C.'],
  ]);
  expect(removed.map(({ id }) => id)).toEqual(['a']);
});

test('a folder does not differ from itself, and by everything from an empty one', async () => {
  const full = await load({ 'a.txt': 'A.', 'b.txt': 'B.' });
  const empty = await load({});
  expect(diffCorpora(full, full)).toEqual({
    added: [],
    changed: [],
    removed: [],
    areSynonymsChanged: false,
  });
  expect(diffCorpora(empty, full).added).toEqual(full.articles);
  expect(diffCorpora(full, empty).removed).toEqual(full.articles);
});
