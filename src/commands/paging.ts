/** A run of a list's items that a reply shows at once, by their places `[first, end)`. */
export interface Page {
  readonly first: number;
  readonly end: number;
  /** The first place of the page before this one and of the one after it; null where there is none. */
  readonly previous: number | null;
  readonly next: number | null;
}

/** A list that is shown in pages. */
export interface PagedList {
  /** How many items there are. */
  readonly count: number;
  /** How many of them a page has at most. */
  readonly most: number;
  /** Whether a page can be shown at once. */
  readonly fits: (page: Page) => boolean;
}

/**
 * The page that begins at a place; the last page where it begins behind the end. Pages hold no more
 * than fits, so that nothing on one is cut. One item is a page even if it does not fit.
 *
 * @param start 0-based.
 */
export function pageFrom(start: number, { count, most, fits }: PagedList): Page {
  const pageBefore = (end: number) =>
    end - greatest(Math.min(most, end), (length) => fits(pageOf(end - length, end, count)));
  const first = start < count ? start : pageBefore(count);
  const length = greatest(Math.min(most, count - first), (each) =>
    fits(pageOf(first, first + each, count)),
  );
  const previous = first === 0 ? null : pageBefore(first);
  return { ...pageOf(first, first + length, count), previous };
}

/** The page with every item of a list. */
export function wholePage(count: number): Page {
  return pageOf(0, count, count);
}

/** Where the page before it begins is not known here, only whether there is one. */
function pageOf(first: number, end: number, count: number): Page {
  return { first, end, previous: first === 0 ? null : 0, next: end === count ? null : end };
}

/** The last number from 1 to `most` before the first, after 1, that does not hold; 0 for none at all. */
export function greatest(most: number, holds: (value: number) => boolean): number {
  let value = Math.min(1, most);
  while (value < most && holds(value + 1)) value += 1;
  return value;
}
