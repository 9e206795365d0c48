import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fittingReply,
  type Page,
  type PagedReply,
  pageFrom,
  type Unit,
  unitBlocks,
  wholeReply,
} from '../../src/commands/paging.ts';
import type { Block } from '../../src/commands/reply.ts';
import { replyOf } from '../bot/support/replies.ts';

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

describe('a page', () => {
  const heading = (text: string) => ({ type: 'text', style: 'heading', text }) as const;
  const item = (text: string) => ({ text, detail: null, url: null });
  const units: readonly Unit[] = [
    { headings: [heading('A')], item: item('1') },
    { headings: [heading('A')], item: item('2') },
    { headings: [heading('B'), heading('x')], item: item('3') },
    { headings: [heading('B'), heading('y')], blocks: [heading('4')] },
    { headings: [heading('B'), heading('y')], blocks: [heading('5')] },
    { headings: [heading('C'), heading('y')], item: item('6') },
  ];
  const outline = (blocks: readonly Block[]) =>
    blocks.map((block) => (block.type === 'list' ? block.items.map(({ text }) => text) : block));

  test('says a heading once for the units below it, and items below one heading are one list', () => {
    expect(outline(unitBlocks(units))).toEqual([
      heading('A'),
      ['1', '2'],
      heading('B'),
      heading('x'),
      ['3'],
      heading('y'),
      heading('4'),
      heading('5'),
      heading('C'),
      heading('y'),
      ['6'],
    ]);
  });

  test('says again what its first unit stands under', () => {
    expect(outline(unitBlocks(units.slice(4)))).toEqual([
      heading('B'),
      heading('y'),
      heading('5'),
      heading('C'),
      heading('y'),
      ['6'],
    ]);
  });

  test('is found without making any unit twice', () => {
    const made: number[] = [];
    const reply: PagedReply = {
      count: 100,
      start: 50,
      most: 9,
      unit: (index) => {
        made.push(index);
        return { item: item(String(index)) };
      },
      around: (_page, blocks) => replyOf(blocks),
    };
    const { blocks } = fittingReply({ reply }, (candidate) => {
      const [list] = candidate.blocks;
      return list?.type === 'list' && list.items.length <= 5;
    });
    expect(outline(blocks)).toEqual([['50', '51', '52', '53', '54']]);
    expect(made).toHaveLength(new Set(made).size);
  });
});

test('the shortest of several replies is shown where even that is too long', () => {
  const choice = {
    reply: replyOf([], { heading: 'long' }),
    shorter: [
      () => replyOf([], { heading: 'short' }),
      () => replyOf([], { heading: 'shortest' }),
      () => expect.fail('none of them was needed'),
    ],
  };
  const chosen = (...fitting: readonly string[]) =>
    fittingReply({ ...choice, shorter: choice.shorter.slice(0, 2) }, ({ heading }) =>
      fitting.includes(heading),
    ).heading;
  expect(chosen('long')).toBe('long');
  expect(chosen('short')).toBe('short');
  expect(chosen()).toBe('shortest');
  expect(fittingReply(choice, ({ heading }) => heading === 'shortest').heading).toBe('shortest');
  expect(wholeReply(choice).heading).toBe('long');
});
