import { createScriptFolding } from '../../language/index.ts';
import type { Range } from '../../shared/range.ts';

/**
 * What quotations are compared by: a word, a number, a Chinese or Japanese character, a sign that
 * means something. Two units are equal when they differ in typography alone.
 */
export interface Unit extends Range {
  /** Equal for equal units: without width, case, script and grouping of thousands. */
  readonly key: string;
}

/** Reads texts into units. */
export interface UnitReader {
  /** The units of a text, in order. What stands between them is typography: spaces, marks, punctuation. */
  readonly read: (text: string) => Unit[];
}

const CHARACTER = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]`;
const LETTER = String.raw`[\p{L}--${CHARACTER}]`;
const FIGURE = String.raw`[[\p{Nl}\p{No}]--${CHARACTER}]`;
const APOSTROPHE = `['’‘ʼ＇]`;
const UNSEEN = String.raw`[\u00AD\u200B-\u200D\u2060\uFEFF]`;

/** Markdown that can stand inside a word. One star between two numbers multiplies them. */
const EMPHASIS = String.raw`\*{2,3}|~~|\|\|`;

/** With thousands in groups, else with as many full stops as there are. */
const NUMBER = String.raw`(?<!\p{Nd})\p{Nd}{1,3}(?:[,，]\p{Nd}{3})+(?!\p{Nd})(?:[.．]\p{Nd}+)*|\p{Nd}+(?:[.．]\p{Nd}+)*`;

/** "U.S." and "a.m.", which are written without full stops too. */
const INITIALS = String.raw`(?<![\p{L}\p{N}])${LETTER}(?:\.${LETTER})+(?![\p{L}\p{N}])\.?`;

const SIGN_OF_WORD = `${LETTER}|${NUMBER}|${FIGURE}`;

const WORD = String.raw`(?:${SIGN_OF_WORD})(?:${SIGN_OF_WORD}|\p{M}|(?:${UNSEEN}|${EMPHASIS})+(?=${SIGN_OF_WORD})|(?<=\p{L}\p{M}*)${APOSTROPHE}(?=${LETTER}))*`;

/** Signs that are read out, and a minus before a number. */
const SIGN = String.raw`[\p{Sc}%％‰&＆+＋=＝±×÷≤≥≠\p{So}]|(?<=^|[\s\(（\[])[\-−－](?=\p{Sc}?\p{Nd})`;

const UNIT = new RegExp(`${CHARACTER}|${INITIALS}|${WORD}|${SIGN}`, 'gv');

const ONE_CHARACTER = new RegExp(`^${CHARACTER}$`, 'v');

/** Whether a key is of a character that is written without spaces. */
export function isCharacter(key: string): boolean {
  return ONE_CHARACTER.test(key);
}

/** More different words than most folders have. */
const MOST_REMEMBERED = 100_000;

/** A reader that remembers the keys of what it has read last. */
export function createUnitReader(): UnitReader {
  const foldCharacter = createScriptFolding();
  const keys = new Map<string, string>();
  const keyOf = (raw: string): string => {
    const known = keys.get(raw);
    if (known !== undefined) return known;
    const key = ONE_CHARACTER.test(raw) ? foldCharacter(raw) : keyOfWord(raw);
    if (keys.size >= MOST_REMEMBERED) keys.clear();
    keys.set(raw, key);
    return key;
  };
  return {
    read: (text) =>
      Array.from(text.matchAll(UNIT), ({ 0: raw, index }) => ({
        key: keyOf(raw),
        start: index,
        end: index + raw.length,
      })),
  };
}

const NOT_READ = new RegExp(`${UNSEEN}|${EMPHASIS}`, 'gu');
const APOSTROPHES = new RegExp(APOSTROPHE, 'gu');
const INITIALS_ALONE = new RegExp(`^(?:${INITIALS})$`, 'v');

function keyOfWord(raw: string): string {
  const plain = raw
    .replaceAll(NOT_READ, '')
    // Not superscripts and fractions: 10² is not 102.
    .replaceAll(/\P{No}+/gu, (part) => part.normalize('NFKC'))
    .toLowerCase()
    .replaceAll(APOSTROPHES, "'")
    .replaceAll('−', '-');
  const short = INITIALS_ALONE.test(plain) ? plain.replaceAll('.', '') : plain;
  return short.replaceAll(/(?<=\p{Nd}),(?=\p{Nd}{3})/gu, '');
}
