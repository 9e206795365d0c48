import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createStringNumbers } from '../../../src/retrieval/index-data/string-numbers.ts';

it('gives back the number of every string, however long, and of no other', () => {
  const key = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3 }),
    fc.string({ unit: fc.constantFrom('中', '国', 'a', '\0', '\ud83d', '\uffff'), maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.uniqueArray(key, { maxLength: 60 }), fc.array(key), (known, others) => {
      const numbers = createStringNumbers();
      for (const [number, each] of known.entries()) numbers.add(each, number);
      for (const each of [...known, ...others]) {
        const number = known.indexOf(each);
        expect(numbers.get(each)).toBe(number === -1 ? undefined : number);
      }
    }),
  );
});

it('holds more pairs of characters than it began with places for', () => {
  const numbers = createStringNumbers();
  const pairs = Array.from({ length: 20_000 }, (_, index) =>
    String.fromCharCode(0x4e00 + (index % 150), 0x4e00 + Math.floor(index / 150)),
  );
  for (const [number, pair] of pairs.entries()) numbers.add(pair, number);
  expect(pairs.map((pair) => numbers.get(pair))).toEqual(pairs.map((_, number) => number));
  expect(numbers.get('零一')).toBeUndefined();
});
