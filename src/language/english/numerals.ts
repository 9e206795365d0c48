const ENGLISH_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value): [string, number] => [word, value]),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index): [string, number] => [word, 10 * (index + 2)]),
]);

const ENGLISH_SCALES: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);

const WORD = [...ENGLISH_NUMBERS.keys()].filter((word) => word !== 'zero').join('|');
const MULTIPLE = ['hundred', ...ENGLISH_SCALES.keys()].join('|');

/** The words with which {@link ENGLISH_NUMERAL} begins. */
export const FIRST_NUMBER_WORDS: readonly string[] = [...WORD.split('|'), 'a', 'an'];

/** English number words in a row, for use in a pattern with the flag "i". */
export const ENGLISH_NUMERAL = `(?:(?:${WORD})|an?(?=\\s+(?:${MULTIPLE})))(?:(?:\\s+|\\s*-\\s*)(?:and\\s+)?(?:${WORD}|${MULTIPLE}))*`;

/** The value of English number words such as "twenty-five" or "two hundred and six million", or null. */
export function readEnglishNumeral(written: string): number | null {
  let total = 0;
  let section = 0;
  let lastValue = Number.POSITIVE_INFINITY;
  for (const word of written.toLowerCase().split(/[\s-]+/u)) {
    if (word === 'and') continue;
    const value = /^an?$/u.test(word) ? 1 : ENGLISH_NUMBERS.get(word);
    const scale = ENGLISH_SCALES.get(word);
    if (value !== undefined) {
      // "two three" and "ten five" are two numbers.
      if (lastValue < 20 || (lastValue < 100 && value >= 10)) return null;
      section += value;
      lastValue = value;
    } else if (word === 'hundred') {
      section *= 100;
      lastValue = 100;
    } else if (scale !== undefined) {
      total += section * scale;
      section = 0;
      lastValue = 1000;
    } else {
      return null;
    }
  }
  const value = total + section;
  return Number.isSafeInteger(value) && value > 0 ? value : null;
}
