import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCorpus, pageAt, readSavedArticle, toSavedArticle } from '../../../src/corpus/index.ts';
import { createIsolatedReader } from '../../../src/corpus/isolated-reader.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { bookFiles, buildZip, wordFiles, wordParagraph } from './build-archives.ts';
import { buildPdf, linesFrom } from './build-pdf.ts';

const PAGE = linesFrom(700, [
  'The harbour council voted nine to two for the new ferry pier on Tuesday after a debate',
  'that lasted five hours.',
]);

async function folderWith(files: Readonly<Record<string, Uint8Array>>): Promise<string> {
  const folder = tempFolder();
  for (const [name, bytes] of Object.entries(files))
    await writeFile(path.join(folder, name), bytes);
  return folder;
}

describe('a document in the folder', () => {
  test('is an article with pages, all of it inferred', async () => {
    const folder = await folderWith({ 'ferry.pdf': buildPdf({ pages: [PAGE, PAGE] }) });
    const { articles, problems } = await loadCorpus(folder);
    expect(problems).toEqual([]);
    const [article] = articles;
    expect(article).toMatchObject({ id: 'ferry', file: 'ferry.pdf', language: 'en' });
    expect(article && pageAt(article, article.text.length - 1)).toBe(2);
    expect(article && pageAt(article, 0)).toBe(1);
  });

  test('keeps its pages in a snapshot', async () => {
    const folder = await folderWith({ 'ferry.pdf': buildPdf({ pages: [PAGE, PAGE] }) });
    const [article] = (await loadCorpus(folder)).articles;
    if (!article) throw new Error('expected an article');
    const { pages, contentHash } = readSavedArticle(toSavedArticle(article));
    expect(pages).toEqual(article.pages);
    expect(contentHash).toBe(article.contentHash);
  });

  test('is read beside a Word document and a book, each in its way', async () => {
    const folder = await folderWith({
      'a.pdf': buildPdf({ pages: [PAGE] }),
      'b.docx': buildZip(wordFiles(wordParagraph('The ferry sails again.'))),
      'c.epub': buildZip(bookFiles({ 'one.xhtml': '<p>The ferry sails again.</p>' })),
    });
    const { articles, problems } = await loadCorpus(folder);
    expect(problems).toEqual([]);
    expect(articles.map(({ file, pages }) => [file, pages !== undefined])).toEqual([
      ['a.pdf', true],
      ['b.docx', false],
      ['c.epub', false],
    ]);
  });

  test('may be larger than an article, for its pictures, but not without end', async () => {
    const whole = buildPdf({ pages: [PAGE] });
    const padded = Buffer.concat([whole, Buffer.from(`%${'x'.repeat(5000)}`)]);
    const huge = Buffer.concat([whole, Buffer.from(`%${'x'.repeat(50_000)}`)]);
    const folder = await folderWith({ 'a.pdf': padded, 'b.pdf': huge });
    const { articles, problems } = await loadCorpus(folder, { maxArticleBytes: 2000 });
    expect(articles.map(({ file }) => file)).toEqual(['a.pdf']);
    expect(problems).toMatchObject([{ code: 'too-large', file: 'b.pdf' }]);
  });

  test('that is broken leaves the others alone', async () => {
    const folder = await folderWith({
      'a.pdf': Buffer.from('%PDF-1.7 and no more'),
      'b.txt': Buffer.from('The ferry sails again.'),
    });
    const { articles, problems } = await loadCorpus(folder);
    expect(articles.map(({ file }) => file)).toEqual(['b.txt']);
    expect(problems).toMatchObject([{ code: 'damaged', file: 'a.pdf' }]);
  });
});

describe('a reader with a thread of its own', () => {
  test('ends a reading that takes too long, and says so', async () => {
    const folder = await folderWith({ 'a.pdf': buildPdf({ pages: [PAGE] }) });
    const reader = createIsolatedReader(0);
    const item = { file: 'a.pdf', path: path.join(folder, 'a.pdf'), kind: 'pdf' } as const;
    const read = await reader.read({ item, given: {}, maxArticleBytes: 10_000 });
    reader.close();
    expect(read).toMatchObject({
      articles: [],
      problems: [{ code: 'reading-stopped', file: 'a.pdf', values: { reason: 'time-limit' } }],
    });
  });
});
