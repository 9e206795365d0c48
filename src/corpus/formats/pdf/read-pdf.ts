import type { PageStart } from '../../article.ts';
import { type Draft, type Reading, rejectWith } from '../../build-article.ts';
import { parseDate } from '../../metadata/parse-date.ts';
import { createError, createWarning } from '../../problem.ts';
import { draftOfDocument, readDocumentHead } from '../document-head.ts';
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
  const faults = pages.map(faultOf);
  const kept = pages.map((page, index) => (faults[index] === null ? page : { ...page, lines: [] }));
  const isWarning = faults.includes(null);
  const refusals = REASONS.flatMap((reason) => {
    const refused = faults.flatMap((fault, index) => (fault === reason ? [index + 1] : []));
    const create = isWarning ? createWarning : createError;
    return refused.length === 0
      ? []
      : [create('unreadable-pages', { pages: refused, reason }, file)];
  });
  const characters = pages.reduce((sum, page) => sum + page.characters, 0);
  if (
    characters === 0 ||
    characters < Math.min(pages.length * MIN_CHARACTERS_OF_PAGE, MIN_LETTERS_TO_JUDGE)
  ) {
    return rejectWith(createError('no-text-layer', {}, file));
  }
  if (!isWarning) return rejectWith(...refusals);
  const paragraphs = joinParagraphs(withoutRunningLines(kept));
  // Pages that are all alike have nothing but running lines.
  const all = paragraphs.length > 0 ? paragraphs : joinParagraphs(kept.map(({ lines }) => lines));
  const draft = draftOf(all, information, file);
  return { drafts: [draft], problems: refusals };
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

const REASONS = ['font', 'vertical'] as const;

/** Why a page is not quoted, or null. */
function faultOf({
  characters,
  badCharacters,
  lines,
  isVertical,
}: PdfPage): (typeof REASONS)[number] | null {
  if (badCharacters > Math.max(1, characters * MAX_BAD_SHARE)) return 'font';
  if (isVertical) return 'vertical';
  const text = lines.map((line) => line.text).join('\n');
  const letters = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters < MIN_LETTERS_TO_JUDGE) return null;
  const vowels = text.normalize('NFD').match(/[aeiouyæœøıəаеиоу]/giu)?.length ?? 0;
  return vowels >= letters * MIN_VOWEL_SHARE ? null : 'font';
}

function draftOf(
  paragraphs: readonly PdfParagraph[],
  information: PdfContents['information'],
  file: string,
): Draft {
  const firstPage = paragraphs[0]?.pages[0]?.page;
  const head = readDocumentHead(paragraphs, {
    headLength: paragraphs.filter(({ pages: [first] }) => first?.page === firstPage).length,
    statedTitle: information.Title,
    statedDate: dateOf(information.CreationDate),
    statedPublisher: null,
    statedAuthor: information.Author,
    file,
  });
  const pages: PageStart[] = [];
  let text = '';
  for (const paragraph of paragraphs.slice(head.bodyIndex)) {
    if (text !== '') text += '\n\n';
    for (const { page, start } of paragraph.pages) {
      if (pages.at(-1)?.page !== page) pages.push({ page, start: text.length + start });
    }
    text += paragraph.text;
  }
  return draftOfDocument(head, text, file, pages);
}

/** "D:20240305101500+01'00'" as `YYYY-MM-DD` (ISO 32000-1, 7.9.4), or null. */
function dateOf(written: string): string | null {
  const [, year, month, day] = /^(?:D:)?(\d{4})(\d{2})(\d{2})/u.exec(written) ?? [];
  return year === undefined ? null : parseDate(`${year}-${month}-${day}`);
}
