import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Font } from 'fontkitten';
import { z } from 'zod';
import { memoize } from '../shared/memoize.ts';

/** The outline of a character. */
export interface Glyph {
  /** Unique among all glyphs of all typefaces; letters, figures and hyphens. */
  readonly id: string;
  /** SVG path data in font units, the y axis upwards; empty for a space. */
  readonly outline: string;
  /** Font units to the next character. */
  readonly advance: number;
}

/** One weight of the font. */
export interface Typeface {
  /** Null for a character that the font does not have. */
  readonly glyphOf: (character: string) => Glyph | null;
}

/** The typefaces that a picture is set in. */
export interface Fonts {
  readonly regular: Typeface;
  readonly bold: Typeface;
}

/** Font units to the size of the font: what Noto Sans is drawn in. */
export const UNITS_PER_EM = 1000;

/** A little heavier than regular and bold: light text on a dark ground looks thinner. */
const WEIGHTS = { regular: 450, bold: 650 } as const;

const FAMILY = '@fontsource-variable/noto-sans-sc';

/** The characters of each file of the family, as in the CSS property `unicode-range`. */
const UNICODE_RANGES = z.record(z.string(), z.string());

/** One file of the family, in both weights. */
type FontFile = Readonly<Record<keyof Fonts, Font>>;

/**
 * Gives fonts that have every character of a text that Noto Sans has, Latin and Chinese in both
 * scripts. The font comes in a hundred files of a few hundred characters, and only those that a text
 * needs are read, each once. Rejects when a file of the package cannot be read.
 */
export function createFontLoader(): (text: string) => Promise<Fonts> {
  const require = createRequire(import.meta.url);
  const load = memoize((name: string) => readFontFile(require.resolve(fileOf(name))));
  let ranges: Promise<readonly FileRange[]> | null = null;

  return async (text) => {
    ranges ??= readRanges(require.resolve(`${FAMILY}/unicode.json`));
    const known = await ranges;
    const points = new Set(
      Array.from(text.normalize('NFC'), (character) => character.codePointAt(0) ?? 0),
    );
    const names = new Set([...points].flatMap((point) => filesWith(point, known)));
    const loaded = await Promise.all([...names].map(load));
    return { regular: createTypeface('regular', loaded), bold: createTypeface('bold', loaded) };
  };
}

interface FileRange {
  readonly name: string;
  readonly first: number;
  readonly last: number;
}

async function readRanges(file: string): Promise<FileRange[]> {
  const byName = UNICODE_RANGES.parse(JSON.parse(await readFile(file, 'utf8')));
  return Object.entries(byName).flatMap(([name, ranges]) =>
    ranges.split(',').map((range) => {
      const [first = '', last = first] = range.replace('U+', '').split('-');
      return { name, first: Number.parseInt(first, 16), last: Number.parseInt(last, 16) };
    }),
  );
}

function filesWith(codePoint: number, ranges: readonly FileRange[]): string[] {
  return ranges
    .filter(({ first, last }) => first <= codePoint && codePoint <= last)
    .map(({ name }) => name);
}

/** "[119]" is in the file of that number, "latin" in the one of that name. */
function fileOf(name: string): string {
  return `${FAMILY}/files/noto-sans-sc-${name.replace(/[[\]]/gu, '')}-wght-normal.woff2`;
}

async function readFontFile(file: string): Promise<FontFile> {
  // Half a megabyte of programs that only pictures need.
  const [{ create }, { default: decompress }] = await Promise.all([
    import('fontkitten'),
    import('woff2-encoder/decompress'),
  ]);
  // fontkitten cannot change the weight of a WOFF2 file, only that of a plain one.
  const plain = Buffer.from(await decompress(await readFile(file)));
  const font = create(plain);
  if (font.isCollection) throw new TypeError(`${file} is a collection of fonts`);
  return {
    regular: font.getVariation({ wght: WEIGHTS.regular }),
    bold: font.getVariation({ wght: WEIGHTS.bold }),
  };
}

function createTypeface(weight: keyof Fonts, files: readonly FontFile[]): Typeface {
  return { glyphOf: memoize((character: string) => findGlyph(character, weight, files)) };
}

function findGlyph(
  character: string,
  weight: keyof Fonts,
  files: readonly FontFile[],
): Glyph | null {
  const codePoint = character.codePointAt(0) ?? 0;
  const font = files.find((file) => file[weight].hasGlyphForCodePoint(codePoint))?.[weight];
  if (!font) return null;
  const { path, advanceWidth } = font.glyphForCodePoint(codePoint);
  const id = `${weight}-${codePoint.toString(16)}`;
  return { id, outline: path.toSVG(), advance: advanceWidth };
}
