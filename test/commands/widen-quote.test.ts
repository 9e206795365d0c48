import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { widenQuote } from '../../src/commands/ask/widen-quote.ts';
import type { Article } from '../../src/corpus/index.ts';
import { createQuote, verifyQuote } from '../../src/retrieval/index.ts';
import { byId, createArticle } from '../support/articles.ts';
import { quoteOf } from '../support/fake-library.ts';
import { hostileText } from '../support/hostile-text.ts';

function around(article: Article, words: string): string {
  return verifyQuote(widenQuote(quoteOf(article, words), article), byId([article]));
}

const numbered = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => `This is sentence ${from + index}.`).join(' ');

/** Where an article's text proper can begin. */
function lineStartAt(text: string, seed: number): number {
  const starts = [0, ...[...text.matchAll(/\n(?=[^])/gu)].map(({ index }) => index + 1)];
  return starts[seed % starts.length] ?? 0;
}

describe('a quote in context', () => {
  test('has up to three whole sentences on either side', () => {
    const article = createArticle({ text: numbered(20) });
    expect(around(article, 'This is sentence 10.')).toBe(numbered(7, 7));
  });

  test('is the quote alone where nothing stands around it', () => {
    const article = createArticle({ text: 'This is all.' });
    expect(around(article, 'This is all.')).toBe('This is all.');
  });

  test('goes on in the paragraph beside it', () => {
    const text = `${numbered(2)}\n\nIt is alone here.\n\n${numbered(2, 3)}`;
    expect(around(createArticle({ text }), 'It is alone here.')).toBe(text);
  });

  test('has fewer sentences where they are long, but one in any case', () => {
    const long = (name: string) => `${name} ${'goes on and on '.repeat(30)}.`;
    const text = [long('A'), long('B'), 'This is it.', long('C'), long('D')].join(' ');
    expect(around(createArticle({ text }), 'This is it.')).toBe(
      [long('B'), 'This is it.', long('C')].join(' '),
    );
  });

  test('has Chinese sentences as well', () => {
    const sentences = [
      '一号渡轮开走了。',
      '二号渡轮还在。',
      '三号渡轮沉没了。',
      '四号渡轮卖掉了。',
    ];
    const article = createArticle({ text: sentences.join(''), language: 'zh' });
    expect(around(article, '二号渡轮还在。')).toBe(sentences.join(''));
  });

  test('has nothing of what stands above the text of its article', () => {
    const text = `A title of it\n\n${numbered(2)}`;
    const article = createArticle({ text, bodyStart: text.indexOf('This') });
    expect(around(article, 'This is sentence 1.')).toBe(numbered(2));
  });

  test('ends with the sentence that it begins inside of', () => {
    const article = createArticle({ text: 'It was said that nobody knew of it before.' });
    expect(around(article, 'nobody knew')).toBe(article.text);
  });

  test('of an endless line is found at once, and has no sentence cut', () => {
    const text = numbered(100_000);
    const article = createArticle({ text });
    for (const number of [50_000, 50_001, 50_002, 99_999]) {
      const last = Math.min(100_000, number + 3);
      expect(around(article, `This is sentence ${number}.`)).toBe(
        numbered(last - number + 4, number - 3),
      );
    }
  });

  test('has no part of a sentence that is too far away to be seen whole', () => {
    const text = `Nobody knew where the ferry lay.${' '.repeat(1990)}This is it.`;
    expect(around(createArticle({ text }), 'This is it.')).toBe('This is it.');
  });

  test('is a longer slice of the article, with the first quote as its mark, whatever the text', () => {
    const pieces = fc.oneof(
      fc.constantFrom('He said so. ', '他这样说。', '\n', '\n\n', 'A line without end ', '“Why?” '),
      hostileText(4),
    );
    const texts = fc
      .array(pieces, { minLength: 1, maxLength: 40 })
      .map((each) => each.join(''))
      .filter((text) => text.length > 0);
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), fc.nat(), (text, one, other, body) => {
        const bodyStart = lineStartAt(text, body);
        const article = createArticle({ text, bodyStart });
        const start = bodyStart + (one % (text.length - bodyStart));
        const end = start + 1 + (other % (text.length - start));
        const quote = createQuote(article, { start, end }, []);
        const wide = widenQuote(quote, article);
        expect(wide.start).toBeLessThanOrEqual(start);
        expect(wide.end).toBeGreaterThanOrEqual(end);
        expect(wide.start).toBeGreaterThanOrEqual(bodyStart);
        expect(wide.marks).toEqual([{ start, end }]);
        expect(verifyQuote(wide, byId([article]))).toBe(text.slice(wide.start, wide.end));
      }),
    );
  });
});
