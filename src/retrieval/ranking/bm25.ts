import { type StoredPassage, TITLE_WEIGHT } from '../passages/passage-store.ts';
import type { Question, QuestionTerm } from '../query/question.ts';
import type { Match } from './matches.ts';

/** BM25+ constants. Each of them matters less than a point. */
const K = 1.2;
const B = 0.7;
const DELTA = 0.5;

/**
 * The score of a passage by Lv and Zhai's BM25+ ("Lower-Bounding Term Frequency Normalization", 2011)
 * over weighted occurrences as in Robertson, Zaragoza and Taylor's BM25F ("Simple BM25 Extension to
 * Multiple Weighted Fields", 2004), by the question's inverse-document-frequency mass: the sum over
 * its terms of
 *
 *     idf * min(1, f) * (δ + f' (k + 1) / (f' + k (1 - b + b length / mean length))),  f' = max(1, f)
 *
 * with f the occurrences of the term, a synonym or a translation counting its weight, and one in the
 * title {@link TITLE_WEIGHT}. A term that is found below 1 counts that share of one occurrence.
 */
export function bm25Share(
  question: Question,
  matches: readonly Match[],
  { titleCounts, relativeLength }: Pick<StoredPassage, 'titleCounts' | 'relativeLength'>,
): number {
  if (question.idfMass === 0) return 0;
  const occurrences = question.terms.map((term) => TITLE_WEIGHT * inTitle(term, titleCounts));
  for (const { termIndex, weight } of matches) {
    occurrences[termIndex] = (occurrences[termIndex] ?? 0) + weight;
  }
  const norm = K * (1 - B + B * relativeLength);
  let sum = 0;
  for (const [index, { idf }] of question.terms.entries()) {
    const found = occurrences[index] ?? 0;
    const full = Math.max(1, found);
    sum += idf * Math.min(1, found) * (DELTA + (full * (K + 1)) / (full + norm));
  }
  return sum / question.idfMass;
}

/** How often a term, its forms and what stands for it are in a title, weighed. */
export function inTitle(
  { term, weight, forms, alternatives }: QuestionTerm,
  counts: StoredPassage['titleCounts'],
): number {
  if (counts.size === 0) return 0;
  const countOf = (each: string) => counts.get(each) ?? 0;
  const others = alternatives.map(({ terms: [first = '', ...more], weight: share }) =>
    more.length === 0 ? share * countOf(first) : 0,
  );
  const own = [weight * countOf(term), ...forms.map(countOf), ...others];
  return own.reduce((sum, each) => sum + each, 0);
}
