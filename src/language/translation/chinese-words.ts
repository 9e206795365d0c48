import { createHanFolding } from '../folding.ts';
import type { Range } from '../range.ts';
import { EMPTY_CHINESE_WORDS } from './empty-chinese.ts';
import type { Lexicon, LexiconEntry } from './lexicon.ts';
import { segmentChinese } from './segment-chinese.ts';

/** A word of a Chinese text with what it may be in English. */
export interface ChineseWord extends Range {
  /** In simplified characters. */
  readonly word: string;
  /** Translations, each as its index terms; none for a word that no dictionary has. */
  readonly english: readonly (readonly string[])[];
  readonly kind: 'name' | 'word' | 'unknown';
}

/** In UTF-16 units; longer ones are titles of institutions, which their parts tell as well. */
const LONGEST_WORD = 6;

/** How many runs of characters that are no word are remembered. */
const MOST_OTHERS = 200_000;

/**
 * Cuts Chinese texts into words and looks each of them up, with a cache of its own. Words that join
 * and refer are left out. Neighbouring characters that are in no word are given in pairs: they are
 * most often a name. Offsets are UTF-16 offsets.
 */
export function createChineseWordReader(lexicon: Lexicon): (text: string) => ChineseWord[] {
  const foldCharacter = createHanFolding();
  const entries = new Map<string, LexiconEntry>();
  // Most runs of characters are no word: kept apart, so that they do not push out those that are.
  const others = new Set<string>();
  const entryOf = (word: string) => {
    const known = entries.get(word);
    if (known !== undefined || others.has(word)) return known ?? null;
    const entry = lexicon.toEnglish(word);
    if (entry) {
      entries.set(word, entry);
    } else {
      if (others.size >= MOST_OTHERS) others.clear();
      others.add(word);
    }
    return entry;
  };
  const words = {
    isWord: (word: string) => word.length <= LONGEST_WORD && entryOf(word) !== null,
    isEmpty: (word: string) => EMPTY_CHINESE_WORDS.has(word),
  };

  const readRun = (run: string, from: number): ChineseWord[] => {
    const written = Array.from(run);
    const starts = [from];
    for (const character of written) starts.push((starts.at(-1) ?? from) + character.length);
    const characters = written.map(foldCharacter);
    const wordAt = (start: number, end: number, entry: LexiconEntry | null): ChineseWord => ({
      word: characters.slice(start, end).join(''),
      start: starts[start] ?? from,
      end: starts[end] ?? from,
      english: (entry?.alternatives ?? []).map(({ terms }) => terms),
      kind: entry === null ? 'unknown' : entry.isName ? 'name' : 'word',
    });
    const found: ChineseWord[] = [];
    let singleBefore: number | null = null;
    for (const { start, end } of segmentChinese(characters, words)) {
      const word = characters.slice(start, end).join('');
      if (words.isEmpty(word)) {
        singleBefore = null;
      } else if (end - start > 1) {
        found.push(wordAt(start, end, entryOf(word)));
        singleBefore = null;
      } else {
        if (singleBefore !== null) found.push(wordAt(singleBefore, end, null));
        else found.push(wordAt(start, end, entryOf(word)));
        singleBefore = start;
      }
    }
    return found;
  };

  return (text) =>
    [...text.matchAll(/[\p{sc=Han}·・‧•]+/gu)].flatMap(({ 0: run, index }) => readRun(run, index));
}
