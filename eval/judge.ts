import type { Article } from '../src/corpus/index.ts';
import { type Answer, type Verdict, verifyQuote } from '../src/retrieval/index.ts';
import { type Range } from '../src/shared/range.ts';
import type { EvalQuestion, GoldSpan } from './question.ts';

/** A longer quote is not counted as right, whatever it holds. In characters. */
const LONGEST_QUOTE = 1200;

/** The share of the shorter of quote and gold that they must have in common. */
const SHARE_IN_COMMON = 0.5;

/** What one question got. */
export interface Judgement {
  readonly question: EvalQuestion;
  /** What was asked: the question itself or a variant of it. */
  readonly asked: string;
  readonly verdict: Verdict;
  readonly confidence: number;
  /** The place of the first right quote, from 1; null when none is right. */
  readonly rank: number | null;
  /** Where the quotes stand and how they were scored, best first. */
  readonly quotes: readonly (GoldSpan & { readonly score: number })[];
  /** The quote that came first; null when there was none. */
  readonly first: { readonly article: string; readonly words: string } | null;
}

/** Compares an answer with the gold of its question. */
export function judge(
  question: EvalQuestion,
  answer: Answer,
  articles: ReadonlyMap<string, Article>,
): Judgement {
  const quotes = answer.quotes.map(({ quote }) => quote);
  const index = quotes.findIndex((quote) => isRight(quote.articleId, quote, question.gold));
  const [first] = quotes;
  return {
    question,
    asked: answer.question,
    verdict: answer.verdict,
    confidence: answer.confidence,
    rank: index === -1 ? null : index + 1,
    quotes: answer.quotes.map(({ quote: { articleId, start, end }, score }) => ({
      article: articleId,
      start,
      end,
      score,
    })),
    first: first ? { article: first.articleId, words: verifyQuote(first, articles) } : null,
  };
}

/** Whether a stretch of an article overlaps a gold span of it by half of the shorter of the two. */
export function isRight(article: string, quote: Range, gold: readonly GoldSpan[]): boolean {
  const length = quote.end - quote.start;
  if (length > LONGEST_QUOTE) return false;
  return gold.some((span) => {
    if (span.article !== article) return false;
    const common = Math.min(span.end, quote.end) - Math.max(span.start, quote.start);
    return common >= SHARE_IN_COMMON * Math.min(span.end - span.start, length);
  });
}
