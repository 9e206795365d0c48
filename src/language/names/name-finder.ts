import type { Article } from '../../corpus/index.ts';
import type { Range } from '../../shared/range.ts';
import { createHanFolding } from '../folding.ts';
import type { Dictionary, DictionaryLoader } from '../translation/dictionary.ts';
import {
  areSameName,
  countryNames,
  createChineseSounds,
  holdsWord,
  isChineseName,
  sameNames,
} from './chinese-names.ts';
import {
  collectNames,
  createSoundCharacters,
  type HeldName,
  type HeldNames,
  type LatinName,
  LONGEST_CHINESE_NAME,
  SHORTEST_CHINESE_NAME,
} from './held-names.ts';
import { createSpellingComparison, plainLetters, SHORTEST_LATIN_NAME } from './latin-spelling.ts';
import { isOrdinaryWord } from './ordinary-words.ts';
import { consonantKey, createSoundComparison, type Sounds } from './sounds.ts';

/** A name of a question, and how the articles write it. */
export interface FoundName extends Range {
  /** Null where they do not write it at all. */
  readonly to: string | null;
}

/** Whether the articles hold some of the texts given: those that they do. */
export type HeldAmong = (texts: readonly string[]) => Promise<ReadonlySet<string>>;

/** Finds the names of the articles by other spellings. */
export interface NameFinder {
  /**
   * The capitalised word of the articles that is another spelling of a word; null where there is
   * none, and for an ordinary word.
   *
   * @param stem the term under which the word is indexed.
   */
  latin(word: string, stem: string): Promise<string | null>;
  /**
   * The Chinese names of a text that the articles do not hold, with the transcription that they
   * have: one that the dictionary or CLDR gives for the same name, or one that sounds alike. Offsets
   * are UTF-16 offsets.
   */
  chinese(text: string, heldAmong: HeldAmong): Promise<FoundName[]>;
  /** Whether an English word is an ordinary one, and so no name and no typing error. */
  isOrdinary(word: string, stem: string): Promise<boolean>;
}

/** How far apart two names may sound: short ones less, because many are near to them. */
function mostDistance(sounds: Sounds): number {
  const { length } = consonantKey(sounds);
  if (length <= 1) return 0;
  return length === 2 ? 0.06 : 0.11;
}

/** How far apart two transcriptions may sound that the dictionary gives for one English name. */
const MOST_DISTANCE_OF_SAME = 0.45;

/** By how many characters they may differ in length: what differs more is an abbreviation. */
const MOST_MORE_CHARACTERS = 2;

/** A shorter transcription, in characters, that no dictionary has sounds like too much. */
const SHORTEST_HEARD = 3;

/** A {@link NameFinder}. The names are collected and the dictionary is loaded when first needed. */
export function createNameFinder(
  articles: ReadonlyMap<string, Article>,
  loadDictionary: DictionaryLoader,
): NameFinder {
  const compareSpellings = createSpellingComparison();
  const foldCharacter = createHanFolding();
  let loading: Promise<Hearing> | undefined;
  const hearing = () => {
    loading ??= loadDictionary()
      .then((dictionary) => createHearing(dictionary, articles, foldCharacter))
      .catch((error: unknown) => {
        loading = undefined;
        throw error;
      });
    return loading;
  };
  const isOrdinary = async (word: string, stem: string) =>
    isOrdinaryWord(plainLetters(word), stem, await loadDictionary());

  return {
    isOrdinary,
    async latin(word, stem) {
      const letters = plainLetters(word);
      if (letters.length < SHORTEST_LATIN_NAME) return null;
      const { held } = await hearing();
      let best: { name: LatinName; cost: number } | null = null;
      for (const name of held.spelledLike(letters)) {
        const cost = compareSpellings(letters, name.letters);
        if (cost === null) continue;
        const isBetter =
          !best || cost < best.cost || (cost === best.cost && name.count > best.name.count);
        if (isBetter) best = { name, cost };
      }
      if (!best || (await isOrdinary(word, stem))) return null;
      return (await isOrdinary(best.name.letters, best.name.letters)) ? null : best.name.written;
    },
    async chinese(text, heldAmong) {
      const { othersOf, isAskable, isNamed } = await hearing();
      const found: FoundName[] = [];
      for (const { 0: run, index } of text.matchAll(/\p{sc=Han}{2,}/gu)) {
        const written = Array.from(run);
        const folded = written.map(foldCharacter);
        const stretches = stretchesOf(folded)
          .filter(isAskable)
          .toSorted((one, other) => Number(isNamed(other.name)) - Number(isNamed(one.name)));
        const held = await heldAmong(stretches.map(({ name }) => name));
        const taken: Stretch[] = [];
        for (const stretch of stretches) {
          const { name, start, length } = stretch;
          const end = start + length;
          if (taken.some((other) => start < other.start + other.length && other.start < end))
            continue;
          if (held.has(name)) continue;
          const others = othersOf(stretch);
          const known = await heldAmong(others);
          const to = others.find((other) => known.has(other)) ?? null;
          const from = index + written.slice(0, start).join('').length;
          taken.push(stretch);
          found.push({ start: from, end: from + written.slice(start, end).join('').length, to });
        }
      }
      return found;
    },
  };
}

