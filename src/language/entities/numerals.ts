const CHINESE_DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

const CHINESE_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Powers of ten of the Chinese scales by which a figure is multiplied. */
const CHINESE_SCALES: Readonly<Record<string, number>> = {
  十: 1,
  百: 2,
  千: 3,
  万: 4,
  萬: 4,
  亿: 8,
  億: 8,
};

/** Characters of Chinese numerals, for use in a pattern. */
export const CHINESE_NUMERAL = '〇零一二两兩三四五六七八九十百千万萬亿億';

/** The power of ten that scale characters such as "百万" or "万亿" stand for together. */
export function chineseScale(characters: string): number {
  return Array.from(characters).reduce((sum, each) => sum + (CHINESE_SCALES[each] ?? 0), 0);
}

/**
 * The value of a Chinese numeral with units ("二十", "一百零五", "一百亿"), or null when it is none:
 * digits in a row, or larger units after smaller ones.
 */
export function readChineseNumeral(numeral: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let lastUnit = Number.POSITIVE_INFINITY;
  for (const character of numeral) {
    const value = CHINESE_DIGITS[character];
    const unit = CHINESE_UNITS[character];
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else if (unit !== undefined) {
      if (unit >= lastUnit) return null;
      section += (digit ?? 1) * unit;
      digit = null;
      lastUnit = unit;
    } else {
      const isHundredMillion = character === '亿' || character === '億';
      section += digit ?? 0;
      if (section === 0 && total === 0) return null;
      total = isHundredMillion ? (total + section) * 1e8 : total + section * 1e4;
      section = 0;
      digit = null;
      lastUnit = Number.POSITIVE_INFINITY;
    }
  }
  const value = total + section + (digit ?? 0);
  return Number.isSafeInteger(value) && value > 0 ? value : null;
}

/** The value of up to two digits, written as figures of any width or as Chinese numerals, or null. */
export function readSmallNumber(written: string): number | null {
  const plain = written.normalize('NFKC');
  if (/^\d{1,2}$/u.test(plain)) return Number(plain);
  return readChineseNumeral(plain.replace(/^廿/u, '二十').replace(/^卅/u, '三十'));
}

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

/** A decimal figure times a power of ten, as digits: ("1.75", 8) is "175000000". */
export function shiftDecimal(figure: string, power: number): string {
  const [whole = '', fraction = ''] = figure.split('.');
  const moved = fraction.slice(0, power).padEnd(power, '0');
  const rest = fraction.slice(power).replace(/0+$/u, '');
  const digits = (whole + moved).replace(/^0+(?=\d)/u, '');
  return rest === '' ? digits : `${digits}.${rest}`;
}
