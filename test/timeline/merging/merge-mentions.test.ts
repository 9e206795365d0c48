import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyQuote } from '../../../src/retrieval/index.ts';
import { toTimelineEntry } from '../../../src/timeline/merging/merged-event.ts';
import { byId } from '../../support/articles.ts';
import { createMention, merge, textsOf } from './mentions.ts';

const STORY = [
  createMention({
    article: 'a',
    date: '2024-05-03',
    text: 'Brightwater rejected a bid of $2 billion by Halden Group.',
  }),
  createMention({
    article: 'b',
    date: '2024-05-03',
    text: 'Halden Group said its offer of $2 billion had been turned down by Brightwater.',
  }),
  createMention({
    article: 'b',
    date: null,
    text: 'Greta Moss, the head of Halden Group, has resigned.',
  }),
  createMention({
    article: 'c',
    date: '2024-05',
    text: 'In May Brightwater refused the bid of Halden Group.',
  }),
  createMention({
    article: 'c',
    date: '2024-05-07',
    text: 'Greta Moss resigned as head of Halden Group.',
  }),
  createMention({
    article: 'd',
    date: '2024-06-15',
    role: 'deadline',
    text: 'Shareholders of Brightwater have until 15 June to accept the offer.',
  }),
  createMention({
    article: 'e',
    date: '2024-06-20',
    role: 'deadline',
    text: 'Brightwater shareholders must accept the offer by 20 June.',
  }),
  createMention({ article: 'f', date: '2024-05-03', text: '港城市长林慧视察了码头。' }),
  createMention({
    article: 'g',
    date: null,
    text: 'Greta Moss has not resigned as head of Halden Group.',
  }),
];

describe('merging', () => {
  it('gives the same events for any order of the mentions', async () => {
    const expected = await merge(STORY);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(STORY, { minLength: STORY.length, maxLength: STORY.length }),
        async (shuffled) => {
          expect(await merge(shuffled)).toEqual(expected);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('puts every mention into exactly one event', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(STORY), async (some) => {
        const texts = textsOf(await merge(some)).flat();
        expect(texts.toSorted()).toEqual(some.map(({ text }) => text).toSorted());
      }),
      { numRuns: 15 },
    );
  });

  it('takes the most precise date that the mentions agree on', async () => {
    const events = await merge(STORY);
    const refusal = events.find(({ reports }) =>
      reports.some(({ mention }) => mention.text.startsWith('In May')),
    );
    expect(refusal?.reports.length).toBe(3);
    expect(refusal?.date?.value).toBe('2024-05-03');
    expect(refusal?.dateAccounts).toEqual([]);
  });

  it('dates an event by the one mention that states a date', async () => {
    const events = await merge(STORY);
    const departure = events.find(({ reports }) =>
      reports.some(({ mention }) => mention.text.startsWith('Greta Moss, the head')),
    );
    expect(departure?.date?.value).toBe('2024-05-07');
  });

  it('counts the same sentence in several articles as one report with its near-duplicates', async () => {
    const text =
      'The harbour bridge at Port Hale closed after a ship had struck its northern pillar.';
    const [event, ...others] = await merge(
      ['a', 'b', 'c'].map((article) => createMention({ article, date: '2024-05-03', text })),
    );
    expect(others).toEqual([]);
    expect(event?.reports.map(({ duplicates }) => duplicates.length)).toEqual([2]);
  });

  it('keeps an event that two plans told as planned, and takes it for one when it has happened', async () => {
    const planned = createMention({
      article: 'a',
      date: '2024-05-17',
      role: 'planned',
      text: 'The tram drivers of Port Hale plan to walk out on Friday.',
    });
    const told = createMention({
      article: 'b',
      date: '2024-05-17',
      text: 'The tram drivers of Port Hale walked out.',
    });
    expect((await merge([planned])).map(({ role }) => role)).toEqual(['planned']);
    expect((await merge([planned, told])).map(({ role }) => role)).toEqual(['event']);
  });

  it('gives nothing for nothing', async () => {
    expect(await merge([])).toEqual([]);
  });
});

describe('entries of merged events', () => {
  it('quote every report and both sides of a disagreement, word for word', async () => {
    const entries = (await merge(STORY)).map(toTimelineEntry);
    const articles = byId(STORY.map(({ article }) => article));
    const texts = new Map(STORY.map(({ article, text }) => [`${article.id} ${text}`, text]));
    const quotes = entries.flatMap(({ reports, conflicts }) => [
      ...reports.flatMap(({ quote, duplicates }) => [quote, ...duplicates]),
      ...conflicts.flatMap((conflict) =>
        conflict.kind === 'claim'
          ? conflict.sides.flat()
          : conflict.accounts.flatMap((account) => [...account.quotes]),
      ),
    ]);
    expect(quotes.length).toBeGreaterThan(STORY.length);
    for (const quote of quotes) {
      // Mentions of one article in these tests have texts of their own.
      const own = STORY.find(
        ({ article }) => article.id === quote.articleId && article.text.length === quote.end,
      );
      const words = verifyQuote(
        quote,
        new Map([...articles, [quote.articleId, own?.article ?? STORY[0]?.article ?? raise()]]),
      );
      expect(texts.has(`${quote.articleId} ${words}`)).toBe(true);
    }
    expect(new Set(entries.flatMap(({ conflicts }) => conflicts.map(({ kind }) => kind)))).toEqual(
      new Set(['claim', 'date']),
    );
  });
});

function raise(): never {
  throw new Error('no such article');
}
