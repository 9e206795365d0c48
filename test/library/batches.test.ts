import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ParsedFile } from '../../src/corpus/index.ts';
import { inBatches, weightOfItem } from '../../src/library/batches.ts';
import { createPartCollector, toItems } from '../../src/library/reading-items.ts';
import { storyArticle } from '../support/fake-library.ts';
import { emptyFile } from '../support/folder.ts';

const LIMIT = 250_000;

const weights = fc.array(fc.oneof(fc.nat(1000), fc.integer({ min: 1, max: 2 * LIMIT })));

test('a list in batches is the same list, and only a single item is over the limit', async () => {
  await fc.assert(
    fc.asyncProperty(weights, async (items) => {
      const batches: (readonly number[])[] = [];
      for await (const batch of inBatches(items, (weight) => weight)) batches.push(batch);
      expect(batches.flat()).toEqual(items);
      for (const batch of batches) {
        expect(batch.length).toBeGreaterThan(0);
        const total = batch.reduce((sum, weight) => sum + weight, 0);
        expect(batch.length === 1 || total <= LIMIT).toBe(true);
      }
    }),
  );
});

const parsedFile = fc
  .record({
    file: fc.string({ minLength: 1 }),
    signature: fc.option(fc.string()),
    texts: fc.array(fc.string(), { maxLength: 4 }),
    problemCount: fc.nat(3),
  })
  .map(
    ({ file, signature, texts, problemCount }): ParsedFile => ({
      file,
      path: `/articles/${file}`,
      signature,
      cacheKey: '{}',
      articles: texts.map((text, line) => ({
        article: storyArticle(`${file}:${line}`, text),
        line,
      })),
      problems: Array.from({ length: problemCount }, (_, line) => emptyFile(file, line)),
    }),
  );

test('parsed files in pieces are put together to what they were, and known ones are only named', async () => {
  const parsedFiles = fc.uniqueArray(parsedFile, { selector: ({ file }) => file });
  await fc.assert(
    fc.asyncProperty(parsedFiles, fc.func(fc.boolean()), async (all, isKnown) => {
      const known = new Map(
        all.filter(({ file }) => isKnown(file)).map((each) => [each.file, each] as const),
      );
      const items = all.flatMap((each) => [...toItems({ kind: 'file', parsed: each }, known)]);
      const found: ParsedFile[] = [];
      const collector = createPartCollector(known, (part) => {
        if (part.kind === 'file') found.push(part.parsed);
      });
      for await (const batch of inBatches(items, weightOfItem)) {
        for (const item of batch) collector.add(item);
      }
      collector.end();
      expect(found).toEqual(all);
      for (const each of found) {
        expect(all.includes(each)).toBe(known.has(each.file));
      }
    }),
  );
});
