import type { Range } from '../shared/range.ts';

const LONGEST_WRAPPED_LINE = 110;
const SHORTEST_WRAPPED_LINE = 30;
/** In columns. Of lines that are filled to one width, so narrow a column is still one. */
const NARROWEST_COLUMN = 24;
/** In columns: so much shorter a line of Chinese can be, for punctuation that may not begin one. */
const HAN_SLACK = 6;
/** An item of a list. One alone can as well be a line that was wrapped by hand. */
const LIST_ITEM = /^(?:(?:[-*•▪◦‣]|\d{1,2}[.)])\s|[（(]?[一二三四五六七八九十]{1,2}[)）、])/u;
const SENTENCE_END = /[.!?。！？…:：]["'”’」』）)\]]*\s*$/u;

/**
 * The paragraphs of `[from, text.length)`, trimmed of white space, none empty. A blank line always
 * ends a paragraph. A single line break does so too, unless the lines look like one paragraph that
 * was wrapped by hand: all of similar length or filled to one width, most of them ending inside a
 * sentence, and no list. A time of day that stands alone goes with the paragraph after it.
 */
export function splitParagraphs(text: string, from: number): Range[] {
  const paragraphs: Range[] = [];
  let block: Range[] = [];
  const closeBlock = () => {
    for (const paragraph of joinWrapped(text, block)) paragraphs.push(paragraph);
    block = [];
  };
  for (const line of linesOf(text, from)) {
    if (line.start === line.end) closeBlock();
    else block.push(line);
  }
  closeBlock();
  return withTimes(text, paragraphs);
}

/** A time of day, as it stands over the entries of a live report. */
const TIME =
  /^(?:\d{1,2}[.:：]\d{2}(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?|\d{1,2}[时時]\d{1,2}分)(?:\s[A-Z]{2,4})?$/iu;
const LONGEST_TIME = 20;

/** Times that stand alone are joined to the paragraph that they stand over. */
function withTimes(text: string, paragraphs: readonly Range[]): Range[] {
  const joined: Range[] = [];
  let time: Range | null = null;
  for (const paragraph of paragraphs) {
    const { start, end } = paragraph;
    if (time) joined.push({ start: time.start, end });
    const isTime: boolean =
      time === null && end - start <= LONGEST_TIME && TIME.test(text.slice(start, end));
    if (!isTime && !time) joined.push(paragraph);
    time = isTime ? paragraph : null;
  }
  if (time) joined.push(time);
  return joined;
}

/** Lines without their line breaks and surrounding white space; a blank line is an empty range. */
function linesOf(text: string, from: number): Range[] {
  const lines: Range[] = [];
  const pattern = /[^\r\n\u2028\u2029]*(?:\r\n|[\r\n\u2028\u2029]|$)/gu;
  pattern.lastIndex = from;
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (!match || match[0] === '') break;
    lines.push(trimRange(text, { start: match.index, end: match.index + match[0].length }));
  }
  return lines;
}

function joinWrapped(text: string, lines: readonly Range[]): Range[] {
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last || lines.length === 1) return [...lines];
  const wrapped = lines.slice(0, -1);
  const similar = wrapped.every((line) => {
    const length = line.end - line.start;
    return length >= SHORTEST_WRAPPED_LINE && length <= LONGEST_WRAPPED_LINE;
  });
  const open = wrapped.filter((line) => !SENTENCE_END.test(text.slice(line.start, line.end)));
  const items = lines.filter((line) => LIST_ITEM.test(text.slice(line.start, line.end)));
  return (similar || isColumn(text, lines)) && items.length < 2 && open.length * 2 > wrapped.length
    ? [{ start: first.start, end: last.end }]
    : [...lines];
}

/**
 * Whether lines fill a column: the first word of each would not have fitted at the end of the line
 * before, and most go on in lower case or in a script without it.
 */
function isColumn(text: string, lines: readonly Range[]): boolean {
  if (lines.length < 3 || lines.some(({ start, end }) => end - start > LONGEST_WRAPPED_LINE)) {
    return false;
  }
  const written = lines.map(({ start, end }) => text.slice(start, end));
  const widths = written.map(columnsOf);
  const width = Math.max(...widths);
  const next = written.slice(1);
  const isFilled = next.every((line, index) => {
    const room = width - (widths[index] ?? 0);
    return BEGINS_WITH_HAN.test(line)
      ? room < HAN_SLACK
      : room < columnsOf(/^\S+/u.exec(line)?.[0] ?? '') + 1;
  });
  const goingOn = next.filter((line) => !/^\P{L}*\p{Lu}/u.test(line));
  return width >= NARROWEST_COLUMN && isFilled && goingOn.length * 2 >= next.length;
}

const BEGINS_WITH_HAN = /^\P{L}*[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** How wide a line is set: Chinese and Japanese characters and their punctuation take two columns. */
function columnsOf(line: string): number {
  const wide = line.match(
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\uFF01-\uFF60“”‘’]/gu,
  );
  return line.length + (/\p{sc=Han}/u.test(line) ? (wide?.length ?? 0) : 0);
}

/** `range` without white space at its edges; empty at its end when there is nothing else. */
export function trimRange(text: string, range: Range): Range {
  let { start, end } = range;
  while (start < end && isSpace(text, start)) start += 1;
  while (end > start && isSpace(text, end - 1)) end -= 1;
  return { start, end };
}

function isSpace(text: string, offset: number): boolean {
  return /\s/u.test(text.charAt(offset));
}
