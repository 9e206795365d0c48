import { coverage } from './evidence.ts';
import { findingsWithin } from './matches.ts';
import type { RankedPassage } from './rank-passages.ts';

/** The confidence under which the articles are said not to answer. */
export const ABSTAIN_BELOW = 0.5;

/** What tells whether the best passage answers a question. */
export interface ConfidenceSigns {
  /** See {@link bm25Share}. */
  readonly bm25: number;
  /** The largest coverage of one sentence of the passage, 0 to 1. */
  readonly sentence: number;
  /** The coverage of all that was found in the passage's article, 0 to 1. */
  readonly article: number;
  /** The share of the question's Chinese characters in the passage, 0 to 1; 0 for a question without any. */
  readonly characters: number;
  /** How far ahead of the next five its score is, on average. */
  readonly lead: number;
  /** The number of different terms in the question: a match of many is hardly chance. */
  readonly termCount: number;
  /** Whether the question was asked in another language. */
  readonly isTranslated: boolean;
}

/**
 * The weights of a logistic model of the signs. Fitted to halves of encyclopaedia questions in both
 * languages, over large and small corpora, and rounded; docs/measurements.md has the figures for the
 * other halves. The constant is such that about 4 % of the questions with an answer are declined.
 */
const WEIGHTS = {
  bm25: 3,
  sentence: 1.5,
  article: 2,
  characters: 0.8,
  lead: 1.5,
  logTermCount: 1.5,
  constant: -7.8,
  // A translation has many alternatives, so that it finds something more easily.
  translated: -0.5,
} as const;

/**
 * More terms than this make a match no surer: hardly a question of the sets has more, and a long text
 * that has nothing to do with the articles would be answered for its length.
 */
const MOST_TERMS = 15;

/** How many others the best passage is compared with. */
export const COMPARED_COUNT = 5;

/** The lead over a passage that is not there. */
const LEAD_OVER_NONE = 1;

/** 0 to 1: how sure it is that a passage with these signs answers the question. */
export function confidenceOf(signs: ConfidenceSigns): number {
  const { bm25, sentence, article, characters, lead, termCount, isTranslated } = signs;
  const logOdds =
    WEIGHTS.bm25 * bm25 +
    WEIGHTS.sentence * sentence +
    WEIGHTS.article * article +
    WEIGHTS.characters * characters +
    WEIGHTS.lead * lead +
    WEIGHTS.logTermCount * Math.log(1 + Math.min(termCount, MOST_TERMS)) +
    (isTranslated ? WEIGHTS.translated : 0) +
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
  const inSentences = passage.sentences.map((sentence) =>
    coverage(question, findingsWithin(findings, sentence).matches),
  );
  const inArticle = ranked
    .filter((other) => other.article.id === best.article.id && other.question === question)
    .flatMap((other) => other.findings.matches);
  return {
    bm25,
    sentence: Math.max(0, ...inSentences),
    article: coverage(question, inArticle),
    characters: evidence.characters,
    lead: leadOf(scores),
    termCount: question.terms.length,
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
