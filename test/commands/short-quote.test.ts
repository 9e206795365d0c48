import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GLANCE, shortenQuote } from '../../src/commands/short-quote.ts';
import type { Article } from '../../src/corpus/index.ts';
import { createQuote, type Quote, verifyQuote } from '../../src/retrieval/index.ts';
import { quoteOf, storyArticle } from '../support/fake-library.ts';

function wordsOf(quote: Quote, article: Article): string {
  return verifyQuote(quote, new Map([[article.id, article]]));
}

function shortOf(text: string, marked: readonly string[]) {
  const article = storyArticle('a', text);
  const quote = shortenQuote(quoteOf(article, text, marked), article);
  const marks = quote.marks.map(({ start, end }) => article.text.slice(start, end));
  return { ...quote, words: wordsOf(quote, article), marks };
}

const LONG_CLAUSE = 'the ferries that had carried the people of the town for ninety years went on';

describe('a short quote', () => {
  test('is the quote itself where that is short', () => {
    const article = storyArticle('a', 'The bridge opened on 2 May 2024.');
    const quote = quoteOf(article, article.text, ['2 May 2024']);
    expect(shortenQuote(quote, article)).toBe(quote);
  });

  test('ends with a clause, and says that its sentence goes on', () => {
    const text = `On 2 May 2024 the bridge opened, ${LONG_CLAUSE}, ${LONG_CLAUSE}, ${LONG_CLAUSE}, and all was well.`;
    const short = shortOf(text, ['2 May 2024']);
    expect(short.words).toBe(`On 2 May 2024 the bridge opened, ${LONG_CLAUSE}, ${LONG_CLAUSE},`);
    expect(short).toMatchObject({ cutBefore: false, cutAfter: true, marks: ['2 May 2024'] });
  });

  test('begins later where the date stands late, so that the date is in it', () => {
    const text = `It was raining, ${LONG_CLAUSE}, ${LONG_CLAUSE}, ${LONG_CLAUSE}, and the bridge opened on 2 May 2024.`;
    const short = shortOf(text, ['2 May 2024']);
    expect(short.words).toBe(
      `${LONG_CLAUSE}, ${LONG_CLAUSE}, and the bridge opened on 2 May 2024.`,
    );
    expect(short).toMatchObject({ cutBefore: true, cutAfter: false, marks: ['2 May 2024'] });
  });

  test('of two sentences has no ellipsis where it is cut between them', () => {
    const first = `On 2 May 2024 the bridge opened and ${LONG_CLAUSE} and ${LONG_CLAUSE} forever.`;
    const short = shortOf(`${first} Then ${LONG_CLAUSE} and on.`, ['2 May 2024']);
    expect(short).toMatchObject({ words: first, cutAfter: false });
  });

  test('is cut between words where no clause ends', () => {
    const short = shortOf(`On 2 May 2024 ${`${LONG_CLAUSE} `.repeat(6)}.`, ['2 May 2024']);
    expect(short.words).toMatch(/^On 2 May 2024 .*\b(?:the|people|years|went|town)$/u);
    expect(short.words.length).toBeGreaterThan(200);
  });

  test('is half as long in Chinese, where a character says more', () => {
    const clause = '九十年来一直载着镇上居民往返两岸的渡轮仍在继续航行，';
    const short = shortOf(`大桥于2024年5月2日开放，${clause.repeat(8)}一切都好。`, [
      '2024年5月2日',
    ]);
    expect(short.words).toBe(`大桥于2024年5月2日开放，${clause.repeat(4)}`);
    expect(short.words.length).toBeLessThanOrEqual(120);
  });

  test('is not cut inside a number or behind an abbreviation', () => {
    const text = `On 2 May 2024 Mr. Hale said that ${'people came and '.repeat(11)}paid 10,000.50 pounds to see ${LONG_CLAUSE} with ${LONG_CLAUSE}.`;
    const short = shortOf(text, ['2 May 2024']);
    expect(short.words).not.toMatch(/Mr\.$|10,$|10,000\.$/u);
    expect(short.words.length).toBeLessThanOrEqual(240);
  });

  test('keeps the first of marks that are too far apart, and all that it has room for', () => {
    const text = `On 2 May 2024, ${LONG_CLAUSE}, ${LONG_CLAUSE}, ${LONG_CLAUSE}, until 3 June 2025.`;
    expect(shortOf(text, ['2 May 2024', '3 June 2025']).marks).toEqual(['2 May 2024']);
    const near = `${LONG_CLAUSE}, ${LONG_CLAUSE}, ${LONG_CLAUSE}, on 2 May 2024 and until 3 June 2025.`;
    const { marks } = shortOf(near, ['2 May 2024', '3 June 2025']);
    expect(marks).toEqual(['2 May 2024', '3 June 2025']);
  });

  test.each([
    [
      'the sentence, where little is left of it',
      `It fell on 2 May, ${'and fell '.repeat(18)}on.`,
      'on.',
    ],
    [
      'the next clause',
      `It fell on 2 May ${'and fell '.repeat(18)}on, ${LONG_CLAUSE}, too, ${LONG_CLAUSE}.`,
      'on,',
    ],
    [
      'a clause far before, rather than between words',
      `It fell on 2 May, ${'and fell '.repeat(40)}on.`,
      'May,',
    ],
  ])('that is read at a glance ends with %s', (_, text, end) => {
    const article = storyArticle('a', text);
    const quote = quoteOf(article, text, ['2 May']);
    expect(wordsOf(shortenQuote(quote, article, GLANCE), article).slice(-end.length)).toBe(end);
  });

  test('is a verifiable slice of the quote that holds its first mark, whatever the text', () => {
    const piece = fc.constantFrom(
      'bridge ',
      'opened, ',
      '大桥开放，',
      '渡轮',
      '😀',
      '👨‍👩‍👧',
      'e\u0301',
      '. ',
      '“said” ',
      '\u3000',
      ',',
    );
    const text = fc.array(piece, { minLength: 1, maxLength: 300 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(
        text,
        fc.nat(),
        fc.integer({ min: 1, max: 20 }),
        fc.boolean(),
        (body, at, length, glance) => {
          const start = at % body.length;
          const mark = { start, end: Math.min(body.length, start + length) };
          const article = storyArticle('a', body);
          const quote = createQuote(article, { start: 0, end: body.length }, [mark]);
          const short = shortenQuote(quote, article, glance ? GLANCE : undefined);
          expect(body).toContain(wordsOf(short, article));
          expect(short.marks).toEqual([mark]);
          expect(short.end - short.start).toBeLessThanOrEqual(Math.min(body.length, 260));
        },
      ),
    );
  });
});
