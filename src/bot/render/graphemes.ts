const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The offsets in a text at which a reader's characters end, in order. */
export function graphemeEnds(text: string): number[] {
  return [...segmenter.segment(text)].map(({ index, segment }) => index + segment.length);
}

/** Where the reader's characters around `[start, end)` begin and end. */
export function widenToGraphemes(
  text: string,
  range: { readonly start: number; readonly end: number },
): { readonly start: number; readonly end: number } {
  const segments = segmenter.segment(text);
  const first = segments.containing(range.start);
  const last = segments.containing(range.end - 1);
  return {
    start: first?.index ?? range.start,
    end: last ? last.index + last.segment.length : range.end,
  };
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
