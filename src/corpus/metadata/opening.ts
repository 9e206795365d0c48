import { cutAtWord, toOneLine } from './one-line.ts';
import { parseDate } from './parse-date.ts';

const MAX_TITLE_LENGTH = 90;
/** In columns: a Han character counts as two. */
const MAX_HEADLINE_WIDTH = 160;

/** In UTF-16 units. Longer first lines are not even looked at, which bounds the work. */
const MAX_HEADLINE_LENGTH = 1000;

/** What the beginning of a text says about the article. */
export interface Opening {
  /** The stamp `date 2020-09-14`; `published` is null when that is no day of any calendar. */
  readonly stamp: {
    readonly written: string;
    readonly published: string | null;
    readonly offset: number;
  } | null;
  /** The headline that stands in the text, or null. */
  readonly headline: string | null;
  /** UTF-16 offset of what is neither; 0 when the text begins with its body. */
  readonly bodyStart: number;
}

interface Span {
  readonly text: string;
  readonly end: number;
}

/**
 * Finds a date stamp and a headline at the beginning of a text, in either order. When `knownTitles`
 * holds any, only one of these is taken for the headline; otherwise a Markdown heading, or a short
 * line that is no sentence and stands apart.
 */
export function readOpening(text: string, knownTitles: readonly string[]): Opening {
  const early = readStamp(text, 0);
  const headline = readHeadline(text, early?.end ?? 0, knownTitles);
  const stamp = early ?? (headline === null ? null : readStamp(text, headline.end));
  const bodyStart = skipWhiteSpace(text, Math.max(stamp?.end ?? 0, headline?.end ?? 0));
  if (headline !== null && bodyStart === text.length) {
    // A text that is nothing but its headline has that for a body.
    return {
      stamp,
      headline: null,
      bodyStart: early === null ? 0 : skipWhiteSpace(text, early.end),
    };
  }
  const isAllBody = stamp === null && headline === null;
  return { stamp, headline: headline?.text ?? null, bodyStart: isAllBody ? 0 : bodyStart };
}

/** The first words of the paragraph at `bodyStart`, as a title; "…" where they were cut. */
export function readOpeningWords(text: string, bodyStart: number): string {
  const start = skipWhiteSpace(text, bodyStart);
  const paragraph = text.slice(start, start + 2000).split(/\r?\n[^\S\n]*\r?\n/u)[0] ?? '';
  return cutAtWord(toOneLine(stripHeadingMarks(paragraph)), MAX_TITLE_LENGTH);
}

function readStamp(
  text: string,
  from: number,
): (NonNullable<Opening['stamp']> & { readonly end: number }) | null {
  const pattern = /\s*date:?[^\S\n]+(\d{4}-\d{2}-\d{2})(?!\S)/iuy;
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  const written = match?.[1];
  if (match === null || written === undefined) return null;
  const end = pattern.lastIndex;
  return { written, published: parseDate(written), offset: end - written.length, end };
}

function readHeadline(text: string, from: number, knownTitles: readonly string[]): Span | null {
  const first = lineAt(text, skipWhiteSpace(text, from));
  if (first.text.length > MAX_HEADLINE_LENGTH) return null;
  const next = lineAt(text, first.end);
  const isUnderlined = /^(?:={3,}|-{3,})\s*$/u.test(next.text);
  const end = isUnderlined ? next.end : first.end;
  const title = toOneLine(stripHeadingMarks(first.text));
  if (title === '') return null;
  if (knownTitles.length > 0) {
    return knownTitles.some((known) => isSameTitle(known, title)) ? { text: title, end } : null;
  }
  if (/^#{1,6}[^\S\n]/u.test(first.text)) return { text: title, end };
  const standsApart =
    isUnderlined || next.text.trim() === '' || readStamp(text, first.end) !== null;
  return standsApart && looksLikeHeadline(title) ? { text: title, end } : null;
}

function lineAt(text: string, start: number): Span {
  const feed = text.indexOf('\n', start);
  const end = feed === -1 ? text.length : feed + 1;
  return { text: text.slice(start, end), end };
}

function looksLikeHeadline(line: string): boolean {
  const width = line.length + (line.match(/\p{Script=Han}/gu)?.length ?? 0);
  if (width > MAX_HEADLINE_WIDTH || !/\p{Letter}/u.test(line)) return false;
  // A list, a quotation, a table, markup, or a bare address.
  if (/^(?:[-*+>|<]|\d+[.)]\s|https?:\/\/\S+$)/u.test(line)) return false;
  const ending = line.replace(/[\s"'”’」』）)\]]+$/u, '');
  // "?" and "!" do end headlines, and so do abbreviations such as "U.S.".
  return !/[.。．｡;；:：,，、…]$/u.test(ending) || /(?:^|\s)(?:\p{Letter}\.){2,}$/u.test(ending);
}

function stripHeadingMarks(line: string): string {
  return line.replace(/^\s*#{1,6}[^\S\n]+/u, '').replace(/[^\S\n]+#+\s*$/u, '');
}

function isSameTitle(one: string, other: string): boolean {
  return foldTitle(one) === foldTitle(other);
}

function foldTitle(title: string): string {
  return toOneLine(title).normalize('NFKC').toLowerCase();
}

function skipWhiteSpace(text: string, from: number): number {
  const pattern = /\s*/uy;
  pattern.lastIndex = from;
  pattern.exec(text);
  return pattern.lastIndex;
}
