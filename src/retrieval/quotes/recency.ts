import { type Analyser, CHINESE_NOW } from '../../language/index.ts';
import { FIGURE_KINDS } from '../query/answer-type.ts';
import type { Question } from '../query/question.ts';
import type { RankedPassage } from '../ranking/rank-passages.ts';
import { createLaterAccountTest } from './later-account.ts';
import { coreCoverage, SCORE_SHARE_NEEDED, type Selection } from './quote-selection.ts';

/** What of the best quote's coverage and score another one must have to be as good an answer. */
const COVERAGE_NEEDED: Readonly<Record<'overview' | 'figure', number>> = {
  overview: 0.85,
  figure: 0.95,
};
const SCORE_NEEDED = 0.75;

/** What of the best quote's coverage another one must have for its figure to be compared. */
const COMPARED_COVERAGE = 0.6;

/** Words that ask for the state of today. */
const NOW = new RegExp(
  `\\b(?:now|currently|today|so far|still|yet|these days)\\b|${CHINESE_NOW}|目前|如今|了没|了沒|了吗|了嗎`,
  'iu',
);

/** What is asked for, and what was found for it. */
interface NewestRequest {
  readonly question: Question;
  readonly asked: string;
  /** All passages. */
  readonly ranked: readonly RankedPassage[];
}

/** Selections, best first, and those that may give other figures for what is asked. */
export interface NewestFirst {
  readonly selections: readonly Selection[];
  /** Empty unless the question is for a figure. */
  readonly comparable: readonly Selection[];
}

/**
 * Puts the newest first among the quotes that answer as well as the best one, where the question is
 * for the story, for a figure or for the state of today: a running story changes them. A later figure
 * may be told in fewer of the question's words.
 */
export function favourNewest(
  selections: readonly Selection[],
  { question, asked, ranked }: NewestRequest,
  analyse: Analyser['analyse'],
): NewestFirst {
  const [best] = selections;
  const wantsFigure = question.wants !== null && FIGURE_KINDS.has(question.wants);
  const isFigure = wantsFigure || NOW.test(asked);
  if (!best || !(question.overview || isFigure)) return { selections, comparable: [] };
  const kind = question.overview ? 'overview' : 'figure';
  const bar = COVERAGE_NEEDED[kind] * coreCoverage(best);
  const { answerKind, lead } = best.passage.evidence;
  const isAsGood = (each: Selection) =>
    each === best ||
    (each.quote.score >= SCORE_NEEDED * best.quote.score &&
      coreCoverage(each) >= bar &&
      each.passage.evidence.answerKind >= answerKind &&
      (!question.overview || each.passage.evidence.lead >= lead));
  const isLater = wantsFigure ? createLaterAccountTest(best, ranked, asked, analyse) : () => false;
  const good = selections.filter((each) => isAsGood(each) || isLater(each));
  const others = selections.filter((each) => !good.includes(each));
  const comparable = wantsFigure ? selections.filter((each) => isComparable(each, best)) : [];
  const dayOf = ({ passage }: Selection) => passage.article.published ?? '';
  const sorted = good.toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)));
  return { selections: [...sorted, ...others], comparable };
}

/** Whether a quote is near enough to the best one to tell of the same thing. */
function isComparable(each: Selection, best: Selection): boolean {
  return (
    each.quote.score >= SCORE_SHARE_NEEDED * best.quote.score &&
    coreCoverage(each) >= COMPARED_COVERAGE * coreCoverage(best)
  );
}
