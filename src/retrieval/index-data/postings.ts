import { createGrowableArray } from './growable-array.ts';
import { countOf, type IndexData, partOf } from './index-data.ts';

/** Terms with weights, passage by passage: what a passage is found by. */
export interface PassageVectors {
  /** By passage: its first entry. */
  readonly from: Uint32Array;
  /** By entry. */
  readonly terms: Uint32Array;
  readonly weights: Uint8Array;
}

/** The postings of an index: the same as {@link PassageVectors}, term by term. */
export type Postings = Pick<IndexData, 'termPostingFrom' | 'postingPassage' | 'postingWeight'>;

/** Collects {@link PassageVectors}. */
export interface VectorCollector {
  /** Adds a weight, a whole number, to a term of the passage that is being collected. */
  add(term: number, weight: number): void;
  endPassage(): void;
  vectors(): PassageVectors;
}

const LARGEST_WEIGHT = 255;

const FIRST_TERMS = 1024;

/** An empty collector. */
export function createVectorCollector(): VectorCollector {
  const from = createGrowableArray(Uint32Array);
  const terms = createGrowableArray(Uint32Array);
  const weights = createGrowableArray(Uint8Array);
  // By term, for the passage that is being collected; 0 for a term that it does not have.
  let current = new Uint32Array(FIRST_TERMS);
  let held: number[] = [];
  from.push(0);
  return {
    add(term, weight) {
      if (weight === 0) return;
      if (term >= current.length) current = enlarged(current, term);
      const before = current[term] ?? 0;
      if (before === 0) held.push(term);
      current[term] = before + weight;
    },
    endPassage() {
      for (const term of held) {
        terms.push(term);
        weights.push(Math.min(current[term] ?? 0, LARGEST_WEIGHT));
        current[term] = 0;
      }
      held = [];
      from.push(terms.length);
    },
    vectors: () => ({
      from: from.toArray(),
      terms: terms.toArray(),
      weights: weights.toArray(),
    }),
  };
}

function enlarged(values: Uint32Array, index: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * Math.max(values.length, index));
  larger.set(values);
  return larger;
}

/** Turns passages with terms into terms with passages, by a counting sort. */
export function toPostings({ from, terms, weights }: PassageVectors, termCount: number): Postings {
  const transposed = transpose(from, terms, weights, termCount);
  return {
    termPostingFrom: transposed.from,
    postingPassage: transposed.keys,
    postingWeight: transposed.weights,
  };
}

/** Rows of (column, weight) made columns of (row, weight); rows are ascending within a column. */
function transpose(
  rowFrom: Uint32Array,
  columns: Uint32Array,
  weights: Uint8Array,
  columnCount: number,
): { from: Uint32Array; keys: Uint32Array; weights: Uint8Array } {
  const from = new Uint32Array(columnCount + 1);
  for (const column of columns) from[column + 1] = (from[column + 1] ?? 0) + 1;
  for (let column = 0; column < columnCount; column += 1) {
    from[column + 1] = (from[column + 1] ?? 0) + (from[column] ?? 0);
  }
  const next = from.slice();
  const keys = new Uint32Array(columns.length);
  const sorted = new Uint8Array(columns.length);
  for (let row = 0; row < countOf(rowFrom); row += 1) {
    const [start, end] = partOf(rowFrom, row);
    for (let entry = start; entry < end; entry += 1) {
      const column = columns[entry] ?? 0;
      const place = next[column] ?? 0;
      keys[place] = row;
      sorted[place] = weights[entry] ?? 0;
      next[column] = place + 1;
    }
  }
  return { from, keys, weights: sorted };
}
