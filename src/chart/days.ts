import type { ChartPoint } from '../commands/index.ts';

/** A stretch of the calendar; both days belong to it. */
export interface Stretch {
  readonly firstDay: number;
  readonly lastDay: number;
}

/** An entry with its days as numbers. */
export interface DatedPoint extends Stretch {
  readonly point: ChartPoint;
}

/** Entries with their days as numbers, in the same order. */
export function datedPoints(points: readonly ChartPoint[]): DatedPoint[] {
  return points.map((point) => ({
    point,
    firstDay: toDay(point.first),
    lastDay: toDay(point.last),
  }));
}

const MS_PER_DAY = 86_400_000;

/** A date `YYYY-MM-DD` as days since 1 January 1970, in the Gregorian calendar. */
export function toDay(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY);
}

/** From the first day of all entries to the last. */
export function wholeOf(points: readonly Stretch[]): Stretch {
  return {
    firstDay: points.reduce((least, { firstDay }) => Math.min(least, firstDay), Infinity),
    lastDay: points.reduce((most, { lastDay }) => Math.max(most, lastDay), -Infinity),
  };
}
