/** How much of the calendar a date covers. */
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

/** A date as precise as a text gives it. */
export interface CalendarDate {
  /** In the forms of TimeML's TIMEX3: `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, and others. */
  readonly value: string;
  readonly precision: DatePrecision;
  /** Its first and last day, `YYYY-MM-DD`; equal for a day. */
  readonly first: string;
  readonly last: string;
  /** The part of it that is meant: "early", "mid" or "late"; null for all of it. */
  readonly modifier: 'start' | 'mid' | 'end' | null;
}

/** A year, a month (1-12) and, where it is known, a day (1-31). */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number | null;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The date with these parts, or null when the calendar has no such day or the year is no plain four digits. */
export function calendarDate({ year, month, day }: DateParts): CalendarDate | null {
  if (year < 1000 || year > 9999 || month < 1 || month > 12) return null;
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  const isoMonth = `${pad(year, 4)}-${pad(month, 2)}`;
  if (day === null) {
    const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
    return {
      value: isoMonth,
      precision: 'month',
      first: `${isoMonth}-01`,
      last: `${isoMonth}-${length}`,
      modifier: null,
    };
  }
  const iso = `${isoMonth}-${pad(day, 2)}`;
  const exists = new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(iso);
  return exists ? dayDate(iso) : null;
}

/** The date of a day `YYYY-MM-DD` that exists. */
export function dayDate(iso: string): CalendarDate {
  return { value: iso, precision: 'day', first: iso, last: iso, modifier: null };
}

/** The order of a timeline: by the first day, and the longer before the shorter. */
export function compareDates(one: CalendarDate, other: CalendarDate): number {
  return one.first.localeCompare(other.first) || other.last.localeCompare(one.last);
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

/** The day of the week of `YYYY-MM-DD`: 0 for Sunday to 6 for Saturday. */
export function weekdayOf(iso: string): number {
  const { year, month, day } = datePartsOf(iso);
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/** The distance between two days `YYYY-MM-DD`, in days, never negative. */
export function daysBetween(a: string, b: string): number {
  return Math.abs(Date.parse(`${a}T00:00:00Z`) - Date.parse(`${b}T00:00:00Z`)) / DAY_MS;
}
