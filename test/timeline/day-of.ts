import { type CalendarDate, calendarDateOf } from '../../src/timeline/calendar-date.ts';

/** The date of a day `YYYY-MM-DD`. */
export function dayOf(day: string): CalendarDate {
  const date = calendarDateOf(day);
  if (!date) throw new Error(`${day} is no day`);
  return date;
}
