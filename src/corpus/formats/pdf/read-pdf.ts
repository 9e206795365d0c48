import type { PageStart } from '../../article.ts';
import { type Draft, dateOfFile, inferId, type Reading, rejectWith } from '../../build-article.ts';
import { readCreditLine, readCreditLines } from '../../metadata/credit-line.ts';
import { parseField, withoutNulls } from '../../metadata/metadata.ts';
import { toOneLine } from '../../metadata/one-line.ts';
import { parseDate } from '../../metadata/parse-date.ts';
import { createError, createWarning } from '../../problem.ts';
import { joinParagraphs, type PdfParagraph } from './paragraphs.ts';
import { type PdfContents, PdfError, type PdfPage, readPdfPages } from './read-pages.ts';
import { withoutRunningLines } from './running-lines.ts';

/** Longer documents are books, which are better added by the chapter. */
const MAX_PAGES = 2000;

/** A page with a larger share of characters that nobody can read is not quoted. */
const MAX_BAD_SHARE = 0.01;

/** Letters that nearly every word of the Latin script has. Text in a font's own code has few of them. */
const MIN_VOWEL_SHARE = 0.2;
const MIN_LETTERS_TO_JUDGE = 200;

/** Fewer characters on all pages together are stamps on pictures. */
const MIN_CHARACTERS_OF_PAGE = 20;

/** How much larger than most of the text a headline is set, and how far down it stands. */
const MIN_HEADLINE_RATIO = 1.15;
const MOST_HEAD_PARAGRAPHS = 10;
const MAX_HEADLINE_LENGTH = 300;
const MAX_KICKER_LENGTH = 120;

/** What programs write for a title where nobody gave one. */
const NO_TITLE =
  /^(?:untitled.*|无标题.*|document\d*|slide \d+|powerpoint.*|microsoft \w+ - .*|\S+\.(?:docx?|pdf|indd|qxd|tex|dvi|pptx?|xlsx?|rtf|odt|pages|wps|cdr))$|^\P{L}*$/iu;

/**
 * Reads a PDF: the text of its pages without running heads and feet, each paragraph in one line, and
 * what the document and its first lines say of it. Pages whose fonts do not say what their characters
 * are get left out with a warning, for a quote of them would be false.
 */
export async function readPdf(
  bytes: Uint8Array,
  file: string,
  maxTextBytes: number,
): Promise<Reading> {
  let contents: PdfContents;
  try {
    contents = await readPdfPages(bytes, { maxPages: MAX_PAGES, maxCharacters: maxTextBytes });
  } catch (error) {
    if (!(error instanceof PdfError)) throw error;
    return rejectWith(refusalOf(error, file, maxTextBytes));
  }
  const { pages, information } = contents;
  const refused = pages.flatMap((page, index) => (isReadable(page) ? [] : [index + 1]));
  const kept = pages.map((page) => (isReadable(page) ? page : { ...page, lines: [] }));
  const characters = pages.reduce((sum, page) => sum + page.characters, 0);
  if (
    characters === 0 ||
    characters < Math.min(pages.length * MIN_CHARACTERS_OF_PAGE, MIN_LETTERS_TO_JUDGE)
  ) {
    return rejectWith(createError('no-text-layer', {}, file));
  }
  if (refused.length === pages.length) {
    return rejectWith(createError('unreadable-pages', { pages: refused }, file));
  }
  const paragraphs = joinParagraphs(withoutRunningLines(kept));
  // Pages that are all alike have nothing but running lines.
  const all = paragraphs.length > 0 ? paragraphs : joinParagraphs(kept.map(({ lines }) => lines));
  const draft = draftOf(all, information, file);
  const warnings =
    refused.length === 0 ? [] : [createWarning('unreadable-pages', { pages: refused }, file)];
  return { drafts: [draft], problems: warnings };
}

function refusalOf({ code }: PdfError, file: string, maxBytes: number) {
  switch (code) {
    case 'too-many-pages':
      return createError('too-many-pages', { maxPages: MAX_PAGES }, file);
    case 'too-long':
      return createError('too-much-text', { maxBytes }, file);
    default:
      return createError(code, {}, file);
  }
}

