import type { Range } from '../../language/index.ts';
import { createHanVariants } from '../../language/index.ts';

/** Finds one phrase in texts. */
export interface PhraseMatcher {
  readonly phrase: string;
  /** The places of the phrase in a text, in UTF-16 units. */
  readonly find: (text: string) => Range[];
  readonly isIn: (text: string) => boolean;
}

const APOSTROPHES = "'’‘ʼ＇";
const QUOTATION_MARKS = '"“”„＂「」『』«»';
const HYPHENS = '-‐‑－';

/** How far U+FF01, the full-width "!", is from "!". */
const FULL_WIDTH = 0xfee0;

const NOT_INSIDE_A_WORD = '[[\\p{L}\\p{M}\\p{N}]--[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}]]';

/**
 * Makes matchers for phrases, with a table of Chinese characters of its own. A phrase stands in a
 * text word for word, up to case, width, white space, traditional and simplified characters, and
 * the shape of apostrophes, hyphens and quotation marks. It begins and ends at words: "art" does
 * not stand in "party". The pattern has no nested repetition, so that its time is linear.
 */
export function createPhraseMatchers(): (phrase: string) => PhraseMatcher {
  const variantsOf = createHanVariants();
  return (phrase) => {
    const source = patternOf(phrase, variantsOf);
    const pattern = new RegExp(source, 'iv');
    const all = new RegExp(source, 'giv');
    return {
      phrase,
      isIn: (text) => pattern.test(text),
      find: (text) =>
        [...text.matchAll(all)].map(({ 0: found, index }) => ({
          start: index,
          end: index + found.length,
        })),
    };
  };
}

function patternOf(phrase: string, variantsOf: (character: string) => readonly string[]): string {
  const units =
    phrase
      .normalize('NFKC')
      .trim()
      .match(/\s+|\P{M}\p{M}*|\p{M}+/gu) ?? [];
  let pattern = '';
  let previous = '';
  let isSpaced = false;
  for (const unit of units) {
    if (/^\s/u.test(unit)) {
      isSpaced = true;
      continue;
    }
    // Chinese is set with and without a space beside Latin words, and broken into lines anywhere.
    const isFree = isHan(previous) || isHan(unit);
    if (previous !== '') pattern += isFree ? '\\s*' : isSpaced ? '\\s+' : '';
    pattern += `(?:${formsOf(unit, variantsOf).map(escapePattern).join('|')})`;
    previous = unit;
    isSpaced = false;
  }
  const [first = ''] = units;
  const before = isLetterOrDigit(first) ? `(?<!${NOT_INSIDE_A_WORD})` : '';
  const after = isLetterOrDigit(previous) ? `(?!${NOT_INSIDE_A_WORD})` : '';
  return before + pattern + after;
}

function formsOf(
  unit: string,
  variantsOf: (character: string) => readonly string[],
): readonly string[] {
  for (const alike of [APOSTROPHES, QUOTATION_MARKS, HYPHENS]) {
    if (alike.includes(unit)) return alike.split('');
  }
  if (isHan(unit)) return variantsOf(unit);
  if (/^[!-~]$/u.test(unit)) {
    return [unit, String.fromCodePoint((unit.codePointAt(0) ?? 0) + FULL_WIDTH)];
  }
  return [...new Set([unit, unit.normalize('NFC'), unit.normalize('NFD')])];
}

function isHan(unit: string): boolean {
  return /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(unit);
}

function isLetterOrDigit(unit: string): boolean {
  return /^[\p{L}\p{N}]/u.test(unit) && !isHan(unit);
}

function escapePattern(text: string): string {
  return text.replace(/[\^$\\.*+?()[\]{}|/]/gu, '\\$&');
}
