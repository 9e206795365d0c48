import { describe, expect, test } from 'vitest';
import type { QuoteBlock } from '../../src/commands/index.ts';
import type { Conflict } from '../../src/timeline/index.ts';
import { quotesOf, roomFor, run } from '../support/command-calls.ts';
import { quoteOf, storyArticle } from '../support/fake-library.ts';
import { printed, timelineShape } from '../support/json-shapes.ts';
import { dateOf, entryOf, reportOf, timelineLibrary } from '../support/timeline-entries.ts';

const names = ['Gazette', 'Courier', 'Herald', 'Mirror', 'Echo', 'Star', 'Post', 'Globe'];
const articles = names.map((publisher, index) =>
  storyArticle(
    publisher,
    `The ${publisher} says that the bridge opened on ${index + 2} May 2024. In ${publisher} words nobody came.`,
    { publisher },
  ),
);
const day = (index: number) => dateOf(`2024-05-0${index + 2}`);

function told(index: number) {
  const article = articles[index];
  if (!article) throw new Error(`there is no article ${index}`);
  const date = `${index + 2} May 2024`;
  return quoteOf(article, `The ${names[index]} says that the bridge opened on ${date}.`, [date]);
}

function denied(index: number) {
  const article = articles[index];
  if (!article) throw new Error(`there is no article ${index}`);
  return quoteOf(article, `In ${names[index]} words nobody came.`);
}

const report = (index: number, duplicates: readonly number[] = []) =>
  reportOf(told(index), day(index), duplicates.map(told));

const publishersOf = (blocks: readonly QuoteBlock[]) =>
  blocks.map(({ source }) => source.publisher);

describe('an entry that several sources tell', () => {
  const entry = entryOf(day(0), [report(0, [1]), report(2), report(3), report(4), report(5)]);
  const library = timelineLibrary(articles, [entry]);

  test('has its first report, two more in little room, and counts the others by their names', async () => {
    const quotes = quotesOf(await run('timeline', library, { all: true }));
    expect(publishersOf(quotes)).toEqual(['Gazette', 'Herald', 'Mirror']);
    expect(quotes.map(({ isCompact }) => isCompact)).toEqual([undefined, true, true]);
    expect(quotes.map(({ note }) => note)).toEqual([
      undefined,
      undefined,
      'Also in 2 more articles (Echo, Star)',
    ]);
    expect(quotes[0]?.alsoIn.map(({ publisher }) => publisher)).toEqual(['Courier']);
  });

  test('has one report in a short timeline, where the others are counted', async () => {
    const rest = Array.from({ length: 9 }, () => entry);
    const short = await run('timeline', timelineLibrary(articles, rest));
    const [lead, ...others] = quotesOf(short);
    expect(publishersOf(others)).not.toContain('Herald');
    expect(lead).toMatchObject({ isBrief: true, alsoIn: [] });
    expect(lead?.note).toBe('also Courier, Herald and 3 more');
  });

  test('counts publishers in a short timeline, and not the articles of one', async () => {
    const twice = { ...entry, reports: [report(0), report(0)] as const };
    const rest = Array.from({ length: 9 }, () => twice);
    const [lead] = quotesOf(await run('timeline', timelineLibrary(articles, rest)));
    expect(lead?.note).toBeUndefined();
  });

  test('is shown with all its quotes, whole, by its position, in pages', async () => {
    const all = await run('timeline', library, { entry: '1' });
    expect(all.reply.visibility).toBe('private');
    expect(publishersOf(quotesOf(all))).toEqual(['Gazette', 'Herald', 'Mirror', 'Echo', 'Star']);
    expect(quotesOf(all).map(({ cutAfter }) => cutAfter)).toEqual(Array(5).fill(false));
    const page = await run('timeline', library, { entry: '1' }, roomFor(2));
    expect(publishersOf(quotesOf(page))).toEqual(['Gazette', 'Herald']);
    const next = page.reply.actions?.find(({ label }) => label === 'Next')?.call;
    expect(next?.options).toEqual({ entry: '1', start: '3' });
    const second = await run('timeline', library, next?.options ?? {}, roomFor(2));
    expect(publishersOf(quotesOf(second))).toEqual(['Mirror', 'Echo']);
  });

  test('is offered by its date and its source below a short timeline', async () => {
    const rest = Array.from({ length: 9 }, () => entry);
    const { reply } = await run('timeline', timelineLibrary(articles, rest), { source: 'e' });
    expect(reply.menu).toMatchObject({ option: 'entry', target: 'privately' });
    expect(reply.menu?.call.options).toEqual({ source: 'e' });
    expect(reply.menu?.choices).toHaveLength(8);
    expect(reply.menu?.choices[0]).toMatchObject({ label: 'May 2, 2024', value: '1' });
    expect(reply.menu?.choices[0]?.detail).toMatch(/^Gazette · /u);
  });

  test('names five publishers at most, and counts no article twice', async () => {
    const many = entryOf(day(0), [
      report(0),
      ...[1, 2, 3, 4, 5, 6, 7, 7].map((each) => report(each)),
    ]);
    const [, , last] = quotesOf(await run('timeline', timelineLibrary(articles, [many])));
    expect(last?.note).toBe('Also in 5 more articles (Mirror, Echo, Star, Post, Globe)');
    const more = entryOf(day(0), [report(0), report(1), report(2), report(0)]);
    const quotes = quotesOf(await run('timeline', timelineLibrary(articles, [more])));
    expect(quotes.map(({ note }) => note)).toEqual([undefined, undefined, undefined]);
  });

  test('says so in Chinese as well', async () => {
    const result = await run('timeline', library, {}, { locale: 'zh-TW' });
    expect(quotesOf(result).at(-1)?.note).toBe('另有 2 篇文章提到（Echo、Star）');
  });
});

