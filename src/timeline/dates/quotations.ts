import type { Range } from '../../language/index.ts';

/** A quotation of more UTF-16 units was never closed. */
const LONGEST_QUOTATION = 1500;

/** Marks that open and close, in the ways of print, of typewriters and of Chinese. */
const QUOTATION = new RegExp(
  [
    ['“', '”'],
    ['"', '"'],
    ['「', '」'],
    ['『', '』'],
    ['``', "''"],
  ]
    .map(([open, close]) => `${open}(?:(?!${open}|${close})[^]){1,${LONGEST_QUOTATION}}${close}`)
    // An apostrophe stands between letters, a closing mark does not.
    .concat(`(?<!\\p{L})‘(?:[^‘’]|’(?=\\p{L})){1,${LONGEST_QUOTATION}}’(?!\\p{L})`)
    .join('|'),
  'gu',
);

/** The quotations in a text, with their marks. */
export function findQuotations(text: string): Range[] {
  return [...text.matchAll(QUOTATION)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
}
