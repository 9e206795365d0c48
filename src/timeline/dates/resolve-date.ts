import { addDays, datePartsOf, dateValue, daysBetween, daysSinceMonday } from '../calendar-date.ts';
import { type Interpretation, NAME } from './rule.ts';

/** What an explicit date says, before it is resolved. What it does not name is null or left out. */
interface NamedDate {
  readonly year?: number | null;
  /** 1 to 12. */
  readonly month?: number | null;
  /** 1 to 31. */
  readonly day?: number | null;
  /** The last day of several in a row, 1 to 31. */
  readonly lastDay?: number | null;
  /** 0 for Sunday to 6 for Saturday; counts where there is neither day nor month. */
  readonly weekday?: number | null;
  readonly cue?: DateCue | null;
}

/**
 * Where an expression or the words beside it place its date: "last" and "next" are those words
 * themselves, "past" and "future" other signs; the rest is a week counted from Monday.
 */
export type DateCue = (typeof DATE_CUES)[number];

/** Every {@link DateCue}. */
export const DATE_CUES = [
  'past',
  'future',
  'last',
  'next',
  'this',
  'week-before-last',
  'last-week',
  'this-week',
  'next-week',
  'week-after-next',
] as const;

/** So many months ahead, a month without a year is rather the coming one than the last. */
const COMING_MONTHS = 2;

/** So far ahead, a day is that of the year before, unless a word says that it is to come. */
const FAR_AHEAD_DAYS = 150;

/** So far ahead, a day of which the clause tells what was is that of the year before. */
const PAST_AHEAD_DAYS = 90;

/**
 * An explicit date. What it leaves out is taken from the day of publication: the nearest year for a
 * day that is not far ahead, the past one for a month unless it is at most two months ahead, and the latest such weekday
 * that is not after publication; or what a word beside it says. It has no value where that is open:
 * a wrong date is worse than none.
 */
export function explicitDate(named: NamedDate): Interpretation {
  const { year = null, month = null, day = null } = named;
  const isDayOfMonth = month === null && day !== null;
  const anchor = year !== null ? 'none' : isDayOfMonth ? 'sentence' : 'publication';
  return { ...NAME, kind: 'date', anchor, valueFrom: (from) => resolve(named, from) };
}

function resolve(named: NamedDate, published: string): string | null {
  const first = resolveFirst(named, published);
  const { lastDay = null } = named;
  if (first === null || lastDay === null) return first;
  const { year, month, day } = datePartsOf(first);
  const last = lastDay > day ? dateValue(year, month, lastDay) : null;
  return last && `${first}/${last}`;
}

function resolveFirst(
  { year = null, month = null, day = null, weekday = null, cue = null }: NamedDate,
  published: string,
): string | null {
  if (month === null) {
    if (day !== null) return nearestOfMonths(day, cue, published);
    return weekday === null ? null : dayOfWeek(weekday, cue, published);
  }
  if (year !== null) return dateValue(year, month, day);
  return day === null
    ? monthNear(month, cue, published)
    : nearestOfYears(month, day, cue, published);
}

function nearestOfYears(
  month: number,
  day: number,
  cue: DateCue | null,
  published: string,
): string | null {
  const { year } = datePartsOf(published);
  const candidates = [year, year - 1, year + 1].map((each) => dateValue(each, month, day));
  const date = nearest(candidates, published);
  if (date === null || date <= published || cue === 'future') return date;
  const farAhead = cue === 'past' ? PAST_AHEAD_DAYS : FAR_AHEAD_DAYS;
  if (daysBetween(date, published) <= farAhead) return date;
  return nearest(
    candidates.filter((candidate) => candidate !== null && candidate <= published),
    published,
  );
}

/** A day of the month alone: of this month, the last or the next one. */
function nearestOfMonths(day: number, cue: DateCue | null, from: string): string | null {
  const { year, month } = datePartsOf(from);
  // The past one first, for it counts where both are equally near.
  const candidates = [-1, 0, 1].map((months) => {
    const index = 12 * year + month - 1 + months;
    return dateValue(Math.floor(index / 12), (index % 12) + 1, day);
  });
  const isAhead = (candidate: string | null) => candidate !== null && candidate >= from;
  const isOver = (candidate: string | null) => candidate !== null && candidate <= from;
  if (cue === 'future') return nearest(candidates.filter(isAhead), from);
  return nearest(cue === 'past' ? candidates.filter(isOver) : candidates, from);
}

function nearest(candidates: readonly (string | null)[], day: string): string | null {
  const [first] = candidates
    .filter((candidate) => candidate !== null)
    .toSorted((a, b) => daysBetween(a, day) - daysBetween(b, day));
  return first ?? null;
}

function monthNear(month: number, cue: DateCue | null, published: string): string | null {
  const reference = datePartsOf(published);
  const inYear = (year: number) => dateValue(year, month, null);
  const isAhead = month > reference.month;
  const past = inYear(isAhead ? reference.year - 1 : reference.year);
  const coming = inYear(month < reference.month ? reference.year + 1 : reference.year);
  switch (cue) {
    case 'this':
      return inYear(reference.year);
    case 'last':
      // "last August", in September, may be a month or a year ago.
      return month < reference.month ? null : inYear(reference.year - 1);
    case 'next':
      return isAhead ? null : inYear(reference.year + 1);
    case 'future':
      return coming;
    case 'past':
      return past;
    default:
      return (month - reference.month + 12) % 12 <= COMING_MONTHS ? coming : past;
  }
}

function dayOfWeek(weekday: number, cue: DateCue | null, published: string): string | null {
  const sinceMonday = daysSinceMonday(published);
  const fromMonday = ((weekday + 6) % 7) - sinceMonday;
  const back = (7 - fromMonday) % 7;
  const inDays = (days: number) => addDays(published, days);
  switch (cue) {
    case 'week-before-last':
      return inDays(fromMonday - 14);
    case 'week-after-next':
      return inDays(fromMonday + 14);
    case 'last-week':
      return inDays(fromMonday - 7);
    case 'this-week':
      return inDays(fromMonday);
    case 'next-week':
      return inDays(fromMonday + 7);
    case 'last':
      return inDays(back === 0 ? -7 : -back);
    case 'next':
      // "next Friday", on a Wednesday, may be in two days or in nine.
      return fromMonday > 0 ? null : inDays(fromMonday + 7);
    case 'this':
    case 'future':
      return inDays(back === 0 ? 0 : 7 - back);
    default:
      return inDays(-back);
  }
}
