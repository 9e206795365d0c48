import type { PageStart } from '../article.ts';
import { type Draft, dateOfFile, inferId, type Reading, rejectWith } from '../build-article.ts';
import { readCreditLine, readCreditLines } from '../metadata/credit-line.ts';
import { type GivenMetadata, parseField, withoutNulls } from '../metadata/metadata.ts';
import { toOneLine } from '../metadata/one-line.ts';
import { createError } from '../problem.ts';

/** A paragraph of a document, and how large it is set against others. */
interface SizedParagraph {
  readonly text: string;
  readonly size: number;
}

/** What a document states of itself, which programs may have made up. */
interface DocumentStatements {
  /** How many paragraphs at most can be its head. */
  readonly headLength: number;
  readonly statedTitle: string;
  readonly statedPublisher: string | null;
  readonly statedAuthor: string;
  /** `YYYY-MM-DD`, or null. */
  readonly statedDate: string | null;
  readonly file: string;
}

/** What the head of a document says of it. */
interface DocumentHead {
  readonly inferred: GivenMetadata;
  /** The headline as it stands there, if it does. */
  readonly headings: readonly string[];
  /** Which paragraph the text begins with: after the headline and what belongs to it. */
  readonly bodyIndex: number;
}

/** How much larger than most of the text a headline is set, and how far down it stands. */
const MIN_HEADLINE_RATIO = 1.15;
const MOST_HEAD_PARAGRAPHS = 10;

/** In UTF-16 units. */
const MAX_HEADLINE_LENGTH = 300;
const MAX_KICKER_LENGTH = 120;

/** What programs write for a title where nobody gave one. */
const NO_TITLE =
  /^(?:untitled.*|无标题.*|document\d*|slide \d+|powerpoint.*|microsoft \w+ - .*|\S+\.(?:docx?|pdf|indd|qxd|tex|dvi|pptx?|xlsx?|rtf|odt|pages|wps|cdr|epub))$|^\P{L}*$/iu;

/** A name of a person; programs write that of the account, such as "admin" or "Office User". */
const AUTHOR =
  /^(?!.*\b(?:user|admin|administrator|owner)\b)(?:\p{Lu}\S*\s.*|\p{Script=Han}{2,4})$/iu;

/**
 * Reads who, what and when from the first paragraphs of a document, and where these do not say it, from
 * what it states of itself. The date in a file's name goes before the day on which a document was made.
 */
export function readDocumentHead(
  paragraphs: readonly SizedParagraph[],
  { headLength, statedTitle, statedPublisher, statedAuthor, statedDate, file }: DocumentStatements,
): DocumentHead {
  const head = paragraphs.slice(0, Math.min(MOST_HEAD_PARAGRAPHS, headLength));
  const stated = titleOf(statedTitle);
  const headline = findHeadline(head, paragraphs, stated);
  const credits = readCreditLines(head.map(({ text }) => text));
  return {
    inferred: withoutNulls({
      title: parseField('title', headline?.text ?? stated),
      publisher: parseField('publisher', credits.publisher ?? statedPublisher),
      author: AUTHOR.test(statedAuthor) ? parseField('author', statedAuthor) : null,
      published: credits.published ?? dateOfFile(file) ?? statedDate,
    }),
    headings: headline === null ? [] : [headline.text],
    bodyIndex: bodyIndexAfter(headline, paragraphs),
  };
}

/** The article of a document with its head; `pages` where it has them. */
export function draftOfDocument(
  { inferred, headings }: DocumentHead,
  text: string,
  file: string,
  pages?: readonly PageStart[],
): Draft {
  return {
    file,
    line: null,
    inferredId: inferId(file),
    given: {},
    inferred,
    text,
    headings,
    ...(pages && { pages }),
  };
}

/** Reads the paragraphs of a document without pages, of which any of the first may be its head. */
export function readParagraphs(
  paragraphs: readonly SizedParagraph[],
  stated: Omit<DocumentStatements, 'headLength'>,
  maxTextBytes: number,
): Reading {
  const { file } = stated;
  const head = readDocumentHead(paragraphs, { ...stated, headLength: paragraphs.length });
  const text = paragraphs
    .slice(head.bodyIndex)
    .map((paragraph) => paragraph.text)
    .join('\n\n');
  if (Buffer.byteLength(text) > maxTextBytes) {
    return rejectWith(createError('too-much-text', { maxBytes: maxTextBytes }, file));
  }
  return { drafts: [draftOfDocument(head, text, file)], problems: [] };
}

/** The paragraph that is the title of the document, or else the one in the largest type. */
function findHeadline(
  head: readonly SizedParagraph[],
  all: readonly SizedParagraph[],
  stated: string | null,
): SizedParagraph | null {
  const short = head.filter(
    ({ text }) => text.length <= MAX_HEADLINE_LENGTH && /\p{L}{2}|\p{Script=Han}/u.test(text),
  );
  const same = stated === null ? null : short.find(({ text }) => fold(text) === fold(stated));
  if (same) return same;
  const largest = Math.max(...short.map(({ size }) => size));
  if (largest < usualSize(all) * MIN_HEADLINE_RATIO) return null;
  return short.find(({ size }) => size === largest) ?? null;
}

/** A title that a person may have given; null for none. */
function titleOf(stated: string): string | null {
  const line = toOneLine(stated);
  return NO_TITLE.test(line) ? null : line;
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\u00AD]+/gu, '');
}

/** The size in which most of the text is set. */
function usualSize(paragraphs: readonly SizedParagraph[]): number {
  const lengths = new Map<number, number>();
  for (const { size, text } of paragraphs) {
    const rounded = Math.round(size * 2) / 2;
    lengths.set(rounded, (lengths.get(rounded) ?? 0) + text.length);
  }
  const [usual] = [...lengths].toSorted((one, other) => other[1] - one[1]);
  return usual?.[0] ?? 0;
}

/** After the headline, the short lines over it, and who wrote it when under it. */
function bodyIndexAfter(
  headline: SizedParagraph | null,
  paragraphs: readonly SizedParagraph[],
): number {
  const place = headline === null ? -1 : paragraphs.indexOf(headline);
  const isHead = paragraphs.slice(0, place).every(({ text }) => text.length <= MAX_KICKER_LENGTH);
  if (place === -1 || !isHead) return 0;
  const start = paragraphs.findIndex(
    ({ text }, index) => index > place && readCreditLine(text) === null,
  );
  // A document that is nothing but its headline has that for a text.
  return start === -1 ? 0 : start;
}
