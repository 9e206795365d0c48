import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/corpus/index.ts';
import {
  createFingerprinter,
  groupNearDuplicates,
} from '../../src/retrieval/quotes/near-duplicates.ts';
import type { SelectedQuote } from '../../src/retrieval/quotes/quote-selection.ts';
import { createArticle } from '../support/articles.ts';
import { createQuestion } from '../support/questions.ts';

const CLOSING = 'Officials said the old bridge must close by 15 September for good.';
const SHE = 'She added that nobody had asked the fishermen of the northern quay.';
const TEXT = `${CLOSING} ${SHE}`;

/** A quote of `words`, chosen for `core`. */
function quoteOf(article: Article, words: string, core: string, score: number): SelectedQuote {
  const rangeOf = (part: string) => {
    const start = article.text.indexOf(part);
    return { start, end: start + part.length };
  };
  const whole = { cutBefore: false, cutAfter: false, language: 'en' } as const;
  return {
    question: createQuestion(),
    article,
    ...whole,
    ...rangeOf(words),
    core: rangeOf(core),
    score,
  };
}

function fold(quotes: readonly SelectedQuote[]) {
  return groupNearDuplicates(quotes, createFingerprinter()).map(({ shown, score, duplicates }) => ({
    shown: shown.article.text.slice(shown.start, shown.end),
    from: shown.article.id,
    score,
    duplicates: duplicates.map(({ article }) => article.id),
  }));
}

describe('a group of quotes that say the same', () => {
  it('shows the best-sourced, and keeps the score of the best', () => {
    const bare = createArticle({ id: 'bare', text: TEXT, published: null });
    const sourced = createArticle({ id: 'sourced', text: TEXT });
    expect(
      fold([quoteOf(bare, CLOSING, CLOSING, 2.5), quoteOf(sourced, CLOSING, CLOSING, 2)]),
    ).toEqual([{ shown: CLOSING, from: 'sourced', score: 2.5, duplicates: ['bare'] }]);
  });

  it('takes in a copy that names the speaker elsewhere', () => {
    const moved = 'The old bridge must close by 15 September for good, officials said on Sunday.';
    const one = createArticle({ id: 'one', text: TEXT });
    const other = createArticle({ id: 'other', text: moved });
    expect(fold([quoteOf(one, CLOSING, CLOSING, 2), quoteOf(other, moved, moved, 1)])).toEqual([
      { shown: CLOSING, from: 'one', score: 2, duplicates: ['other'] },
    ]);
  });
});

describe('two quotes of two articles', () => {
  const one = createArticle({ id: 'one', text: TEXT });

  it('are both shown when the words of one are the other’s context', () => {
    const other = createArticle({ id: 'other', text: TEXT });
    const folded = fold([quoteOf(one, CLOSING, CLOSING, 2), quoteOf(other, TEXT, SHE, 1)]);
    expect(folded.map(({ shown }) => shown)).toEqual([CLOSING, TEXT]);
  });

  it('are both shown when "she" is another one in each', () => {
    const text = `Mayor Ada Stone opened the new ferry terminal for the islands on Friday. ${SHE}`;
    const other = createArticle({ id: 'other', text });
    const folded = fold([quoteOf(one, TEXT, SHE, 2), quoteOf(other, text, SHE, 1)]);
    expect(folded.map(({ shown }) => shown)).toEqual([TEXT, text]);
  });
});

describe('two quotes of one article', () => {
  const article = createArticle({ id: 'story', text: TEXT });

  it('are both shown when one only needs the other for its sense', () => {
    const folded = fold([quoteOf(article, CLOSING, CLOSING, 2), quoteOf(article, TEXT, SHE, 1)]);
    expect(folded.map(({ shown }) => shown)).toEqual([CLOSING, TEXT]);
  });

  it('are one when the better one shows what the other was chosen for', () => {
    const folded = fold([quoteOf(article, TEXT, SHE, 2), quoteOf(article, CLOSING, CLOSING, 1)]);
    expect(folded).toEqual([{ shown: TEXT, from: 'story', score: 2, duplicates: [] }]);
  });
});