function isReadable({ characters, badCharacters, lines }: PdfPage): boolean {
  if (badCharacters > Math.max(1, characters * MAX_BAD_SHARE)) return false;
  const text = lines.map((line) => line.text).join('\n');
  const letters = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters < MIN_LETTERS_TO_JUDGE) return true;
  const vowels = text.normalize('NFD').match(/[aeiouyæœøıəаеиоу]/giu)?.length ?? 0;
  return vowels >= letters * MIN_VOWEL_SHARE;
}

function draftOf(
  paragraphs: readonly PdfParagraph[],
  information: PdfContents['information'],
  file: string,
): Draft {
  const head = headOf(paragraphs);
  const headline = findHeadline(head, paragraphs, information.Title);
  const body = paragraphs.slice(bodyIndex(paragraphs, headline));
  const pages: PageStart[] = [];
  let text = '';
  for (const paragraph of body) {
    if (text !== '') text += '\n\n';
    for (const { page, start } of paragraph.pages) {
      if (pages.at(-1)?.page !== page) pages.push({ page, start: text.length + start });
    }
    text += paragraph.text;
  }
  const credits = readCreditLines(head.map((paragraph) => paragraph.text));
  const inferred = withoutNulls({
    title: parseField('title', headline?.text ?? statedTitle(information.Title)),
    publisher: parseField('publisher', credits.publisher),
    published: credits.published ?? dateOfFile(file) ?? dateOf(information.CreationDate),
  });
  return {
    file,
    line: null,
    inferredId: inferId(file),
    given: {},
    inferred,
    text,
    linesBeforeText: 0,
    headings: headline === null ? [] : [headline.text],
    pages,
  };
}

/** The first paragraphs of the first page that has any. */
function headOf(paragraphs: readonly PdfParagraph[]): readonly PdfParagraph[] {
  const first = paragraphs[0]?.pages[0]?.page;
  return paragraphs.slice(0, MOST_HEAD_PARAGRAPHS).filter(({ pages }) => pages[0]?.page === first);
}

/** The paragraph that is the title of the document, or else the one in the largest type. */
function findHeadline(
  head: readonly PdfParagraph[],
  all: readonly PdfParagraph[],
  title: string,
): PdfParagraph | null {
  const short = head.filter(
    ({ text }) => text.length <= MAX_HEADLINE_LENGTH && /\p{L}{2}|\p{Script=Han}/u.test(text),
  );
  const stated = statedTitle(title);
  const same = stated && short.find(({ text }) => fold(text) === fold(stated));
  if (same) return same;
  const largest = Math.max(...short.map(({ size }) => size));
  if (largest < usualSize(all) * MIN_HEADLINE_RATIO) return null;
  return short.find(({ size }) => size === largest) ?? null;
}

/** The title that the document states, unless a program made it up; null without one. */
function statedTitle(title: string): string | null {
  const line = toOneLine(title);
  return NO_TITLE.test(line) ? null : line;
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\u00AD]+/gu, '');
}

/** The size of the type in which most of the text is set. */
function usualSize(paragraphs: readonly PdfParagraph[]): number {
  const lengths = new Map<number, number>();
  for (const { size, text } of paragraphs) {
    const rounded = Math.round(size * 2) / 2;
    lengths.set(rounded, (lengths.get(rounded) ?? 0) + text.length);
  }
  const [usual] = [...lengths].toSorted((one, other) => other[1] - one[1]);
  return usual?.[0] ?? 0;
}

/** Where the text begins: after the headline, the short lines over it, and who wrote it when under it. */
function bodyIndex(paragraphs: readonly PdfParagraph[], headline: PdfParagraph | null): number {
  const place = headline === null ? -1 : paragraphs.indexOf(headline);
  const isHead = paragraphs.slice(0, place).every(({ text }) => text.length <= MAX_KICKER_LENGTH);
  if (place === -1 || !isHead) return 0;
  const start = paragraphs.findIndex(
    ({ text }, index) => index > place && readCreditLine(text) === null,
  );
  // A document that is nothing but its headline has that for a text.
  return start === -1 ? 0 : start;
}

/** "D:20240305101500+01'00'" as `YYYY-MM-DD` (ISO 32000-1, 7.9.4), or null. */
function dateOf(written: string): string | null {
  const [, year, month, day] = /^(?:D:)?(\d{4})(\d{2})(\d{2})/u.exec(written) ?? [];
  return year === undefined ? null : parseDate(`${year}-${month}-${day}`);
}
