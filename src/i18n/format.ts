import type { Locale } from './locale.ts';

/**
 * A calendar date in the reader's language, exactly as precise as it is given: `2020-09-14` gives
 * "14 Sep 2020" or "2020年9月14日", `2020-09` "September 2020", `2020` the year. Independent of the
 * machine's time zone. Anything else, such as a day that no calendar has, is returned as it is.
 */
export function formatDate(date: string, locale: Locale): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(date);
  if (!match) return date;
  const [, year, month, day] = match;
  const full = `${year}-${month ?? '01'}-${day ?? '01'}`;
  // Not Date.UTC, which takes the year 20 for 1920.
  const utc = new Date(`${full}T00:00:00Z`);
  if (Number.isNaN(utc.getTime()) || !utc.toISOString().startsWith(full)) return date;
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', calendar: 'gregory', ...options }).format(
      utc,
    );
  if (day) {
    return format({
      year: 'numeric',
      month: locale.startsWith('zh') ? 'long' : 'short',
      day: 'numeric',
    });
  }
  return month ? format({ year: 'numeric', month: 'long' }) : format({ year: 'numeric' });
}

/** How much of `YYYY-MM-DD` each unit needs, in characters. */
const ISO_LENGTH = { day: 10, month: 7, year: 4 } as const;

/**
 * The days, months or years from `first` to `last` (`YYYY-MM-DD`) in the reader's language: "Sep 7 –
 * 13, 2020", "2020年7月至9月", "2010 – 2019". What both ends share is said once, and ends that are
 * equal in that unit are one. Independent of the machine's time zone.
 */
export function formatDateRange(
  { first, last }: { readonly first: string; readonly last: string },
  unit: keyof typeof ISO_LENGTH,
  locale: Locale,
): string {
  const [from, to] = [first, last].map((date) => date.slice(0, ISO_LENGTH[unit]));
  if (from === undefined || to === undefined || from === to) {
    return formatDate(from ?? first, locale);
  }
  return locale.startsWith('zh')
    ? chineseRange(formatDate(from, locale), formatDate(to, locale))
    : new Intl.DateTimeFormat(locale, {
        timeZone: 'UTC',
        calendar: 'gregory',
        year: 'numeric',
        ...(unit !== 'year' && { month: 'short' }),
        ...(unit === 'day' && { day: 'numeric' }),
      }).formatRange(new Date(`${first}T00:00:00Z`), new Date(`${last}T00:00:00Z`));
}

/** `Intl` writes such ranges in figures only: "2020/7 – 2020/9". */
function chineseRange(from: string, to: string): string {
  const year = /^\d+年/u.exec(from)?.[0] ?? '';
  if (from.length === year.length || !to.startsWith(year)) return `${from}至${to}`;
  const month = /^\d+月/u.exec(from.slice(year.length))?.[0] ?? '';
  const shared = to.startsWith(year + month) ? year + month : year;
  return `${from}至${to.slice(shared.length)}`;
}

/** A count with the locale's thousands separators. */
export function formatCount(count: number, locale: Locale): string {
  return new Intl.NumberFormat(locale).format(count);
}

/** Bytes as KiB or MiB with one decimal at most. */
export function formatBytes(bytes: number, locale: Locale): string {
  const [amount, unit] =
    bytes >= 1024 ** 2
      ? [bytes / 1024 ** 2, 'MiB']
      : bytes >= 1024
        ? [bytes / 1024, 'KiB']
        : [bytes, 'B'];
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(amount)} ${unit}`;
}
