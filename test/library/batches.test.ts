import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FileReading } from '../../src/corpus/index.ts';
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

const reading = fc
  .record({
    file: fc.string({ minLength: 1 }),
    stamp: fc.option(fc.string()),
    texts: fc.array(fc.string(), { maxLength: 4 }),
    problemCount: fc.nat(3),
  })
  .map(
    ({ file, stamp, texts, problemCount }): FileReading => ({
      file,
      path: `/articles/${file}`,
      stamp,
      circumstances: '{}',
      articles: texts.map((text, line) => ({
        article: storyArticle(`${file}:${line}`, text),
        line,
      })),
      problems: Array.from({ length: problemCount }, (_, line) => emptyFile(file, line)),
    }),
  );

test('readings in pieces are put together to what they were, and known ones are only named', async () => {
  const readings = fc.uniqueArray(reading, { selector: ({ file }) => file });
  await fc.assert(
    fc.asyncProperty(readings, fc.func(fc.boolean()), async (all, isKnown) => {
      const known = new Map(
        all.filter(({ file }) => isKnown(file)).map((each) => [each.file, each] as const),
      );
      const items = all.flatMap((each) => [...toItems({ kind: 'file', reading: each }, known)]);
      const found: FileReading[] = [];
      const collector = createPartCollector(known, (part) => {
        if (part.kind === 'file') found.push(part.reading);
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
