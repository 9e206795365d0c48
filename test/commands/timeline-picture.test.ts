import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CommandCall } from '../../src/commands/index.ts';
import type { CalendarDate } from '../../src/timeline/index.ts';
import { roomFor, run } from '../support/command-calls.ts';
import { quoteOf, storyArticle } from '../support/fake-library.ts';
import {
  dateOf,
  entryOf,
  monthlyStory,
  reportOf,
  timelineLibrary,
} from '../support/timeline-entries.ts';

const WORDS = 'The bridge opened.';
const gazette = storyArticle('Gazette', WORDS);
const courier = storyArticle('Courier', WORDS);
const herald = storyArticle('Herald', WORDS);
const articles = [gazette, courier, herald];
const one = quoteOf(gazette, WORDS);
const two = quoteOf(courier, WORDS);
const three = quoteOf(herald, WORDS);

const opening = dateOf('2024-05-02');
const PARTS = { precision: 'month', first: '2024-09-01', last: '2024-09-30' } as const;

/** The points of the picture of a timeline with these dates, each told once. */
async function pointsOf(...dates: readonly CalendarDate[]) {
  const entries = dates.map((date) => entryOf(date, [reportOf(one, date)]));
  const { reply } = await run('timeline', timelineLibrary(articles, entries));
  return reply.picture?.points ?? [];
}

describe('the picture of a timeline', () => {
  test('has every dated entry with its date, its role, words of its quote and whether its sources disagree', async () => {
    const later = dateOf('2024-06-30');
    const library = timelineLibrary(articles, [
      entryOf(opening, [reportOf(one, opening, [two]), reportOf(one, null), reportOf(three, null)]),
      entryOf(later, [reportOf(one, later)], {
        role: 'deadline',
        conflicts: [{ kind: 'claim', sides: [[one], [two]] }],
      }),
      entryOf(null, [reportOf(one, null)]),
    ]);
    const { reply } = await run('timeline', library, { topic: 'bridge' }, { locale: 'en-GB' });
    expect(reply.picture).toMatchObject({
      title: 'Timeline: bridge',
      summary: expect.stringContaining('1 undated'),
    });
    expect(reply.picture?.points).toEqual([
      {
        first: '2024-05-02',
        last: '2024-05-02',
        label: '2 May 2024',
        role: 'event',
        isDisputed: false,
        words: { text: WORDS, cutBefore: false, cutAfter: false },
      },
      {
        first: '2024-06-30',
        last: '2024-06-30',
        label: '30 June 2024',
        role: 'deadline',
        isDisputed: true,
        words: { text: WORDS, cutBefore: false, cutAfter: false },
      },
    ]);
  });

  test('does not repeat a date that opens a sentence, and has no words that differ from the article', async () => {
    const text = 'On Thursday, the bridge opened.';
    const article = storyArticle('Mirror', text);
    const quote = quoteOf(article, text, ['Thursday']);
    const forged = { ...quote, hash: '0'.repeat(64) };
    const entries = [quote, forged].map((each) => entryOf(opening, [reportOf(each, opening)]));
    const { reply } = await run('timeline', timelineLibrary([article], entries));
    expect(reply.picture?.points.map(({ words }) => words)).toEqual([
      { text: 'the bridge opened.', cutBefore: true, cutAfter: false },
      null,
    ]);
  });

  test('is not there where fewer than two entries have a date', async () => {
    const undated = entryOf(null, [reportOf(two, null)]);
    const dated = entryOf(opening, [reportOf(one, opening)]);
    const only = await run('timeline', timelineLibrary(articles, [dated, undated, undated]));
    expect(only.reply.blocks).not.toEqual([]);
    expect(only.reply.picture).toBeUndefined();
    const pair = await run('timeline', timelineLibrary(articles, [dated, dated, undated]));
    expect(pair.reply.picture?.points).toHaveLength(2);
  });

  test.each([
    ['start', '2024-09-01', '2024-09-10', 'Early September 2024'],
    ['mid', '2024-09-11', '2024-09-20', 'Mid September 2024'],
    ['end', '2024-09-21', '2024-09-30', 'Late September 2024'],
  ] as const)('has a third of a month for its %s', async (modifier, first, last, label) => {
    const [point] = await pointsOf(dateOf('2024-09', { ...PARTS, modifier }), dateOf('2025-01-01'));
    expect(point).toMatchObject({ first, last });
    expect(point?.label.replace('-', ' ')).toBe(label);
  });

  test('has the whole of a range, whose parts have no words either', async () => {
    const range = dateOf('2024-09-12/2024-09-14', {
      precision: 'range',
      first: '2024-09-12',
      last: '2024-09-14',
      modifier: 'start',
    });
    const [point] = await pointsOf(range, dateOf('2025-01-01'));
    expect(point).toMatchObject({
      first: '2024-09-12',
      last: '2024-09-14',
      label: 'September 12–14, 2024',
    });
  });

  test('never has a part outside of the whole, and the three parts leave no day out', async () => {
    const months = fc.integer({ min: 0, max: 12 * 200 }).map((index) => {
      const [year, month] = [1900 + Math.floor(index / 12), index % 12];
      const [first = '', last = ''] = [Date.UTC(year, month, 1), Date.UTC(year, month + 1, 0)].map(
        (ms) => new Date(ms).toISOString().slice(0, 10),
      );
      return dateOf(first.slice(0, 7), { first, last });
    });
    await fc.assert(
      fc.asyncProperty(months, async (month) => {
        const [start, mid, end] = await pointsOf(
          { ...month, modifier: 'start' },
          { ...month, modifier: 'mid' },
          { ...month, modifier: 'end' },
        );
        expect(start?.first).toBe(month.first);
        expect(end?.last).toBe(month.last);
        const isNext = (last = '', first = '') =>
          Date.parse(first) - Date.parse(last) <= 86_400_000;
        expect(isNext(start?.last, mid?.first) && isNext(mid?.last, end?.first)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('in a timeline of several pages the picture', () => {
  const { article, entries } = monthlyStory(30);
  const library = timelineLibrary([article], entries);
  const pictureOf = async (options: CommandCall['options']) =>
    (await run('timeline', library, options, roomFor(6))).reply.picture;

  test('shows all entries beside the short timeline and on page one, and is on no later page', async () => {
    expect((await pictureOf({}))?.points).toHaveLength(30);
    expect(await pictureOf({ all: 'true' })).toEqual(await pictureOf({}));
    expect(await pictureOf({ start: '1' })).toEqual(await pictureOf({}));
    expect(await pictureOf({ start: '7' })).toBeUndefined();
    expect(await pictureOf({ start: '31' })).toBeUndefined();
  });

  test('has words of those alone that the short timeline has', async () => {
    const named = (await pictureOf({}))?.points.filter(({ words }) => words !== null);
    expect(named).toHaveLength(8);
  });

  test('shows what fits the filters alone', async () => {
    expect((await pictureOf({ from: '1992' }))?.points).toHaveLength(6);
  });
});
