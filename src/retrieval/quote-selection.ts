import type { Article } from '../corpus/index.ts';
import { boundaryAfter, boundaryBefore } from './analysis/graphemes.ts';
import type { PassageLanguage } from './answer.ts';
import type { Question } from './question.ts';
import type { Range } from './quote.ts';
import { gatherEvidence } from './ranking/evidence.ts';
import { findingsWithin, itemsWithin, type Match } from './ranking/matches.ts';
import type { RankedPassage } from './ranking/rank-passages.ts';
import { scoreEvidence } from './ranking/score.ts';

/** The stretch of a passage that is worth showing. */
export interface SelectedQuote extends Range {
  readonly article: Article;
  readonly language: PassageLanguage;
  readonly matches: readonly Match[];
  /** The passage's score and half of the stretch's own. */
  readonly score: number;
}

/** The length in UTF-16 units up to which sentences are shown together. */
const LONGEST_RUN: Readonly<Record<PassageLanguage, number>> = { en: 400, zh: 200 };

/** The length in UTF-16 units over which even one sentence is cut. */
const LONGEST_QUOTE = 900;

/** What a run of full length loses against a very short one, so that no sentence comes along for nothing. */
const LENGTH_PENALTY = 0.1;

const OWN_SCORE_WEIGHT = 0.5;

/** The best run of whole sentences in a passage. */
export function selectQuote(question: Question, ranked: RankedPassage): SelectedQuote | null {
  const { article, passage } = ranked;
  const { sentences, language } = passage;
  let best: SelectedQuote | null = null;
  let bestValue = Number.NEGATIVE_INFINITY;
  for (const [from, first] of sentences.entries()) {
    for (const last of sentences.slice(from)) {
      const length = last.end - first.start;
      if (last !== first && length > LONGEST_RUN[language]) break;
      const range = { start: first.start, end: last.end };
      const findings = findingsWithin(ranked.findings, range);
      const own = scoreEvidence(
        gatherEvidence(question, findings, article.text.slice(range.start, range.end), language),
      );
      const value = own - (LENGTH_PENALTY * length) / LONGEST_RUN[language];
      if (value <= bestValue) continue;
      bestValue = value;
      best = {
        article,
        language,
        ...cutToFit(article.text, range, findings.matches),
        matches: findings.matches,
        score: ranked.score + OWN_SCORE_WEIGHT * own,
      };
    }
  }
  return best && { ...best, matches: itemsWithin(best.matches, best) };
}

/** A stretch of a sentence that is too long, around what matched, from one white space to another. */
function cutToFit(text: string, range: Range, matches: readonly Match[]): Range {
  if (range.end - range.start <= LONGEST_QUOTE) return range;
  const firstMatch = matches[0]?.start ?? range.start;
  const roomBefore = Math.floor(LONGEST_QUOTE / 4);
  const start = Math.min(Math.max(range.start, firstMatch - roomBefore), range.end - LONGEST_QUOTE);
  const end = start + LONGEST_QUOTE;
  const cut = {
    start: start > range.start ? afterSpace(text, start, firstMatch) : start,
    end: end < range.end ? beforeSpace(text, end) : end,
  };
  return { start: boundaryBefore(text, cut.start), end: boundaryAfter(text, cut.end) };
}

/** The largest step that a cut moves in search of white space, in UTF-16 units. */
const SPACE_SEARCH_LENGTH = 40;

function afterSpace(text: string, offset: number, limit: number): number {
  const found = text.slice(offset, Math.min(offset + SPACE_SEARCH_LENGTH, limit)).search(/\s\S/u);
  return found === -1 ? offset : offset + found + 1;
}

function beforeSpace(text: string, offset: number): number {
  const from = offset - SPACE_SEARCH_LENGTH;
  const found = text.slice(from, offset).search(/\s\S*$/u);
  return found === -1 ? offset : from + found;
}
