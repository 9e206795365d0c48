import { createZipfPick, type Random } from './random.ts';

/** Real function characters, the most frequent first. */
export const CHINESE_FUNCTION_WORDS: readonly string[] = Array.from(
  '的了在是和与也将对为不于有等被把从但并及或就都向由其而以',
);

const SURNAMES = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗');

/**
 * The 3,755 characters of the first level of GB 2312, those of daily use, in an order of their own:
 * the table of frequencies is invented, the characters are not.
 */
export function shuffleChineseCharacters(random: Random): string[] {
  const decoder = new TextDecoder('gbk');
  const functionCharacters = new Set(CHINESE_FUNCTION_WORDS);
  const characters: string[] = [];
  for (let row = 0xb0; row <= 0xd7; row += 1) {
    const lastCell = row === 0xd7 ? 0xf9 : 0xfe;
    for (let cell = 0xa1; cell <= lastCell; cell += 1) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if (!functionCharacters.has(character)) characters.push(character);
    }
  }
  return shuffle(random, characters);
}

/** `count` different words, most of them of two characters, some characters in many of them. */
export function inventChineseWords(
  random: Random,
  characters: readonly string[],
  count: number,
): string[] {
  const pickCharacter = createZipfPick(characters, 0.9);
  const words = new Set<string>();
  while (words.size < count) {
    const length = random.chance(0.82) ? 2 : random.pick([1, 3, 3, 4]);
    words.add(Array.from({ length }, () => pickCharacter(random)).join(''));
  }
  return [...words];
}

/** `count` different names of people: a real surname, one or two characters more. */
export function inventChineseNames(
  random: Random,
  characters: readonly string[],
  count: number,
): string[] {
  const names = new Set<string>();
  while (names.size < count) {
    const given = Array.from({ length: random.between(1, 2) }, () => random.pick(characters));
    names.add(random.pick(SURNAMES) + given.join(''));
  }
  return [...names];
}

function shuffle(random: Random, items: readonly string[]): string[] {
  return items
    .map((item) => ({ item, key: random.next() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
