import type { Locale } from '../../i18n/index.ts';
import type { Role } from '../../timeline/index.ts';

/** What one row of a chart stands for when it has too many dates for a row each. */
export type ChartUnit = 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'century' | 'all';

/** One dated entry of a timeline. */
export interface ChartPoint {
  /** The first and the last day that the text allows, `YYYY-MM-DD`; equal for a day. */
  readonly first: string;
  readonly last: string;
  /** The date in the reader's language. */
  readonly label: string;
  readonly role: Role;
  /** How many articles tell it; at least one. */
  readonly sources: number;
  readonly isDisputed: boolean;
}

/**
 * A timeline as a picture needs it: plain data that can be sent to a thread. Every word is in the
 * reader's language already.
 */
export interface TimelineChart {
  readonly locale: Locale;
  /** Words of ours, and a topic as a person typed it: never to be trusted as markup. */
  readonly title: string;
  /** How many entries there are, and how many of them have no date. */
  readonly summary: string;
  readonly legend: Readonly<Record<Role, string>>;
  /** What the mark of a disputed entry means. */
  readonly disputed: string;
  /** What the axis shows. */
  readonly axis: string;
  /** What a part of the axis means that is cut short. */
  readonly gap: string;
  /** What a number behind a bar counts. */
  readonly counts: string;
  /** What a row stands for, by the unit that was chosen. */
  readonly rows: Readonly<Record<ChartUnit, string>>;
  /** Numbers of sources that the legend shows the size of a mark for, the smallest first. */
  readonly sizes: readonly { readonly sources: number; readonly label: string }[];
  /** In the order of their first days, and of their last days where those are equal. */
  readonly points: readonly ChartPoint[];
  /** All of it in words, for whoever cannot see the picture. */
  readonly description: string;
}
