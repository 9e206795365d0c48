/** One line of a page: its text, and where and how large it is set, in points. */
export interface PdfTextLine {
  readonly text: string;
  /** 72 when left out. */
  readonly x?: number;
  readonly y: number;
  /** 11 when left out. */
  readonly size?: number;
  /**
   * `latin` is Helvetica; `chinese` a font that is not in the file, whose characters are told by a
   * map of Adobe's; `unmapped` a font that does not say which characters its glyphs are.
   */
  readonly font?: 'latin' | 'chinese' | 'unmapped';
}

/** What a PDF is made of. */
export interface PdfParts {
  readonly pages: readonly (readonly PdfTextLine[])[];
  /** Of its information dictionary. */
  readonly information?: Readonly<Record<string, string>>;
  /** It asks for a password that nobody has. */
  readonly isEncrypted?: boolean;
}

const FONTS = { latin: 'F1', chinese: 'F2', unmapped: 'F3' } as const;

/** A PDF of 612 by 792 points with lines of text. */
export function buildPdf({ pages, information = {}, isEncrypted = false }: PdfParts): Buffer {
  const objects: string[] = [];
  const add = (content: string) => objects.push(content);
  const pageStart = 9;
  const kids = pages.map((_page, index) => `${pageStart + 2 * index} 0 R`);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>',
  );
  add(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>',
  );
  add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /Nobody /Encoding /Identity-H /DescendantFonts [7 0 R] >>',
  );
  add(
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Nobody /DW 500 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>',
  );
  add(
    `<< ${Object.entries(information)
      .map(([key, value]) => `/${key} <${hexOf(`\uFEFF${value}`)}>`)
      .join(' ')} >>`,
  );
  for (const [index, lines] of pages.entries()) {
    const stream = lines.map(showLine).join('\n');
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${pageStart + 2 * index + 1} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 6 0 R >> >> >>`,
    );
    add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
  }
  if (isEncrypted) {
    const key = 'ab'.repeat(32);
    add(`<< /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >>`);
  }
  return assemble(objects, isEncrypted ? `/Encrypt ${objects.length} 0 R /ID [<00> <00>]` : '');
}

function showLine({ text, x = 72, y, size = 11, font = 'latin' }: PdfTextLine): string {
  return `BT /${FONTS[font]} ${size} Tf ${x} ${y} Td ${shown(text, font)} Tj ET`;
}

function shown(text: string, font: keyof typeof FONTS): string {
  if (font === 'chinese') return `<${hexOf(text)}>`;
  if (font === 'latin') return `(${text.replaceAll(/[()\\]/gu, '\\$&')})`;
  // Numbers of glyphs, as subsets of fonts have them.
  const numbers = Array.from(text, (letter) => (letter.charCodeAt(0) % 90) + 1);
  return `<${numbers.map((number) => number.toString(16).padStart(4, '0')).join('')}>`;
}

/** UTF-16 big endian. */
function hexOf(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}

function assemble(objects: readonly string[], trailer: string): Buffer {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((content, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${content}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R /Info 8 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** Lines under each other, 14 points apart, from `y` down. */
export function linesFrom(
  y: number,
  texts: readonly string[],
  rest: Omit<PdfTextLine, 'text' | 'y'> = {},
): PdfTextLine[] {
  return texts.map((text, index) => ({ text, y: y - 14 * index, ...rest }));
}
