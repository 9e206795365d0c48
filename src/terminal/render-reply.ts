import picocolors from 'picocolors';
import {
  type ListBlock,
  type ListItem,
  pageLabel,
  type TextBlock,
  type VerifiedQuoteBlock,
  type VerifiedReply,
} from '../commands/index.ts';
import { formatDate, type Locale } from '../i18n/index.ts';
import type { Grapheme } from './graphemes.ts';
import { MIN_WIDTH_COLUMNS, type TextStyle } from './io.ts';
import { type TerminalMessages, terminalMessages } from './messages.ts';
import { safeText } from './safe-text.ts';
import { wrapGraphemes, wrapText } from './wrap-text.ts';
import type { WriteCall } from './write-call.ts';

const QUOTE_PREFIX = '> ';
const INDENT = '  ';

/** The most articles that are named after "also in 7 more articles". */
const MAX_NAMED_SOURCES = 5;

type Paint = (text: string) => string;

interface Drawing {
  readonly width: number;
  readonly locale: Locale;
  readonly messages: TerminalMessages;
  readonly paint: Readonly<Record<'plain' | 'bold' | 'dim' | 'yellow', Paint>>;
}

const STYLE_PAINT = {
  normal: 'plain',
  subtle: 'dim',
  warning: 'yellow',
  heading: 'bold',
} as const satisfies Record<TextBlock['style'], keyof Drawing['paint']>;

/**
 * A reply as text for a terminal, with a line break at its end. The lines of a quote begin with `> `
 * and hold nothing but its words; the words are those of the article, but for white space and for
 * characters that would steer the terminal. No line is wider than `width`, except that an address
 * stays whole so that it can be opened, and what can be typed so that it can be copied. Dates stand on an axis, with what they date beside it.
 *
 * @param writeCall how the reader would type what can be done next.
 */
export function renderReply(reply: VerifiedReply, style: TextStyle, writeCall: WriteCall): string {
  const { bold, dim, yellow } = picocolors.createColors(style.colour);
  const drawing: Drawing = {
    width: Math.max(MIN_WIDTH_COLUMNS, style.width),
    locale: reply.locale,
    messages: terminalMessages[reply.locale],
    paint: { plain: (text) => text, bold, dim, yellow },
  };
  const lines = drawText(reply.heading, drawing, bold);
  // Not push(...): a list can have more lines than a call can have arguments.
  for (const line of drawBlocks(reply.blocks, style, drawing)) lines.push(line);
  const calls = (reply.actions ?? []).flatMap(({ label, call, givesFiles, target }) =>
    // What a form would ask for is typed at once.
    call === null || givesFiles || target === 'form'
      ? []
      : [drawing.messages.toType(label, writeCall(call))],
  );
  if (calls.length > 0) lines.push('', ...calls.map((call) => dim(asOneLine(call))));
  if (reply.footer !== null) lines.push('', ...drawText(reply.footer, drawing, dim));
  return `${lines.join('\n')}\n`;
}

function drawBlocks(
  blocks: VerifiedReply['blocks'],
  style: TextStyle,
  drawing: Drawing,
): readonly string[] {
  const glyphs = AXIS_GLYPHS[style.unicode ? 'unicode' : 'ascii'];
  const { dim } = drawing.paint;
  const besideAxis = { ...drawing, width: drawing.width - AXIS_COLUMNS };
  const lines: string[] = [];
  let isOnAxis = false;
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1];
    const wasOnAxis = isOnAxis;
    if (block.type === 'date') isOnAxis = block.isDated;
    if (isOnAxis && wasOnAxis) {
      const between = axisBetween(before, block, glyphs);
      if (between !== null) lines.push(dim(between));
    } else if (!belongsToBlockBefore(before, block)) {
      lines.push('');
    }
    const drawn = isOnAxis
      ? drawOnAxis(block, drawBlock(block, besideAxis), glyphs, dim)
      : drawBlock(block, drawing);
    for (const line of drawn) lines.push(line);
  }
  return lines;
}

function belongsToBlockBefore(
  before: VerifiedReply['blocks'][number] | undefined,
  block: VerifiedReply['blocks'][number],
): boolean {
  if (before?.type === 'date') return true;
  if (before?.type !== 'text') return false;
  return before.style === 'heading' || (block.type === 'text' && block.style !== 'heading');
}

function drawBlock(block: VerifiedReply['blocks'][number], drawing: Drawing): string[] {
  if (block.type === 'quote') return drawQuote(block, drawing);
  if (block.type === 'list') return drawList(block, drawing);
  if (block.type === 'date') return drawText(block.text, drawing, drawing.paint.bold);
  return drawText(block.text, drawing, drawing.paint[STYLE_PAINT[block.style]]);
}

