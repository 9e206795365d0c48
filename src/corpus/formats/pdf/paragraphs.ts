import { isUnspaced, type Line } from './lines.ts';

/** A paragraph in the making: the words of its lines, and where those of a page begin in it. */
export interface PdfParagraph {
  readonly text: string;
  /** The number of each page that it stands on, from 1, with the offset of its words there. */
  readonly pages: readonly { readonly page: number; readonly start: number }[];
  /** The size of the type of its first line, in points. */
  readonly size: number;
}

/** Types that differ more are of another kind of text. */
const SAME_SIZE = 0.12;

/** How much wider than usual the space above a paragraph is. */
const WIDE_PITCH = 1.35;
/** From line to line, in sizes of the type, where a page does not tell what is usual. */
const USUAL_PITCH = 1.2;
const MIN_PITCH = 0.5;
const MAX_PITCH = 3;
/** So few pitches of a page tell nothing. */
const MIN_PITCHES = 3;

/** In sizes of the type: an indent, and the room that a line of Chinese can leave for its punctuation. */
const MIN_INDENT = 0.8;
const WIDE_ROOM = 2.5;
const ROOM_SLACK = 0.6;

/** How many lines around one tell how wide its column is. */
const NEIGHBOURS = 3;

const SENTENCE_END = /[.!?。！？…:：;；]["'”’」』）)\]]*$/u;
const HYPHEN = /[\p{L}\p{M}][-\u2010]$/u;
const BULLET =
  /^(?:[•▪◦‣●■–—*-]\s|[•▪◦‣●■]|\d{1,2}[.)]\s|[（(]?[一二三四五六七八九十]{1,3}[)）、])/u;

/**
 * Puts the lines of all pages together to paragraphs, also over the end of a page or a column. A line
 * ends one where it leaves room for the first word of the next, where the space, the type or an indent
 * says so, and at rows of tables.
 */
export function joinParagraphs(pages: readonly (readonly Line[])[]): PdfParagraph[] {
  const isHyphenated = createHyphenKeeper(pages);
  const paragraphs: { text: string; size: number; pages: { page: number; start: number }[] }[] = [];
  let last: Line | null = null;
  for (const [index, lines] of pages.entries()) {
    const pitch = usualPitch(lines);
    for (const [position, line] of lines.entries()) {
      const paragraph = paragraphs.at(-1);
      const isNewPage = position === 0;
      const around = isNewPage ? (pages[index - 1] ?? []) : lines;
      const at = isNewPage ? around.length - 1 : position - 1;
      if (!paragraph || !last || isBreak(last, line, { around, at, pitch, isNewPage })) {
        paragraphs.push({
          text: line.text,
          size: line.size,
          pages: [{ page: index + 1, start: 0 }],
        });
      } else {
        const joined = joinLines(paragraph.text, line.text, isHyphenated);
        if (paragraph.pages.at(-1)?.page !== index + 1) {
          paragraph.pages.push({ page: index + 1, start: joined.length - line.text.length });
        }
        paragraph.text = joined;
      }
      last = line;
    }
  }
  return paragraphs.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

interface Surroundings {
  /** The lines around the one before, and its place among them. */
  readonly around: readonly Line[];
  readonly at: number;
  /** From line to line, in sizes of the type. */
  readonly pitch: number;
  readonly isNewPage: boolean;
}

function isBreak(
  before: Line,
  line: Line,
  { around, at, pitch, isNewPage }: Surroundings,
): boolean {
  const size = Math.max(before.size, line.size);
  if (before.isRow || line.isRow) return true;
  if (Math.abs(before.size - line.size) > SAME_SIZE * size) return true;
  const drop = before.baseline - line.baseline;
  const isBelow = !isNewPage && drop > 0;
  if (isBelow && drop > WIDE_PITCH * pitch * size) return true;
  if (BULLET.test(line.text)) return true;
  if (HYPHEN.test(before.text)) return false;
  const isEnd = SENTENCE_END.test(before.text);
  if (!isEnd && /^\p{Ll}/u.test(line.text)) return false;
  const column = around
    .slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1)
    .filter((each) => each.left < before.right && each.right > before.left && !each.isRow);
  const room = Math.max(...column.map(({ right }) => right)) - before.right;
  const first = line.firstEnd - line.left;
  const isWide = isUnspaced(before.text, line.text) || first <= 1.5 * line.size;
  if (room > (isWide ? WIDE_ROOM * size : first + ROOM_SLACK * size)) return true;
  const start = Math.min(...column.map(({ left }) => left));
  return isEnd && isBelow && line.left - start > MIN_INDENT * size;
}

/** How far lines of one type are usually from each other on a page, in sizes of the type. */
function usualPitch(lines: readonly Line[]): number {
  const pitches = lines
    .flatMap((line, index) => {
      const before = lines[index - 1];
      if (!before || Math.abs(before.size - line.size) > SAME_SIZE * line.size) return [];
      const pitch = (before.baseline - line.baseline) / line.size;
      return pitch > MIN_PITCH && pitch < MAX_PITCH ? [pitch] : [];
    })
    .toSorted((one, other) => one - other);
  if (pitches.length < MIN_PITCHES) return USUAL_PITCH;
  return pitches[Math.floor((pitches.length - 1) / 2)] ?? USUAL_PITCH;
}

type HyphenKeeper = (start: string, end: string) => boolean;

/**
 * Tells whether the halves of a word belong together with the hyphen: the document has it so elsewhere,
 * or it has both halves as words and not the whole.
 */
function createHyphenKeeper(pages: readonly (readonly Line[])[]): HyphenKeeper {
  const words = new Set<string>();
  let isAfterHyphen = false;
  for (const { text } of pages.flat()) {
    // The halves themselves are no words.
    const from = isAfterHyphen ? /^[\p{L}\p{M}]*/u : /^/u;
    isAfterHyphen = HYPHEN.test(text);
    const whole = text.replace(from, '').replace(/[\p{L}\p{M}]+[-\u2010]$/u, '');
    for (const [word] of whole.toLowerCase().matchAll(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu)) {
      words.add(word);
    }
  }
  return (start, end) => {
    const [one, other] = [start.toLowerCase(), end.toLowerCase()];
    if (words.has(`${one}-${other}`)) return true;
    return !words.has(`${one}${other}`) && words.has(one) && words.has(other);
  };
}

/**
 * Lines as one. The hyphen of a word that was divided for want of room becomes a soft hyphen, which is
 * what it is: the word is found, and is shown whole.
 */
function joinLines(before: string, after: string, isHyphenated: HyphenKeeper): string {
  if (isUnspaced(before, after)) return before + after;
  if (!HYPHEN.test(before)) return `${before} ${after}`;
  const [start = ''] = /[\p{L}\p{M}]+(?=.$)/u.exec(before) ?? [];
  const [end = ''] = /^[\p{L}\p{M}]+/u.exec(after) ?? [];
  const isDivided = /^\p{Ll}/u.test(after) && !isHyphenated(start, end);
  return isDivided ? `${before.slice(0, -1)}\u00AD${after}` : before + after;
}
