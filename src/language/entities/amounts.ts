import { CHINESE_NUMERAL, chineseScale, readChineseNumeral } from '../chinese/numerals.ts';
import { ENGLISH_NUMERAL, FIRST_NUMBER_WORDS, readEnglishNumeral } from '../english/numerals.ts';
import type { FormPattern, MatchesOf } from './form-pattern.ts';
import type { NormalForm } from './normal-form.ts';

const FIGURE = '\\p{Nd}+(?:[,，]\\p{Nd}{3})*(?:[.．]\\p{Nd}+)?';

/** A single letter stands for a scale only right after its figure: "175m", "$10b". */
const ENGLISH_SCALE =
  '\\s?-?(?:thousand|million|billion|trillion|mln|mn|bln|bn|trn|tn)(?![\\p{Script=Latin}\\p{N}])|[kmb](?![\\p{Script=Latin}\\p{N}])';

const PERCENT = '\\s?(?:%|％|per\\s?cent(?!\\p{Script=Latin})|pct(?!\\p{Script=Latin}))';

const SCALE_POWERS: Readonly<Record<string, number>> = { t: 3, k: 3, m: 6, b: 9 };

/** Characters after which a single Chinese digit is a number and no part of a name. */
const MEASURE_WORDS = '个個名家位次天年岁歲周週份款条條项項支种種件倍座艘架';

/** "20-30bn", "20 to 30 million": both ends have the scale. */
const SCALED = `(?:(?<lower>${FIGURE})\\s?(?:-|–|to|至|到)\\s?)?(?<figure>${FIGURE})(?:(?<scale>${ENGLISH_SCALE})|\\s?(?<han>[十百千万萬亿億]+)|(?<percent>${PERCENT}))`;

const AMOUNT: FormPattern = {
  pattern: new RegExp(
    [
      `(?<![\\p{Script=Latin}\\p{N}]|\\p{N}[.,])${SCALED}`,
      `百分之(?<share>${FIGURE}|[${CHINESE_NUMERAL}]+)`,
      `(?<numeral>[〇零一二两兩三四五六七八九十][${CHINESE_NUMERAL}]+)`,
      `(?<counted>[二两兩三四五六七八九])[${MEASURE_WORDS}]`,
      `(?<![\\p{Script=Latin}\\p{N}])(?<words>${ENGLISH_NUMERAL})(?![\\p{Script=Latin}\\p{N}])(?<wordsPercent>${PERCENT})?`,
    ].join('|'),
    'giu',
  ),
  character: /[\p{Nd}〇零一二两兩三四五六七八九十百]/u,
  words: FIRST_NUMBER_WORDS,
};

const CURRENCIES: readonly (readonly [string, FormPattern])[] = [
  [
    'usd',
    {
      pattern:
        /(?:(?<![A-Z])|(?<=(?<![A-Z])US))\$|\bUSD\b|(?<!(?:Kong|Australian|Canadian|Singapore|Zealand|Taiwan)\s)\bdollars?\b|美元|美金/giu,
      character: /[$美]/u,
      words: ['usd', 'dollar', 'dollars'],
    },
  ],
  [
    'eur',
    { pattern: /€|\beuros?\b|欧元|歐元/giu, character: /[€欧歐]/u, words: ['euro', 'euros'] },
  ],
  [
    'gbp',
    { pattern: /£|\bpounds sterling\b|英镑|英鎊/giu, character: /[£英]/u, words: ['pounds'] },
  ],
  ['jpy', { pattern: /\byen\b|日元|日圓/giu, character: /日/u, words: ['yen'] }],
  [
    'cny',
    {
      pattern: /\b(?:yuan|renminbi|RMB)\b|人民币|人民幣|(?<=[亿億万萬千百\p{Nd}])元/giu,
      character: /[人元]/u,
      words: ['yuan', 'renminbi', 'rmb'],
    },
  ],
];

/** What {@link findAmounts} looks for. */
export const AMOUNT_PATTERNS: readonly FormPattern[] = [
  AMOUNT,
  ...CURRENCIES.map(([, pattern]) => pattern),
];

/**
 * Numbers with a scale, in words or in Chinese numerals as plain digits ("10bn", "100亿" and "ten
 * billion" are "10000000000", as "10,000,000,000" is); percentages as "45%"; and currencies by
 * their codes, apart from the number.
 */
export function findAmounts(matchesOf: MatchesOf): NormalForm[] {
  const forms: NormalForm[] = [];
  for (const match of matchesOf(AMOUNT)) {
    const start = match.index;
    const end = start + match[0].length;
    const groups = match.groups ?? {};
    const isApart = groups['counted'] === undefined;
    for (const term of termsOf(groups)) forms.push({ term, start, end, isApart });
    const sign = /[%％]|pct|百分之/iu.exec(match[0]);
    if (sign) {
      const signStart = start + sign.index;
      forms.push({ term: 'percent', start: signStart, end: signStart + sign[0].length, isApart });
    }
  }
  for (const [term, pattern] of CURRENCIES) {
    for (const { 0: written, index } of matchesOf(pattern)) {
      forms.push({ term, start: index, end: index + written.length, isApart: true });
    }
  }
  return forms;
}

function termsOf(groups: Readonly<Record<string, string | undefined>>): string[] {
  const { figure, lower, scale, han, share, numeral, counted, words, wordsPercent, percent } =
    groups;
  if (figure !== undefined) {
    const figures = [lower, figure].filter((each) => each !== undefined).map(plainFigure);
    if (percent !== undefined) return figures.map((each) => `${shiftDecimal(each, 0)}%`);
    const power = han === undefined ? englishPower(scale ?? '') : chineseScale(han);
    return figures.map((each) => shiftDecimal(each, power));
  }
  if (share !== undefined) {
    const value = /\p{Nd}/u.test(share) ? plainFigure(share) : readChineseNumeral(share);
    return value === null ? [] : [`${value}%`];
  }
  const han2 = numeral ?? counted;
  if (han2 !== undefined) {
    const value = readChineseNumeral(han2);
    return value === null ? [] : [String(value)];
  }
  const value = words === undefined ? null : readEnglishNumeral(words);
  // "one" alone is more often a pronoun than a number.
  if (value === null || (value === 1 && wordsPercent === undefined)) return [];
  return [wordsPercent === undefined ? String(value) : `${value}%`];
}

function plainFigure(written: string): string {
  return written.normalize('NFKC').replaceAll(',', '');
}

function englishPower(scale: string): number {
  const letters = scale.replace(/[\s-]/gu, '').toLowerCase();
  if (/^tr|^tn/u.test(letters)) return 12;
  return SCALE_POWERS[letters.charAt(0)] ?? 0;
}

/** A decimal figure times a power of ten, as digits: ("1.75", 8) is "175000000". */
function shiftDecimal(figure: string, power: number): string {
  const [whole = '', fraction = ''] = figure.split('.');
  const moved = fraction.slice(0, power).padEnd(power, '0');
  const rest = fraction.slice(power).replace(/0+$/u, '');
  const digits = (whole + moved).replace(/^0+(?=\d)/u, '');
  return rest === '' ? digits : `${digits}.${rest}`;
}
