import type { Verdict } from '../src/retrieval/index.ts';
import type { Judgement } from './judge.ts';

/** How a number of questions came out. Shares are 0 to 1; null where there is nothing to share. */
export interface Scores {
  readonly answerable: number;
  readonly unanswerable: number;
  /** The share of the answerable ones whose first quote is right, whatever the verdict. */
  readonly hit1: number | null;
  readonly hit3: number | null;
  readonly hit5: number | null;
  /** The mean of 1 / rank of the first right quote among {@link QUOTES_ASKED_FOR}, 0 without one. */
  readonly mrr: number | null;
  /** The shares of the answerable ones that end in each of these verdicts. */
  readonly closest: number | null;
  readonly nothing: number | null;
  /** The share of the unanswerable ones that are said to be answered. */
  readonly wronglyAnswered: number | null;
  /** The share of all answered ones whose first quote is right. */
  readonly precision: number | null;
  /** How well confidence tells answerable questions from the others; see {@link auroc}. */
  readonly auroc: number | null;
}

/** How many quotes are looked at. */
export const QUOTES_ASKED_FOR = 10;

/** The scores of judgements. */
export function scoresOf(judgements: readonly Judgement[]): Scores {
  const answerable = judgements.filter(({ question }) => question.gold.length > 0);
  const unanswerable = judgements.filter(({ question }) => question.gold.length === 0);
  const hitAt = (place: number) =>
    meanOf(answerable, ({ rank }) => (rank !== null && rank <= place ? 1 : 0));
  const isA = (wanted: Verdict) => (each: Judgement) => (each.verdict === wanted ? 1 : 0);
  return {
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    hit1: hitAt(1),
    hit3: hitAt(3),
    hit5: hitAt(5),
    mrr: meanOf(answerable, ({ rank }) => (rank === null ? 0 : 1 / rank)),
    closest: meanOf(answerable, isA('closest')),
    nothing: meanOf(answerable, isA('nothing')),
    wronglyAnswered: meanOf(unanswerable, isA('answered')),
    precision: meanOf(
      judgements.filter(({ verdict }) => verdict === 'answered'),
      ({ rank }) => (rank === 1 ? 1 : 0),
    ),
    auroc: auroc(
      answerable.map(({ confidence }) => confidence),
      unanswerable.map(({ confidence }) => confidence),
    ),
  };
}

/**
 * The area under the receiver operating characteristic: how often a value of the first kind is
 * above one of the second, a tie counting half. 1 is perfect, 0.5 is chance; null without values
 * of both kinds.
 */
export function auroc(positives: readonly number[], negatives: readonly number[]): number | null {
  return meanOf(positives, (positive) =>
    meanOf(negatives, (negative) => {
      if (positive === negative) return 0.5;
      return positive > negative ? 1 : 0;
    }),
  );
}

/** The mean of what each item counts; null without items or when an item counts nothing. */
function meanOf<T>(items: readonly T[], count: (item: T) => number | null): number | null {
  let sum = 0;
  for (const item of items) {
    const value = count(item);
    if (value === null) return null;
    sum += value;
  }
  return items.length > 0 ? sum / items.length : null;
}
