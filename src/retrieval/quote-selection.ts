import type { Article } from '../corpus/index.ts';
import type { PassageLanguage } from './answer.ts';
import { gatherEvidence } from './ranking/evidence.ts';
import { findingsWithin, type Match } from './ranking/matches.ts';
import type { RankedPassage } from './ranking/rank-passages.ts';
import { scoreEvidence } from './ranking/score.ts';
import type { Sentence } from './sentences.ts';

/** The stretch of a passage that is worth showing. */
export interface SelectedQuote extends Sentence {
  readonly article: Article;
  readonly language: PassageLanguage;
  readonly matches: readonly Match[];
  /** The passage's score and half of the stretch's own. */
  readonly score: number;
  /** The passage's, see {@link RankedPassage.matchScore}. */
  readonly matchScore: number;
  /** Whether the question was asked in another language. */
  readonly isTranslated: boolean;
}

/** The length in UTF-16 units up to which sentences are shown together. */
const LONGEST_RUN: Readonly<Record<PassageLanguage, number>> = { en: 400, zh: 200 };

/** What a run of full length loses against a very short one, so that no sentence comes along for nothing. */
const LENGTH_PENALTY = 0.1;

const OWN_SCORE_WEIGHT = 0.5;

/** The best run of whole sentences in a passage. */
export function selectQuote(ranked: RankedPassage): SelectedQuote | null {
  const { question, article, passage } = ranked;
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
        start: first.start,
        end: last.end,
        cutBefore: first.cutBefore,
        cutAfter: last.cutAfter,
        matches: findings.matches,
        score: ranked.score + OWN_SCORE_WEIGHT * own,
        matchScore: ranked.matchScore,
        isTranslated: ranked.isTranslated,
      };
    }
  }
  return best;
}
