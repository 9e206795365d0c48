import { distance } from 'fastest-levenshtein';
import type { Article } from '../../corpus/index.ts';
import { createYielder } from '../../shared/yield.ts';
import type { FoldCharacter } from '../folding.ts';
import { SOUND_CHARACTERS } from '../translation/names.ts';
import { plainLetters, SHORTEST_LATIN_NAME, spellingKeys } from './latin-spelling.ts';
import { consonantKey, type Sounds } from './sounds.ts';

/** What may be a name of the articles. */
export interface HeldName {
  readonly written: string;
  readonly count: number;
}

/** A {@link HeldName} in Latin letters. */
export interface LatinName extends HeldName {
  /** See {@link plainLetters}. */
  readonly letters: string;
}

/** The names of the articles. */
export interface HeldNames {
  /** The Latin ones that share a key with some letters; see {@link spellingKeys}. */
  spelledLike(letters: string): readonly LatinName[];
  /** Chinese runs, simplified, whose consonants are near to those of some sounds. */
  chineseSoundingLike(sounds: Sounds): readonly HeldName[];
}

const CAPITALISED = /\p{Lu}[\p{sc=Latin}\p{M}'’-]{2,30}/gu;

/** What stands before a word that would not be capitalised for its place. */
const INSIDE_A_SENTENCE = /[\p{L}\p{M}\p{N},;)(（’'·] ?[("“‘]?$/u;

/** More characters that write foreign names, in Taiwan and Hong Kong above all, simplified. */
const MORE_SOUND_CHARACTERS =
  '川悉梨契侃席萧培裴柏斐狄碧梵谷蔡强舒赞缇萝蒂黛琪洁妲蕊瑞恰达佐修津廉詹岱朵芮葛邱雪欣迺遒赛蓬庞蓓蓝荷葡菲蜜薇薛虞裘谭贺赖辛迈迦邵邹郝钱铎锡隋雷霍顺颂鲍麻黎黑默齐绍塔班';

const CHINESE_RUN = /\p{sc=Han}{2,}/gu;

/** In characters. */
export const SHORTEST_CHINESE_NAME = 2;
/** In characters. */
export const LONGEST_CHINESE_NAME = 7;

/** Whether newspapers write foreign names with a character, simplified. */
export function createSoundCharacters(): (character: string) => boolean {
  const characters = new Set([...SOUND_CHARACTERS, ...Array.from(MORE_SOUND_CHARACTERS)]);
  return (character) => characters.has(character);
}

/** What reading Chinese names takes. */
export interface ChineseReading {
  readonly foldCharacter: FoldCharacter;
  readonly isSoundCharacter: (character: string) => boolean;
  readonly soundsOf: (chinese: string) => Sounds;
}

/**
 * Collects what may be a name: Latin words that are capitalised inside a sentence, and runs
 * of the characters for foreign names, with others on both sides. Gives way to other work.
 */
export async function collectNames(
  articles: Iterable<Pick<Article, 'text'>>,
  { foldCharacter, isSoundCharacter, soundsOf }: ChineseReading,
): Promise<HeldNames> {
  const latin = new Map<string, number>();
  const runs = new Map<string, number>();
  const yieldIfDue = createYielder();
  for (const { text } of articles) {
    for (const { 0: word, index } of text.matchAll(CAPITALISED)) {
      if (!INSIDE_A_SENTENCE.test(text.slice(Math.max(0, index - 3), index))) continue;
      for (const written of partsOf(word)) latin.set(written, (latin.get(written) ?? 0) + 1);
    }
    await yieldIfDue();
    for (const [run] of text.matchAll(CHINESE_RUN)) {
      for (const name of soundRuns(Array.from(run, foldCharacter), isSoundCharacter)) {
        runs.set(name, (runs.get(name) ?? 0) + 1);
      }
    }
    await yieldIfDue();
  }
  const bySpelling = new Map<string, LatinName[]>();
  for (const [written, count] of latin) {
    const letters = plainLetters(written);
    if (letters.length < SHORTEST_LATIN_NAME) continue;
    const name = { written, letters, count };
    for (const key of spellingKeys(letters)) push(bySpelling, key, name);
    await yieldIfDue();
  }
  const chineseBySound = createSoundIndex();
  for (const [written, count] of runs) {
    chineseBySound.add({ written, count }, soundsOf(written));
    await yieldIfDue();
  }
  return {
    spelledLike: (letters) => [
      ...new Set(spellingKeys(letters).flatMap((key) => bySpelling.get(key) ?? [])),
    ],
    chineseSoundingLike: (sounds) => chineseBySound.near(sounds),
  };
}

/** A word without its possessive, and what its hyphens join. */
function partsOf(word: string): string[] {
  const name = word.replace(/['’]s?$/u, '').replace(/-+$/u, '');
  if (!name.includes('-')) return [name];
  return [name, ...name.split('-').filter((part) => /^\p{Lu}/u.test(part))];
}

/** The runs of characters for foreign names that are as long as a name; others stand on both sides. */
export function soundRuns(
  characters: readonly string[],
  isSoundCharacter: (character: string) => boolean,
): string[] {
  return characters
    .map((character) => (isSoundCharacter(character) ? character : ' '))
    .join('')
    .split(/ +/u)
    .filter((run) => run.length >= SHORTEST_CHINESE_NAME && run.length <= LONGEST_CHINESE_NAME);
}

/** From so many consonants on one may differ. */
const MANY_CONSONANTS = 3;

/** Names by their consonants. */
function createSoundIndex() {
  const byKey = new Map<string, HeldName[]>();
  return {
    add(name: HeldName, sounds: Sounds) {
      const key = consonantKey(sounds);
      if (key.length > 0) push(byKey, key, name);
    },
    near(sounds: Sounds): readonly HeldName[] {
      const wanted = consonantKey(sounds);
      if (wanted.length < MANY_CONSONANTS) return byKey.get(wanted) ?? [];
      return [...byKey].flatMap(([key, names]) =>
        Math.abs(key.length - wanted.length) <= 1 && distance(key, wanted) <= 1 ? names : [],
      );
    },
  };
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
