import type { Dictionary } from './dictionary.ts';
import { syllablesOf } from './pinyin.ts';

/** Readings of one character that are tried; most have one or two. */
const MOST_READINGS = 3;

/**
 * How a Chinese name may be written in English: the surname and the rest in pinyin, as in "Cui Fan"
 * and "Zhang Yiming". Empty for characters that do not begin with a surname.
 *
 * @param name two to four characters, simplified.
 */
export function pinyinOfName(name: string, dictionary: Dictionary): string[] {
  const characters = Array.from(name);
  return [1, 2].flatMap((length) => {
    const given = characters.slice(length);
    if (given.length < 1 || given.length > 2) return [];
    const surnames = surnamesOf(characters.slice(0, length).join(''), dictionary);
    if (surnames.length === 0) return [];
    const readings = given.map((character) => readingsOf(character, dictionary));
    const names = readings.reduce<string[]>(
      (begun, next) => begun.flatMap((start) => next.map((syllable) => start + syllable)),
      [''],
    );
    return surnames.flatMap((surname) => names.map((rest) => `${surname} ${rest}`));
  });
}

/** How a surname is written in English: what stands behind "surname" in its definitions. */
function surnamesOf(characters: string, dictionary: Dictionary): string[] {
  const definitions = dictionary.entriesFor(characters).flatMap((entry) => entry.definitions);
  return definitions.flatMap(
    (definition) => /^(?:two-character )?surname (\p{L}+)/u.exec(definition)?.[1] ?? [],
  );
}

function readingsOf(character: string, dictionary: Dictionary): string[] {
  const readings = dictionary.entriesFor(character).flatMap(({ pinyin }) => syllablesOf(pinyin));
  return [...new Set(readings)].slice(0, MOST_READINGS);
}

/**
 * The syllables of the rest of a name: "yiming" is "yi ming", and "fangang" may be two things. At
 * most two syllables, each of which is the reading of some character.
 */
export function splitSyllables(pinyin: string, dictionary: Dictionary): string[][] {
  const isRead = (syllable: string) => dictionary.charactersRead(syllable).length > 0;
  const splits = Array.from({ length: Math.max(0, pinyin.length - 1) }, (_, index) => [
    pinyin.slice(0, index + 1),
    pinyin.slice(index + 1),
  ]);
  return [[pinyin], ...splits].filter((syllables) => syllables.every(isRead));
}

/** The characters that may be a surname in pinyin, such as "Zhang". */
export function surnameCharacters(surname: string, dictionary: Dictionary): string[] {
  return dictionary
    .charactersRead(surname.toLowerCase())
    .filter((character) =>
      surnamesOf(character, dictionary).some(
        (written) => written.toLowerCase() === surname.toLowerCase(),
      ),
    );
}
