import type { TimelineEntry } from '../../timeline/index.ts';
import { greatest, type Page, pageFrom, wholePage } from '../paging.ts';

/** The entries that a reply shows, by their places in the whole timeline. */
export interface View {
  readonly kind: 'short' | 'full';
  /** Indices into the timeline, in its order. */
  readonly shown: readonly number[];
  /** The first index of the page before this one and of the one after it; null where there is none. */
  readonly previous: number | null;
  readonly next: number | null;
}

/** The most entries of a short timeline and of a page of the full one: what is read at a glance. */
export const ENTRIES_AT_ONCE = 8;

/**
 * The view for someone who asked for nothing in particular: everything where it is not more than a
 * short timeline, else the entries of the greatest weight, the earlier of two with the same.
 *
 * @param entries at least one.
 * @param fits whether a view can be shown at once. One entry is shown even if it does not fit.
 */
export function shortView(entries: readonly TimelineEntry[], fits: (view: View) => boolean): View {
  const whole = wholeView(entries.length);
  if (entries.length <= ENTRIES_AT_ONCE && fits(whole)) return whole;
  const ranked = entries
    .map(({ weight }, index) => ({ weight, index }))
    .toSorted((one, other) => other.weight - one.weight);
  const most = Math.min(ENTRIES_AT_ONCE, entries.length);
  const viewOf = (length: number): View => ({
    kind: 'short',
    shown: ranked
      .slice(0, length)
      .map(({ index }) => index)
      .toSorted((one, other) => one - other),
    previous: null,
    next: null,
  });
  return viewOf(greatest(most, (length) => fits(viewOf(length))));
}

/** Every entry at once. */
export function wholeView(entryCount: number): View {
  return fullView(wholePage(entryCount));
}

/**
 * The page of the full timeline that begins with an entry; see {@link pageFrom}.
 *
 * @param entryCount at least one.
 * @param start index of the first entry.
 */
export function pageView(entryCount: number, start: number, fits: (view: View) => boolean): View {
  const list = { count: entryCount, most: ENTRIES_AT_ONCE };
  return fullView(pageFrom(start, { ...list, fits: (page) => fits(fullView(page)) }));
}

function fullView({ first, end, previous, next }: Page): View {
  const shown = Array.from({ length: end - first }, (_, index) => first + index);
  return { kind: 'full', shown, previous, next };
}
