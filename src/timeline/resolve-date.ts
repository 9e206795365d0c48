import {
  addDays,
  type CalendarDate,
  calendarDate,
  datePartsOf,
  dayDate,
  daysBetween,
  weekdayOf,
} from './calendar-date.ts';
import type { DateCue, DateReading } from './date-reading.ts';

/** So many months ahead, a month without a year may as well be the coming one as the last. */
const AMBIGUOUS_MONTHS_AHEAD = 2;

/**
 * The date that an expression stands for, or null where that is open: a wrong date is worse than
 * none. What the expression leaves out is taken from `published` (`YYYY-MM-DD`).
 */
export function resolveDate(reading: DateReading, published: string | null): CalendarDate | null {
  const { month, day, weekday, cue } = reading;
  if (month === null) {
    return weekday === null || published === null ? null : dayOfWeek(weekday, cue, published);
  }
  if (typeof reading.year === 'number') return calendarDate({ year: reading.year, month, day });
  if (published === null) return null;
  if (reading.year !== null) {
    const year = datePartsOf(published).year + reading.year.offset;
    return calendarDate({ year, month, day });
  }
  return day === null ? monthNear(month, cue, published) : nearestYear({ month, day }, published);
}

function nearestYear(
  { month, day }: { month: number; day: number },
  published: string,
): CalendarDate | null {
  const { year } = datePartsOf(published);
  const candidates = [year, year - 1, year + 1]
    .map((candidate) => calendarDate({ year: candidate, month, day }))
    .filter((date) => date !== null)
    .toSorted((a, b) => daysBetween(a.first, published) - daysBetween(b.first, published));
  return candidates[0] ?? null;
}

/** The past month, or the coming one where a word says so. */
function monthNear(month: number, cue: DateCue | null, published: string): CalendarDate | null {
  const reference = datePartsOf(published);
  const inYear = (year: number) => calendarDate({ year, month, day: null });
  const isAhead = month > reference.month;
  switch (cue) {
    case 'this':
      return inYear(reference.year);
    case 'last':
      // "last August", in September, may be a month or a year ago.
      return month < reference.month ? null : inYear(reference.year - 1);
    case 'next':
      return isAhead ? null : inYear(reference.year + 1);
    case 'future':
      return inYear(month < reference.month ? reference.year + 1 : reference.year);
    case 'open':
      return null;
    case 'past':
      return inYear(isAhead ? reference.year - 1 : reference.year);
    default: {
      const monthsAhead = (month - reference.month + 12) % 12;
      if (monthsAhead > 0 && monthsAhead <= AMBIGUOUS_MONTHS_AHEAD) return null;
      return inYear(isAhead ? reference.year - 1 : reference.year);
    }
  }
}

/** The latest such weekday that is not after publication, or another where a word says so. */
function dayOfWeek(weekday: number, cue: DateCue | null, published: string): CalendarDate | null {
  const back = (weekdayOf(published) - weekday + 7) % 7;
  const fromMonday = ((weekday + 6) % 7) - ((weekdayOf(published) + 6) % 7);
  const inDays = (days: number) => dayDate(addDays(published, days));
  switch (cue) {
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
    case 'open':
      return null;
    case 'this':
    case 'future':
      return inDays(back === 0 ? 0 : 7 - back);
    default:
      return inDays(-back);
  }
}
