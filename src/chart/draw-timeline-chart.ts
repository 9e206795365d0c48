import type { TimelineChart } from '../commands/index.ts';
import type { Axis } from './axis.ts';
import { createFontLoader, type Fonts, UNITS_PER_EM } from './fonts.ts';
import { type Layout, layOutChart } from './layout.ts';
import type { LegendItem } from './legend.ts';
import { type Mark, ringRadius, type Shape } from './marks.ts';
import { PALETTE } from './palette.ts';
import type { PlacedText } from './text-line.ts';
import { element, escapeXml, rounded, type Svg } from './xml.ts';

/**
 * Draws a chart as a self-contained SVG document: its letters are outlines, so that it needs no font
 * and looks the same everywhere. Whoever cannot see it reads its title and description.
 *
 * @param fonts what {@link fontTextOf} needs; characters that they lack are left out.
 */
export function drawTimelineChart(chart: TimelineChart, fonts: Fonts): string {
  const layout = layOutChart(chart, fonts);
  const { width, height } = layout;
  const texts = textsOf(layout);
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
    },
    [
      element('title', {}, [escapeXml(chart.title)]),
      element('desc', {}, [escapeXml(chart.description)]),
      element('defs', {}, outlinesOf(texts)),
      drawGround(layout),
      ...(layout.axis ? drawAxis(layout.axis) : []),
      ...layout.rows.flatMap(({ mark }) => drawMark(mark)),
      ...layout.legend.flatMap(drawSign),
      ...texts.map(drawText),
    ],
  );
}

/** All that a picture of the chart writes: what its fonts are to be loaded for. */
export function fontTextOf(chart: TimelineChart): string {
  const { title, summary, legend, disputed, others, gap, aside, points } = chart;
  const named = points.flatMap(({ label, words }) => (words ? [label, words.text] : []));
  return [
    title,
    summary,
    ...Object.values(legend),
    disputed,
    others,
    gap,
    aside,
    ...named,
    '…',
  ].join(' ');
}

function textsOf({ heading, rows, aside, legend }: Layout): PlacedText[] {
  return [
    ...heading,
    ...rows.flatMap(({ label, words }) => [label, ...words]),
    ...(aside ? [aside] : []),
    ...legend.map(({ text }) => text),
  ];
}

/** The outline of every glyph that is used, once. */
function outlinesOf(texts: readonly PlacedText[]): Svg[] {
  const outlines = new Map(
    texts.flatMap(({ line }) => line.glyphs.map(({ glyph }) => [glyph.id, glyph.outline])),
  );
  return [...outlines].map(([id, outline]) => element('path', { id, d: outline }));
}

function drawText({ line, x, baseline, tone }: PlacedText): Svg {
  const scale = line.size / UNITS_PER_EM;
  return element(
    'g',
    {
      fill: tone === 'strong' ? PALETTE.text : PALETTE.quietText,
      // Outlines have their y axis upwards.
      transform: `translate(${rounded(x)} ${rounded(baseline)}) scale(${scale} ${-scale})`,
    },
    line.glyphs
      .filter(({ glyph }) => glyph.outline !== '')
      .map(({ glyph, offset }) => element('use', { href: `#${glyph.id}`, x: offset })),
  );
}

/** The ground is opaque, so that the picture does not depend on what it lies on. */
function drawGround({ width, height }: Layout): Svg {
  return element('rect', {
    x: 1,
    y: 1,
    width: width - 2,
    height: height - 2,
    rx: 28,
    fill: PALETTE.ground,
    stroke: PALETTE.border,
    'stroke-width': 2,
  });
}

