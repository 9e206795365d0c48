/** How much of the calendar a date covers. A `range` has two ends, or is a weekend. */
export type DatePrecision =
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'half'
  | 'season'
  | 'year'
  | 'decade'
  | 'range';

/** The part of a longer time that is meant: "early", "mid" or "late", 初, 中 or 底. */
export type DateModifier = 'start' | 'mid' | 'end';

/** A date as precise as a text gives it. */
export interface CalendarDate {
  /**
   * As in TIMEX3, without a time of day: `YYYY-MM-DD`, `YYYY-Www`, `YYYY-Www-WE` (a weekend),
   * `YYYY-MM`, `YYYY-Qn`, `YYYY-Hn`, `YYYY-SP|SU|FA|WI`, `YYYY`, `YYYX`, or two of them with `/`.
   */
  readonly value: string;
  readonly precision: DatePrecision;
  /** The first day, `YYYY-MM-DD`. */
  readonly first: string;
  /** The last day, `YYYY-MM-DD`. */
  readonly last: string;
  readonly modifier: DateModifier | null;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The first month of a season of the northern half of the earth, by the meteorological calendar. */
const SEASON_STARTS: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/**
 * The date that a TIMEX3 value names; of one with a time of day, its day. Null for durations, sets,
 * references and for what no calendar has. A winter belongs to the year in which it begins.
 */
export function calendarDateOf(
  value: string,
  modifier: DateModifier | null = null,
): CalendarDate | null {
  const [from = '', to] = value.split('/');
  const start = simpleDate(from);
  if (to === undefined || !start) return start && { ...start, modifier };
  const end = simpleDate(to);
  if (!end || end.last < start.first) return null;
  const range = `${start.value}/${end.value}`;
  return { value: range, precision: 'range', first: start.first, last: end.last, modifier };
}

type SimpleDate = Omit<CalendarDate, 'modifier'>;

function simpleDate(written: string): SimpleDate | null {
  const value = written.replace(/(?<=^\d{4}-\d\d-\d\d)T.*$/su, '');
  const parts =
    /^(?<year>[12]\d{3})(?:-(?:(?<month>\d\d)(?:-(?<day>\d\d))?|W(?<week>\d\d)(?<weekend>-WE)?|Q(?<quarter>[1-4])|H(?<half>[12])|(?<season>SP|SU|FA|WI)))?$/u.exec(
      value,
    )?.groups;
  if (!parts) return decade(value);
  const year = Number(parts['year']);
  const { month, day, week, weekend, quarter, half, season } = parts;
  const months = (precision: DatePrecision, firstMonth: number, count: number): SimpleDate => ({
    value,
    precision,
    first: isoDay(year, firstMonth, 1),
    last: isoDay(year, firstMonth + count, 0),
  });
  if (day !== undefined) {
    return isoDay(year, Number(month), Number(day)) === value
      ? { value, precision: 'day', first: value, last: value }
      : null;
  }
  if (month !== undefined) {
    return Number(month) >= 1 && Number(month) <= 12 ? months('month', Number(month), 1) : null;
  }
  if (week !== undefined) return weekDate(value, year, Number(week), weekend !== undefined);
  if (quarter !== undefined) return months('quarter', 3 * Number(quarter) - 2, 3);
  if (half !== undefined) return months('half', 6 * Number(half) - 5, 6);
  if (season !== undefined) return months('season', SEASON_STARTS[season] ?? 1, 3);
  return months('year', 1, 12);
}

function decade(value: string): SimpleDate | null {
  if (!/^[12]\d\dX$/u.test(value)) return null;
  const first = Number(value.slice(0, 3)) * 10;
  return { value, precision: 'decade', first: `${first}-01-01`, last: `${first + 9}-12-31` };
}

function weekDate(value: string, year: number, week: number, isWeekend: boolean) {
  // The week of 4 January is the first, by ISO 8601.
  const fourth = isoDay(year, 1, 4);
  const monday = addDays(fourth, 7 * (week - 1) - daysSinceMonday(fourth));
  if (week === 0 || !value.startsWith(isoWeekOf(monday))) return null;
  const last = addDays(monday, 6);
  return isWeekend
    ? ({ value, precision: 'range', first: addDays(monday, 5), last } as const)
    : ({ value, precision: 'week', first: monday, last } as const);
}

/** The ISO week of a day `YYYY-MM-DD`, as `YYYY-Www`. Weeks start on Monday. */
export function isoWeekOf(iso: string): string {
  const thursday = addDays(iso, 3 - daysSinceMonday(iso));
  const { year } = datePartsOf(thursday);
  const week = 1 + Math.floor(daysBetween(thursday, isoDay(year, 1, 1)) / 7);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** `YYYY-MM-DD`, or `YYYY-MM` where `day` is null; null when the calendar has no such date. */
export function dateValue(year: number, month: number, day: number | null): string | null {
  const pad = (value: number) => String(value).padStart(2, '0');
  const value = `${year}-${pad(month)}${day === null ? '' : `-${pad(day)}`}`;
  return calendarDateOf(value) === null ? null : value;
}

/** Months and days beyond their bounds run on into the next or the last ones, as with `Date.UTC`. */
function isoDay(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/**
 * The first and the last day that are meant: a third of what "early", "mid" or "late" stands before,
 * rounded to whole days so that it never seems narrower than it was said. A day and a range have no
 * parts.
 */
export function meantDays({
  first,
  last,
  precision,
  modifier,
}: CalendarDate): Pick<CalendarDate, 'first' | 'last'> {
  if (modifier === null || precision === 'day' || precision === 'range') return { first, last };
  const third = (daysBetween(first, last) + 1) / 3;
  switch (modifier) {
    case 'start':
      return { first, last: addDays(first, Math.ceil(third) - 1) };
    case 'mid':
      return { first: addDays(first, Math.floor(third)), last: addDays(last, -Math.floor(third)) };
    case 'end':
      return { first: addDays(last, 1 - Math.ceil(third)), last };
  }
}

/** A TIMEX3 value with the end of a range exclusive: `2024-06-14/2024-07-15` ends in `2024-07-16`. */
export function withExclusiveEnd(value: string): string {
  const [from, to] = value.split('/');
  const end = to === undefined ? null : calendarDateOf(to);
  if (!end) return value;
  const next = addDays(end.last, 1);
  const length = end.precision === 'year' ? 4 : end.precision === 'month' ? 7 : next.length;
  return `${from}/${next.slice(0, length)}`;
}

/** The order of a timeline: by the first day that is meant, and the longer before the shorter. */
export function compareDates(one: CalendarDate, other: CalendarDate): number {
  const [a, b] = [meantDays(one), meantDays(other)];
  return compareDays(a.first, b.first) || compareDays(b.last, a.last);
}

function compareDays(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** The parts of `YYYY-MM-DD`. */
export function datePartsOf(iso: string): { year: number; month: number; day: number } {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return { year, month, day };
}

/** `iso` (`YYYY-MM-DD`) moved by whole days, in UTC and therefore free of time zones. */
export function addDays(iso: string, days: number): string {
  const { year, month, day } = datePartsOf(iso);
  return new Date(Date.UTC(year, month - 1, day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** How many days before `YYYY-MM-DD` its week began: 0 on a Monday, 6 on a Sunday. */
export function daysSinceMonday(iso: string): number {
  const { year, month, day } = datePartsOf(iso);
  return (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
}

/** The distance between two days `YYYY-MM-DD`, in days, never negative. */
export function daysBetween(a: string, b: string): number {
  return Math.abs(Date.parse(`${a}T00:00:00Z`) - Date.parse(`${b}T00:00:00Z`)) / DAY_MS;
}
