/** Locales whose names of months are read; in two that write one alike it is the same month. */
const MONTH_LOCALES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'] as const;

const MONTHS = readMonths();
const MONTH = `(${[...MONTHS.keys()].toSorted((a, b) => b.length - a.length).join('|')})\\.?`;
const YEAR = '((?:19|20)\\d{2})';
const DAY = '(\\d{1,2})';

/** A form of date: its pattern, and which group is what. */
interface DateForm {
  readonly pattern: string;
  readonly order: 'ymd' | 'dmy' | 'mdy' | 'either';
}

const FORMS: readonly DateForm[] = [
  { pattern: `${YEAR}-(\\d{1,2})-${DAY}`, order: 'ymd' },
  { pattern: `${YEAR}/(\\d{1,2})/${DAY}`, order: 'ymd' },
  { pattern: `${YEAR}\\.(\\d{1,2})\\.${DAY}`, order: 'ymd' },
  { pattern: `${YEAR}\\s?年\\s?(\\d{1,2})\\s?月\\s?${DAY}\\s?日`, order: 'ymd' },
  {
    pattern: `${DAY}(?:st|nd|rd|th|\\.|º)?[\\s-]+(?:de\\s+|of\\s+)?${MONTH},?[\\s-]+(?:de\\s+)?${YEAR}`,
    order: 'dmy',
  },
  { pattern: `${MONTH}\\s+${DAY}(?:st|nd|rd|th)?,?\\s+${YEAR}`, order: 'mdy' },
  { pattern: `${DAY}\\.\\s?(\\d{1,2})\\.\\s?${YEAR}`, order: 'dmy' },
  { pattern: `(\\d{1,2})/(\\d{1,2})/${YEAR}`, order: 'either' },
];

const WEEKDAY = '(?:\\p{L}{2,10}\\.?,?\\s+)?';
const CLOCK =
  '[\\sT,]*(?:at\\s+)?(?:[01]?\\d|2[0-4])[:：.h时時]\\d{2}(?:[:：分]\\d{2}(?:[.,]\\d+)?)?秒?分?(?:\\s?[ap]\\.?m\\.?)?';
const ZONE =
  '\\s*(?:Z|UTC|GMT|[A-Z]{2,4}T|[+-]\\d{2}:?\\d{2}|(?:GMT|UTC)[+-]\\d{1,4})?(?:\\s*\\([^)]{0,40}\\))?';

const WHOLE = FORMS.map(({ pattern, order }) => ({
  order,
  // The year of "Tue Mar 5 10:00:00 2024" comes last, which nobody writes any more.
  expression: new RegExp(`^${WEEKDAY}${pattern}(?:${CLOCK}${ZONE})?$`, 'iu'),
}));

const INSIDE = FORMS.map(({ pattern, order }) => ({
  order,
  expression: new RegExp(`(?<![\\p{L}\\d./-])${pattern}(?![\\d/]|-\\d)`, 'iu'),
}));

/**
 * The day of a text that is a date or a point in time in any usual form, as `YYYY-MM-DD`. The day is
 * the one that is written, whatever the zone; seconds and milliseconds since 1970 are in UTC. Null for
 * a text that is neither, names a day that no calendar has, or could mean two days (03/05/2024).
 */
export function parseDate(text: string): string | null {
  if (text.length > 100) return null;
  const trimmed = text.trim();
  const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/u.exec(trimmed);
  if (compact !== null) return toDay(compact[1], compact[2], compact[3]);
  if (/^1\d{9}(?:\d{3})?$/u.test(trimmed)) {
    const milliseconds = Number(trimmed.padEnd(13, '0'));
    return new Date(milliseconds).toISOString().slice(0, 10);
  }
  for (const { order, expression } of WHOLE) {
    const match = expression.exec(trimmed);
    if (match !== null) return fromMatch(match, order);
  }
  return null;
}

/** The first date in a line of text, as `YYYY-MM-DD`, and where it begins; null without one. */
export function findDate(
  line: string,
): { readonly published: string; readonly start: number } | null {
  let first: { readonly published: string; readonly start: number } | null = null;
  for (const { order, expression } of INSIDE) {
    const match = expression.exec(line);
    const published = match === null ? null : fromMatch(match, order);
    if (match === null || published === null) continue;
    if (first === null || match.index < first.start) first = { published, start: match.index };
  }
  return first;
}

function fromMatch(match: RegExpExecArray, order: DateForm['order']): string | null {
  const [, one, two, three] = match;
  if (order === 'ymd') return toDay(one, two, three);
  if (order === 'dmy') return toDay(three, two, one);
  if (order === 'mdy') return toDay(three, one, two);
  const isDayFirst = Number(one) > 12;
  const isMonthFirst = Number(two) > 12;
  if (one === two || isDayFirst) return toDay(three, two, one);
  return isMonthFirst ? toDay(three, one, two) : null;
}

function toDay(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | null {
  const number = MONTHS.get(month?.toLowerCase() ?? '') ?? Number(month);
  const date = `${year}-${String(number).padStart(2, '0')}-${String(Number(day)).padStart(2, '0')}`;
  return isCalendarDate(date) ? date : null;
}

/** Whether `YYYY-MM-DD` is a day of the calendar. */
export function isCalendarDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  // Date.parse lets 30 February pass as 1 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

function readMonths(): ReadonlyMap<string, number> {
  const months = new Map<string, number>([['sept', 9]]);
  for (const locale of MONTH_LOCALES) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' });
      for (let month = 0; month < 12; month += 1) {
        const name = format.format(Date.UTC(2024, month)).toLowerCase().replace('.', '');
        if (!months.has(name)) months.set(name, month + 1);
      }
    }
  }
  return months;
}
