import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Page, pageFrom } from '../../src/commands/paging.ts';

const lists = fc.record({
  sizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 30 }),
  most: fc.integer({ min: 1, max: 8 }),
  room: fc.integer({ min: 1, max: 20 }),
});

function listOf(sizes: readonly number[], most: number, room: number) {
  const fits = ({ first, end }: Page) =>
    sizes.slice(first, end).reduce((sum, size) => sum + size, 0) <= room;
  return { count: sizes.length, most, fits };
}

describe('pages', () => {
  test('hold every item once and in order, no more than fits, and not less than could', () => {
    fc.assert(
      fc.property(lists, ({ sizes, most, room }) => {
        const list = listOf(sizes, most, room);
        const seen: number[] = [];
        for (let start: number | null = 0; start !== null; ) {
          const page = pageFrom(start, list);
          const length = page.end - page.first;
          expect(page.first).toBe(start);
          expect(length === 1 || (length <= most && list.fits(page))).toBe(true);
          const isFull = length === most || page.end === sizes.length;
          expect(isFull || !list.fits({ ...page, end: page.end + 1 })).toBe(true);
          for (let index = page.first; index < page.end; index += 1) seen.push(index);
          start = page.next;
        }
        expect(seen).toEqual(sizes.map((_, index) => index));
      }),
    );
  });

  test('lead back to the beginning without a gap', () => {
    fc.assert(
      fc.property(lists, fc.nat(40), ({ sizes, most, room }, start) => {
        const list = listOf(sizes, most, room);
        let page = pageFrom(start, list);
        while (page.previous !== null) {
          const before = pageFrom(page.previous, list);
          expect(before.first).toBeLessThan(page.first);
          expect(before.end).toBeGreaterThanOrEqual(page.first);
          page = before;
        }
        expect(page.first).toBe(0);
      }),
    );
  });

  test('that would begin behind the end are the last one', () => {
    const list = { count: 7, most: 3, fits: () => true };
    expect(pageFrom(7, list)).toEqual({ first: 4, end: 7, previous: 1, next: null });
    expect(pageFrom(99, list)).toEqual(pageFrom(7, list));
  });

  test('of nothing are empty', () => {
    const list = { count: 0, most: 3, fits: () => false };
    expect(pageFrom(5, list)).toEqual({ first: 0, end: 0, previous: null, next: null });
  });
});
