import type { Range } from '../shared/range.ts';

/**
 * What stands in words and is not seen: soft hyphens, with the line end that they were set for,
 * zero-width spaces and joiners, byte-order marks.
 */
const UNSEEN = /\u00AD(?:\r?\n[^\S\n]*)?|[\u200B-\u200D\u2060\uFEFF]/gu;

/** A text as it is seen, and the way back to the text as it is written. */
interface SeenText {
  readonly seen: string;
  /** Where a range of `seen` that is not empty stands in the text, without what is unseen at its edges. */
  readonly placeOf: (range: Range) => Range;
}

/** A text without what is not seen in it; null when all of it is seen. */
export function withoutUnseen(text: string): SeenText | null {
  if (text.search(UNSEEN) === -1) return null;
  // Where each UTF-16 unit of `seen` stands in the text.
  const offsets = new Uint32Array(text.length);
  let seen = '';
  let from = 0;
  const keep = (until: number) => {
    for (let offset = from; offset < until; offset += 1) {
      offsets[seen.length + offset - from] = offset;
    }
    seen += text.slice(from, until);
  };
  for (const { 0: unseen, index } of text.matchAll(UNSEEN)) {
    keep(index);
    from = index + unseen.length;
  }
  keep(text.length);
  const placeOf = ({ start, end }: Range) => ({
    start: offsets[start] ?? 0,
    end: (offsets[end - 1] ?? 0) + 1,
  });
  return { seen, placeOf };
}
