import type { Range } from '../../shared/range.ts';

/** The longest stretch in UTF-16 units: patterns may take the square of it, and it stays small. */
const LONGEST_STRETCH = 4000;

/** No expression of time has so many white spaces in a row. */
const LONG_SPACE = /[^\S\r\n]{8,}/gu;
const LINE_BREAK = /[\r\n\u0085\u2028\u2029]+/gu;
const SENTENCE_END = /[.!?。！？]["'”’」』）)]*(?:\s+|(?<=[。！？]["'”’」』）)]*))/gu;

/**
 * The parts of a text in which expressions of time are looked for: its lines, cut where white space
 * is long, and between sentences where a line is very long.
 */
export function stretchesOf(text: string): Range[] {
  return split({ start: 0, end: text.length }, text, LINE_BREAK)
    .flatMap((line) => split(line, text, LONG_SPACE))
    .flatMap((line) => cutLong(line, text));
}

function split({ start, end }: Range, text: string, separator: RegExp): Range[] {
  const parts: Range[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(separator)) {
    const at = start + match.index;
    if (at > from) parts.push({ start: from, end: at });
    from = at + match[0].length;
  }
  if (from < end) parts.push({ start: from, end });
  return parts;
}

function cutLong({ start, end }: Range, text: string): Range[] {
  const parts: Range[] = [];
  let from = start;
  while (end - from > LONGEST_STRETCH) {
    const window = text.slice(from, from + LONGEST_STRETCH);
    const last = [...window.matchAll(SENTENCE_END)].at(-1);
    const length = last && last.index > 0 ? last.index + last[0].length : LONGEST_STRETCH;
    parts.push({ start: from, end: from + length });
    from += length;
  }
  parts.push({ start: from, end });
  return parts;
}
