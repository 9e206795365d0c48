import stringWidth from 'string-width';
import { graphemesOf } from '../shared/graphemes.ts';

/** What a reader sees as one character, and the columns it takes in a terminal. */
export interface Grapheme {
  readonly text: string;
  /** UTF-16 offset in the text it was split from. */
  readonly start: number;
  readonly width: number;
}

/** The graphemes of a text with their widths: Chinese characters and emoji take two columns. */
export function splitGraphemes(text: string): Grapheme[] {
  return Array.from(graphemesOf(text), ({ segment, index }) => ({
    text: segment,
    start: index,
    width: stringWidth(segment),
  }));
}

/** The columns a text takes on one line. */
export function displayWidth(text: string): number {
  return stringWidth(text);
}

/** The text, cut between graphemes to at most `width` columns, with an ellipsis when it was cut. */
export function truncate(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let cut = '';
  let used = 0;
  for (const glyph of splitGraphemes(text)) {
    if (used + glyph.width > width - 1) break;
    cut += glyph.text;
    used += glyph.width;
  }
  return width > 0 ? `${cut}…` : '';
}

/** The text with spaces after it, up to `width` columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
