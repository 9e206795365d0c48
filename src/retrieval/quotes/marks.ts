import type { Range } from '../../language/index.ts';
import { widenToGraphemes } from '../../language/index.ts';

/**
 * What to mark inside a quote: the places that matched, sorted, whole graphemes, never overlapping
 * and never outside the quote. Places with nothing but white space or a hyphen between them become
 * one mark, so that "15 September" is marked as a whole.
 */
export function markMatches(text: string, quote: Range, matches: readonly Range[]): Range[] {
  const marks: Range[] = [];
  const sorted = matches
    .map((match) => clip(widenToGraphemes(text, match, quote.start), quote))
    .filter(({ start, end }) => start < end)
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  for (const mark of sorted) {
    const previous = marks.at(-1);
    if (previous && (mark.start <= previous.end || isJoint(text.slice(previous.end, mark.start)))) {
      marks[marks.length - 1] = {
        start: previous.start,
        end: Math.max(previous.end, mark.end),
      };
    } else {
      marks.push(mark);
    }
  }
  return marks;
}

function clip(range: Range, bounds: Range): Range {
  return { start: Math.max(range.start, bounds.start), end: Math.min(range.end, bounds.end) };
}

function isJoint(between: string): boolean {
  return /^[ \u00a0-]{1,2}$/u.test(between);
}
