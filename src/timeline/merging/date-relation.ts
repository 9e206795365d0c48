import { addDays, type CalendarDate, daysBetween } from '../calendar-date.ts';

/** How the dates of two mentions stand to each other. */
export type DateRelation =
  /** The same days. */
  | 'same'
  /** One is less precise and may be the other. */
  | 'within'
  /** One of them, or both, is not stated. */
  | 'open'
  /** They cannot both be right. */
  | 'apart';

/** A part of a month may be a few days longer than a third of it: "late August" may be the 19th. */
const SLACK_DAYS = 3;

/**
 * The first and last day that a date may mean where another date is to agree with it: wider by some
 * slack than `meantDays`, which is what a reader is shown.
 */
function possibleDays({ first, last, modifier }: CalendarDate): {
  first: string;
  last: string;
} {
  if (modifier === null || first === last) return { first, last };
  const third = Math.ceil((daysBetween(first, last) + 1) / 3);
  const slack = Math.min(SLACK_DAYS, third);
  switch (modifier) {
    case 'start':
      return { first, last: addDays(first, third - 1 + slack) };
    case 'mid':
      return { first: addDays(first, third - slack), last: addDays(last, slack - third) };
    case 'end':
      return { first: addDays(last, 1 - third - slack), last };
  }
}

/** The {@link DateRelation} of two dates: those that share a day can be the same. */
export function relateDates(one: CalendarDate | null, other: CalendarDate | null): DateRelation {
  if (one === null || other === null) return 'open';
  if (one.first === other.first && one.last === other.last && one.modifier === other.modifier) {
    return 'same';
  }
  const a = possibleDays(one);
  const b = possibleDays(other);
  if (a.first > b.last || b.first > a.last) return 'apart';
  // Two spans of days of which neither holds the other only touch: "28-30 May" and "May to June".
  const holds = (outer: typeof a, inner: typeof a) =>
    outer.first <= inner.first && inner.last <= outer.last;
  return holds(a, b) || holds(b, a) || one.modifier !== null || other.modifier !== null
    ? 'within'
    : 'apart';
}

/** How many days lie between two dates, by what they may mean; 0 when they share one. */
export function gapInDays(one: CalendarDate, other: CalendarDate): number {
  const a = possibleDays(one);
  const b = possibleDays(other);
  if (a.first > b.last) return daysBetween(b.last, a.first);
  return b.first > a.last ? daysBetween(a.last, b.first) : 0;
}

/** How many days a date may mean. */
export function lengthInDays(date: CalendarDate): number {
  const { first, last } = possibleDays(date);
  return daysBetween(first, last) + 1;
}
