import type { PassageLanguage } from '../../language/index.ts';
import type { Verdict } from '../answer.ts';
import type { AnswerKind } from '../query/answer-type.ts';
import { coverage } from './evidence.ts';
import { findingsWithin } from './matches.ts';
import type { RankedPassage } from './rank-passages.ts';

/** From this confidence on the articles are said to answer. */
const ANSWERED_FROM = 0.55;

/** From this confidence on the best quotes are shown as the closest ones. */
const CLOSEST_FROM = 0.05;

/** What is said of quotes whose best has a confidence. */
export function verdictOf(confidence: number): Verdict {
  if (confidence >= ANSWERED_FROM) return 'answered';
  return confidence >= CLOSEST_FROM ? 'closest' : 'nothing';
}

/** What tells whether the best passage answers a question. */
export interface ConfidenceSigns {
  /** See {@link bm25Share}; as all shares here, of no more than {@link MOST_MASS}. */
  readonly bm25: number;
  /** The largest coverage of one sentence of the passage, 0 to 1. */
  readonly sentence: number;
  /** The coverage of all that was found in the passage's article, 0 to 1. */
  readonly article: number;
  /** The share of the question that is in no article, 0 to 1. */
  readonly unknown: number;
  /** How far ahead of the next five its score is, on average. */
  readonly lead: number;
  /** The number of different terms in the question: a match of many is hardly chance. */
  readonly termCount: number;
  /** A sum of money, a duration or a date is asked for, and the passage has none. */
  readonly isKindMissed: boolean;
  /** Somebody's words, or who somebody is, are asked for, and the passage does not show them. */
  readonly isPersonMissed: boolean;
  /** Whether the question was asked in another language. */
  readonly isTranslated: boolean;
}

/**
 * The weights of a logistic model of the signs for a right quote among the first three. Fitted to
 * halves of encyclopaedia, news and chat questions in both languages and rounded;
 * docs/measurements.md has the figures for the other halves.
 */
const WEIGHTS = {
  bm25: 1.8,
  sentence: 3,
  article: 0.6,
  unknown: -0.5,
  lead: 0.6,
  logTermCount: 1.4,
  kindMissed: -1,
  personMissed: -0.6,
  // A translation has many alternatives, so that it finds something more easily.
  translated: -0.2,
  constant: -6.6,
} as const;

/**
 * More terms than this make a match no surer: hardly a question of the sets has more, and a long text
 * that has nothing to do with the articles would be answered for its length.
 */
const MOST_TERMS = 15;

/**
 * A longer question is judged as if it weighed no more than this: nobody writes all of one in a
 * sentence. In inverse document frequency; Chinese terms overlap, so that they weigh more.
 */
const MOST_MASS: Readonly<Record<PassageLanguage, number>> = { en: 45, zh: 60 };

/** The greatest {@link bm25Share} of a passage that has every term. */
const HIGHEST_BM25 = 2.2;

/** The kinds of answer that can be told by their form. */
const PLAIN_KINDS: ReadonlySet<AnswerKind> = new Set(['money', 'duration', 'date', 'deadline']);

/** How many others the best passage is compared with. */
export const COMPARED_COUNT = 5;

/** The lead over a passage that is not there. */
const LEAD_OVER_NONE = 1;

/** 0 to 1: how sure it is that a passage with these signs answers the question. */
export function confidenceOf(signs: ConfidenceSigns): number {
  const logOdds =
    WEIGHTS.bm25 * signs.bm25 +
    WEIGHTS.sentence * signs.sentence +
    WEIGHTS.article * signs.article +
    WEIGHTS.unknown * signs.unknown +
    WEIGHTS.lead * signs.lead +
    WEIGHTS.logTermCount * Math.log(1 + Math.min(signs.termCount, MOST_TERMS)) +
    (signs.isKindMissed ? WEIGHTS.kindMissed : 0) +
    (signs.isPersonMissed ? WEIGHTS.personMissed : 0) +
    (signs.isTranslated ? WEIGHTS.translated : 0) +
    WEIGHTS.constant;
  return 1 / (1 + Math.exp(-logOdds));
}

/**
 * The signs of the best passage. `scores` are those of all quotes, best first; `ranked` are all
 * passages that were found.
 */
export function readSigns(
  best: RankedPassage,
  ranked: readonly RankedPassage[],
  scores: readonly number[],
): ConfidenceSigns {
  const { question, passage, findings, evidence, bm25 } = best;
  const { terms, idfMass, language } = question;
  const scale = Math.max(1, idfMass / MOST_MASS[language]);
  const inSentences = passage.sentences.map((sentence) =>
    coverage(question, findingsWithin(findings, sentence).matches),
  );
  const inArticle = ranked
    .filter((other) => other.article.id === best.article.id && other.question === question)
    .flatMap((other) => other.findings.matches);
  const unknownMass = terms.reduce((sum, { known, idf }) => sum + (known ? 0 : idf), 0);
  return {
    bm25: Math.min(HIGHEST_BM25, scale * bm25),
    // What the headline alone says, it says of the lead.
    sentence: Math.min(
      1,
      scale * (Math.max(0, ...inSentences) + (question.overview ? 0 : evidence.lead)),
    ),
    article: Math.min(1, scale * coverage(question, inArticle)),
    unknown: idfMass > 0 ? unknownMass / idfMass : 0,
    lead: leadOf(scores),
    termCount: terms.length,
    isKindMissed:
      question.wants !== null && PLAIN_KINDS.has(question.wants) && evidence.answerKind === 0,
    isPersonMissed: question.person !== null && evidence.person === 0,
    isTranslated: question.isTranslated,
  };
}

function leadOf([first = 0, ...others]: readonly number[]): number {
  let sum = 0;
  for (let place = 0; place < COMPARED_COUNT; place += 1) {
    const other = others[place];
    sum += other === undefined ? LEAD_OVER_NONE : first - other;
  }
  return sum / COMPARED_COUNT;
}
