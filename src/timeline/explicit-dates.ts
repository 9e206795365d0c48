import { casual as english } from 'chrono-node/en';
import { strict as chinese } from 'chrono-node/zh/hans';
import type { PassageLanguage, Range } from '../retrieval/index.ts';
import { type CalendarDate, datePartsOf } from './calendar-date.ts';
import { readChineseDate } from './chinese-dates.ts';
import { readEnglishDate } from './english-dates.ts';
import { resolveDate } from './resolve-date.ts';

/** A date that stands in a text, with UTF-16 offsets into that text. */
export interface FoundDate extends Range {
  readonly date: CalendarDate;
}

/**
 * The explicit dates in a text: a day with its month, a month, a full date or a weekday. What a
 * text leaves out is resolved against `published` (`YYYY-MM-DD`): the nearest year for a day, the
 * past one for a month, the latest such weekday that is not after it, or what a word beside it
 * says. Without a publication date only dates that name their year are given. Found with
 * chrono-node; its own resolution, which is of a clock and a time zone, is not used.
 */
export function findExplicitDates(
  text: string,
  language: PassageLanguage,
  published: string | null,
): FoundDate[] {
  const { year, month, day } = datePartsOf(published ?? '2000-01-01');
  const reference = new Date(year, month - 1, day, 12);
  const [parser, read] =
    language === 'zh' ? [chinese, readChineseDate] : [english, readEnglishDate];
  return parser.parse(text, reference).flatMap((found): FoundDate[] => {
    const reading = read(text, found);
    const date = reading && resolveDate(reading, published);
    return date ? [{ start: reading.start, end: reading.end, date }] : [];
  });
}
