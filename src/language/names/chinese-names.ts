import { type Dictionary, syllablesOf } from '../translation/dictionary.ts';
import { phrasesOf, withReferences } from '../translation/lexicon.ts';
import { type Sounds, soundsOfPinyin } from './sounds.ts';

/** Readings that a character has in a few words only. */
const RARE_READING = /^(?:used in|variant of|old variant|surname|Japanese variant)/u;

/** How Chinese characters, simplified, sound in foreign names; each is looked up once. */
export function createChineseSounds(dictionary: Dictionary): (chinese: string) => Sounds {
  const readings = new Map<string, Sounds>();
  const soundsOf = (character: string) => {
    const known = readings.get(character);
    if (known !== undefined) return known;
    // Of several readings the one of which the dictionary has most to say: 圣 is "sheng", not "ku".
    const entries = dictionary.entriesFor(character);
    const common = entries.filter(({ definitions }) => !RARE_READING.test(definitions[0] ?? ''));
    const [reading = ''] = (common.length > 0 ? common : entries)
      .toSorted((one, other) => other.definitions.length - one.definitions.length)
      .flatMap(({ pinyin }) => syllablesOf(pinyin));
    const sounds = soundsOfPinyin([reading]);
    readings.set(character, sounds);
    return sounds;
  };
  return (chinese) => Array.from(chinese, soundsOf).join('');
}

/** Whether a word, simplified, is a name: an entry has its pinyin in capitals. */
export function isChineseName(word: string, dictionary: Dictionary): boolean {
  return dictionary.entriesFor(word).some(({ pinyin }) => /^\p{Lu}/u.test(pinyin));
}

/** Whether some characters hold a word of two or three of them, other than themselves. */
export function holdsWord(
  characters: string,
  dictionary: Dictionary,
  isMeant: (word: string) => boolean = () => true,
): boolean {
  const written = Array.from(characters);
  return written.some((_, start) =>
    [2, 3].some((length) => {
      const word = written.slice(start, start + length).join('');
      if (start + length > written.length || word === characters) return false;
      return dictionary.entriesFor(word).length > 0 && isMeant(word);
    }),
  );
}

/** The English names that a word is by its definitions, and what each ends with: "Donald Trump", "Trump". */
function englishNames(word: string, dictionary: Dictionary): ReadonlyMap<string, string> {
  return new Map(
    withReferences(dictionary, word)
      // What follows in a definition explains the name: "Alder, Norland".
      .flatMap(({ definitions }) => definitions.flatMap((each) => phrasesOf([each]).slice(0, 1)))
      .filter(({ isName }) => isName)
      .map(({ words, heads }) => [words, heads.at(-1) ?? words]),
  );
}

/** Whether the dictionary has two words for the same name; null where it does not have both. */
export function areSameName(one: string, other: string, dictionary: Dictionary): boolean | null {
  const [names, others] = [englishNames(one, dictionary), englishNames(other, dictionary)];
  if (names.size === 0 || others.size === 0) return null;
  // A surname alone may be that of a full name, but two full names share one without being the same.
  const isIn = (own: ReadonlyMap<string, string>, theirs: ReadonlyMap<string, string>) =>
    [...own].some(([name, end]) => theirs.has(name) || theirs.has(end));
  return isIn(names, others) || isIn(others, names);
}

/** Other Chinese words, simplified, for the name that a word is by the dictionary's definitions. */
export function sameNames(word: string, dictionary: Dictionary): string[] {
  const references = withReferences(dictionary, word).map(({ chinese }) => chinese);
  const others = [...new Set([...englishNames(word, dictionary)].flat())].flatMap((name) =>
    dictionary
      .entriesLike(
        name
          .toLowerCase()
          .split(/[\s-]+/u)
          .map((part) => [part]),
      )
      .map(({ chinese }) => chinese),
  );
  return [...new Set([...references, ...others])].filter(
    (other) =>
      other !== word &&
      (references.includes(other) || areSameName(word, other, dictionary) === true),
  );
}

/** The written forms of Chinese whose names of countries differ. */
const CHINESE_LOCALES = ['zh-Hans-CN', 'zh-Hant-TW', 'zh-Hant-HK'] as const;

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/** The Chinese names of each country and territory of CLDR, by way of ICU, those that differ. */
export function countryNames(): readonly (readonly string[])[] {
  const namesIn = (locale: string) =>
    new Intl.DisplayNames(locale, { type: 'region', fallback: 'none', style: 'long' });
  const chinese = CHINESE_LOCALES.map(namesIn);
  return LETTERS.flatMap((first) =>
    LETTERS.flatMap((second) => {
      const others = chinese.flatMap((names) => names.of(first + second) ?? []);
      return others.length === 0 ? [] : [[...new Set(others)]];
    }),
  );
}
