import type { Quote } from '../retrieval/index.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { Role } from './events/role.ts';

/** A list that has a first item. */
export type NonEmpty<Item> = readonly [Item, ...Item[]];

/** A list as one that has a first item, or null. */
export function nonEmpty<Item>([first, ...others]: readonly Item[]): NonEmpty<Item> | null {
  return first === undefined ? null : [first, ...others];
}

/** One event, or a deadline, a plan or a report, with every source that tells it. */
export interface TimelineEntry {
  /** As precise as the texts give it; null where none of them states one. */
  readonly date: CalendarDate | null;
  readonly role: Role;
  /** What the sources say in their own words, the fullest first. */
  readonly reports: NonEmpty<EventReport>;
  readonly conflicts: readonly Conflict[];
  /** What later articles give anew: a toll that grows, a plan that was moved. No disagreement. */
  readonly updates: readonly Update[];
  /** How much it matters to the story, from 0 (background) to 1: for choosing a short timeline. */
  readonly weight: number;
}

/** One sentence that tells an event. The date's words are marked in its quote. */
export interface EventReport {
  readonly quote: Quote;
  /** The date that this sentence gives; null where it gives none. */
  readonly date: CalendarDate | null;
  /** The same sentence in other articles, in nearly the same words. */
  readonly duplicates: readonly Quote[];
}

/** Where the sources do not agree. Only what the texts themselves show. */
export type Conflict = DateConflict | FigureConflict | ClaimConflict;

/** The same event with dates that cannot all be right. */
export interface DateConflict {
  readonly kind: 'date';
  /** Two or more, in order, each with the quotes that give it. */
  readonly accounts: readonly {
    readonly date: CalendarDate;
    readonly quotes: NonEmpty<Quote>;
  }[];
}

/** Counts of one thing, told of one day at one time, that cannot all be right. */
export interface FigureConflict {
  readonly kind: 'figure';
  readonly accounts: readonly {
    /** The count as it is written. */
    readonly label: string;
    readonly quotes: NonEmpty<Quote>;
  }[];
}

/** What one article gives and a later one gives anew. */
export interface Update {
  /** A count that grows, or a date to come that was moved. */
  readonly kind: 'figure' | 'date';
  /** Two or more, in the order of publication: the count as it is written, or a date's TIMEX3 value. */
  readonly steps: NonEmpty<{ readonly label: string; readonly quote: Quote }>;
}

/** Statements that contradict each other. A side's quotes need not be among the entry's reports. */
export interface ClaimConflict {
  readonly kind: 'claim';
  readonly sides: readonly [NonEmpty<Quote>, NonEmpty<Quote>];
}
