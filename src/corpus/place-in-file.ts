import type { Range } from '../shared/range.ts';

/** A stretch of a file that its text leaves out, or has something else for. */
export interface Cut extends Range {
  readonly replacement: string;
}

/** A text that was made from a file, and how. */
interface CutText {
  readonly text: string;
  /** See {@link Article.cuts}. */
  readonly cuts: readonly number[];
}

/**
 * Makes a text of what is left of a file. `cuts` may overlap; of those that do the first
 * counts, of those that begin together the longest, and what others leave out is left out besides.
 */
export function cutOut(content: string, cuts: readonly Cut[]): CutText {
  const pieces: string[] = [];
  const places: number[] = [];
  let at = 0;
  const inOrder = cuts.toSorted((one, other) => one.start - other.start || other.end - one.end);
  for (const { start: from, end, replacement } of inOrder) {
    const start = replacement === '' ? Math.max(from, at) : from;
    if (start < at || (start >= end && replacement === '')) continue;
    pieces.push(content.slice(at, start), replacement);
    places.push(start, end, replacement.length);
    at = end;
  }
  pieces.push(content.slice(at));
  return { text: pieces.join(''), cuts: places };
}

/**
 * Where a range of a text that is not empty stands in the file, in UTF-16 units of that; what was put in
 * the place of something else stands where that does.
 */
export function placeInFile(cuts: readonly number[], { start, end }: Range): Range {
  return { start: unitInFile(cuts, start).start, end: unitInFile(cuts, end - 1).end };
}

function unitInFile(cuts: readonly number[], offset: number): Range {
  let left = offset;
  let at = 0;
  for (let index = 0; index < cuts.length; index += 3) {
    const [start = 0, end = 0, length = 0] = cuts.slice(index, index + 3);
    if (left < start - at) break;
    left -= start - at;
    if (left < length) return { start, end };
    left -= length;
    at = end;
  }
  return { start: at + left, end: at + left + 1 };
}
