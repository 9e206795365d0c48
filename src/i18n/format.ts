import { FORMATTERS } from './formatters.ts';
import type { Locale } from './locale.ts';

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
