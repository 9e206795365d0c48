import type { Locale } from '../../i18n/index.ts';
import type { Role } from '../../timeline/index.ts';

/** One dated entry of a timeline. */
export interface ChartPoint {
  /** The first and the last day that the text allows, `YYYY-MM-DD`; equal for a day. */
  readonly first: string;
  readonly last: string;
  /** The date in the reader's language. */
  readonly label: string;
  readonly role: Role;
  readonly isDisputed: boolean;
  /** Words of its first quote, where it is one of those that tell the story; null for all others. */
  readonly words: ChartWords | null;
}

/** A slice of an article, never to be trusted as markup. */
export interface ChartWords {
  readonly text: string;
  /** It begins or ends inside a sentence, so that an ellipsis is shown. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
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
  /** What the quiet ticks beside the axis mean. */
  readonly others: string;
  /** What a part of the axis means that is cut short. */
  readonly gap: string;
  /** Says which entries are far from all others, and not on the axis; null where all are. */
  readonly aside: string | null;
  /** In the order of their first days, and of their last days where those are equal. */
  readonly points: readonly ChartPoint[];
  /** All of it in words, for whoever cannot see the picture. */
  readonly description: string;
}
