import { createRandom, type Random } from '../bench/texts/random.ts';
import type { PassageLanguage } from '../src/language/script-language.ts';
import { CHINESE_EMPTY_CHARACTERS, ENGLISH_EMPTY_WORDS } from './empty-words.ts';
import { seedOf } from './seed-of.ts';

/** A stretch of a text and what is typed instead of it. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly typed: string;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'.split('');

/** A shorter word is not recognisable any more with a letter wrong. */
const SHORTEST_WORD = 4;

/**
 * The question with one typing error, always the same one. English: a letter of the longest content
 * word is swapped with the next one, dropped, doubled or replaced, never the first. Chinese: two
 * neighbouring characters are swapped, because a wrong character that sounds or looks alike would
 * need data. A question without a place for it is given back as it is.
 */
export function withTypingError(question: string, language: PassageLanguage): string {
  const random = createRandom(seedOf(question));
  const edit = language === 'en' ? wrongLetter(question, random) : swappedPair(question, random);
  if (!edit) return question;
  return question.slice(0, edit.start) + edit.typed + question.slice(edit.end);
}

function wrongLetter(question: string, random: Random): Edit | null {
  const word = longestContentWord(question);
  if (!word) return null;
  const at = (index: number) => question.charAt(word.start + index);
  // Any letter but the first; the last has no next one to be swapped with.
  const inside = Array.from({ length: word.length - 1 }, (_, index) => index + 1);
  const swappable = inside.filter(
    (index) => index + 1 < word.length && at(index).toLowerCase() !== at(index + 1).toLowerCase(),
  );
  const kinds = ['swap', 'drop', 'double', 'replace'] as const;
  const kind = random.pick(swappable.length > 0 ? kinds : kinds.slice(1));
  const index = random.pick(kind === 'swap' ? swappable : inside);
  const start = word.start + index;
  const letter = at(index);
  switch (kind) {
    case 'swap':
      return { start, end: start + 2, typed: at(index + 1) + letter };
    case 'drop':
      return { start, end: start + 1, typed: '' };
    case 'double':
      return { start, end: start + 1, typed: letter + letter };
    case 'replace': {
      const others = LETTERS.filter((other) => other !== letter.toLowerCase());
      return { start, end: start + 1, typed: random.pick(others) };
    }
  }
}

/** The longest run of Latin letters that tells something; of several, the first. */
function longestContentWord(
  question: string,
): { readonly start: number; readonly length: number } | null {
  const words = [...question.matchAll(/[a-z]+/giu)]
    .filter(
      ([word]) => word.length >= SHORTEST_WORD && !ENGLISH_EMPTY_WORDS.has(word.toLowerCase()),
    )
    .toSorted(([a], [b]) => b.length - a.length);
  const [longest] = words;
  return longest ? { start: longest.index, length: longest[0].length } : null;
}

function swappedPair(question: string, random: Random): Edit | null {
  // The lookahead finds overlapping pairs. All of these characters are one UTF-16 unit long but the
  // rare ones beyond the basic plane, which the flag "u" keeps whole.
  const pairs = [...question.matchAll(/(?=(\p{sc=Han})(\p{sc=Han}))/gu)].flatMap(
    ({ index, 1: first = '', 2: second = '' }) =>
      first === second ? [] : [{ index, first, second }],
  );
  const telling = pairs.filter(({ first, second }) => isTelling(first) && isTelling(second));
  const candidates = telling.length > 0 ? telling : pairs;
  if (candidates.length === 0) return null;
  const { index, first, second } = random.pick(candidates);
  const typed = second + first;
  return { start: index, end: index + typed.length, typed };
}

function isTelling(character: string): boolean {
  return !CHINESE_EMPTY_CHARACTERS.has(character);
}
