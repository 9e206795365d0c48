import type { Role } from '../commands/index.ts';
import type { DatedPoint } from './days.ts';
import { PALETTE, ROLE_COLOURS } from './palette.ts';

/** What a mark looks like. */
export type Shape = 'circle' | 'diamond' | 'triangle' | 'square';

/** The order of the legend. */
export const ROLES: readonly Role[] = ['event', 'deadline', 'planned', 'report'];

/** The shape of each role, so that colour alone never tells roles apart. */
const ROLE_SHAPES: Readonly<Record<Role, Shape>> = {
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

const RADIUS = 15;

/** The radius of the ring around a mark: it goes around every shape. */
export function ringRadius(radius: number): number {
  return radius * 1.2 + 4;
}

/** The mark of a role, without a ring. */
export function roleMark(role: Role, x: number, y: number): Mark {
  return {
    shape: ROLE_SHAPES[role],
    colour: ROLE_COLOURS[role],
    x,
    y,
    radius: RADIUS,
    hasRing: false,
  };
}

/** The mark of an entry. */
export function entryMark({ point }: DatedPoint, x: number, y: number): Mark {
  return { ...roleMark(point.role, x, y), hasRing: point.isDisputed };
}

/** What stands for "disputed" where there is no mark of an entry. */
export function disputedSign(x: number, y: number): Mark {
  return { shape: 'circle', colour: PALETTE.axis, x, y, radius: 5, hasRing: true };
}
