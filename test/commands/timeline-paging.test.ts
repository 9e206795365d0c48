import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Action, Reply } from '../../src/commands/index.ts';
import type { Library } from '../../src/library/index.ts';
import { quotesOf, roomFor, run, textsOf, userErrorOf } from '../support/command-calls.ts';
import { monthlyStory, timelineLibrary } from '../support/timeline-entries.ts';

const { article, entries } = monthlyStory(30, (index) => ({ weight: index % 3 === 0 ? 0.9 : 0.1 }));
const library = timelineLibrary([article], entries);

async function datesOf(result: Awaited<ReturnType<typeof run>>): Promise<readonly string[]> {
  return result.reply.blocks.flatMap((block) => (block.type === 'date' ? [block.text] : []));
}

function follow(
  { reply }: { readonly reply: Reply },
  label: string,
  story: Library,
  quotes: number,
) {
  const action = reply.actions?.find((each) => each.label === label);
  if (!action?.call) throw new Error(`nothing to choose called ${label}`);
  return run(action.call.command, story, action.call.options, roomFor(quotes));
}

const labelled = (actions: readonly Action[] | undefined) =>
  actions?.map(({ label, call }) => [label, call?.options ?? null]);

describe('a timeline that is not short', () => {
  test('shows its weightiest entries first, eight of them, the earlier of equals, by date', async () => {
    const result = await run('timeline', library);
    expect(await datesOf(result)).toEqual([
      'January 1990',
      'April 1990',
      'July 1990',
      'October 1990',
      'January 1991',
      'April 1991',
      'July 1991',
      'October 1991',
    ]);
    expect(textsOf(result)).toEqual(['Short timeline: 8 of 30 entries.']);
    expect(labelled(result.reply.actions)).toEqual([
      ['8 of 30', null],
      ['Full timeline', { all: 'true' }],
      ['Save as files', { files: 'true' }],
    ]);
    expect(result.reply.footer).toBe('30 entries · 1 article · indexed May 3, 2024');
  });

  test('shows fewer where not even those fit, and the weightiest stay', async () => {
    const result = await run('timeline', library, {}, roomFor(3));
    expect(await datesOf(result)).toEqual(['January 1990', 'April 1990', 'July 1990']);
    expect(textsOf(result)).toEqual(['Short timeline: 3 of 30 entries.']);
  });

  test('is whole with all, where the front end has no limit', async () => {
    const result = await run('timeline', library, { all: true });
    expect(quotesOf(result)).toHaveLength(30);
    expect(textsOf(result)).toEqual([]);
    expect(labelled(result.reply.actions)).toEqual([
      ['Short timeline', {}],
      ['Save as files', { files: 'true' }],
    ]);
  });

  test('is in pages with all, where there is not, with buttons that keep what was asked for', async () => {
    const asked = { topic: 'bridge', source: 'gazette', from: '1990', to: '1999-12', all: 'true' };
    const { all: _, ...filters } = asked;
    const first = await run('timeline', library, asked, roomFor(6));
    expect(textsOf(first)).toEqual(['Entries 1 to 6 of 30.']);
    expect(labelled(first.reply.actions)).toEqual([
      ['Previous', null],
      ['1–6 of 30', null],
      ['Next', { start: '7', ...filters }],
      ['Short timeline', filters],
      ['Save as files', { files: 'true', ...filters }],
    ]);
    const second = await follow(first, 'Next', library, 6);
    expect(textsOf(second)).toEqual(['Entries 7 to 12 of 30.']);
    const last = await run('timeline', library, { ...filters, start: '25' }, roomFor(6));
    expect(labelled(last.reply.actions)).toEqual([
      ['Previous', { start: '19', ...filters }],
      ['25–30 of 30', null],
      ['Next', null],
      ['Short timeline', filters],
      ['Save as files', { files: 'true', ...filters }],
    ]);
  });

  test('shows its last page where a page begins behind its end', async () => {
    const result = await run('timeline', library, { start: '900' }, roomFor(6));
    expect(textsOf(result)).toEqual(['Entries 25 to 30 of 30.']);
  });

  test('has eight entries on a page where more would fit', async () => {
    const result = await run('timeline', library, { start: '9' }, roomFor(100));
    expect(textsOf(result)).toEqual(['Entries 9 to 16 of 30.']);
    expect(labelled(result.reply.actions)?.[0]).toEqual(['Previous', { start: '1' }]);
  });

  test.each(['0', '-3', 'two', '1.5'])('refuses to begin at %s', async (start) => {
    const refused = await userErrorOf(run('timeline', library, { start }));
    expect(refused.message).toBe(
      `“start” must be a whole number from 1 to 1,000,000, not “${start}”.`,
    );
  });

  test('shows every entry on its pages, in order and none left out, whatever fits', async () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(lengths, fc.integer({ min: 1, max: 12 }), async (sizes, quotes) => {
        const sized = monthlyStory(sizes.length, (index) => ({
          conflicts: [],
          reports: repeated(index, sizes[index] ?? 1),
        }));
        function repeated(index: number, size: number) {
          const [report] = monthlyStory(sizes.length).entries[index]?.reports ?? [];
          if (!report) throw new Error('every entry is told');
          return [report, ...Array.from({ length: size - 1 }, () => report)] as const;
        }
        const story = timelineLibrary([sized.article], sized.entries);
        let page = await run('timeline', story, { start: '1' }, roomFor(quotes));
        const seen = [...(await datesOf(page))];
        while (page.reply.actions?.some(({ label, call }) => label === 'Next' && call)) {
          page = await follow(page, 'Next', story, quotes);
          seen.push(...(await datesOf(page)));
        }
        expect(seen).toHaveLength(sizes.length);
        expect(new Set(seen).size).toBe(sizes.length);
        // And back again, without a gap.
        while (page.reply.actions?.some(({ label, call }) => label === 'Previous' && call)) {
          const [before] = await datesOf(page);
          page = await follow(page, 'Previous', story, quotes);
          const dates = await datesOf(page);
          const next = seen[seen.indexOf(dates.at(-1) ?? '') + 1];
          expect(dates.includes(before ?? '') || next === before).toBe(true);
        }
        expect((await datesOf(page))[0]).toBe(seen[0]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a timeline of eight entries or fewer', () => {
  const few = monthlyStory(8);
  const short = timelineLibrary([few.article], few.entries);

  test('is shown whole at once, with nothing but its files to ask for', async () => {
    const result = await run('timeline', short);
    expect(quotesOf(result)).toHaveLength(8);
    expect(textsOf(result)).toEqual([]);
    expect(labelled(result.reply.actions)).toEqual([['Save as files', { files: 'true' }]]);
  });

  test('that does not fit is shown in part, with a way to the rest', async () => {
    const result = await run('timeline', short, {}, roomFor(5));
    expect(textsOf(result)).toEqual(['Short timeline: 5 of 8 entries.']);
    expect(quotesOf(await follow(result, 'Full timeline', short, 5))).toHaveLength(5);
  });
});

test('the JSON has every entry, short or not', async () => {
  for (const options of [{}, { all: true }, { start: '20' }]) {
    const { json } = await run('timeline', library, options, roomFor(4));
    expect(json()).toMatchObject({ entries: { length: 30 } });
  }
});
