import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import {
  countBadCharacters,
  gatherLines,
  isVertical,
  type Line,
  type PlacedGlyph,
} from './lines.ts';

/** What a PDF holds, before it is made into a text. */
export interface PdfContents {
  readonly pages: readonly PdfPage[];
  /** What the document says of itself, by the key of its information dictionary. */
  readonly information: Readonly<Record<'Title' | 'Author' | 'CreationDate', string>>;
}

/** A page. */
export interface PdfPage {
  /** In the order in which they are read. */
  readonly lines: readonly Line[];
  /** In points, along the lines' own up direction. */
  readonly height: number;
  readonly characters: number;
  /** Characters whose font does not say what they are. */
  readonly badCharacters: number;
  /** It is written from top to bottom. */
  readonly isVertical: boolean;
}

/** Why a PDF is not read. */
export class PdfError extends Error {
  override readonly name = 'PdfError';
  readonly code: 'encrypted' | 'damaged' | 'too-many-pages' | 'too-long';

  constructor(code: PdfError['code']) {
    super(`PDF: ${code}`);
    this.code = code;
  }
}

/** FPDF_ERR_PASSWORD in PDFium's fpdfview.h. */
const WRONG_PASSWORD = 4;

/** What is read of the information dictionary, in bytes of UTF-16. */
const MAX_INFORMATION_BYTES = 4096;

interface Limits {
  readonly maxPages: number;
  /** Of all pages together. */
  readonly maxCharacters: number;
}

/**
 * Reads the pages of a PDF with PDFium, which has the character maps of Chinese, Japanese and Korean
 * in it. The same bytes give the same pages on every machine.
 *
 * @throws PdfError
 */
export async function readPdfPages(bytes: Uint8Array, limits: Limits): Promise<PdfContents> {
  const wasm = fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm'));
  const { buffer } = new Uint8Array(await readFile(wasm));
  const pdfium = await init({ wasmBinary: buffer });
  pdfium.PDFiumExt_Init();
  const { malloc } = pdfium.pdfium.wasmExports;
  // Nothing is freed: the memory goes with the thread.
  const start = malloc(bytes.length);
  pdfium.pdfium.HEAPU8.set(bytes, start);
  const document = pdfium.FPDF_LoadMemDocument(start, bytes.length, '');
  if (document === 0) {
    throw new PdfError(pdfium.FPDF_GetLastError() === WRONG_PASSWORD ? 'encrypted' : 'damaged');
  }
  const pageCount = pdfium.FPDF_GetPageCount(document);
  if (pageCount > limits.maxPages) throw new PdfError('too-many-pages');
  const informationOf = (key: string) => readInformation(pdfium, document, key);
  const pages: PdfPage[] = [];
  let characters = 0;
  for (let index = 0; index < pageCount; index += 1) {
    const page = readPage(pdfium, document, index, limits.maxCharacters - characters);
    pages.push(page);
    characters += page.characters;
  }
  return {
    pages,
    information: {
      Title: informationOf('Title'),
      Author: informationOf('Author'),
      CreationDate: informationOf('CreationDate'),
    },
  };
}

function readInformation(pdfium: WrappedPdfiumModule, document: number, key: string): string {
  const start = pdfium.pdfium.wasmExports.malloc(MAX_INFORMATION_BYTES);
  const length = pdfium.FPDF_GetMetaText(document, key, start, MAX_INFORMATION_BYTES);
  if (length <= 2 || length > MAX_INFORMATION_BYTES) return '';
  return pdfium.pdfium.UTF16ToString(start).trim();
}

const NO_PAGE: PdfPage = {
  lines: [],
  height: 0,
  characters: 0,
  badCharacters: 0,
  isVertical: false,
};

