import type { Alternative } from '../alternative.ts';
import { createHanFolding } from '../folding.ts';
import type { Token } from '../token.ts';
import { type DefinitionPhrase, phrasesOf, referencesOf } from './definitions.ts';
import type { Dictionary, DictionaryEntry } from './dictionary.ts';
import { readKnownTerms } from './known-terms.ts';
import type { NamePair } from './name-miner.ts';

/** A word of a question with what it may be in the other language. */
export interface LexiconEntry {
  readonly alternatives: readonly Alternative[];
  readonly isName: boolean;
}

/** Dictionary, names from the articles and our own list, seen as one. */
export interface Lexicon {
  /** English for a Chinese word in simplified characters; null for one that is in none of them. */
  toEnglish(word: string): LexiconEntry | null;
  /**
   * Chinese for neighbouring words of an English question; null for a phrase that is in none.
   *
   * @param mayBeName whether the words may be part of a longer name, as "Trump" of "Donald Trump".
   */
  toChinese(phrase: readonly Token[], mayBeName: boolean): LexiconEntry | null;
}

/** What the head of a phrase is worth alone: "election" for "general election". */
export const HEAD_WEIGHT = 0.5;

/** What a part of a name is worth alone: "Trump" for "Donald Trump". */
const NAME_PART_WEIGHT = 0.8;

/** What a single Chinese character is worth: it is part of many words. */
const CHARACTER_WEIGHT = 0.5;

/**
 * Words that are looked for in one language for a word in the other, those first of which it is the
 * first meaning. Later ones are rare or mean something else.
 */
const MOST_TRANSLATIONS = 16;

/** Verbs, as terms, that mean little without what follows them. */
const LIGHT_VERBS: ReadonlySet<string> = new Set(
  'be break bring call carri come cut deal draw fall get give go hold keep lay let look make pass pick pull put run set show take throw turn work'.split(
    ' ',
  ),
);

/** What lexicon and names are made from. */
export interface LexiconSources {
  readonly dictionary: Dictionary;
  readonly names: readonly NamePair[];
  readonly analyse: (text: string) => readonly Token[];
}

/** A lexicon; the names and the list are analysed once. */
export function createLexicon({ dictionary, names, analyse }: LexiconSources): Lexicon {
  const termsOf = (text: string) => searchTerms(analyse(text));
  const keyOf = (text: string) => termsOf(text).join(' ');
  const englishByChinese = new Map<string, string[]>();
  const chineseByEnglish = new Map<string, string[]>();
  const foldCharacter = createHanFolding();
  /** In simplified characters, and without the dots of a transliterated name. */
  const fold = (chinese: string) =>
    Array.from(chinese.replaceAll(/[·・‧•]/gu, ''), foldCharacter).join('');
  const learn = (pair: NamePair) => {
    push(englishByChinese, fold(pair.chinese), pair.english);
    push(chineseByEnglish, keyOf(pair.english), pair.chinese);
  };
  const named = new Set<string>();
  for (const pair of names) {
    learn(pair);
    named.add(fold(pair.chinese)).add(keyOf(pair.english));
  }
  for (const group of readKnownTerms()) {
    for (const chinese of group.chinese) {
      for (const english of group.english) learn({ chinese, english });
    }
  }

  function toEnglish(word: string): LexiconEntry | null {
    const learnt = englishByChinese.get(fold(word)) ?? [];
    const entries = withReferences(dictionary, word);
    if (learnt.length === 0 && entries.length === 0) return null;
    const phrases = entries.flatMap(({ definitions }) => phrasesOf(definitions));
    const alternatives: Alternative[] = learnt.map((words) => ({
      terms: termsOf(words),
      weight: 1,
    }));
    for (const { words, isName, heads } of phrases) {
      const terms = termsOf(words);
      const [only = ''] = terms;
      // "To set up" without its particle, which is a stop word, is to do anything.
      const isBare = terms.length === 1 && words.includes(' ') && LIGHT_VERBS.has(only);
      if (!isBare) alternatives.push({ terms, weight: 1 });
      const weight = isName ? NAME_PART_WEIGHT : HEAD_WEIGHT;
      for (const head of heads) alternatives.push({ terms: termsOf(head), weight });
    }
    const isName = named.has(fold(word)) || phrases[0]?.isName === true;
    return { alternatives: distinct(alternatives), isName };
  }

  /** Whether a phrase of a definition is what is looked for, or a name by which it goes. */
  const isSame = ({ words, isName, heads }: DefinitionPhrase, key: string, mayBeName: boolean) =>
    keyOf(words) === key || (mayBeName && isName && heads.some((head) => keyOf(head) === key));

  function toChinese(phrase: readonly Token[], mayBeName: boolean): LexiconEntry | null {
    const key = phrase.map(({ term }) => term).join(' ');
    const learnt = chineseByEnglish.get(key) ?? [];
    const forms = phrase.map(formsOf);
    const translations = dictionary
      .entriesLike(forms)
      .flatMap((entry) => {
        const place = phrasesOf(entry.definitions).findIndex((each) =>
          isSame(each, key, mayBeName),
        );
        return place === -1 ? [] : [{ place, word: entry.chinese }];
      })
      .toSorted((one, other) => one.place - other.place)
      .slice(0, MOST_TRANSLATIONS);
    if (learnt.length === 0 && translations.length === 0) return null;
    const words = [...learnt, ...translations.map(({ word }) => word)];
    const alternatives = words.flatMap((word): Alternative[] => {
      const tokens = analyse(word);
      if (!isCovered(word, tokens)) return [];
      const weight = Array.from(word).length === 1 ? CHARACTER_WEIGHT : 1;
      return [{ terms: searchTerms(tokens), weight }];
    });
    return { alternatives: distinct(alternatives), isName: named.has(key) };
  }

  return { toEnglish, toChinese };
}

/** The forms in which a dictionary may have a word: "companies", "compani", "company". */
function formsOf({ surface, term }: Token): string[] {
  return [...new Set([surface, term, `${term}e`, term.replace(/i$/u, 'y')])];
}

/** A word's own entries, and those of the words of which it is a form. */
function withReferences(dictionary: Dictionary, word: string): DictionaryEntry[] {
  const entries = dictionary.entriesFor(word);
  const others = new Set(entries.flatMap(({ definitions }) => referencesOf(definitions)));
  others.delete(word);
  return [...entries, ...[...others].flatMap((other) => dictionary.entriesFor(other))];
}

/** Function characters end phrases: a word with one is found by the rest only, if enough of it is left. */
function isCovered(word: string, tokens: readonly Token[]): boolean {
  const length = tokens.filter(({ kind }) => kind === 'part' || kind === 'character').length;
  return length > 0 && (length >= 2 || Array.from(word).length === 1);
}

/** The terms that the index has. */
function searchTerms(tokens: readonly Token[]): string[] {
  return tokens.filter(({ kind }) => kind !== 'part').map(({ term }) => term);
}

function distinct(alternatives: readonly Alternative[]): Alternative[] {
  const best = new Map<string, Alternative>();
  for (const alternative of alternatives) {
    if (alternative.terms.length === 0) continue;
    const key = alternative.terms.join(' ');
    if ((best.get(key)?.weight ?? 0) < alternative.weight) best.set(key, alternative);
  }
  return [...best.values()];
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  if (key === '') return;
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
