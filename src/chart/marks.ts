import type { Role } from '../commands/index.ts';
import type { Fonts } from './fonts.ts';
import { PALETTE, ROLE_COLOURS } from './palette.ts';
import type { ChartRow } from './rows.ts';
import { centred, type PlacedText, setLine } from './text-line.ts';

/** What a mark looks like. */
export type Shape = 'circle' | 'diamond' | 'triangle' | 'square';

/** The order of bars and of the legend. */
export const ROLES: readonly Role[] = ['event', 'deadline', 'planned', 'report'];

/** The shape of each role, so that colour alone never tells roles apart. */
export const ROLE_SHAPES: Readonly<Record<Role, Shape>> = {
  event: 'circle',
  deadline: 'diamond',
  planned: 'triangle',
  report: 'square',
};

/** One entry. */
export interface Mark {
  readonly shape: Shape;
  readonly colour: string;
  /** The centre. */
  readonly x: number;
  readonly y: number;
  /** Of a circle of the same area, about. */
  readonly radius: number;
  /** It has a ring around it: the sources disagree. */
  readonly hasRing: boolean;
}

/** The entries of one role in one row, where there are too many for a mark each. */
export interface Bar {
  readonly role: Role;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How all rows of a chart show their entries, so that rows can be compared. */
export type Marking =
  | {
      readonly kind: 'marks';
      readonly left: number;
      /** The width that each mark has for itself. */
      readonly cell: number;
      readonly radiusOf: (sources: number) => number;
    }
  | { readonly kind: 'bars'; readonly left: number; readonly entryWidth: number };

/** What stands in a row behind its date. */
export interface RowMarks {
  readonly marks: readonly Mark[];
  readonly bars: readonly Bar[];
  readonly notes: readonly PlacedText[];
}

const MAX_CELL = 60;

/** Below this the shapes of marks are not told apart on a phone. */
const MIN_CELL = 40;

const BAR_HEIGHT = 34;
const NOTE_SIZE = 30;

/** What the numbers behind the longest bar need. */
const NOTE_WIDTH = 190;

/** A ring goes around every shape of the radius. */
const RING_GAP = 4;
const RING_WIDTH = 3;

/** The area of a mark grows with its sources; the largest of a chart tells at least so many. */
const LEAST_SCALE = 4;

/** The radius of the smallest mark to that of the largest, so that it is still a shape. */
const MIN_RADIUS_RATIO = 0.55;

/** The radius of the ring around a mark. */
export function ringRadius(radius: number): number {
  return radius * 1.2 + RING_GAP;
}

/** Marks of their own where the fullest row has room for them, otherwise bars. */
export function planMarking(
  rows: readonly ChartRow[],
  { left, right }: { readonly left: number; readonly right: number },
): Marking {
  const fullest = rows.reduce((most, { points }) => Math.max(most, points.length), 1);
  const cell = Math.min(MAX_CELL, (right - left) / fullest);
  if (cell < MIN_CELL) {
    return { kind: 'bars', left, entryWidth: (right - left - NOTE_WIDTH) / fullest };
  }
  const most = rows
    .flatMap(({ points }) => points.map(({ point }) => point.sources))
    .reduce((a, b) => Math.max(a, b), LEAST_SCALE);
  const largest = (cell / 2 - RING_GAP - RING_WIDTH / 2) / 1.2;
  const radiusOf = (sources: number) =>
    largest * Math.max(MIN_RADIUS_RATIO, Math.sqrt(sources / most));
  return { kind: 'marks', left, cell, radiusOf };
}

/** The entries of a row at their positions: marks in order of date, or bars in order of role. */
export function layOutMarks(
  row: ChartRow,
  centre: number,
  marking: Marking,
  fonts: Fonts,
): RowMarks {
  return marking.kind === 'marks'
    ? { marks: marksOf(row, centre, marking), bars: [], notes: [] }
    : barsOf(row, centre, marking, fonts);
}

function marksOf(
  { points }: ChartRow,
  y: number,
  { left, cell, radiusOf }: Extract<Marking, { kind: 'marks' }>,
): Mark[] {
  return points.map(({ point }, index) => ({
    shape: ROLE_SHAPES[point.role],
    colour: ROLE_COLOURS[point.role],
    x: left + cell * (index + 0.5),
    y,
    radius: radiusOf(point.sources),
    hasRing: point.isDisputed,
  }));
}

function barsOf(
  { points }: ChartRow,
  centre: number,
  { left, entryWidth }: Extract<Marking, { kind: 'bars' }>,
  { regular }: Fonts,
): RowMarks {
  let x = left;
  const bars: Bar[] = [];
  for (const role of ROLES) {
    const count = points.filter(({ point }) => point.role === role).length;
    if (count === 0) continue;
    const width = count * entryWidth;
    bars.push({ role, x, y: centre - BAR_HEIGHT / 2, width, height: BAR_HEIGHT });
    x += width;
  }
  const total = centred(setLine(String(points.length), regular, NOTE_SIZE), {
    x: x + 14,
    centre,
    tone: 'strong',
  });
  const disputed = points.filter(({ point }) => point.isDisputed).length;
  if (disputed === 0) return { marks: [], bars, notes: [total] };
  const ringX = total.x + total.line.width + 32;
  const note = setLine(String(disputed), regular, NOTE_SIZE);
  return {
    marks: [disputedSign(ringX, centre)],
    bars,
    notes: [total, centred(note, { x: ringX + 20, centre, tone: 'quiet' })],
  };
}

/** What stands for "disputed" where there is no mark of an entry. */
export function disputedSign(x: number, y: number): Mark {
  return { shape: 'circle', colour: PALETTE.axis, x, y, radius: 5, hasRing: true };
}
