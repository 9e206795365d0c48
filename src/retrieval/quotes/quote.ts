import { createHash } from 'node:crypto';
import type { Article } from '../../corpus/index.ts';
import type { Range } from '../../shared/range.ts';

/** A slice of an article shown to a person. It carries no words of its own: they are cut by {@link verifyQuote}. */
export interface Quote extends Range {
  readonly articleId: string;
  /** SHA-256 (hex) of the slice; see {@link hashSlice}. */
  readonly hash: string;
  /** What matched the question: sorted, apart from each other, inside `[start, end)`. */
  readonly marks: readonly Range[];
  /** It begins or ends inside a sentence, so that an ellipsis is shown outside of its words. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** Why a quote was refused: its article is gone, its offsets do not fit, or the words have changed. */
export class QuoteError extends Error {
  override readonly name = 'QuoteError';
  readonly code: 'article-missing' | 'out-of-range' | 'text-changed';

  constructor(code: QuoteError['code'], quote: Quote) {
    super(`${quote.articleId} [${quote.start}, ${quote.end}): ${code}`);
    this.code = code;
  }
}

/**
 * SHA-256 (hex) of a string's UTF-16 code units. Not of its UTF-8: that writes every lone surrogate
 * as U+FFFD, so that different slices could have one hash.
 */
export function hashSlice(slice: string): string {
  return createHash('sha256').update(Buffer.from(slice, 'utf16le')).digest('hex');
}

/** A range that may be quoted; it is taken for whole sentences unless it says otherwise. */
export interface QuotableRange extends Range {
  readonly cutBefore?: boolean;
  readonly cutAfter?: boolean;
}

/** The quote of `[start, end)` of an article. Marks are clipped to it by the caller. */
export function createQuote(
  article: Article,
  { start, end, cutBefore = false, cutAfter = false }: QuotableRange,
  marks: readonly Range[],
): Quote {
  const hash = hashSlice(article.text.slice(start, end));
  return { articleId: article.id, start, end, hash, marks, cutBefore, cutAfter };
}

/**
 * Cuts a quote out of its article again and returns the words. Every front end gets a quote's words
 * from here and from nowhere else.
 *
 * @throws QuoteError when the words are not, to the code unit, those that were quoted.
 */
export function verifyQuote(quote: Quote, articles: ReadonlyMap<string, Article>): string {
  const article = articles.get(quote.articleId);
  if (!article) throw new QuoteError('article-missing', quote);
  const { start, end } = quote;
  const isWithin = start >= 0 && start < end && end <= article.text.length;
  if (!isWithin || !Number.isInteger(start) || !Number.isInteger(end)) {
    throw new QuoteError('out-of-range', quote);
  }
  const slice = article.text.slice(start, end);
  if (hashSlice(slice) !== quote.hash) throw new QuoteError('text-changed', quote);
  return slice;
}
