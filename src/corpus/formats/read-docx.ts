import mammoth from 'mammoth';
import { type Reading, rejectWith } from '../build-article.ts';
import { parseDate } from '../metadata/parse-date.ts';
import { createError } from '../problem.ts';
import { readParagraphs } from './document-head.ts';
import { removeNoise } from './html-noise.ts';
import { type Paragraph, renderParagraphs } from './html-text.ts';
import { parseHtml } from './html-tree.ts';
import { isTooDeep, readXmlElements } from './xml.ts';
import { unzip, ZipError, zipUnpacked } from './zip.ts';

/** What a document consists of besides its pictures. */
const WANTED = /(?:\.xml|\.rels)$/iu;

/** How many times as large as its text the XML of a document can be. */
const MOST_XML_SIZES = 16;

/** When the document was made that a widespread library writes into all of its documents. */
const MADE_BY_NOBODY = '2013-12-23';

/** Leads from a note back to where it belongs. */
const BACK_LINK = /<a href="#(?:foot|end)note-ref-[^"]{0,100}">↑<\/a>/gu;

/**
 * Reads a Word document: its paragraphs, lists and tables in order, then its notes; no heads and feet of
 * pages, comments or text that was deleted.
 */
export async function readDocx(
  bytes: Uint8Array,
  file: string,
  maxTextBytes: number,
): Promise<Reading> {
  let files: ReadonlyMap<string, Uint8Array>;
  try {
    files = unzip(bytes, (name) => WANTED.test(name), maxTextBytes * MOST_XML_SIZES);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    return rejectWith(refusalOf(error.code, bytes, file, maxTextBytes));
  }
  const isDeep = [...files.values()].some((content) => isTooDeep(content));
  const html = isDeep ? null : await toHtml(files);
  const parsed = html === null ? null : parseHtml(html.replaceAll(BACK_LINK, ''));
  if (parsed?.kind !== 'document') return rejectWith(createError('damaged', {}, file));
  removeNoise(parsed.document);
  const paragraphs = renderParagraphs(parsed.document).map((paragraph) => ({
    text: paragraph.text,
    size: sizeOf(paragraph),
  }));
  const core = readXmlElements(files.get('docProps/core.xml'));
  const stated = (name: string) => core.find((element) => element.name === name)?.text() ?? '';
  const created = parseDate(stated('created').slice(0, 10));
  return readParagraphs(
    paragraphs,
    {
      statedTitle: stated('title'),
      statedPublisher: null,
      statedAuthor: stated('creator'),
      statedDate: created === MADE_BY_NOBODY ? null : created,
      file,
    },
    maxTextBytes,
  );
}

/** Null for what is no document, as the library finds it. */
async function toHtml(files: ReadonlyMap<string, Uint8Array>): Promise<string | null> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: zipUnpacked(files) },
      {
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        includeEmbeddedStyleMap: false,
        styleMap: ["p[style-name='Title'] => h1:fresh"],
      },
    );
    return value;
  } catch {
    // It throws whatever its XML reader and its own code meet, as plain errors.
    return null;
  }
}

/** Old and protected documents of Word are no archives (MS-CFB, 2.2). */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

function refusalOf(code: ZipError['code'], bytes: Uint8Array, file: string, maxBytes: number) {
  if (code === 'too-large') return createError('too-much-text', { maxBytes }, file);
  const isProtected = COMPOUND_FILE.equals(bytes.subarray(0, COMPOUND_FILE.length));
  return createError(isProtected ? 'encrypted' : code, {}, file);
}

/** Headings count for larger type. */
function sizeOf({ tagName }: Paragraph): number {
  if (tagName === 'h1') return 2;
  return tagName === 'h2' ? 1.5 : 1;
}
