import type { ChartWords } from '../commands/index.ts';
import { graphemesOf } from '../shared/graphemes.ts';
import { type Glyph, type Typeface, UNITS_PER_EM } from './fonts.ts';

/** A line of text, set. */
export interface TextLine {
  /** Each glyph with its offset on the line, in font units. */
  readonly glyphs: readonly { readonly glyph: Glyph; readonly offset: number }[];
  /** Pixels, at the size it was set in. */
  readonly width: number;
  /** Pixels of an em. */
  readonly size: number;
}

/** How far glyphs reach above and below the line they stand on, in ems: "Å" and "(". */
export const ASCENT = 1.05;
export const DESCENT = 0.3;

/** Half the height of capitals, in ems: what a line is centred by. */
const HALF_CAPITAL = 0.367;

/** A line of text at its position, in pixels. */
export interface PlacedText {
  readonly line: TextLine;
  /** Where it begins. */
  readonly x: number;
  /** The height of the line it stands on. */
  readonly baseline: number;
  readonly tone: 'strong' | 'quiet';
}

/** A line that begins at `x`, with its capitals centred on `centre`. */
export function centred(
  line: TextLine,
  { x, centre, tone }: { readonly x: number; readonly centre: number } & Pick<PlacedText, 'tone'>,
): PlacedText {
  return { line, x, baseline: centre + HALF_CAPITAL * line.size, tone };
}

/**
 * Sets a text on one line, at a size in pixels. Controls, direction marks and characters without a
 * glyph are left out, white space becomes single spaces. What is wider than `maxWidth` pixels is cut
 * between graphemes and gets an ellipsis.
 */
export function setLine(
  text: string,
  typeface: Typeface,
  size: number,
  maxWidth = Infinity,
): TextLine {
  const glyphs = glyphsOf(text, typeface);
  const room = (maxWidth / size) * UNITS_PER_EM;
  const width = widthOf(glyphs);
  if (width <= room) return placed(glyphs, size);
  const ellipsis = glyphsOf('…', typeface);
  const left = room - widthOf(ellipsis);
  let used = 0;
  const kept = glyphs.filter(({ advance }) => {
    used += advance;
    return used <= left;
  });
  return placed([...withoutLastSpace(kept), ...ellipsis], size);
}

/** Punctuation that begins no line, and punctuation that ends none. */
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}]+$/u;
const OPENING = /[\p{Ps}\p{Pi}]$/u;

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Sets words of an article on lines of so many pixels, broken between words, with an ellipsis where
 * something is left out. None at all where a character has no glyph: words are shown as they stand in
 * the article, or not.
 */
export function setWords(
  { text, cutBefore, cutAfter }: ChartWords,
  typeface: Typeface,
  size: number,
  maxWidth: number,
  mostLines: number,
): TextLine[] {
  const isWritten = (character: string) =>
    /^[\s\p{Cf}]$/u.test(character) || typeface.glyphOf(character) !== null;
  if (!Array.from(text.normalize('NFC')).every(isWritten)) return [];
  const lines: string[] = [];
  let line = cutBefore ? '… ' : '';
  const fits = (words: string) => setLine(words, typeface, size).width <= maxWidth;
  const pieces = piecesOf(text);
  for (const [index, piece] of pieces.entries()) {
    const isLast = lines.length + 1 === mostLines;
    const isWhole = index + 1 === pieces.length && !cutAfter;
    if (fits(`${line}${piece}${isLast && !isWhole ? ' …' : ''}`)) {
      line += piece;
    } else if (isLast || line.trim() === '') {
      return [...lines, `${line.trimEnd()} …`].map((words) =>
        setLine(words, typeface, size, maxWidth),
      );
    } else {
      lines.push(line);
      line = piece.trimStart();
    }
  }
  const last = cutAfter ? `${line.trimEnd()} …` : line;
  return [...lines, last].map((words) => setLine(words, typeface, size, maxWidth));
}

/** Words with the punctuation behind them; joined they are the text. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const { segment } of WORDS.segment(text)) {
    const before = pieces.at(-1);
    if (before !== undefined && (CLOSING.test(segment) || OPENING.test(before)))
      pieces[pieces.length - 1] = before + segment;
    else pieces.push(segment);
  }
  return pieces;
}

/**
 * One glyph for each grapheme: the first character of its composed form, or its letter without the
 * accent where the font lacks the two together. Marks that are left over would need the font's
 * positions, and a stack of a hundred is no word.
 */
function glyphsOf(text: string, typeface: Typeface): Glyph[] {
  const glyphs: Glyph[] = [];
  let isSpaceDue = false;
  for (const { segment } of graphemesOf(text.normalize('NFC'))) {
    if (/^\s/u.test(segment)) {
      isSpaceDue = glyphs.length > 0;
      continue;
    }
    const [character = ''] = segment;
    const [letter = ''] = segment.normalize('NFD');
    const isPrinted = !/^\p{C}/u.test(character);
    const glyph = isPrinted ? (typeface.glyphOf(character) ?? typeface.glyphOf(letter)) : null;
    if (!glyph) continue;
    const space = isSpaceDue ? typeface.glyphOf(' ') : null;
    glyphs.push(...(space ? [space] : []), glyph);
    isSpaceDue = false;
  }
  return glyphs;
}

function withoutLastSpace(glyphs: readonly Glyph[]): readonly Glyph[] {
  return glyphs.at(-1)?.outline === '' ? glyphs.slice(0, -1) : glyphs;
}

function widthOf(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((sum, { advance }) => sum + advance, 0);
}

function placed(glyphs: readonly Glyph[], size: number): TextLine {
  let offset = 0;
  const line = glyphs.map((glyph) => {
    const at = { glyph, offset };
    offset += glyph.advance;
    return at;
  });
  return { glyphs: line, width: (offset / UNITS_PER_EM) * size, size };
}
