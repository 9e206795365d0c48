/** A date as precise as a text gives it. `iso` is `YYYY-MM-DD` or `YYYY-MM`, as `precision` says. */
export interface CalendarDate {
  readonly iso: string;
  readonly precision: 'day' | 'month';
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
  if (day === null) return { iso: isoMonth, precision: 'month' };
  const iso = `${isoMonth}-${pad(day, 2)}`;
  const exists = new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(iso);
  return exists ? { iso, precision: 'day' } : null;
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
