import type { VerifiedReply } from '../commands/index.ts';

type ShownBlock = VerifiedReply['blocks'][number];

/** What the axis of a timeline is drawn with. */
export interface AxisGlyphs {
  readonly rail: string;
  /** The rail where a long time passed. */
  readonly gap: string;
  readonly date: string;
  readonly warning: string;
  readonly roles: Readonly<Record<'event' | 'deadline' | 'planned' | 'report', string>>;
}

/** For a terminal that shows Unicode, and for one that may not. */
export const AXIS_GLYPHS: Readonly<Record<'unicode' | 'ascii', AxisGlyphs>> = {
  unicode: {
    rail: '│',
    gap: '┆',
    date: '├─',
    warning: '!',
    roles: { event: '●', deadline: '◆', planned: '○', report: '■' },
  },
  ascii: {
    rail: '|',
    gap: ':',
    date: '+-',
    warning: '!',
    roles: { event: '*', deadline: '#', planned: 'o', report: '=' },
  },
};

/** Columns that the axis takes to the left of what stands on it. */
export const AXIS_COLUMNS = 3;

/**
 * The lines of a block with the axis at their left: its mark beside the first of them and the rail
 * beside the others.
 */
export function drawOnAxis(
  block: ShownBlock,
  lines: readonly string[],
  glyphs: AxisGlyphs,
  paintRail: (text: string) => string,
): string[] {
  const mark = markOf(block, glyphs);
  return lines.map((line, index) => {
    const glyph = index === 0 ? mark : glyphs.rail;
    const drawn = glyph === glyphs.rail ? paintRail(glyph) : glyph;
    return line === '' ? drawn : drawn + ' '.repeat(AXIS_COLUMNS - glyph.length) + line;
  });
}

/** The line between the block before and this one, or null where nothing stands between them. */
export function axisBetween(
  before: ShownBlock | undefined,
  block: ShownBlock,
  glyphs: AxisGlyphs,
): string | null {
  if (block.type === 'date') return block.isAfterGap ? glyphs.gap : glyphs.rail;
  return before?.type === 'date' || before?.type === 'text' ? null : glyphs.rail;
}

function markOf(block: ShownBlock, glyphs: AxisGlyphs): string {
  if (block.type === 'date') return glyphs.date;
  if (block.type === 'text' && block.style === 'warning') return glyphs.warning;
  if (block.type === 'quote' && block.opensEntry) return glyphs.roles[block.opensEntry.role];
  return glyphs.rail;
}
