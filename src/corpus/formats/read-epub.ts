import { posix } from 'node:path';
import { type Reading, rejectWith } from '../build-article.ts';
import { parseDate } from '../metadata/parse-date.ts';
import { createError } from '../problem.ts';
import { decodePage } from './charset.ts';
import { readParagraphs } from './document-head.ts';
import { removeNoise } from './html-noise.ts';
import { renderParagraphs } from './html-text.ts';
import { parseHtml } from './html-tree.ts';
import { closeEmptyElements, readXmlElements, type XmlElement } from './xml.ts';
import { unzip, ZipError } from './zip.ts';

/** What a book consists of besides its pictures, fonts and sounds. */
const WANTED = /\.(?:xml|opf|x?html?)$/iu;

/** How many times as large as its text the markup of a book can be. */
const MOST_MARKUP_SIZES = 8;

const MAX_CHAPTERS = 2000;

/** What keeps the chapters of a protected book; fonts alone may be disguised without it (EPUB 3.3, 4.2.6.3.2). */
const RIGHTS = 'META-INF/rights.xml';

/** A file of the book, as its package lists it. */
interface ManifestItem {
  readonly path: string;
  readonly isText: boolean;
  readonly isNavigation: boolean;
}

/**
 * Reads an EPUB: the paragraphs of its chapters in the order in which they are read, without its table of
 * contents.
 */
export function readEpub(bytes: Uint8Array, file: string, maxTextBytes: number): Reading {
  try {
    const limit = maxTextBytes * MOST_MARKUP_SIZES;
    return readFiles(
      unzip(bytes, (name) => WANTED.test(name), limit),
      file,
      maxTextBytes,
    );
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    return rejectWith(
      error.code === 'too-large'
        ? createError('too-much-text', { maxBytes: maxTextBytes }, file)
        : createError(error.code, {}, file),
    );
  }
}

function readFiles(
  files: ReadonlyMap<string, Buffer>,
  file: string,
  maxTextBytes: number,
): Reading {
  if (files.has(RIGHTS)) return rejectWith(createError('encrypted', {}, file));
  const container = readXmlElements(files.get('META-INF/container.xml'));
  const root = container.find(({ name }) => name === 'rootfile')?.attribute('full-path');
  const book = readXmlElements(root ? files.get(root) : undefined);
  const chapters = chaptersOf(book, posix.dirname(root ?? ''));
  if (chapters.length === 0) return rejectWith(createError('damaged', {}, file));
  if (chapters.length > MAX_CHAPTERS) {
    return rejectWith(createError('too-many-pages', { maxPages: MAX_CHAPTERS }, file));
  }
  const paragraphs = chapters.flatMap((path) => paragraphsOf(files.get(path)));
  const stated = (name: string) => book.find((element) => element.name === name)?.text() ?? '';
  return readParagraphs(
    paragraphs,
    {
      statedTitle: stated('title'),
      statedPublisher: stated('publisher') || null,
      statedAuthor: stated('creator'),
      statedDate: parseDate(stated('date').slice(0, 10)),
      file,
    },
    maxTextBytes,
  );
}

/** The paths of the chapters, in the order of the spine. */
function chaptersOf(book: readonly XmlElement[], folder: string): readonly string[] {
  const items = new Map<string, ManifestItem>();
  for (const { name, attribute } of book) {
    const id = attribute('id');
    const address = attribute('href');
    if (name !== 'item' || id === null || address === null) continue;
    items.set(id, {
      path: posix.join(folder, decoded(address.replace(/#.*$/u, ''))),
      isText: /html/iu.test(attribute('media-type') ?? ''),
      isNavigation: /\bnav\b/u.test(attribute('properties') ?? ''),
    });
  }
  return book.flatMap(({ name, attribute }) => {
    if (name !== 'itemref' || attribute('linear') === 'no') return [];
    const item = items.get(attribute('idref') ?? '');
    return item?.isText && !item.isNavigation ? [item.path] : [];
  });
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    // A name with a percent sign of its own.
    return address;
  }
}

/** Without numbers of printed pages, and paragraphs that are links alone, as in tables of contents. */
function paragraphsOf(chapter: Buffer | undefined): { text: string; size: number }[] {
  const page = chapter === undefined ? null : decodePage(chapter);
  const parsed = page === null ? null : parseHtml(closeEmptyElements(page.text));
  if (parsed?.kind !== 'document') return [];
  removeNoise(parsed.document);
  return renderParagraphs(parsed.document)
    .filter(({ text, letters, linkLetters }) => {
      return linkLetters < letters * 0.9 && !/^\d{1,4}$/u.test(text);
    })
    .map(({ text, tagName }) => ({ text, size: tagName === 'h1' ? 2 : 1 }));
}
