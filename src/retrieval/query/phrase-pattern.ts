import { escapePattern } from '../../shared/escape-pattern.ts';

const APOSTROPHES = "'’‘ʼ＇";
const QUOTATION_MARKS = '"“”„＂「」『』«»';
const DASHES = '-‐‑‒–—―−－';

/** How far U+FF01, the full-width "!", is from "!". */
const FULL_WIDTH = 0xfee0;

/** Letters that fonts join to one character. */
const LIGATURES: ReadonlyMap<string, string> = new Map([
  ['ff', 'ﬀ'],
  ['fi', 'ﬁ'],
  ['fl', 'ﬂ'],
  ['ffi', 'ﬃ'],
  ['ffl', 'ﬄ'],
  ['st', 'ﬆﬅ'],
]);

/** What a phrase is compared by: white space, three dots, joined letters, or a character with its marks. */
const UNITS = /\s+|\.{3}|(?:ffi|ffl|ff|fi|fl|st)(?!\p{M})|\P{M}\p{M}*|\p{M}+/giu;

const NOT_INSIDE_A_WORD = '[[\\p{L}\\p{M}\\p{N}]--[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}]]';

/** Soft hyphens and zero-width characters. */
const UNSEEN = '[\\u00AD\\u200B-\\u200D\\u2060]';

/** A word goes on in the next line. */
const LINE_END = `(?:[\\-‐\\u00AD]\\r?\\n[ \\t]*)?`;

/**
 * What Markdown and HTML put between words and is not read: emphasis, links, images, references,
 * tags. Every repetition is bounded, and no two alternatives begin alike and go on, so that time
 * stays linear.
 */
const MARK = [
  `${UNSEEN.slice(0, -1)}*_~\`\\\\\\[]`,
  '\\]\\([^\\(\\)\\n]{0,500}(?:\\([^\\(\\)\\n]{0,100}\\)[^\\(\\)\\n]{0,100})?\\)',
  '\\]\\[[^\\[\\]\\n]{0,100}\\]',
  '\\]',
  '!\\[[^\\[\\]\\n]{0,300}\\]\\([^\\(\\)\\n]{0,500}\\)',
  '\\[\\^[^\\[\\]\\n]{1,60}\\]',
  '<[\\/!a-z][^<>\\n]{0,300}>',
].join('|');

/** Between two units of a phrase. */
const GAPS = {
  free: `(?:\\s|${MARK})*`,
  spaced: `(?:${MARK})*\\s(?:\\s|${MARK})*`,
  beside: `(?:${MARK})*`,
  letters: `${LINE_END}(?:${UNSEEN}|\\uFEFF)*${LINE_END}`,
  digits: `(?:${UNSEEN}|\\uFEFF)*`,
} as const;

/**
 * The source of an expression (flags `iv`) that finds a phrase. It stands in a text word for word, up
 * to case, width, white space, traditional and simplified characters, ligatures, thousands
 * separators, the shape of apostrophes, dashes and quotation marks, marks of Markdown, invisible
 * characters, and words cut at the end of a line. It begins and ends at words: "art" does not stand
 * in "party".
 */
export function phrasePattern(
  phrase: string,
  variantsOf: (character: string) => readonly string[],
): string {
  const plain = phrase
    .normalize('NFKC')
    .trim()
    .replaceAll(/(?:[\u00AD\u200B-\u200D\u2060]|(?<=\S)\uFEFF(?=\S))+/gu, '')
    .replaceAll(/(?<![\d.,])\d{1,3}(?:,\d{3})+(?!\d)/gu, (number) => number.replaceAll(',', ''));
  const thousands = thousandsIn(plain);
  let pattern = '';
  let first = '';
  let previous = '';
  let isSpaced = false;
  for (const { 0: unit, index } of plain.matchAll(UNITS)) {
    if (/^\s/u.test(unit)) {
      isSpaced = true;
      continue;
    }
    if (previous === '') first = unit;
    else pattern += gapBetween(previous, unit, isSpaced);
    if (thousands.has(index)) pattern += '[,٬，]?';
    pattern += `(?:${formsOf(unit, variantsOf).join('|')})`;
    previous = unit;
    isSpaced = false;
  }
  const before = isLetterOrDigit(first) ? `(?<!${NOT_INSIDE_A_WORD}${UNSEEN}*)` : '';
  const after = isLetterOrDigit(previous) ? `(?!${UNSEEN}*${NOT_INSIDE_A_WORD})` : '';
  return before + pattern + after;
}

/** The offsets at which whole numbers can be grouped by thousands. */
function thousandsIn(phrase: string): ReadonlySet<number> {
  const offsets = new Set<number>();
  for (const { 0: digits, index } of phrase.matchAll(/(?<![\d.,])\d{4,}(?!\d)/gu)) {
    for (let left = digits.length - 3; left > 0; left -= 3) offsets.add(index + left);
  }
  return offsets;
}

function gapBetween(previous: string, unit: string, isSpaced: boolean): string {
  // Chinese is set with and without a space beside Latin words, and broken into lines anywhere;
  // dashes are set with and without spaces.
  if ([previous, unit].some((one) => isHan(one) || DASHES.includes(one))) return GAPS.free;
  if (isSpaced) return GAPS.spaced;
  if (isLetterOrDigit(previous) && isLetterOrDigit(unit)) {
    return /\p{N}/u.test(previous + unit) ? GAPS.digits : GAPS.letters;
  }
  return GAPS.beside;
}

/** The ways in which a unit can be written, as patterns. */
function formsOf(
  unit: string,
  variantsOf: (character: string) => readonly string[],
): readonly string[] {
  if (unit === '...') return ['\\.{3}', '…', '．{3}'];
  const lower = unit.toLowerCase();
  const ligatures = LIGATURES.get(lower);
  if (ligatures !== undefined) {
    const letters = Array.from(unit, (letter) => `(?:${formsOf(letter, variantsOf).join('|')})`);
    const forms = [letters.join(GAPS.letters), `[${ligatures}]`];
    // The first two of three can be joined, or the last two.
    if (letters.length > 2) forms.push(`ﬀ${letters.at(-1)}`, `f${LIGATURES.get(lower.slice(1))}`);
    return forms;
  }
  for (const alike of [APOSTROPHES, QUOTATION_MARKS, DASHES]) {
    if (alike.includes(unit)) return alike.split('').map(escapePattern);
  }
  if (isHan(unit)) return variantsOf(unit).map(escapePattern);
  if (/^[!-~]$/u.test(unit)) {
    const wide = String.fromCodePoint((unit.codePointAt(0) ?? 0) + FULL_WIDTH);
    return [unit, wide].map(escapePattern);
  }
  return [...new Set([unit, unit.normalize('NFC'), unit.normalize('NFD')])].map(escapePattern);
}

function isHan(unit: string): boolean {
  return /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(unit);
}

function isLetterOrDigit(unit: string): boolean {
  return /^[\p{L}\p{N}]/u.test(unit) && !isHan(unit);
}
