/** One page of a list, `[first, end)` by index, and where its neighbours begin. */
export interface Page {
  readonly first: number;
  readonly end: number;
  /** Null on the first page. */
  readonly previous: number | null;
  /** Null on the last page. */
  readonly next: number | null;
}

/**
 * The page that begins at an index; the last page where that is behind the end. A page holds as much
 * as fits, but one item even if it does not fit.
 *
 * @param count how many items there are, at least one.
 * @param most how many a page holds at most.
 * @param fits whether `[first, end)` can be shown at once.
 */
export function pageFrom(
  count: number,
  start: number,
  most: number,
  fits: (first: number, end: number) => boolean,
): Page {
  const firstOf = (end: number) =>
    end - greatest(1, Math.min(most, end), (length) => fits(end - length, end));
  const first = start < count ? start : firstOf(count);
  const longest = Math.min(most, count - first);
  const end = first + greatest(1, longest, (length) => fits(first, first + length));
  return {
    first,
    end,
    previous: first === 0 ? null : firstOf(first),
    next: end === count ? null : end,
  };
}

/** The last of the numbers from `least` to `most` before the first, after `least`, that does not hold. */
export function greatest(least: number, most: number, holds: (value: number) => boolean): number {
  let value = least;
  while (value < most && holds(value + 1)) value += 1;
  return value;
}
