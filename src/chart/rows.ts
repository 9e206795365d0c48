import type { ChartPoint, ChartUnit, TimelineChart } from '../commands/index.ts';
import { BIN_UNITS, binOf, labelOf, type Stretch, toDay } from './bins.ts';

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
export interface RowPlan {
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
  const whole = {
    firstDay: dated.reduce((first, each) => Math.min(first, each.firstDay), Infinity),
    lastDay: dated.reduce((last, each) => Math.max(last, each.lastDay), -Infinity),
  };
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
