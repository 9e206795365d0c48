import {
  addDays,
  calendarDateOf,
  datePartsOf,
  dateValue,
  daysBetween,
  daysSinceMonday,
  isoWeekOf,
} from '../calendar-date.ts';
import { fixed, type Interpretation, relative } from './rule.ts';

/** A unit of the calendar in which dates are counted. */
export type CalendarUnit =
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'half'
  | 'year'
  | 'decade';

/**
 * The value of the unit that lies so many units after the one that holds `day` (`YYYY-MM-DD`):
 * ("month", -1, "2020-01-31") is "2019-12". Null outside of the years 1000 to 2999.
 */
export function unitFrom(unit: CalendarUnit, count: number, day: string): string | null {
  const { year, month } = datePartsOf(day);
  // Beyond any year that has four digits, and within what a Date can hold.
  if (!Number.isInteger(count) || Math.abs(count) > 1e5) return null;
  switch (unit) {
    case 'day':
      return inEra(addDays(day, count));
    case 'week':
      return inEra(isoWeekOf(addDays(day, 7 * count)));
    case 'weekend':
      return inEra(`${isoWeekOf(addDays(day, 7 * count))}-WE`);
    case 'month': {
      const months = 12 * year + month - 1 + count;
      return dateValue(Math.floor(months / 12), (months % 12) + 1, null);
    }
    case 'quarter': {
      const quarters = 4 * year + Math.floor((month - 1) / 3) + count;
      return inEra(`${Math.floor(quarters / 4)}-Q${(quarters % 4) + 1}`);
    }
    case 'half': {
      const halves = 2 * year + Math.floor((month - 1) / 6) + count;
      return inEra(`${Math.floor(halves / 2)}-H${(halves % 2) + 1}`);
    }
    case 'year':
      return inEra(String(year + count));
    case 'decade':
      return inEra(`${Math.floor(year / 10) + count}X`);
  }
}

function inEra(value: string): string | null {
  return /^[12]\d\d[\dX](?:-|$)/u.test(value) ? value : null;
}

/** The longest date, in days, that names one of such a unit. */
const LONGEST_IN: Readonly<Partial<Record<CalendarUnit, number>>> = {
  month: 31,
  year: 366,
  decade: 3653,
};

/** So many units after the one that holds the date that was named before: "that year", 次月. */
export function anaphoricPeriod(unit: CalendarUnit, count: number): Interpretation {
  return {
    ...fixed('date', ''),
    anchor: 'period',
    valueFrom: (value) => {
      const date = calendarDateOf(value);
      if (!date || daysBetween(date.first, date.last) >= (LONGEST_IN[unit] ?? 0)) return null;
      return unitFrom(unit, count, date.first);
    },
  };
}

/** What is said of the year of a quarter or half. */
interface YearOfPeriod {
  /** The year that is named. */
  readonly year: number | null;
  /** How many years after that of publication it lies. */
  readonly yearShift: number | null;
  readonly isAhead: boolean;
  /** Whether one that follows the current one may be told of before it begins. */
  readonly mayFollow: boolean;
}

/**
 * A quarter or half (from 1). Without a year it is the latest that has begun; the next one to begin
 * where it lies ahead, or follows the current one and may be told of.
 */
export function numberedPeriod(
  unit: 'quarter' | 'half',
  number: number,
  { year, yearShift, isAhead, mayFollow }: YearOfPeriod,
): Interpretation {
  const name = `${unit === 'quarter' ? 'Q' : 'H'}${number}`;
  if (year !== null) return fixed('date', `${year}-${name}`);
  return relative((day) => {
    const { year: reference, month } = datePartsOf(day);
    if (yearShift !== null) return `${reference + yearShift}-${name}`;
    const current = unit === 'quarter' ? Math.ceil(month / 3) : Math.ceil(month / 6);
    const follows = mayFollow && number === current + 1;
    const isPast = !isAhead && !follows && number > current;
    const shift = isPast ? -1 : isAhead && number < current ? 1 : 0;
    return `${reference + shift}-${name}`;
  });
}

/**
 * The weekday (0 for Sunday) of a month `YYYY-MM`: its first for 0, its second for 1, its last for
 * -1; null where the month has no such day.
 */
export function weekdayOfMonth(month: string, index: number, weekday: number): string | null {
  const { first, last } = calendarDateOf(month) ?? {};
  if (first === undefined || last === undefined) return null;
  const weekdayOf = (day: string) => (daysSinceMonday(day) + 1) % 7;
  const day =
    index === -1
      ? addDays(last, -((weekdayOf(last) - weekday + 7) % 7))
      : addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * index);
  return day <= last ? day : null;
}

/** A season as TIMEX3 writes it. */
export type Season = 'SP' | 'SU' | 'FA' | 'WI';

/**
 * The season that lies so many years after that of `day`'s year. January and February belong to
 * the winter of the year before.
 */
export function seasonFrom(season: Season, years: number, day: string): string {
  const { year, month } = datePartsOf(day);
  const isLateWinter = season === 'WI' && month <= 2;
  return `${year + years - (isLateWinter ? 1 : 0)}-${season}`;
}

/** A duration as TIMEX3 writes it: (2.5, "year") is "P2.5Y", and (null, "year") "PXY". */
export function durationValue(amount: number | null, unit: DurationUnit): string {
  const [prefix, letters, factor] = DURATION_UNITS[unit];
  const value = amount === null ? 'X' : amount * factor;
  return `${prefix}${value}${letters}`;
}

/** How long something takes, or how often it happens; null where the unit is none. */
export function lasting(
  amount: number | null,
  unit: DurationUnit | null,
  kind: 'duration' | 'set' = 'duration',
): Interpretation | null {
  return unit && fixed(kind, durationValue(amount, unit));
}

/** A unit in which durations are told. */
export type DurationUnit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'fortnight'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'half'
  | 'year'
  | 'decade'
  | 'century';

/** What stands before and behind the number in TIMEX3, and by how much it is multiplied. */
const DURATION_UNITS: Readonly<Record<DurationUnit, readonly [string, string, number]>> = {
  second: ['PT', 'S', 1],
  minute: ['PT', 'M', 1],
  hour: ['PT', 'H', 1],
  day: ['P', 'D', 1],
  week: ['P', 'W', 1],
  fortnight: ['P', 'W', 2],
  weekend: ['P', 'WE', 1],
  month: ['P', 'M', 1],
  quarter: ['P', 'Q', 1],
  half: ['P', 'M', 6],
  year: ['P', 'Y', 1],
  decade: ['P', 'DE', 1],
  century: ['P', 'CE', 1],
};
