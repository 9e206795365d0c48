import type { TimelineChart } from '../commands/index.ts';
import type { Axis } from './axis.ts';
import type { Fonts } from './fonts.ts';
import { disputedSign, type Mark, ROLES, roleMark } from './marks.ts';
import { centred, type PlacedText, setLine } from './text-line.ts';

/** A sign and what it means. */
export interface LegendItem {
  readonly sign: LegendSign;
  readonly text: PlacedText;
}

/** A mark, a tick beside the axis, or a piece of it that is not to scale. */
export type LegendSign =
  | { readonly kind: 'mark'; readonly mark: Mark }
  | { readonly kind: 'tick' | 'gap'; readonly x: number; readonly y: number };

/** Where the legend may be, in pixels. */
interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

const TEXT_SIZE = 30;
const LINE_HEIGHT = 50;

/** Every sign has as much room, so that lines of the legend look alike. */
const SIGN_WIDTH = 48;
const ITEM_GAP = 32;

type Draft = readonly [words: string, signAt: (x: number, y: number) => LegendSign];

/**
 * The legend: only signs that the picture has, beside one another as far as there is room. `bottom`
 * is where it ends.
 */
export function layOutLegend(
  chart: TimelineChart,
  axis: Axis | null,
  fonts: Fonts,
  { left, right, top }: Area,
): { readonly items: readonly LegendItem[]; readonly bottom: number } {
  let x = left;
  let line = 0;
  const items = draftsOf(chart, axis).map(([words, signAt]): LegendItem => {
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

function draftsOf({ points, legend, disputed, others, gap }: TimelineChart, axis: Axis | null) {
  const named = points.filter(({ words }) => words !== null);
  const drafts: Draft[] = ROLES.filter((role) => named.some((point) => point.role === role)).map(
    (role) => [legend[role], (x, y) => ({ kind: 'mark', mark: roleMark(role, x, y) })],
  );
  if (named.some(({ isDisputed }) => isDisputed)) {
    drafts.push([disputed, (x, y) => ({ kind: 'mark', mark: disputedSign(x, y) })]);
  }
  if (axis && axis.ticks.length > 0) drafts.push([others, (x, y) => ({ kind: 'tick', x, y })]);
  if (axis?.gap) drafts.push([gap, (x, y) => ({ kind: 'gap', x, y })]);
  return drafts;
}
