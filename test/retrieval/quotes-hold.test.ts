import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCollection, verifyQuote } from '../../src/retrieval/index.ts';
import { hashSlice, type Quote } from '../../src/retrieval/quotes/quote.ts';
import { byId, createArticle } from '../support/articles.ts';
import { graphemeBoundaries, hostileText } from '../support/hostile-text.ts';

const QUESTIONS = [
  'Who resigned on Monday?',
  '谁辞职了？部长',
  'Will they sell?',
  '9月15日 交易 公司',
  'ABC 10000.50 テスト 가나다',
];

/** Stands in the middle of each text, so that there is something to find. */
const ANSWERS = ['The minister resigned on Monday.', '部长星期一辞职，公司9月15日完成交易。'];

describe('every quote of every answer', () => {
  let checked = 0;

  it('is a slice of its article, splits no grapheme, and has its marks inside, in order and apart', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(hostileText(), fc.constantFrom(...ANSWERS), hostileText()), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.constantFrom(...QUESTIONS),
        async (texts, question) => {
          const articles = byId(texts.map((pieces) => createArticle({ text: pieces.join('') })));
          const collection = await createCollection(articles);
          const answer = await collection.ask({ question, limit: 10, filter: {} });
          expect(answer.confidence).toBeGreaterThanOrEqual(0);
          expect(answer.confidence).toBeLessThanOrEqual(1);
          for (const { quote, duplicates } of answer.quotes) {
            for (const each of [quote, ...duplicates]) checkQuote(each, articles);
          }
        },
      ),
      { numRuns: 120 },
    );
    // Otherwise every question was declined, and nothing was shown.
    expect(checked).toBeGreaterThan(50);
  });

  function checkQuote(quote: Quote, articles: ReturnType<typeof byId>) {
    checked += 1;
    const text = articles.get(quote.articleId)?.text ?? '';
    expect(verifyQuote(quote, articles)).toBe(text.slice(quote.start, quote.end));
    const boundaries = graphemeBoundaries(text);
    expect(boundaries.has(quote.start)).toBe(true);
    expect(boundaries.has(quote.end)).toBe(true);
    let from = quote.start;
    for (const mark of quote.marks) {
      expect(mark.start).toBeGreaterThanOrEqual(from);
      expect(mark.end).toBeGreaterThan(mark.start);
      expect(mark.end).toBeLessThanOrEqual(quote.end);
      from = mark.end;
    }
  }
});

describe('verifyQuote', () => {
  const article = createArticle({ id: 'a', text: 'The minister resigned on Monday.' });
  const quote: Quote = {
    articleId: 'a',
    start: 4,
    end: 21,
    hash: hashSlice('minister resigned'),
    marks: [],
    cutBefore: false,
    cutAfter: false,
  };

  it('gives the words back', () => {
    expect(verifyQuote(quote, byId([article]))).toBe('minister resigned');
  });

  it.each([
    ['an article that is gone', { articleId: 'b' }, 'article-missing'],
    ['an end before the start', { start: 21, end: 4 }, 'out-of-range'],
    ['a start before the text', { start: -1 }, 'out-of-range'],
    ['an end after the text', { end: 99 }, 'out-of-range'],
    ['an offset that is no number', { start: Number.NaN }, 'out-of-range'],
    ['other offsets', { start: 5 }, 'text-changed'],
    ['another hash', { hash: hashSlice('minister resigneD') }, 'text-changed'],
  ])('refuses %s', (_, change, code) => {
    expect(() => verifyQuote({ ...quote, ...change }, byId([article]))).toThrow(
      expect.objectContaining({ name: 'QuoteError', code }),
    );
  });

  it('refuses an article in which one character has changed', () => {
    const changed = { ...article, text: article.text.replace('resigned', 'resigner') };
    expect(() => verifyQuote(quote, byId([changed]))).toThrow('text-changed');
  });

  it('tells broken halves of surrogate pairs apart, which UTF-8 would not', () => {
    expect(hashSlice('\ud83d')).not.toBe(hashSlice('\ud83e'));
  });
});
