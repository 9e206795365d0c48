import type { Locale } from './locale.ts';

/** The formatters of one locale. Days, months and years are those of the Gregorian calendar in UTC. */
interface Formatters {
  readonly year: Intl.DateTimeFormat;
  readonly month: Intl.DateTimeFormat;
  readonly day: Intl.DateTimeFormat;
  /** A day with its month in short; Chinese has one form. */
  readonly shortDay: Intl.DateTimeFormat;
  readonly monthWithoutYear: Intl.DateTimeFormat;
  readonly dayWithoutYear: Intl.DateTimeFormat;
  readonly list: Intl.ListFormat;
}

/**
 * Every formatter in use, made once: a formatter costs the better part of a millisecond and holds
 * memory outside V8's heap, which the collector does not see, and a reply takes hundreds of them.
 */
export const FORMATTERS: Readonly<Record<Locale, Formatters>> = {
  'en-US': createFormatters('en-US'),
  'en-GB': createFormatters('en-GB'),
  'zh-CN': createFormatters('zh-CN'),
  'zh-TW': createFormatters('zh-TW'),
};

function createFormatters(locale: Locale): Formatters {
  const date = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', calendar: 'gregory', ...options });
  const [year, month, day] = ['numeric', 'long', 'numeric'] as const;
  return {
    year: date({ year }),
    month: date({ year, month }),
    day: date({ year, month, day }),
    shortDay: date({ year, month: locale.startsWith('zh') ? month : 'short', day }),
    monthWithoutYear: date({ month }),
    dayWithoutYear: date({ month, day }),
    list: new Intl.ListFormat(locale),
  };
}

/**
 * A calendar date in the reader's language, exactly as precise as it is given: `2020-09-14` gives
 * "14 Sep 2020" or "2020年9月14日", `2020-09` "September 2020", `2020` the year. Independent of the
 * machine's time zone. Anything else, such as a day that no calendar has, is returned as it is.
 *
 * @param monthForm how the month of a day is written in English; Chinese has one form.
 */
export function formatDate(
  date: string,
  locale: Locale,
  monthForm: 'short' | 'long' = 'short',
): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(date);
  if (!match) return date;
  const [, yearDigits, monthDigits, dayDigits] = match;
  const full = `${yearDigits}-${monthDigits ?? '01'}-${dayDigits ?? '01'}`;
  // Not Date.UTC, which takes the year 20 for 1920.
  const utc = new Date(`${full}T00:00:00Z`);
  if (Number.isNaN(utc.getTime()) || !utc.toISOString().startsWith(full)) return date;
  const { year, month, day, shortDay } = FORMATTERS[locale];
  if (dayDigits) return (monthForm === 'short' ? shortDay : day).format(utc);
  return (monthDigits ? month : year).format(utc);
}

// All locales write numbers alike.
const COUNT = new Intl.NumberFormat('en-US');
const AMOUNT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** A count with thousands separators. */
export function formatCount(count: number): string {
  return COUNT.format(count);
}

/** Counts in one line, as a sentence lists them: "2, 12 and 31". */
export function formatCounts(counts: readonly number[], locale: Locale): string {
  return FORMATTERS[locale].list.format(counts.map(formatCount));
}

/** Bytes as KiB or MiB with one decimal at most. */
export function formatBytes(bytes: number): string {
  const [amount, unit] =
    bytes >= 1024 ** 2
      ? [bytes / 1024 ** 2, 'MiB']
      : bytes >= 1024
        ? [bytes / 1024, 'KiB']
        : [bytes, 'B'];
  return `${AMOUNT.format(amount)} ${unit}`;
}
