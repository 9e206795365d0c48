import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTopList } from '../../src/retrieval/ranking/top-list.ts';

it('gives what sorting everything and keeping the first would give, in the order of adding where equal', () => {
  const items = fc.array(fc.record({ name: fc.nat(99), value: fc.integer({ min: 0, max: 9 }) }));
  fc.assert(
    fc.property(items, fc.integer({ min: 1, max: 12 }), (all, limit) => {
      const list = createTopList<(typeof all)[number]>(limit, ({ value }) => value);
      for (const item of all) list.add(item);
      const sorted = all.toSorted((a, b) => b.value - a.value).slice(0, limit);
      expect(list.sorted()).toEqual(sorted);
    }),
    { numRuns: 500 },
  );
});

it('keeps nothing when it may keep nothing', () => {
  const list = createTopList<number>(0, (value) => value);
  list.add(1);
  expect(list.sorted()).toEqual([]);
});
