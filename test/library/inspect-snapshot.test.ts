import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ANALYSIS_VERSION } from '../../src/library/analysis-version.ts';
import { inspectSnapshot } from '../../src/library/index.ts';
import { writeSnapshot } from '../../src/library/snapshot-file.ts';
import { indexArticles } from '../../src/retrieval/index.ts';
import { byId, createArticle } from '../support/articles.ts';
import { tempFolder } from '../support/temp-folder.ts';

async function writtenBy(analysisVersion: number): Promise<string> {
  const file = path.join(tempFolder(), 'index.snapshot');
  const articles = [createArticle({ id: 'a', text: 'The ferry waits.' })];
  const { tokens } = (await indexArticles(byId(articles))).data;
  const contents = { corpusHash: 'this', tokens, folder: '/articles', articles, synonyms: [] };
  await writeSnapshot(file, contents, analysisVersion);
  return file;
}

test('a snapshot fits its own articles, is old for others, and tells when it was written', async () => {
  const file = await writtenBy(ANALYSIS_VERSION);
  const writtenAt = statSync(file).mtime;
  expect(await inspectSnapshot(file, 'this')).toEqual({ state: 'fits', writtenAt });
  expect(await inspectSnapshot(file, 'other')).toEqual({ state: 'old', writtenAt });
});

test('a snapshot of another version is as good as none', async () => {
  const file = await writtenBy(ANALYSIS_VERSION + 1);
  expect(await inspectSnapshot(file, 'this')).toEqual({ state: 'none' });
});

test('there may be none, or something else in its place', async () => {
  const folder = tempFolder();
  expect(await inspectSnapshot(path.join(folder, 'none'), 'this')).toEqual({ state: 'none' });
  writeFileSync(path.join(folder, 'garbage'), 'x'.repeat(100));
  const garbage = await inspectSnapshot(path.join(folder, 'garbage'), 'this');
  expect(garbage).toEqual({ state: 'unusable', reason: 'it is not a snapshot' });
  mkdirSync(path.join(folder, 'folder'));
  const other = await inspectSnapshot(path.join(folder, 'folder'), 'this');
  expect(other).toMatchObject({ state: 'unusable', reason: expect.stringContaining('EISDIR') });
});
