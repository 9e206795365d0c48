import type { ChartPoint, ChartUnit, TimelineChart } from '../commands/index.ts';
import { formatCalendarDate, type Locale } from '../i18n/index.ts';

/** A stretch of the calendar; both days belong to it. */
export interface Stretch {
  readonly firstDay: number;
  readonly lastDay: number;
}

/** A unit that the calendar is divided by; all but the whole. */
type BinUnit = Exclude<ChartUnit, 'all'>;

/** From the finest to the coarsest. */
export const BIN_UNITS: readonly BinUnit[] = [
  'week',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
];

/** How many characters of `YYYY-MM-DD` the labels of bins and of the whole need: days, months or years. */
const LABELLED_BY: Readonly<Record<ChartUnit, number>> = {
  week: 10,
  month: 7,
  quarter: 7,
  year: 4,
  decade: 4,
  century: 4,
  all: 4,
};

/** The bin of a unit that a day falls into. Weeks begin on Monday (ISO 8601). */
export function binOf(day: number, unit: BinUnit): Stretch {
  switch (unit) {
    case 'week': {
      // 1 January 1970 was a Thursday; a day before it is negative.
      const monday = day - ((((day + 3) % 7) + 7) % 7);
      return { firstDay: monday, lastDay: monday + 6 };
    }
    case 'month':
      return monthsAround(day, 1);
    case 'quarter':
      return monthsAround(day, 3);
    case 'year':
      return monthsAround(day, 12);
    case 'decade':
      return monthsAround(day, 120);
    case 'century':
      return monthsAround(day, 1200);
  }
}

/** A bin in the reader's language: its days, months or years. */
export function labelOf({ firstDay, lastDay }: Stretch, unit: ChartUnit, locale: Locale): string {
  const [first, last] = [toDate(firstDay), toDate(lastDay)];
  const [from, to] = [first, last].map((date) => date.slice(0, LABELLED_BY[unit]));
  const value = from === to ? first.slice(0, LABELLED_BY[unit]) : `${from}/${to}`;
  return formatCalendarDate({ value, modifier: null, first, last }, locale);
}

/** The stretch of `size` months that holds the day, where such stretches begin with the year 0. */
function monthsAround(day: number, size: number): Stretch {
  const date = toDate(day);
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const first = Math.floor(month / size) * size;
  return { firstDay: monthStart(first), lastDay: monthStart(first + size) - 1 };
}

/** The first day of a month, counted from January of the year 0. */
function monthStart(month: number): number {
  const year = Math.floor(month / 12);
  // 9999 is the last year of four figures, and a bin may end with it.
  if (year > 9999) return toDay('9999-12-31') + 1;
  const ofYear = (month % 12) + 1;
  return toDay(`${String(year).padStart(4, '0')}-${String(ofYear).padStart(2, '0')}-01`);
}

const MS_PER_DAY = 86_400_000;

/** A date `YYYY-MM-DD` as days since 1 January 1970, in the Gregorian calendar. */
export function toDay(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY);
}

/** The reverse of {@link toDay}. */
export function toDate(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Rows that can still be read on a phone, where the picture is a third as wide as it is drawn. */
export const MAX_ROWS = 24;

/** An entry with its days as numbers. */
export interface DatedPoint extends Stretch {
  readonly point: ChartPoint;
}

/** The entries of one date, or of one bin where there are too many dates. */
export interface ChartRow {
  readonly label: string;
  /** In order of date; at least one. */
  readonly points: readonly [DatedPoint, ...DatedPoint[]];
}

/** All rows in order of their first entry, and what a row stands for; null for a date of the text. */
interface RowPlan {
  readonly unit: ChartUnit | null;
  readonly rows: readonly ChartRow[];
}

/**
 * A row for each date where these are {@link MAX_ROWS} at most; otherwise for each week, month and
 * so on, by the finest unit with so few rows. An entry that is dated less precisely than its bin (a
 * year among months) keeps a row of its own, so that none seems better dated than it is.
 */
export function planRows({ points, locale }: Pick<TimelineChart, 'points' | 'locale'>): RowPlan {
  const dated = points.map((point) => ({
    point,
    firstDay: toDay(point.first),
    lastDay: toDay(point.last),
  }));
  const dates = groupRows(dated, (each) => [each, each.point.label]);
  if (dates) return { unit: null, rows: dates };
  for (const unit of BIN_UNITS) {
    const rows = groupRows(dated, (each) => {
      const bin = binOf(each.firstDay, unit);
      return lengthOf(each) > lengthOf(bin)
        ? [each, each.point.label]
        : [bin, () => labelOf(bin, unit, locale)];
    });
    if (rows) return { unit, rows };
  }
  const whole = wholeOf(dated);
  const all = groupRows(dated, () => [whole, () => labelOf(whole, 'all', locale)]);
  return { unit: 'all', rows: all ?? [] };
}

function lengthOf({ firstDay, lastDay }: Stretch): number {
  return lastDay - firstDay;
}

/** Entries by the stretch of the calendar that they are given; null for too many of them. */
function groupRows(
  points: readonly DatedPoint[],
  rowOf: (point: DatedPoint) => readonly [stretch: Stretch, label: string | (() => string)],
): ChartRow[] | null {
  const rows = new Map<string, { label: string; points: [DatedPoint, ...DatedPoint[]] }>();
  for (const point of points) {
    const [{ firstDay, lastDay }, label] = rowOf(point);
    const key = `${firstDay} ${lastDay}`;
    const row = rows.get(key);
    if (row) row.points.push(point);
    else if (rows.size === MAX_ROWS) return null;
    else rows.set(key, { label: typeof label === 'string' ? label : label(), points: [point] });
  }
  return [...rows.values()];
}

/** From the first day of all entries to the last. */
export function wholeOf(points: readonly Stretch[]): Stretch {
  return {
    firstDay: points.reduce((least, { firstDay }) => Math.min(least, firstDay), Infinity),
    lastDay: points.reduce((most, { lastDay }) => Math.max(most, lastDay), -Infinity),
  };
}
