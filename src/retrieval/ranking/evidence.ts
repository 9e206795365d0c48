import type { PassageLanguage } from '../../language/index.ts';
import type { Range } from '../../shared/range.ts';
import { FIGURE_KINDS } from '../query/answer-type.ts';
import type { Question } from '../query/question.ts';
import { massOf, termsBesideAnswer } from './beside-answer.ts';
import type { CharacterMatch, Findings, Match } from './matches.ts';

/**
 * What a text shows in favour of answering a question. Each figure is 0 to 1, and is a share of the
 * question's inverse-document-frequency mass unless it says otherwise.
 */
export interface Evidence {
  readonly window: number;
  readonly orderedPairs: number;
  readonly exact: number;
  readonly characters: number;
  readonly answerKind: number;
  /** Of a question for a figure: what of it stands beside one. */
  readonly besideAnswer: number;
  /** Of a lead: 1 where the story is asked for, otherwise what its headline alone holds. */
  readonly lead: number;
  /** Whether whoever is asked about speaks, or is introduced: 0 or 1. */
  readonly person: number;
}

/** The reach of the best window in UTF-16 units: about 25 English words or 40 Chinese characters. */
const WINDOW_LENGTH: Readonly<Record<PassageLanguage, number>> = { en: 150, zh: 40 };

/** The gap in UTF-16 units up to which two terms of the question still follow each other in a text. */
const PAIR_GAP: Readonly<Record<PassageLanguage, number>> = { en: 12, zh: 1 };

/**
 * Gathers all evidence for one text.
 *
 * @param range where the text stands, by the offsets of what was found.
 * @param whole that of the passage which the text is a part of: what it does not hold is not looked for.
 */
export function gatherEvidence(
  question: Question,
  { matches, characters }: Findings,
  range: Range,
  text: string,
  language: PassageLanguage,
  whole: Evidence | null = null,
): Evidence {
  const showsPerson = () =>
    whole?.person !== 0 && language === question.language && question.person?.isShownIn(text);
  const { wants } = question;
  const beside =
    whole?.answerKind === 0 ? null : termsBesideAnswer(question, matches, range, text, language);
  const wantsFigure = wants !== null && FIGURE_KINDS.has(wants);
  return {
    window: bestWindow(question, matches, WINDOW_LENGTH[language]),
    orderedPairs: orderedPairs(question, matches, PAIR_GAP[language]),
    // Of a translated question, names alone could be written alike.
    exact: question.isTranslated
      ? 0
      : coverage(
          question,
          matches.filter((match) => match.exact),
        ),
    characters: characterCoverage(question, characters),
    lead: 0,
    person: showsPerson() ? 1 : 0,
    answerKind: beside ? 1 : 0,
    besideAnswer:
      beside && wantsFigure ? share(massOf(beside, question.terms), question.idfMass) : 0,
  };
}

/**
 * The share of the question's idf mass that is found at all: the sum of idf(t) * w(t) over the
 * matched terms t, where w(t) is the best weight of a match of t, by the sum of idf(t) over all.
 */
export function coverage(question: Question, matches: readonly Match[]): number {
  const weights = new Map<number, number>();
  for (const { termIndex, weight } of matches) {
    weights.set(termIndex, Math.max(weight, weights.get(termIndex) ?? 0));
  }
  let mass = 0;
  for (const [index, weight] of weights) mass += weight * (question.terms[index]?.idf ?? 0);
  return share(mass, question.idfMass);
}

/** The largest {@link coverage} of any stretch of at most `length` UTF-16 units. */
export function bestWindow(question: Question, matches: readonly Match[], length: number): number {
  const window = createWindowMass(question);
  let best = 0;
  let from = 0;
  for (const match of matches) {
    window.add(match);
    for (let first = matches[from]; first && match.end - first.start > length; ) {
      if (first === match) break;
      window.remove(first);
      from += 1;
      first = matches[from];
    }
    best = Math.max(best, window.mass());
  }
  return share(best, question.idfMass);
}

/** The idf mass of the matches in a window that moves over a text, kept up to date in constant time. */
function createWindowMass(question: Question) {
  const counts = question.terms.map((): WeightCounts => ({ full: 0, weak: null }));
  let mass = 0;
  const move = ({ termIndex, weight }: Match, step: 1 | -1) => {
    const count = counts[termIndex];
    const idf = question.terms[termIndex]?.idf ?? 0;
    if (!count) return;
    const before = bestWeight(count);
    if (weight === 1) count.full += step;
    else {
      count.weak ??= new Map();
      count.weak.set(weight, (count.weak.get(weight) ?? 0) + step);
    }
    mass += idf * (bestWeight(count) - before);
  };
  return {
    add: (match: Match) => move(match, 1),
    remove: (match: Match) => move(match, -1),
    mass: () => mass,
  };
}

/** How many matches of a term are in a window: of weight 1, and by weight. Most have none of the latter. */
interface WeightCounts {
  full: number;
  weak: Map<number, number> | null;
}

/** The greatest weight of the matches in a window. */
function bestWeight({ full, weak }: WeightCounts): number {
  if (full > 0) return 1;
  if (!weak) return 0;
  let best = 0;
  for (const [weight, count] of weak) if (count > 0 && weight > best) best = weight;
  return best;
}

/** The weighted share of the question's neighbouring terms that follow each other in the same order. */
export function orderedPairs(question: Question, matches: readonly Match[], gap: number): number {
  return pairMean(question, matches, (first, second) => {
    const follows = second.start > first.start && second.start - first.end <= gap;
    // Both stand for one form, such as a date in another language.
    const isSame = second.start === first.start && second.end === first.end;
    return follows || isSame ? first.weight * second.weight : 0;
  });
}

/**
 * The share of the idf mass of the question's Chinese characters that the text holds; 0 for a
 * question without any.
 */
export function characterCoverage(
  question: Question,
  characters: readonly CharacterMatch[],
): number {
  const held = new Set(characters.map(({ character }) => character));
  let mass = 0;
  let whole = 0;
  for (const [part, idf] of question.parts) {
    whole += idf;
    if (held.has(part)) mass += idf;
  }
  return share(mass, whole);
}

function pairMean(
  question: Question,
  matches: readonly Match[],
  valueOf: (first: Match, second: Match) => number,
): number {
  const byTerm = new Map<number, Match[]>();
  for (const match of matches) {
    const places = byTerm.get(match.termIndex);
    if (places) places.push(match);
    else byTerm.set(match.termIndex, [match]);
  }
  let sum = 0;
  let weight = 0;
  for (const [index, term] of question.terms.entries()) {
    const next = question.terms[index + 1];
    if (!next) break;
    const pairWeight = Math.min(term.idf, next.idf);
    weight += pairWeight;
    let best = 0;
    for (const first of byTerm.get(index) ?? []) {
      for (const second of byTerm.get(index + 1) ?? []) {
        best = Math.max(best, valueOf(first, second));
      }
    }
    sum += pairWeight * best;
  }
  return share(sum, weight);
}

function share(part: number, whole: number): number {
  // Sums in another order can differ in their last digit.
  return whole > 0 ? Math.min(1, part / whole) : 0;
}
