import { strict as english } from 'chrono-node/en';
import { strict as chinese } from 'chrono-node/zh/hans';
import type { PassageLanguage, Range } from '../retrieval/index.ts';
import {
  addDays,
  type CalendarDate,
  calendarDate,
  datePartsOf,
  daysBetween,
  weekdayOf,
} from './calendar-date.ts';

/** A date that stands in a text, with UTF-16 offsets into that text. */
export interface FoundDate extends Range {
  readonly date: CalendarDate;
}

/** A capital letter tells the month and the weekday from the verb and the short word. */
const LOWER_CASE_WORD = /^(?:march|may|sun|sat|mon|wed|fri|august|second)\b/u;

/** Two numbers of which nobody can say which is the month. */
const AMBIGUOUS_SLASHES = /^(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|1[0-2])(?:\/\d+)?$/u;

/** Cues, before a weekday, that it is the coming one. */
const FUTURE_CUE =
  /(?:\b(?:next|by|until|till|will|due|deadline|scheduled|coming)\b[^.]{0,40}|下周?|将于?)$/iu;

/**
 * The explicit dates in a text: a day with its month, a month, a full date or a weekday. What a
 * text leaves out is resolved against `published` (`YYYY-MM-DD`): the nearest year for a day, the
 * past one for a month, the latest such weekday that is not after it. Without a publication date
 * only dates that name their year are given. Found with chrono-node, whose own reading of the clock
 * and of the time zone is not used.
 */
export function findExplicitDates(
  text: string,
  language: PassageLanguage,
  published: string | null,
): FoundDate[] {
  const parser = language === 'zh' ? chinese : english;
  const { year, month, day } = datePartsOf(published ?? '2000-01-01');
  const results = parser.parse(text, new Date(year, month - 1, day, 12));
  return results.flatMap(({ index, text: expression, start }): FoundDate[] => {
    if (LOWER_CASE_WORD.test(expression) || AMBIGUOUS_SLASHES.test(expression)) return [];
    const known = (part: 'year' | 'month' | 'day' | 'weekday') =>
      start.isCertain(part) ? start.get(part) : null;
    const date = resolve(
      { year: known('year'), month: known('month'), day: known('day'), weekday: known('weekday') },
      published,
      FUTURE_CUE.test(text.slice(0, index)),
    );
    return date ? [{ start: index, end: index + expression.length, date }] : [];
  });
}

interface KnownParts {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly weekday: number | null;
}

function resolve(
  { year, month, day, weekday }: KnownParts,
  published: string | null,
  isFuture: boolean,
): CalendarDate | null {
  if (month !== null && year !== null) return calendarDate({ year, month, day });
  if (published === null) return null;
  if (month !== null) {
    return day === null ? pastMonth(month, published) : nearestYear({ month, day }, published);
  }
  return weekday === null ? null : dayOfWeek(weekday, published, isFuture);
}

function nearestYear(
  { month, day }: { month: number; day: number },
  published: string,
): CalendarDate | null {
  const { year } = datePartsOf(published);
  const candidates = [year, year - 1, year + 1]
    .map((candidate) => calendarDate({ year: candidate, month, day }))
    .filter((date) => date !== null)
    .sort((a, b) => daysBetween(a.iso, published) - daysBetween(b.iso, published));
  return candidates[0] ?? null;
}

function pastMonth(month: number, published: string): CalendarDate | null {
  const reference = datePartsOf(published);
  const year = month <= reference.month ? reference.year : reference.year - 1;
  return calendarDate({ year, month, day: null });
}

function dayOfWeek(weekday: number, published: string, isFuture: boolean): CalendarDate {
  const back = (weekdayOf(published) - weekday + 7) % 7;
  const days = isFuture && back > 0 ? 7 - back : -back;
  return { iso: addDays(published, days), precision: 'day' };
}
