import { type DatedPoint, type Stretch, wholeOf } from './days.ts';

/** The axis of time: a straight line to scale, beside the rows, and what joins it to them. */
export interface Axis {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  /** The part that is not to scale; null where all of it is. */
  readonly gap: { readonly top: number; readonly bottom: number } | null;
  /** Entries of one day that have a row: where they are on the line, the earliest first. */
  readonly days: readonly number[];
  /** Those of more than a day: bars beside the line. */
  readonly ranges: readonly AxisRange[];
  /** The first days of all entries without a row. */
  readonly ticks: readonly number[];
  /** From the first day of each row to the row. */
  readonly connectors: readonly AxisConnector[];
}

/** A bar beside the axis, as long as the time that an entry may lie in. */
export interface AxisRange {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** A line from the axis to a row. */
export interface AxisConnector {
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
}

const AXIS_X = 104;

/** A time without entries is cut short where it would take more of the axis than this: all else then has less than a fifth. */
const LONGEST_GAP = 4 / 5;

/** How much of the axis is left of it. */
const CUT_GAP = 1 / 10;

/** Bars that overlap in time stand in lanes; more than there are lanes share the last. */
const LANES = 4;
const LANE_WIDTH = 14;

/** A bar is never shorter than this, however short its time is beside the whole. */
const MIN_BAR = 10;

/**
 * Lays the axis out from the first row to the last, or null where no time lies between the entries, or
 * no rows. Positions on it are proportional to time, from the first day of all entries to the last,
 * but for one long time without entries.
 *
 * @param points in order of their first days.
 * @param centres the heights of the entries with words, which have a row each, in pixels from above.
 * @param toX where the connectors end.
 */
export function layOutAxis(
  points: readonly DatedPoint[],
  centres: readonly number[],
  toX: number,
): Axis | null {
  const [top] = centres;
  const bottom = centres.at(-1);
  const { firstDay: start, lastDay: end } = wholeOf(points);
  if (top === undefined || bottom === undefined || top === bottom || start === end) return null;
  const named = points.filter(({ point }) => point.words !== null);
  const gap = longGap(points);
  const yOf = scaleOf(points, gap, top, bottom);
  const days = named.filter(({ firstDay, lastDay }) => firstDay === lastDay);
  const others = points.filter(({ point }) => point.words === null);
  return {
    x: AXIS_X,
    top,
    bottom,
    gap: gap && { top: yOf(gap.firstDay), bottom: yOf(gap.lastDay) },
    days: [...new Set(days.map(({ firstDay }) => yOf(firstDay)))].toSorted((a, b) => a - b),
    ranges: layOutRanges(named, yOf, bottom),
    ticks: [...new Set(others.map(({ firstDay }) => yOf(firstDay)))],
    connectors: named.map(({ firstDay }, index) => ({
      fromY: yOf(firstDay),
      toX,
      toY: centres[index] ?? top,
    })),
  };
}

/** The time without entries, from the last day before it to the first one after, that is cut short. */
function longGap(points: readonly DatedPoint[]): Stretch | null {
  const { firstDay: start, lastDay: end } = wholeOf(points);
  let reached = start;
  for (const { firstDay, lastDay } of points.toSorted((a, b) => a.firstDay - b.firstDay)) {
    // Two days and nothing beside them: nothing would be left to scale.
    const isAll = reached === start && firstDay === end;
    if (firstDay - reached > LONGEST_GAP * (end - start) && !isAll) {
      return { firstDay: reached, lastDay: firstDay };
    }
    reached = Math.max(reached, lastDay);
  }
  return null;
}

function scaleOf(
  points: readonly DatedPoint[],
  gap: Stretch | null,
  top: number,
  bottom: number,
): (day: number) => number {
  const { firstDay: start, lastDay: end } = wholeOf(points);
  const height = bottom - top;
  if (!gap) return (day) => top + ((day - start) / (end - start)) * height;
  const cutDays = gap.lastDay - gap.firstDay;
  const cutHeight = CUT_GAP * height;
  const perDay = (height - cutHeight) / (end - start - cutDays);
  // Each part from its own end, so that the first and the last day are exactly at the ends.
  return (day) =>
    day <= gap.firstDay ? top + (day - start) * perDay : bottom - (end - day) * perDay;
}

function layOutRanges(
  points: readonly DatedPoint[],
  yOf: (day: number) => number,
  axisBottom: number,
): AxisRange[] {
  const laneEnds: number[] = [];
  const stretches = new Map<string, DatedPoint>();
  for (const point of points) {
    if (point.firstDay < point.lastDay) stretches.set(`${point.firstDay} ${point.lastDay}`, point);
  }
  return [...stretches.values()].map(({ firstDay, lastDay }) => {
    const top = Math.min(yOf(firstDay), axisBottom - MIN_BAR);
    const bottom = Math.max(yOf(lastDay), top + MIN_BAR);
    const free = Array.from({ length: LANES }, (_, lane) => laneEnds[lane] ?? -Infinity).findIndex(
      (end) => end < top,
    );
    const lane = free === -1 ? LANES - 1 : free;
    laneEnds[lane] = Math.max(laneEnds[lane] ?? bottom, bottom);
    return { x: AXIS_X - LANE_WIDTH * (lane + 1), top, bottom };
  });
}