function drawQuote(block: VerifiedQuoteBlock, drawing: Drawing): string[] {
  const { paint, messages, locale } = drawing;
  const ellipsis = INDENT + paint.dim('…');
  // Offsets of the marks hold in the safe text as well: it has the same length.
  const quoted = wrapGraphemes(safeText(block.text), drawing.width - QUOTE_PREFIX.length);
  const lines = quoted.map((line) =>
    line.length === 0 ? QUOTE_PREFIX.trimEnd() : QUOTE_PREFIX + paintMarks(line, block, paint.bold),
  );
  if (block.cutBefore) lines.unshift(ellipsis);
  if (block.cutAfter) lines.push(ellipsis);
  if (block.label !== undefined) lines.unshift(...drawText(block.label, drawing, paint.dim));
  const { source } = block;
  const date = source.published === null ? messages.undated : formatDate(source.published, locale);
  const page = pageLabel(source, locale);
  const origin = [source.publisher, date, source.title, page ?? [], source.version ?? []]
    .flat()
    .join(' · ');
  lines.push(...drawIndented(origin, drawing, paint.plain));
  lines.push(...drawAddress(source.url, drawing));
  if (block.alsoIn.length > 0) {
    const names = block.alsoIn
      .slice(0, MAX_NAMED_SOURCES)
      .map((other) => `${other.publisher} · ${other.title}`);
    if (names.length < block.alsoIn.length) names.push('…');
    const others = names.join(messages.listSeparator);
    const text = messages.alsoIn(block.alsoIn.length, others);
    lines.push(...drawIndented(text, drawing, paint.dim));
  }
  if (block.note !== undefined) lines.push(...drawIndented(block.note, drawing, paint.dim));
  return lines;
}

/** A line with what matched in bold, grapheme by grapheme: half a grapheme cannot be bold. */
function paintMarks(line: readonly Grapheme[], block: VerifiedQuoteBlock, bold: Paint): string {
  let painted = '';
  let run = '';
  let runIsMarked = false;
  const endRun = () => {
    if (run !== '') painted += runIsMarked ? bold(run) : run;
    run = '';
  };
  for (const glyph of line) {
    const end = glyph.start + glyph.text.length;
    const isMarked = block.marks.some((mark) => mark.start < end && glyph.start < mark.end);
    if (isMarked !== runIsMarked) endRun();
    runIsMarked = isMarked;
    run += glyph.text;
  }
  endRun();
  return painted;
}

function drawList({ items, more }: ListBlock, drawing: Drawing): string[] {
  const lines = items.flatMap((item) => drawItem(item, drawing));
  return more ? [...lines, ...drawIndented(more.text, drawing, drawing.paint.dim)] : lines;
}

function drawItem(item: ListItem, drawing: Drawing): string[] {
  const [first = '', ...rest] = wrapText(safeText(item.text), drawing.width - INDENT.length);
  return [
    `- ${first}`,
    ...rest.map((line) => INDENT + line),
    ...(item.detail === null ? [] : drawIndented(item.detail, drawing, drawing.paint.dim)),
    ...drawAddress(item.url, drawing),
  ];
}

function drawText(text: string, drawing: Drawing, paint: Paint): string[] {
  return wrapText(safeText(text), drawing.width).map((line) => line && paint(line));
}

function drawIndented(text: string, drawing: Drawing, paint: Paint): string[] {
  return wrapText(safeText(text), drawing.width - INDENT.length).map(
    (line) => INDENT + paint(line),
  );
}

/** Not wrapped: a shell would take a line break for the end of the command. */
function asOneLine(text: string): string {
  return safeText(text).replace(/\s+/gu, ' ');
}

function drawAddress(url: string | null, { paint }: Drawing): string[] {
  return url === null ? [] : [INDENT + paint.dim(safeText(url).replace(/\s/gu, '%20'))];
}

type ShownBlock = VerifiedReply['blocks'][number];

/** What the axis of a timeline is drawn with. */
interface AxisGlyphs {
  readonly rail: string;
  /** The rail where a long time passed. */
  readonly gap: string;
  readonly date: string;
  readonly warning: string;
  readonly roles: Readonly<Record<'event' | 'deadline' | 'planned' | 'report', string>>;
}

/** For a terminal that shows Unicode, and for one that may not. */
const AXIS_GLYPHS: Readonly<Record<'unicode' | 'ascii', AxisGlyphs>> = {
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
const AXIS_COLUMNS = 3;

/**
 * The lines of a block with the axis at their left: its mark beside the first of them and the rail
 * beside the others.
 */
function drawOnAxis(
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
function axisBetween(
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
