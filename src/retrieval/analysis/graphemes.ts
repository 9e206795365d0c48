import type { Range } from '../quote.ts';

/**
 * The smallest range around `range` that splits no grapheme of `text` (extended grapheme clusters,
 * UAX #29, as `Intl.Segmenter` finds them). Offsets are UTF-16.
 *
 * Only a window around each edge is segmented. Where a cluster is longer than the window (a flood
 * of combining marks) the window grows until it holds the whole of it.
 */
export function widenToGraphemes(text: string, range: Range): Range {
  return { start: boundaryBefore(text, range.start), end: boundaryAfter(text, range.end) };
}

/** The largest offset that is at most `offset` and between two graphemes. */
export function boundaryBefore(text: string, offset: number): number {
  return clusterAround(text, offset).start;
}

/** The smallest offset that is at least `offset` and between two graphemes. */
export function boundaryAfter(text: string, offset: number): number {
  const cluster = clusterAround(text, offset);
  return cluster.start === offset ? offset : cluster.end;
}

const FIRST_WINDOW = 64;

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Between two of these there is always a boundary, so that most offsets need no segmenter. */
const SIMPLE_PAIR = /^[\u0020-\u007e\u2018-\u201d\u3001-\u3029\u4e00-\u9fff\uff01-\uff5e]{2}$/u;

function clusterAround(text: string, offset: number): Range {
  if (offset <= 0 || offset >= text.length) return { start: offset, end: offset };
  if (SIMPLE_PAIR.test(text.slice(offset - 1, offset + 1))) return { start: offset, end: offset };
  for (let reach = FIRST_WINDOW; ; reach *= 4) {
    const from = Math.max(0, offset - reach);
    const to = Math.min(text.length, offset + reach);
    const segment = GRAPHEMES.segment(text.slice(from, to)).containing(offset - from);
    if (!segment) return { start: offset, end: offset };
    const start = from + segment.index;
    const end = start + segment.segment.length;
    // A cluster that touches the window's edge may go on beyond it.
    if ((start > from || from === 0) && (end < to || to === text.length)) return { start, end };
  }
}