const dateConflict: Conflict = {
  kind: 'date',
  accounts: [
    { date: day(0), quotes: [told(0), told(1)] },
    { date: day(2), quotes: [told(2)] },
    { date: dateOf('2024-05', { modifier: 'end' }), quotes: [told(3)] },
  ],
};

describe('sources that differ on a date', () => {
  const entry = entryOf(day(0), [report(1), report(0), report(2)], {
    conflicts: [dateConflict],
  });
  const library = timelineLibrary(articles, [entry]);

  test('are warned of, with one quote for each date and none twice', async () => {
    const { reply } = await run('timeline', library, {}, { locale: 'en-GB' });
    const lines = reply.blocks.map((block) => {
      if (block.type === 'quote') return `${block.label ?? '-'}: ${block.source.publisher}`;
      return block.type === 'list' ? '' : block.text;
    });
    expect(lines).toEqual([
      '2 May 2024',
      // The first quote stands for the second of May.
      '-: Courier',
      '-: Gazette',
      'Sources disagree on the date: 2 May 2024 · 4 May 2024 · late May 2024.',
      '4 May 2024: Herald',
      'late May 2024: Mirror',
    ]);
    expect(reply.blocks[3]).toMatchObject({ type: 'text', style: 'warning' });
  });

  test('keep their near-duplicates, and are not counted as further sources as well', async () => {
    const again = reportOf(denied(2), null);
    const reports = [report(0), report(2, [4]), report(5), report(6), again] as const;
    const sides = entryOf(day(0), reports, { conflicts: [dateConflict] });
    const quotes = quotesOf(await run('timeline', timelineLibrary(articles, [sides])));
    expect(publishersOf(quotes)).toEqual(['Gazette', 'Star', 'Post', 'Herald', 'Mirror']);
    expect(quotes[3]?.alsoIn.map(({ publisher }) => publisher)).toEqual(['Echo']);
    expect(quotes.map(({ note }) => note).filter(Boolean)).toEqual([]);
  });

  test('are in the JSON with the dates in words, and all their quotes', async () => {
    const { json } = await run('timeline', library, {}, { locale: 'zh-CN' });
    const [shown] = timelineShape.parse(printed(json())).entries;
    expect(shown?.conflict).toBe(true);
    expect(shown?.conflicts.map(({ kind, summary }) => [kind, summary])).toEqual([
      ['date', '各来源的日期不一致：2024年5月2日 · 2024年5月4日 · 2024年5月下旬。'],
    ]);
    expect(shown?.conflicts[0]?.quotes.map(({ article }) => article)).toEqual([
      'Gazette',
      'Courier',
      'Herald',
      'Mirror',
    ]);
  });
});

