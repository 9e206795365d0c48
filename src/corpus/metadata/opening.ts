import { type Credits, readCreditLine } from './credit-line.ts';
import { cutAtWord, toOneLine } from './one-line.ts';
import { parseDate } from './parse-date.ts';

const MAX_TITLE_LENGTH = 90;
const MAX_HAN_TITLE_LENGTH = MAX_TITLE_LENGTH / 2;
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
  /** What lines beside the headline say of the article. */
  readonly credits: Credits;
  /** UTF-16 offset of what is neither; 0 when the text begins with its body. */
  readonly bodyStart: number;
}

interface Span {
  readonly text: string;
  readonly end: number;
}

/**
 * Finds a date stamp and a headline at the beginning of a text, in either order, or a headline with
 * lines beside it that say by whom, when and where it was published. When `knownTitles`
 * holds any, only one of these is taken for the headline; otherwise a Markdown heading, or a short
 * line that is no sentence and stands apart.
 */
export function readOpening(text: string, knownTitles: readonly string[]): Opening {
  const early = readStamp(text, 0);
  const head = early === null ? readHead(text, knownTitles) : null;
  if (head !== null) return { stamp: null, ...head };
  const headline = readHeadline(text, early?.end ?? 0, knownTitles);
  const stamp = early ?? (headline === null ? null : readStamp(text, headline.end));
  const bodyStart = skipWhiteSpace(text, Math.max(stamp?.end ?? 0, headline?.end ?? 0));
  if (headline !== null && bodyStart === text.length) {
    // A text that is nothing but its headline has that for a body.
    return {
      stamp,
      headline: null,
      credits: {},
      bodyStart: early === null ? 0 : skipWhiteSpace(text, early.end),
    };
  }
  const isAllBody = stamp === null && headline === null;
  return {
    stamp,
    headline: headline?.text ?? null,
    credits: {},
    bodyStart: isAllBody ? 0 : bodyStart,
  };
}

/** How many lines can stand before the body. */
const MAX_HEAD_LINES = 8;

/**
 * The head of an article that was copied from a page: a headline, with credits above or below it.
 * Null without credits, and for a date alone, which can head the first of several entries.
 */
function readHead(text: string, knownTitles: readonly string[]): Omit<Opening, 'stamp'> | null {
  let credits: Credits = {};
  let headline: string | null = null;
  let isHead = false;
  let at = skipWhiteSpace(text, 0);
  for (let count = 0; count < MAX_HEAD_LINES && at < text.length; count += 1) {
    const line = lineAt(text, at);
    if (line.text.length > MAX_HEADLINE_LENGTH || readStamp(text, at) !== null) break;
    const credit = readCreditLine(stripMarks(line.text));
    const next = skipWhiteSpace(text, line.end);
    if (credit !== null) {
      credits = { ...credit, ...credits };
      isHead ||= headline !== null || credit.published === undefined;
      at = next;
    } else if (headline === null && isKicker(text, line)) {
      isHead = true;
      at = next;
    } else {
      const found: Span | null = headline === null ? readHeadline(text, at, knownTitles) : null;
      if (found === null) break;
      headline = found.text;
      isHead ||= credits.published !== undefined;
      at = skipWhiteSpace(text, found.end);
    }
  }
  return isHead && at < text.length ? { headline, credits, bodyStart: at } : null;
}

const MAX_KICKER_WORDS = 3;

/** A line in capitals above a headline: "EXCLUSIVE", "FOR IMMEDIATE RELEASE". */
function isKicker(text: string, line: Span): boolean {
  const words = line.text.trim().split(/\s+/u);
  if (words.length > MAX_KICKER_WORDS || !/^\P{Ll}*$/u.test(line.text)) return false;
  if (!/\p{Lu}{3}/u.test(line.text) || !looksLikeHeadline(toOneLine(line.text))) return false;
  const next = skipWhiteSpace(text, line.end);
  const headline = readHeadline(text, next, []);
  return headline !== null && /\p{Ll}/u.test(headline.text) && headline.end < text.length;
}

const PARAGRAPH_END = /\r?\n[^\S\n]*\r?\n|[\u2028\u2029]/u;

/** The first words of the paragraph at `bodyStart`, as a title, of a long one in Chinese the first sentence; "…" where they were cut. */
export function readOpeningWords(text: string, bodyStart: number): string {
  const start = skipWhiteSpace(text, bodyStart);
  const paragraph = text.slice(start, start + 2000).split(PARAGRAPH_END)[0] ?? '';
  const line = toOneLine(stripMarks(paragraph));
  if (line.length <= MAX_HAN_TITLE_LENGTH || !/^\P{L}*\p{Script=Han}/u.test(line)) {
    return cutAtWord(line, MAX_TITLE_LENGTH);
  }
  const sentence = /^.*?(?=[。！？；])/u.exec(line)?.[0] ?? line;
  return cutAtWord(sentence, MAX_HAN_TITLE_LENGTH);
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
  const title = toOneLine(stripMarks(first.text));
  if (title === '') return null;
  if (knownTitles.length > 0) {
    return knownTitles.some((known) => isSameTitle(known, title)) ? { text: title, end } : null;
  }
  if (/^#{1,6}[^\S\n]/u.test(first.text)) return { text: title, end };
  const standsApart =
    isUnderlined ||
    next.text.trim() === '' ||
    readStamp(text, first.end) !== null ||
    readCreditLine(stripMarks(next.text)) !== null;
  const isHeadline = looksLikeHeadline(title) && readCreditLine(title) === null;
  return standsApart && isHeadline ? { text: title, end } : null;
}

function lineAt(text: string, start: number): Span {
  const lineEnd = /\r\n|[\r\n\u2028\u2029]/gu;
  lineEnd.lastIndex = start;
  const end = lineEnd.test(text) ? lineEnd.lastIndex : text.length;
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

/** A line without the marks of Markdown for headings, emphasis, links and images. */
function stripMarks(line: string): string {
  return line
    .replace(/^\s*#{1,6}[^\S\n]+/u, '')
    .replace(/[^\S\n]+#+\s*$/u, '')
    .replaceAll(/!\[[^[\]\n]{0,300}\]\([^()\n]{0,500}\)/gu, '')
    .replaceAll(/\[([^[\]\n]{1,300})\]\([^()\n]{0,500}\)/gu, '$1')
    .replaceAll(
      /(?<![\p{L}\p{N}*_])(\*{1,3}|_{1,3})(?=[^\s*_])([^*_\n]{0,300}[^\s*_])\1(?![\p{L}\p{N}*_])/gu,
      '$2',
    );
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
