import type { Range } from './range.ts';

/**
 * The smallest range around `range` that splits no grapheme of `text` (extended grapheme clusters,
 * UAX #29, as `Intl.Segmenter` finds them). Offsets are UTF-16.
 *
 * Only the text around each edge is segmented, from a place that is certainly a boundary: what
 * makes a cluster can stand far before it (which two of a hundred regional indicators are one flag).
 *
 * @param known an offset not far before that is a boundary; without it one is looked for.
 */
export function widenToGraphemes(text: string, range: Range, known?: number): Range {
  return {
    start: boundaryBefore(text, range.start, known),
    end: boundaryAfter(text, range.end, known),
  };
}

/** The largest offset that is at most `offset` and between two graphemes. */
export function boundaryBefore(text: string, offset: number, known?: number): number {
  return clusterAround(text, offset, known).start;
}

/** The smallest offset that is at least `offset` and between two graphemes. */
export function boundaryAfter(text: string, offset: number, known?: number): number {
  const cluster = clusterAround(text, offset, known);
  return cluster.start === offset ? offset : cluster.end;
}

/** UTF-16 units after the edge that are segmented at first; more where a cluster is longer. */
const FIRST_REACH = 64;

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Nothing joins one of these to what stands before it, but for a prefix such as U+0600. */
const SIMPLE = '[\\n\\u0020-\\u007e\\u2018-\\u201d\\u3001-\\u3029\\u4e00-\\u9fff\\uff01-\\uff5e]';

/** Between two of these there is always a boundary, so that most offsets need no segmenter. */
const SIMPLE_PAIR = new RegExp(`^${SIMPLE}{2}$`, 'u');

/** Letters without case of scripts that have no such prefix. */
const PLAIN_LETTER =
  '[\\p{sc=Hangul}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hebrew}\\p{sc=Thai}\\u0620-\\u064a]';

/** A place that is certainly a boundary. Every prefix is a format character or a letter without case. */
const CERTAIN_BOUNDARY = new RegExp(
  `(?:${SIMPLE}|${PLAIN_LETTER}|[^\\p{Cf}\\p{Lo}\\r])${SIMPLE}$`,
  'u',
);

function clusterAround(text: string, offset: number, known: number | undefined): Range {
  if (offset <= 0 || offset >= text.length) return { start: offset, end: offset };
  if (SIMPLE_PAIR.test(text.slice(offset - 1, offset + 1))) return { start: offset, end: offset };
  const from = known ?? certainBoundaryBefore(text, offset);
  for (let reach = FIRST_REACH; ; reach *= 4) {
    const to = Math.min(text.length, offset + reach);
    const segment = GRAPHEMES.segment(text.slice(from, to)).containing(offset - from);
    if (!segment) return { start: offset, end: offset };
    const start = from + segment.index;
    const end = start + segment.segment.length;
    // A cluster that touches the end may go on beyond it, with half of a surrogate pair as well.
    if (end < to - 1 || to === text.length) return { start, end };
  }
}

function certainBoundaryBefore(text: string, offset: number): number {
  let boundary = offset - 1;
  while (
    boundary > 0 &&
    !CERTAIN_BOUNDARY.test(text.slice(Math.max(0, boundary - 2), boundary + 1))
  ) {
    boundary -= 1;
  }
  return boundary;
}

/** The readers' characters of a text, in order, with their UTF-16 offsets. */
export function graphemesOf(text: string): Intl.Segments {
  return GRAPHEMES.segment(text);
}

/** The UTF-16 offsets at which a reader's characters end, in order. */
export function graphemeEnds(text: string): number[] {
  return Array.from(GRAPHEMES.segment(text), ({ index, segment }) => index + segment.length);
}

/** The text when it has at most `maxUnits` UTF-16 units, otherwise whole characters and an ellipsis. */
export function shorten(text: string, maxUnits: number): string {
  if (text.length <= maxUnits) return text;
  const end = graphemeEnds(text.slice(0, maxUnits)).findLast((offset) => offset < maxUnits) ?? 0;
  return `${text.slice(0, end)}…`;
}

/**
 * The last of the offsets for which `fits` holds, or null. When it holds for one offset it must hold
 * for all smaller ones.
 */
export function lastFitting(
  offsets: readonly number[],
  fits: (offset: number) => boolean,
): number | null {
  let best: number | null = null;
  let low = 0;
  let high = offsets.length - 1;
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    const offset = offsets[middle] ?? 0;
    if (fits(offset)) {
      best = offset;
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return best;
}
