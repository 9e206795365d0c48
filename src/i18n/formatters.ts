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
  };
}
