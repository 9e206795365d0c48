import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FileReading } from '../../src/corpus/index.ts';
import { createOutbox, inBatches, weightOfItem } from '../../src/library/batches.ts';
import { createPartCollector, toItems } from '../../src/library/reading-items.ts';
import { storyArticle } from '../support/fake-library.ts';
import { emptyFile } from '../support/folder.ts';

const LIMIT = 250_000;

const weights = fc.array(fc.oneof(fc.nat(1000), fc.integer({ min: 1, max: 2 * LIMIT })));

test('a list in batches is the same list, and only a single item is over the limit', () => {
  fc.assert(
    fc.property(weights, (items) => {
      const batches = [...inBatches(items, (weight) => weight)];
      expect(batches.flat()).toEqual(items);
      for (const batch of batches) {
        expect(batch.length).toBeGreaterThan(0);
        const total = batch.reduce((sum, weight) => sum + weight, 0);
        expect(batch.length === 1 || total <= LIMIT).toBe(true);
      }
    }),
  );
});

test('what is put into an outbox is taken out of it, in order, whoever is faster', async () => {
  await fc.assert(
    fc.asyncProperty(weights, fc.infiniteStream(fc.boolean()), async (items, pauses) => {
      const outbox = createOutbox((weight: number) => weight);
      const fill = async () => {
        for (const item of items) {
          if (pauses.next().value) await Promise.resolve();
          outbox.put(item);
        }
        outbox.end();
      };
      const filled = fill();
      const taken: number[] = [];
      for (;;) {
        const { items: batch, isLast } = await outbox.take();
        taken.push(...batch);
        if (isLast) break;
      }
      await filled;
      expect(taken).toEqual(items);
    }),
  );
});

test('an outbox that fails gives what it has, and then the error', async () => {
  const outbox = createOutbox((text: string) => text.length);
  outbox.put('first');
  const failure = new Error('the disk is gone');
  outbox.fail(failure);
  expect(await outbox.take()).toEqual({ items: ['first'], isLast: false });
  await expect(outbox.take()).rejects.toBe(failure);
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

test('readings in pieces are put together to what they were, and known ones are only named', () => {
  const readings = fc.uniqueArray(reading, { selector: ({ file }) => file });
  fc.assert(
    fc.property(readings, fc.func(fc.boolean()), (all, isKnown) => {
      const known = new Map(
        all.filter(({ file }) => isKnown(file)).map((each) => [each.file, each] as const),
      );
      const items = all.flatMap((each) => [...toItems({ kind: 'file', reading: each }, known)]);
      const found: FileReading[] = [];
      const collector = createPartCollector(known, (part) => {
        if (part.kind === 'file') found.push(part.reading);
      });
      for (const batch of inBatches(items, weightOfItem)) {
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
