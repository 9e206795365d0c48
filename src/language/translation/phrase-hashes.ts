import { ENGLISH_STOP_WORDS } from '../stop-words.ts';
import { EMPTY_HASH, hashByte } from './hash-index.ts';

/** Words that stand for others in the definitions of a dictionary. */
export const PLACEHOLDERS: ReadonlySet<string> = new Set(['sb', 'sth', 'oneself', 'etc', 'esp']);

/** A phrase of a definition with more words than this explains rather than translates. */
const MOST_WORDS = 5;

const SKIPPED = new Set([...ENGLISH_STOP_WORDS, ...PLACEHOLDERS].map((word) => hashLetters(word)));
const JOINING = new Set(['and', 'or'].map(hashLetters));

const [QUOTE, BACKSLASH, OPEN, CLOSE, OPEN_SQUARE, CLOSE_SQUARE] = Array.from(
  '"\\()[]',
  (character) => character.charCodeAt(0),
);
const SEPARATORS = new Set(Array.from(',;/', (character) => character.charCodeAt(0)));
const APOSTROPHE = "'".charCodeAt(0);
const PLURAL = 's'.charCodeAt(0);

/** In letters. A shorter word keeps its s: "us", "gas". */
const SHORTEST_PLURAL = 4;

function hashLetters(word: string): number {
  let hash = EMPTY_HASH;
  for (let index = 0; index < word.length; index += 1) {
    hash = hashByte(hash, word.charCodeAt(index));
  }
  return hash;
}

function withoutPlural(word: string): string {
  return word.length >= SHORTEST_PLURAL && word.endsWith('s') ? word.slice(0, -1) : word;
}

const addWord = (phrase: number, word: number) => hashByte(phrase, word);

/** The hashes that a phrase may have, given the possible forms of each of its words. */
export function hashesOfPhrase(words: readonly (readonly string[])[]): Set<number> {
  let hashes = new Set([EMPTY_HASH]);
  for (const forms of words) {
    const longer = new Set<number>();
    for (const hash of hashes) {
      for (const form of forms) {
        longer.add(addWord(hash, hashLetters(withoutPlural(form))));
      }
    }
    hashes = longer;
  }
  return hashes;
}

/** What is known of a phrase before it ends. */
interface Phrase {
  hash: number;
  words: number;
  /** The hashes of its first and its last word as phrases of their own. */
  first: number;
  last: number;
  isName: boolean;
}

const emptyPhrase = (): Phrase => ({
  hash: EMPTY_HASH,
  words: 0,
  first: EMPTY_HASH,
  last: EMPTY_HASH,
  isName: true,
});

/**
 * Hashes the phrases of the definitions that stand as a JSON array of strings in UTF-8 at
 * `bytes[from]`, the first byte behind its bracket. Phrases are what stands between separators,
 * "and" and "or"; what is in round brackets is a phrase of its own, what is in square ones is none.
 * The first and the last word of a name are hashed by themselves too.
 * No string is made of them: a dictionary has a quarter of a million.
 */
export function hashDefinitions(
  bytes: Uint8Array,
  from: number,
  add: (hash: number) => void,
): void {
  let phrase = emptyPhrase();
  let outer: Phrase | null = null;
  let word = EMPTY_HASH;
  let singular = EMPTY_HASH;
  let lastLetter = 0;
  let letters = 0;
  let isCut = false;
  let isCapitalised = false;
  let inString = false;

  const endPhrase = () => {
    const { hash, words, first, last, isName } = phrase;
    if (words > 0 && words <= MOST_WORDS) add(hash);
    if (isName && words > 1) {
      add(first);
      if (last !== first) add(last);
    }
    phrase = emptyPhrase();
  };
  const endWord = () => {
    if (letters > 0) {
      if (JOINING.has(word)) endPhrase();
      else if (!SKIPPED.has(word)) {
        const isPlural = letters >= SHORTEST_PLURAL && lastLetter === PLURAL;
        const counted = isPlural ? singular : word;
        const alone = addWord(EMPTY_HASH, counted);
        if (phrase.words === 0) phrase.first = alone;
        phrase.hash = addWord(phrase.hash, counted);
        phrase.words += 1;
        phrase.last = alone;
        phrase.isName &&= isCapitalised;
      }
    }
    word = EMPTY_HASH;
    letters = 0;
    isCut = false;
  };

  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (!inString) {
      if (byte === CLOSE_SQUARE) return;
      inString = byte === QUOTE;
      continue;
    }
    const lower = byte >= 65 && byte <= 90 ? byte + 32 : byte;
    if ((lower >= 97 && lower <= 122) || (byte >= 48 && byte <= 57)) {
      if (isCut) continue;
      if (letters === 0) isCapitalised = lower !== byte;
      singular = word;
      word = hashByte(word, lower);
      lastLetter = lower;
      letters += 1;
    } else if (byte === APOSTROPHE) {
      isCut = letters > 0;
    } else {
      endWord();
      if (byte === BACKSLASH) at += 1;
      else if (byte === OPEN_SQUARE) at = bytes.indexOf(CLOSE_SQUARE ?? 0, at);
      else if (byte === OPEN) {
        outer = phrase;
        phrase = emptyPhrase();
      } else if (byte === CLOSE) {
        endPhrase();
        phrase = outer ?? emptyPhrase();
        outer = null;
      } else if (byte === QUOTE || SEPARATORS.has(byte)) {
        endPhrase();
        if (byte === QUOTE) {
          inString = false;
          outer = null;
        }
      }
    }
  }
}