describe('sources that contradict each other', () => {
  const conflict: Conflict = { kind: 'claim', sides: [[told(0)], [denied(1), denied(2)]] };

  test.each([
    ['a date, which our line names', dateConflict, 0],
    ['a claim, of which the other side is quoted', conflict, 1],
  ])('are told of in a short timeline on %s', async (_, differs, sides) => {
    const entry = entryOf(day(0), [report(0)], { conflicts: [differs] });
    const rest = Array.from({ length: 9 }, () => entry);
    const { reply } = await run('timeline', timelineLibrary(articles, rest));
    const warnings = reply.blocks.filter((block) => 'style' in block && block.style === 'warning');
    expect(warnings).toHaveLength(8);
    expect(reply.blocks.filter(({ type }) => type === 'quote')).toHaveLength(8 * (1 + sides));
  });

  test('are warned of, with a quote of each side that is not shown yet', async () => {
    const entry = entryOf(day(0), [report(0)], { conflicts: [conflict] });
    const { reply } = await run('timeline', timelineLibrary(articles, [entry]));
    expect(reply.blocks.slice(2)).toMatchObject([
      { type: 'text', style: 'warning', text: 'Sources contradict each other.' },
      { type: 'quote', isCompact: true, source: { publisher: 'Courier' } },
    ]);
    expect(reply.blocks).toHaveLength(4);
  });

  test('are both quoted where the entry begins with neither', async () => {
    const entry = entryOf(day(0), [report(4)], { conflicts: [conflict] });
    const result = await run('timeline', timelineLibrary(articles, [entry]));
    expect(publishersOf(quotesOf(result))).toEqual(['Echo', 'Gazette', 'Courier']);
  });

  test('are in the JSON', async () => {
    const entry = entryOf(day(0), [report(0)], { conflicts: [conflict] });
    const { json } = await run('timeline', timelineLibrary(articles, [entry]));
    const [shown] = timelineShape.parse(printed(json())).entries;
    expect(shown?.conflicts).toMatchObject([
      { kind: 'claim', summary: 'Sources contradict each other.', quotes: { length: 3 } },
    ]);
  });
});

describe('an entry without a date', () => {
  const undated = entryOf(null, [reportOf(denied(3), null)], { weight: 1 });
  const library = timelineLibrary(articles, [undated, entryOf(day(0), [report(0)])]);

  test('comes last, under a heading that says so', async () => {
    const { reply } = await run('timeline', library);
    expect(reply.blocks.filter(({ type }) => type === 'date')).toEqual([
      { type: 'date', text: 'May 2, 2024', isDated: true, isAfterGap: false },
      { type: 'date', text: 'Undated', isDated: false, isAfterGap: false },
    ]);
  });

  test('has null for its date in the JSON', async () => {
    const { json } = await run('timeline', library);
    expect(timelineShape.parse(printed(json())).entries[1]).toMatchObject({
      date: null,
      precision: 'none',
      value: null,
    });
  });
});

test('the JSON has the shortest plain date that holds one, beside its value and part', async () => {
  const dates = [
    dateOf('2024-W18', { precision: 'week', first: '2024-04-29', last: '2024-05-05' }),
    dateOf('2024-W20', { precision: 'week', first: '2024-05-13', last: '2024-05-19' }),
    dateOf('2024-05', { modifier: 'end' }),
    dateOf('2023/2024', { precision: 'range', first: '2023-01-01', last: '2024-12-31' }),
  ];
  const entries = dates.map((date) => entryOf(date, [report(0)]));
  const { json } = await run('timeline', timelineLibrary(articles, entries));
  const shown = timelineShape.parse(printed(json())).entries;
  expect(
    shown.map(({ date, precision, value, modifier }) => [date, precision, value, modifier]),
  ).toEqual([
    ['2024', 'year', '2024-W18', null],
    ['2024-05', 'month', '2024-W20', null],
    ['2024-05', 'month', '2024-05', 'end'],
    [null, 'none', '2023/2024', null],
  ]);
});

describe('the heading of a date', () => {
  test('begins with a capital and is no more precise than the date', async () => {
    const week = dateOf('2024-W18', { precision: 'week', first: '2024-04-29', last: '2024-05-05' });
    const late = dateOf('2024-05', { modifier: 'end' });
    const entries = [entryOf(week, [report(0)]), entryOf(late, [report(1)])];
    const { reply } = await run('timeline', timelineLibrary(articles, entries));
    expect(reply.blocks.flatMap((block) => (block.type === 'date' ? [block.text] : []))).toEqual([
      'Week of April 29, 2024',
      'Late May 2024',
    ]);
  });

  test('knows when more than a month passed since the date before', async () => {
    const dates = [
      dateOf('2024-01-01'),
      dateOf('2024-02-01'),
      dateOf('2024-02'),
      dateOf('2024-04'),
    ];
    const entries = dates.map((date) => entryOf(date, [report(0)]));
    const { reply } = await run('timeline', timelineLibrary(articles, entries));
    expect(
      reply.blocks.flatMap((block) => (block.type === 'date' ? [block.isAfterGap] : [])),
    ).toEqual([false, false, false, true]);
  });
});
