import type { Wording } from '../query/phrase-filter.ts';
import { COMPARED_COUNT } from '../ranking/confidence.ts';
import type { RankedPassage } from '../ranking/rank-passages.ts';
import { createTopList } from '../ranking/top-list.ts';
import { highestQuoteScore, type SelectedQuote, selectQuote } from './quote-selection.ts';

/** A quote with a smaller share of the best quote's score is not worth showing beside it. */
export const SCORE_SHARE_NEEDED = 0.6;

/** A passage, and the stretch of it that is worth showing. */
export interface Selection {
  readonly passage: RankedPassage;
  readonly quote: SelectedQuote;
}

/**
 * The best stretch of every passage that can be shown or tells how sure the best one is, best first.
 * Passages are looked at in the order of their scores, and no longer than a stretch of them can
 * still count: it scores at most what {@link highestQuoteScore} says.
 */
export function selectFromAll(ranked: readonly RankedPassage[], wording: Wording): Selection[] {
  const scores = createTopList<number>(COMPARED_COUNT + 1, (score) => score);
  const selections: Selection[] = [];
  let best = 0;
  for (const passage of ranked) {
    const highest = highestQuoteScore(passage.score);
    if (highest < SCORE_SHARE_NEEDED * best && !scores.wouldKeep(highest)) break;
    const quote = selectQuote(passage, wording.isHeldBy);
    if (!quote) continue;
    selections.push({ passage, quote });
    scores.add(quote.score);
    best = Math.max(best, quote.score);
  }
  return selections.toSorted((a, b) => b.quote.score - a.quote.score);
}
