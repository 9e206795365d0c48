import type { PassageLanguage } from '../../language/index.ts';
import type { Range } from '../../shared/range.ts';
import { FIGURE_KINDS, placesOfKind } from '../query/answer-type.ts';
import type { Question } from '../query/question.ts';
import type { Match } from './matches.ts';

/** How far from what may be the answer a term stands beside it, in UTF-16 units: about a clause. */
const REACH: Readonly<Record<PassageLanguage, number>> = { en: 40, zh: 12 };

/**
 * The terms of the question beside a thing of the kind that is asked for, as indices: those of the
 * place that has the most of their idf mass. Null where the text holds no such thing. A figure of
 * the question itself is not its answer ("787" in a question for the 787); a date may be a part of it.
 *
 * @param matches those in the range.
 * @param text of the range.
 */
export function termsBesideAnswer(
  { wants, terms }: Question,
  matches: readonly Match[],
  { start: offset }: Range,
  text: string,
  language: PassageLanguage,
): ReadonlySet<number> | null {
  if (!wants) return null;
  const isFigure = FIGURE_KINDS.has(wants);
  let best: ReadonlySet<number> | null = null;
  let most = -1;
  for (const place of placesOfKind(text, wants, language)) {
    const start = place.start + offset;
    const end = place.end + offset;
    if (isFigure && matches.some((match) => match.start <= start && match.end >= end)) continue;
    const near = matches.filter(
      (match) => match.start >= start - REACH[language] && match.end <= end + REACH[language],
    );
    const beside = new Set(near.map(({ termIndex }) => termIndex));
    const mass = massOf(beside, terms);
    if (mass <= most) continue;
    most = mass;
    best = beside;
  }
  return best;
}

/** The sum of the inverse document frequencies of some terms, as indices. */
export function massOf(indices: Iterable<number>, terms: Question['terms']): number {
  let mass = 0;
  for (const index of indices) mass += terms[index]?.idf ?? 0;
  return mass;
}
