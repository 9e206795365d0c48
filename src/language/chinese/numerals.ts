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

/**
 * The value of figures of any width, of four and more digits in a row (二〇二〇), or of a numeral with
 * units (二十, 廿一), or null.
 */
export function readChineseNumber(written: string): number | null {
  const plain = written.normalize('NFKC');
  if (/^\d/u.test(plain)) return Number(plain);
  const digits = Array.from(plain, (each) => CHINESE_DIGITS[each === '○' ? '〇' : each]);
  return digits.length >= 4 && !digits.includes(undefined)
    ? Number(digits.join(''))
    : readChineseNumeral(plain.replace('廿', '二十').replace('卅', '三十'));
}
