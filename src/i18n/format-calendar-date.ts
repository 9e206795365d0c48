import { FORMATTERS, formatDate } from './format.ts';
import type { Locale } from './locale.ts';
import { createTranslations, type MessagesOf } from './messages.ts';

/** A part of a period: its beginning, middle or end. */
type PeriodPart = 'start' | 'mid' | 'end';

type PartWords = Readonly<Record<PeriodPart, (period: string) => string>>;

const EARLY_LATE: PartWords = {
  start: (period) => `early ${period}`,
  mid: (period) => `mid-${period}`,
  end: (period) => `late ${period}`,
};

/** The words around the numbers of a date. Years come as digits, days and months ready written. */
const dateWords = createTranslations(
  {
    week: (firstDay: string) => `week of ${firstDay}`,
    quarters: ['first', 'second', 'third', 'fourth'].map(
      (ordinal) => (year: string) => `${ordinal} quarter of ${year}`,
    ),
    halves: ['first', 'second'].map((ordinal) => (year: string) => `${ordinal} half of ${year}`),
    seasons: seasonsIn('fall'),
    decade: (firstYear: string) => `${firstYear}s`,
    partOf: EARLY_LATE,
    /** The same of a month, where it has words of its own. */
    partOfMonth: EARLY_LATE,
    /** The same of a period that is described: "late in the third quarter of 2020". */
    partOfDescribed: {
      start: (period: string) => `early in the ${period}`,
      mid: (period: string) => `middle of the ${period}`,
      end: (period: string) => `late in the ${period}`,
    },
    dash: '–',
    spacedDash: ' – ',
    yearFirst: false,
  },
  (zh) => {
    const parts: PartWords = {
      start: (period) => zh`${period}初`,
      mid: (period) => zh`${period}中`,
      end: (period) => zh`${period}末`,
    };
    return {
      week: (firstDay) => zh`${firstDay}当周`,
      quarters: [zh`一`, zh`二`, zh`三`, zh`四`].map(
        (numeral) => (year: string) => zh`${year}年第${numeral}季度`,
      ),
      halves: [zh`上`, zh`下`].map((half) => (year: string) => zh`${year}年${half}半年`),
      seasons: {
        SP: (year) => zh`${year}年春季`,
        SU: (year) => zh`${year}年夏季`,
        FA: (year) => zh`${year}年秋季`,
        WI: (year) => zh`${year}年冬季`,
      },
      decade: (firstYear) => zh`${firstYear}年代`,
      partOf: parts,
      partOfMonth: {
        start: (month) => zh`${month}上旬`,
        mid: (month) => zh`${month}中旬`,
        end: (month) => zh`${month}下旬`,
      },
      partOfDescribed: parts,
      dash: zh`至`,
      spacedDash: zh`至`,
      yearFirst: true,
    };
  },
  { seasons: seasonsIn('autumn') },
);

function seasonsIn(fall: string) {
  return {
    SP: (year: string) => `spring ${year}`,
    SU: (year: string) => `summer ${year}`,
    FA: (year: string) => `${fall} ${year}`,
    WI: (year: string) => `winter ${year}`,
  };
}

type DateWords = MessagesOf<typeof dateWords>;

/** A date of any precision: a day, a week, a decade. */
export interface DateToWrite {
  /** In the forms of TimeML's TIMEX3: `2020-09-13`, `2020-W37`, `2020-Q3`, `2020-SU`, `199X`, `2020-08/2020-10`. */
  readonly value: string;
  /** The part of it that is meant; null for all of it. */
  readonly modifier: PeriodPart | null;
  /** Its first and last day, `YYYY-MM-DD`. */
  readonly first: string;
  readonly last: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const MONTH = /^\d{4}-\d{2}$/u;
const YEAR = /^\d{4}$/u;

/**
 * A date in the reader's language, as precise as it is and no more: "13 September 2020", "late
 * August 2020", "week of 7 September 2020", "third quarter of 2020", "12–14 September 2020". In a
 * line of text it needs no capital. A form that is not known is written as its first and last day,
 * and the part of a day or of a range is not written.
 */
export function formatCalendarDate(date: DateToWrite, locale: Locale): string {
  const words = dateWords[locale];
  const { value, modifier, first, last } = date;
  const [from, to] = value.split('/');
  if (from && to) return formatRange(from, to, words, locale);
  if (DAY.test(value)) return formatPlain(value, locale);
  const named = namedPeriod(value, locale, words);
  if (named !== null) {
    if (modifier === null) return named;
    return (MONTH.test(value) ? words.partOfMonth : words.partOf)[modifier](named);
  }
  const described = describedPeriod(date, locale, words);
  if (described === null) {
    return first === last ? formatPlain(first, locale) : formatRange(first, last, words, locale);
  }
  return modifier === null ? described : words.partOfDescribed[modifier](described);
}

function formatPlain(date: string, locale: Locale): string {
  return formatDate(date, locale, 'long');
}

function namedPeriod(value: string, locale: Locale, words: DateWords): string | null {
  if (MONTH.test(value) || YEAR.test(value)) return formatPlain(value, locale);
  const decade = /^(?<digits>\d{3})X?$/u.exec(value)?.groups?.['digits'];
  if (decade !== undefined) return words.decade(`${decade}0`);
  const season = /^(?<year>\d{4})-(?<name>SP|SU|FA|WI)$/u.exec(value)?.groups;
  const year = season?.['year'] ?? '';
  switch (season?.['name']) {
    case 'SP':
    case 'SU':
    case 'FA':
    case 'WI':
      return words.seasons[season['name']](year);
    default:
      return null;
  }
}

function describedPeriod(
  { value, first }: DateToWrite,
  locale: Locale,
  words: DateWords,
): string | null {
  if (/^\d{4}-W\d{2}$/u.test(value)) return words.week(formatPlain(first, locale));
  const {
    year = '',
    kind,
    number,
  } = /^(?<year>\d{4})-(?<kind>[QH])(?<number>\d)$/u.exec(value)?.groups ?? {};
  const periods = kind === 'Q' ? words.quarters : words.halves;
  return periods[Number(number) - 1]?.(year) ?? null;
}

function formatRange(from: string, to: string, words: DateWords, locale: Locale): string {
  if (YEAR.test(from) && YEAR.test(to)) {
    return `${formatPlain(from, locale)}${words.dash}${formatPlain(to, locale)}`;
  }
  const isPlain = [from, to].every((end) => DAY.test(end) || MONTH.test(end));
  if (!isPlain || from.slice(0, 4) !== to.slice(0, 4)) {
    return `${formatPlain(from, locale)}${words.spacedDash}${formatPlain(to, locale)}`;
  }
  if (DAY.test(from) && DAY.test(to) && from.slice(0, 7) === to.slice(0, 7)) {
    const days = [from, to].map((end) => Number(end.slice(8))).join(words.dash);
    return FORMATTERS[locale].day
      .formatToParts(new Date(from))
      .map(({ type, value }) => (type === 'day' ? days : value))
      .join('');
  }
  // Chinese begins with the year, so that only the end can do without it.
  return words.yearFirst
    ? `${formatPlain(from, locale)}${words.spacedDash}${formatPlain(to, locale).replace(/^\d+年/u, '')}`
    : `${withoutYear(from, locale)}${words.spacedDash}${formatPlain(to, locale)}`;
}

/** "31 August", or "August" for a month. */
function withoutYear(date: string, locale: Locale): string {
  const { dayWithoutYear, monthWithoutYear } = FORMATTERS[locale];
  return (DAY.test(date) ? dayWithoutYear : monthWithoutYear).format(new Date(date));
}
