import type { TimelineChart } from '../commands/index.ts';
import type { Axis } from './axis.ts';
import type { Fonts } from './fonts.ts';
import { disputedSign, type Mark, type Marking, ROLE_SHAPES, ROLES } from './marks.ts';
import { PALETTE, ROLE_COLOURS } from './palette.ts';
import { centred, type PlacedText, setLine } from './text-line.ts';

/** A sign and what it means. */
export interface LegendItem {
  readonly sign: LegendSign;
  readonly text: PlacedText;
}

/** A mark, a piece of the axis, to scale or not, or nothing for a number. */
export type LegendSign =
  | { readonly kind: 'mark'; readonly mark: Mark }
  | { readonly kind: 'axis' | 'gap'; readonly x: number; readonly y: number }
  | { readonly kind: 'number'; readonly text: PlacedText };

/** Where the legend may be, in pixels. */
interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

/** What the legend has to explain. */
interface LegendFacts {
  readonly marking: Marking;
  readonly axis: Axis | null;
}

const TEXT_SIZE = 32;
const LINE_HEIGHT = 54;

/** Every sign has as much room, so that lines of the legend look alike. */
const SIGN_WIDTH = 52;
const ITEM_GAP = 36;

/** Of the signs of roles. */
const SIGN_RADIUS = 14;

type Draft = readonly [words: string, signAt: (x: number, y: number) => LegendSign];

/**
 * The legend: only signs that the picture has, beside one another as far as there is room. `bottom`
 * is where it ends.
 */
export function layOutLegend(
  chart: TimelineChart,
  { marking, axis }: LegendFacts,
  fonts: Fonts,
  { left, right, top }: Area,
): { readonly items: readonly LegendItem[]; readonly bottom: number } {
  let x = left;
  let line = 0;
  const items = draftsOf(chart, { marking, axis }, fonts).map(([words, signAt]): LegendItem => {
    const text = setLine(words, fonts.regular, TEXT_SIZE, right - left - SIGN_WIDTH);
    if (x > left && x + SIGN_WIDTH + text.width > right) {
      x = left;
      line += 1;
    }
    const centre = top + LINE_HEIGHT * (line + 0.5);
    const item = {
      sign: signAt(x + SIGN_WIDTH / 2 - 6, centre),
      text: centred(text, { x: x + SIGN_WIDTH, centre, tone: 'quiet' }),
    };
    x += SIGN_WIDTH + text.width + ITEM_GAP;
    return item;
  });
  return { items, bottom: top + (items.length === 0 ? 0 : LINE_HEIGHT * (line + 1)) };
}

function draftsOf(
  chart: TimelineChart,
  { marking, axis }: LegendFacts,
  { regular }: Fonts,
): Draft[] {
  const roles = ROLES.filter((role) => chart.points.some((point) => point.role === role));
  const drafts = roles.map((role): Draft => {
    const look = { shape: ROLE_SHAPES[role], colour: ROLE_COLOURS[role], radius: SIGN_RADIUS };
    return [
      chart.legend[role],
      (x, y) => ({ kind: 'mark', mark: { ...look, x, y, hasRing: false } }),
    ];
  });
  if (marking.kind === 'marks') {
    for (const { sources, label } of chart.sizes) {
      const look = { shape: 'circle', colour: PALETTE.axis, hasRing: false } as const;
      const radius = marking.radiusOf(sources);
      drafts.push([label, (x, y) => ({ kind: 'mark', mark: { ...look, x, y, radius } })]);
    }
  } else {
    drafts.push([
      chart.counts,
      (x, centre) => ({
        kind: 'number',
        text: centred(setLine('12', regular, TEXT_SIZE), { x: x - 20, centre, tone: 'strong' }),
      }),
    ]);
  }
  if (chart.points.some(({ isDisputed }) => isDisputed)) {
    drafts.push([chart.disputed, (x, y) => ({ kind: 'mark', mark: disputedSign(x, y) })]);
  }
  if (axis) drafts.push([chart.axis, (x, y) => ({ kind: 'axis', x, y })]);
  if (axis?.gap) drafts.push([chart.gap, (x, y) => ({ kind: 'gap', x, y })]);
  return drafts;
}
