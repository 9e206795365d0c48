import { type Grapheme, splitGraphemes } from './graphemes.ts';

/** A part of a wrapping: glyphs that stay together, a space that may become a break, or a break. */
type Token =
  | { readonly type: 'word'; readonly glyphs: readonly Grapheme[] }
  | { readonly type: 'space'; readonly glyph: Grapheme }
  | { readonly type: 'break' };

const LINE_BREAK = /^(?:\r\n|[\n\r\v\f\u2028\u2029])$/u;
// White space but for the kinds that exist to forbid a break.
const SPACE = /^[^\S\u00a0\u2007\u202f\ufeff]+$/u;
const CHINESE =
  /[\p{Script=Han}\p{Script=Bopomofo}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303f\uff01-\uff5e]/u;
// By the rules of Chinese typesetting: what may not begin a line, and what may not end one.
const NO_BREAK_BEFORE =
  /^[!%),.:;?\]}¢°·’”†‡›℃∶、。〃々〆〉》」』】〕〗〞﹐-﹒﹔-﹗！＂％＇），．：；？］｝～…—]/u;
const NO_BREAK_AFTER = /^[$([{£¥‘“‹〈《「『【〔〖〝﹙﹛＄（．［｛￡￥]/u;

/**
 * Breaks text into lines of at most `width` columns, each a list of glyphs. Lines of the text stay
 * lines, several empty ones become one, and other white space becomes one space or a line break;
 * apart from that every character stays, in its order. (wrap-ansi will not do for quotes: it
 * normalises what it wraps.)
 *
 * Breaks stand at white space and beside Chinese characters, but not before closing nor after
 * opening punctuation. A word wider than a whole line is broken between graphemes.
 */
export function wrapGraphemes(text: string, width: number): Grapheme[][] {
  const lines: Grapheme[][] = [];
  let line: Grapheme[] = [];
  let space: Grapheme | null = null;

  const endLine = () => {
    // An empty line is kept between two paragraphs, never doubled and never at the start.
    if (line.length > 0 || (lines.at(-1)?.length ?? 0) > 0) lines.push(line);
    line = [];
    space = null;
  };

  for (const token of tokenise(splitGraphemes(text))) {
    if (token.type === 'break') endLine();
    else if (token.type === 'space') space = line.length > 0 ? (space ?? token.glyph) : null;
    else {
      const gap: Grapheme[] = space ? [space] : [];
      if (widthOf(line) + widthOf(gap) + widthOf(token.glyphs) <= width) {
        line.push(...gap, ...token.glyphs);
      } else {
        if (line.length > 0) endLine();
        for (const piece of breakWord(token.glyphs, width)) {
          if (line.length > 0) endLine();
          line = piece;
        }
      }
      space = null;
    }
  }
  endLine();
  while (lines.at(-1)?.length === 0) lines.pop();
  return lines;
}

/** As {@link wrapGraphemes}, each line as a string. */
export function wrapText(text: string, width: number): string[] {
  return wrapGraphemes(text, width).map((line) => line.map((glyph) => glyph.text).join(''));
}

function tokenise(glyphs: readonly Grapheme[]): Token[] {
  const tokens: Token[] = [];
  let word: Grapheme[] = [];
  const endWord = () => {
    if (word.length > 0) tokens.push({ type: 'word', glyphs: word });
    word = [];
  };
  for (const glyph of glyphs) {
    const previous = word.at(-1);
    if (LINE_BREAK.test(glyph.text)) {
      endWord();
      tokens.push({ type: 'break' });
    } else if (SPACE.test(glyph.text)) {
      endWord();
      // A tab has no width of its own; in running text it is a space.
      tokens.push({
        type: 'space',
        glyph: glyph.text === '\t' ? { ...glyph, text: ' ', width: 1 } : glyph,
      });
    } else {
      if (previous && mayBreakBetween(previous.text, glyph.text)) endWord();
      word.push(glyph);
    }
  }
  endWord();
  return tokens;
}

function mayBreakBetween(before: string, after: string): boolean {
  return (
    (CHINESE.test(before) || CHINESE.test(after)) &&
    !NO_BREAK_BEFORE.test(after) &&
    !NO_BREAK_AFTER.test(before)
  );
}

function breakWord(glyphs: readonly Grapheme[], width: number): Grapheme[][] {
  const pieces: Grapheme[][] = [];
  let piece: Grapheme[] = [];
  let used = 0;
  for (const glyph of glyphs.flatMap((each) => fitGrapheme(each, width))) {
    if (used + glyph.width > width && piece.length > 0) {
      pieces.push(piece);
      piece = [];
      used = 0;
    }
    piece.push(glyph);
    used += glyph.width;
  }
  return piece.length > 0 ? [...pieces, piece] : pieces;
}

/** A single grapheme can be made wider than any line; then its code points are taken one by one. */
function fitGrapheme(glyph: Grapheme, width: number): Grapheme[] {
  if (glyph.width <= width) return [glyph];
  let start = glyph.start;
  return Array.from(glyph.text, (character) => {
    const part = splitGraphemes(character).map((each) => ({ ...each, start }));
    start += character.length;
    return part;
  }).flat();
}

function widthOf(glyphs: readonly Grapheme[]): number {
  return glyphs.reduce((sum, glyph) => sum + glyph.width, 0);
}
