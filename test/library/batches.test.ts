import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { assembleCorpus, type CorpusPart, storeArticle } from '../../src/corpus/index.ts';
import { BATCH_SIZE, inBatches, inPieces, listOf } from '../../src/library/batches.ts';
import { storyArticle } from '../support/fake-library.ts';
import { emptyFile } from '../support/folder.ts';

test('a list in batches is the same list, and no batch is too large', async () => {
  const lengths = fc.integer({ min: 0, max: 3 * BATCH_SIZE });
  await fc.assert(
    fc.asyncProperty(lengths, async (length) => {
      const items = Array.from({ length }, (_, index) => index);
      expect(await listOf(inBatches(items))).toEqual(items);
      for await (const batch of inBatches(items)) {
        expect(batch.length).toBeGreaterThan(0);
        expect(batch.length).toBeLessThanOrEqual(BATCH_SIZE);
      }
    }),
  );
});

const filePart = fc
  .record({
    file: fc.string({ minLength: 1 }),
    signature: fc.option(fc.string()),
    texts: fc.array(fc.string(), { maxLength: 4 }),
    problemCount: fc.nat(3),
  })
  .map(
    ({ file, signature, texts, problemCount }): CorpusPart => ({
      kind: 'file',
      parsed: {
        file,
        path: `/articles/${file}`,
        signature,
        cacheKey: '{}',
        articles: texts.map((text, line) => ({
          article: storeArticle(storyArticle(`${file}:${line}`, text)),
          line,
        })),
        problems: Array.from({ length: problemCount }, (_, line) => emptyFile(file, line)),
      },
    }),
  );

const problemsPart = fc
  .nat(3)
  .map(
    (length): CorpusPart => ({ kind: 'problems', problems: Array(length).fill(emptyFile('x')) }),
  );

test('parts in pieces give the same corpus, with one article and one problem a piece', async () => {
  const fileOf = (part: CorpusPart) => (part.kind === 'file' ? part.parsed.file : part);
  const parts = fc.uniqueArray(fc.oneof(filePart, problemsPart), { selector: fileOf });
  await fc.assert(
    fc.asyncProperty(parts, async (all) => {
      const pieces = all.flatMap((part) => [...inPieces(part)]);
      expect(await assembleCorpus('/articles', pieces)).toEqual(
        await assembleCorpus('/articles', all),
      );
      for (const piece of pieces) {
        const { articles, problems } =
          piece.kind === 'file' ? piece.parsed : { articles: [], problems: piece.problems };
        expect(Math.max(articles.length, problems.length)).toBeLessThanOrEqual(1);
      }
    }),
  );
});
