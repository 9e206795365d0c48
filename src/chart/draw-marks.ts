import { type Bar, type Mark, ROLE_SHAPES, ringRadius, type Shape } from './marks.ts';
import { PALETTE, ROLE_COLOURS } from './palette.ts';
import { element, rounded, type Svg } from './xml.ts';

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

/** Of the sign on a bar. */
const SIGN_RADIUS = 8;

/** An entry's mark, with its ring where sources disagree. */
export function drawMark(mark: Mark): Svg[] {
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

/** A bar, with the shape of its role where it is wide enough. */
export function drawBar({ role, x, y, width, height }: Bar): Svg[] {
  // The pixel that is missing parts the bars of two roles.
  const drawn = Math.max(1, width - 1);
  const bar = element('rect', { x, y, width: drawn, height, fill: ROLE_COLOURS[role] });
  if (width < height) return [bar];
  const sign = { shape: ROLE_SHAPES[role], colour: PALETTE.ground, radius: SIGN_RADIUS };
  return [bar, drawShape({ ...sign, x: x + height / 2, y: y + height / 2 })];
}

function drawShape({ shape, colour, x, y, radius }: Omit<Mark, 'hasRing'>): Svg {
  if (shape === 'circle') return element('circle', { cx: x, cy: y, r: radius, fill: colour });
  const corners = CORNERS[shape].map(
    ([dx, dy]) => `${rounded(x + dx * radius)} ${rounded(y + dy * radius)}`,
  );
  return element('path', { d: `M${corners.join('L')}Z`, fill: colour });
}
