import { inverseDocumentFrequency } from '../../language/index.ts';
import { type IndexData, partOf, WEIGHT_UNIT } from './index-data.ts';

/** BM25+ constants; see {@link createBm25}. Each of them matters less than a point. */
const K = 1.2;
const B = 0.7;
const DELTA = 0.5;

/** A term by its number, with its weight in the question. */
export interface WeightedTerm {
  readonly number: number;
  readonly weight: number;
}

/**
 * Scores every passage that holds any of the terms, with Lv and Zhai's BM25+ ("Lower-Bounding Term
 * Frequency Normalization", 2011) over weighted occurrences as in Robertson, Zaragoza and Taylor's
 * BM25F ("Simple BM25 Extension to Multiple Weighted Fields", 2004): the sum over the terms of
 *
 *     weight * idf * (δ + f (k + 1) / (f + k (1 - b + b length / mean length)))
 *
 * with f the weighted number of occurrences. Where a term stands in the title or the sentence
 * before only, f is below 1, and the term counts that share of one occurrence.
 *
 * The scorer keeps one number for every passage between calls, and is not to be called by itself.
 */
export function createBm25(
  data: IndexData,
): (terms: readonly WeightedTerm[], report: (passage: number, score: number) => void) => void {
  const { postingPassage, postingWeight, termPostingFrom } = data;
  const norms = lengthNorms(data);
  const passageCount = norms.length;
  const scores = new Float32Array(passageCount);
  const touched = new Uint32Array(passageCount);

  return (terms, report) => {
    let touchedCount = 0;
    for (const { number, weight } of terms) {
      const [from, to] = partOf(termPostingFrom, number);
      const factor = weight * inverseDocumentFrequency(to - from, passageCount);
      for (let posting = from; posting < to; posting += 1) {
        const passage = postingPassage[posting] ?? 0;
        const occurrences = (postingWeight[posting] ?? 0) / WEIGHT_UNIT;
        const full = Math.max(1, occurrences);
        const saturated = DELTA + (full * (K + 1)) / (full + (norms[passage] ?? 0));
        const before = scores[passage] ?? 0;
        if (before === 0) {
          touched[touchedCount] = passage;
          touchedCount += 1;
        }
        scores[passage] = before + factor * Math.min(1, occurrences) * saturated;
      }
    }
    for (let place = 0; place < touchedCount; place += 1) {
      const passage = touched[place] ?? 0;
      report(passage, scores[passage] ?? 0);
      scores[passage] = 0;
    }
  };
}

/** By passage: k (1 - b + b length / mean length), its length being the sum of its weights. */
function lengthNorms({ postingPassage, postingWeight, passageStart }: IndexData): Float32Array {
  const lengths = new Float32Array(passageStart.length);
  let total = 0;
  for (let posting = 0; posting < postingPassage.length; posting += 1) {
    const passage = postingPassage[posting] ?? 0;
    const weight = postingWeight[posting] ?? 0;
    lengths[passage] = (lengths[passage] ?? 0) + weight;
    total += weight;
  }
  const mean = total / Math.max(1, lengths.length);
  return lengths.map((length) => K * (1 - B + (mean > 0 ? (B * length) / mean : 0)));
}