/** What is needed to compare names by their sound. */
interface Hearing {
  readonly held: HeldNames;
  /** Other transcriptions of a Chinese name, simplified, those that are surest first. */
  readonly othersOf: (stretch: Stretch) => string[];
  /** Whether the dictionary or CLDR has a name, simplified. */
  readonly isNamed: (name: string) => boolean;
  /** Whether a stretch may be a name that is transcribed in other ways. */
  readonly isAskable: (stretch: Stretch) => boolean;
}

async function createHearing(
  dictionary: Dictionary,
  articles: ReadonlyMap<string, Article>,
  foldCharacter: (character: string) => string,
): Promise<Hearing> {
  const compare = createSoundComparison();
  const soundsOf = createChineseSounds(dictionary);
  const isSoundCharacter = createSoundCharacters();
  const fold = (chinese: string) => Array.from(chinese, foldCharacter).join('');
  const countries = new Map<string, readonly string[]>();
  for (const chinese of countryNames()) {
    const names = [...new Set(chinese.map(fold))];
    if (names.length > 1) for (const name of names) countries.set(name, names);
  }
  const held = await collectNames(articles.values(), { foldCharacter, isSoundCharacter, soundsOf });
  /** Of some names those that sound alike, the nearest first. */
  const nearest = (sounds: Sounds, names: readonly HeldName[]): string[] => {
    const most = mostDistance(sounds);
    const near: { name: HeldName; distance: number }[] = [];
    for (const name of names) {
      const distance = compare(sounds, soundsOf(name.written));
      if (distance <= most) near.push({ name, distance });
    }
    return near
      .toSorted((a, b) => a.distance - b.distance || b.name.count - a.name.count)
      .slice(0, MOST_EXAMINED)
      .map(({ name }) => name.written)
      .filter((name) => !holdsWord(name, dictionary, (word) => !isChineseName(word, dictionary)));
  };
  const isApart = ({ name, before, after }: Stretch) =>
    Array.from(name).every(isSoundCharacter) &&
    !isSoundCharacter(before) &&
    !isSoundCharacter(after);
  const isNamed = (name: string) => countries.has(name) || isChineseName(name, dictionary);
  return {
    held,
    isNamed,
    isAskable: (stretch) =>
      countries.has(stretch.name) ||
      (isApart(stretch) &&
        (isNamed(stretch.name) ||
          (stretch.name.length >= SHORTEST_HEARD && !holdsWord(stretch.name, dictionary)))),
    othersOf(stretch) {
      const { name } = stretch;
      const sounds = soundsOf(name);
      const given = [...(countries.get(name) ?? [])].filter((other) => other !== name);
      const same = isChineseName(name, dictionary)
        ? sameNames(name, dictionary).filter(
            (other) =>
              Math.abs(other.length - name.length) <= MOST_MORE_CHARACTERS &&
              compare(sounds, soundsOf(other)) <= MOST_DISTANCE_OF_SAME,
          )
        : [];
      const heard = isApart(stretch)
        ? nearest(sounds, held.chineseSoundingLike(sounds)).filter(
            (other) =>
              areSameName(name, other, dictionary) ??
              (name.length >= SHORTEST_HEARD && other.length >= SHORTEST_HEARD),
          )
        : [];
      return [...new Set([...given, ...same, ...heard])];
    },
  };
}

/** Of those that sound alike, so many are looked up. */
const MOST_EXAMINED = 8;

/** Some neighbouring characters of a text, with those beside them. */
interface Stretch {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** In characters of the text. */
  readonly start: number;
  readonly length: number;
}

/** Every stretch of some characters that is as long as a name, the longest first where several begin. */
function stretchesOf(characters: readonly string[]): Stretch[] {
  return characters.flatMap((_, start) => {
    const stretches: Stretch[] = [];
    const most = Math.min(LONGEST_CHINESE_NAME, characters.length - start);
    for (let length = most; length >= SHORTEST_CHINESE_NAME; length -= 1) {
      stretches.push({
        name: characters.slice(start, start + length).join(''),
        before: characters[start - 1] ?? '',
        after: characters[start + length] ?? '',
        start,
        length,
      });
    }
    return stretches;
  });
}