/** A page that is too broken to be loaded has no lines. */
function readPage(
  pdfium: WrappedPdfiumModule,
  document: number,
  index: number,
  maxCharacters: number,
): PdfPage {
  const page = pdfium.FPDF_LoadPage(document, index);
  if (page === 0) return NO_PAGE;
  const text = pdfium.FPDFText_LoadPage(page);
  if (text === 0) {
    pdfium.FPDF_ClosePage(page);
    return NO_PAGE;
  }
  const count = pdfium.FPDFText_CountChars(text);
  if (count > maxCharacters) throw new PdfError('too-long');
  const glyphs = readGlyphs(pdfium, text, count);
  const quarter = mostFrequentQuarter(glyphs);
  const height =
    quarter % 2 === 0 ? pdfium.FPDF_GetPageHeightF(page) : pdfium.FPDF_GetPageWidthF(page);
  pdfium.FPDFText_ClosePage(text);
  pdfium.FPDF_ClosePage(page);
  const upright = glyphs.filter((glyph) => glyph.quarter === quarter || glyph.isGenerated);
  return {
    lines: gatherLines(upright),
    height,
    characters: count,
    badCharacters: countBadCharacters(glyphs),
    isVertical: isVertical(upright),
  };
}

/** A glyph with its direction of writing, in quarters of a turn; null for none of the four, as of a watermark's. */
interface TurnedGlyph extends PlacedGlyph {
  readonly quarter: number | null;
}

function readGlyphs(pdfium: WrappedPdfiumModule, text: number, count: number): TurnedGlyph[] {
  const { wasmExports, getValue } = pdfium.pdfium;
  const place = wasmExports.malloc(64);
  const float = (index: number) => getValue(place + 4 * index, 'float');
  const glyphs: TurnedGlyph[] = [];
  for (let index = 0; index < count; index += 1) {
    const code = pdfium.FPDFText_GetUnicode(text, index);
    const isHyphen = pdfium.FPDFText_IsHyphen(text, index) === 1;
    const isGenerated = pdfium.FPDFText_IsGenerated(text, index) === 1;
    // Line ends: where the characters stand says more.
    if (code === 0x0a || code === 0x0d) continue;
    // FS_MATRIX: a, b, c, d, e, f.
    pdfium.FPDFText_GetMatrix(text, index, place);
    const [a, b, c, d] = [float(0), float(1), float(2), float(3)];
    // FS_RECTF: left, top, right, bottom.
    pdfium.FPDFText_GetLooseCharBox(text, index, place);
    const [left, top, right, bottom] = [float(0), float(1), float(2), float(3)];
    pdfium.FPDFText_GetCharOrigin(text, index, place, place + 8);
    const [x, y] = [getValue(place, 'double'), getValue(place + 8, 'double')];
    const quarter = quarterOf(Math.atan2(b, a));
    glyphs.push({
      code: isHyphen ? 0x2d : code,
      isGenerated: isGenerated && !isHyphen,
      isUnmapped: pdfium.FPDFText_HasUnicodeMapError(text, index) === 1,
      ...turned({ left, top, right, bottom, x, y }, quarter ?? 0),
      size: pdfium.FPDFText_GetFontSize(text, index) * Math.hypot(c, d),
      quarter,
    });
  }
  wasmExports.free(place);
  return glyphs;
}

interface Place {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly x: number;
  readonly y: number;
}

/** Where a character stands along its own line, whichever way that runs. */
function turned(
  { left, top, right, bottom, x, y }: Place,
  quarter: number,
): Pick<PlacedGlyph, 'left' | 'right' | 'baseline'> {
  switch (quarter) {
    case 1:
      return { left: bottom, right: top, baseline: -x };
    case 2:
      return { left: -right, right: -left, baseline: -y };
    case 3:
      return { left: -top, right: -bottom, baseline: x };
    default:
      return { left, right, baseline: y };
  }
}

const QUARTER = Math.PI / 2;

function quarterOf(angle: number): number | null {
  const quarters = angle / QUARTER;
  const nearest = Math.round(quarters);
  return Math.abs(quarters - nearest) < 0.05 ? ((nearest % 4) + 4) % 4 : null;
}

function mostFrequentQuarter(glyphs: readonly TurnedGlyph[]): number {
  const counts = [0, 0, 0, 0];
  for (const { quarter, isGenerated } of glyphs) {
    if (quarter !== null && !isGenerated) counts[quarter] = (counts[quarter] ?? 0) + 1;
  }
  return counts.indexOf(Math.max(...counts));
}