function drawAxis({ x, top, bottom, gap, days, ranges, ticks, connectors }: Axis): Svg[] {
  return [
    ...ticks.map((y) => drawTick(x, y)),
    ...ranges.map((range) =>
      element('rect', {
        x: range.x - 4,
        y: range.top,
        width: 8,
        height: range.bottom - range.top,
        rx: 4,
        fill: PALETTE.axis,
        'fill-opacity': 0.6,
      }),
    ),
    ...connectors.map(({ fromY, toX, toY }) => {
      const middle = (x + toX) / 2;
      const points = [middle, fromY, middle, toY, toX, toY].map(rounded).join(' ');
      return element('path', {
        d: `M${rounded(x)} ${rounded(fromY)}C${points}`,
        fill: 'none',
        stroke: PALETTE.connector,
        'stroke-width': 2,
      });
    }),
    ...(gap
      ? [
          drawLine(x, top, gap.top),
          drawLine(x, gap.top, gap.bottom, DOTS),
          drawLine(x, gap.bottom, bottom),
        ]
      : [drawLine(x, top, bottom)]),
    ...days.map((y) => element('circle', { cx: x, cy: y, r: 6, fill: PALETTE.text })),
  ];
}

/** With round ends, a dash of nothing is a dot. */
const DOTS = { 'stroke-dasharray': '0 9', 'stroke-width': 4 };

function drawLine(x: number, top: number, bottom: number, look: typeof DOTS | null = null): Svg {
  const line = { stroke: PALETTE.axis, 'stroke-width': 3, 'stroke-linecap': 'round' };
  return element('line', { x1: x, y1: top, x2: x, y2: bottom, ...line, ...look });
}

/** An entry without a row: a short line across the axis. */
function drawTick(x: number, y: number): Svg {
  const [x1, x2] = [x - TICK / 2, x + TICK / 2];
  return element('line', { x1, y1: y, x2, y2: y, stroke: PALETTE.connector, 'stroke-width': 3 });
}

const TICK = 36;

function drawSign({ sign }: LegendItem): Svg[] {
  switch (sign.kind) {
    case 'mark':
      return drawMark(sign.mark);
    case 'tick':
      return [drawTick(sign.x, sign.y)];
    case 'gap':
      return [drawLine(sign.x, sign.y - 18, sign.y + 18, DOTS)];
  }
}

/** The corners of each shape around its centre, in radii, so that areas are about those of circles. */
const CORNERS: Readonly<Record<Exclude<Shape, 'circle'>, readonly (readonly [number, number])[]>> =
  {
    diamond: [
      [0, -1.25],
      [1.25, 0],
      [0, 1.25],
      [-1.25, 0],
    ],
    triangle: [
      [-0.65, -1.13],
      [1.3, 0],
      [-0.65, 1.13],
    ],
    square: [
      [-0.9, -0.9],
      [0.9, -0.9],
      [0.9, 0.9],
      [-0.9, 0.9],
    ],
  };

/** An entry's mark, with its ring where sources disagree. */
function drawMark(mark: Mark): Svg[] {
  const { x, y, radius, hasRing } = mark;
  if (!hasRing) return [drawShape(mark)];
  const ring = element('circle', {
    cx: x,
    cy: y,
    r: ringRadius(radius),
    fill: 'none',
    stroke: PALETTE.ring,
    'stroke-width': 3,
  });
  return [drawShape(mark), ring];
}

function drawShape({ shape, colour, x, y, radius }: Omit<Mark, 'hasRing'>): Svg {
  if (shape === 'circle') return element('circle', { cx: x, cy: y, r: radius, fill: colour });
  const corners = CORNERS[shape].map(
    ([dx, dy]) => `${rounded(x + dx * radius)} ${rounded(y + dy * radius)}`,
  );
  return element('path', { d: `M${corners.join('L')}Z`, fill: colour });
}

/**
 * A chart as a self-contained SVG document, see {@link drawTimelineChart}. Rejects when its fonts
 * cannot be read.
 */
export async function renderTimelineSvg(chart: TimelineChart): Promise<string> {
  const fonts = await createFontLoader()(fontTextOf(chart));
  return drawTimelineChart(chart, fonts);
}
