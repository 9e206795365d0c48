import { datePartsOf } from '../../calendar-date.ts';
import { numberedPart, seasonFrom } from '../calendar-units.ts';
import { fixed, type Reading, type Rule, type RuleMatch, relative } from '../rule.ts';
import { readNumber, seasonOf, YEAR, YEAR_WORD, YEAR_WORDS } from './words.ts';

const OF_YEAR = `(?:(?:(?<year>${YEAR})\\s*年|(?<yearWord>${YEAR_WORD}))度?的?\\s*)`;

const BARE_YEAR: Rule = {
  pattern: new RegExp(`(?<year>${YEAR})\\s*年(?:度)?(?![级纪龄前后内以来间份])`, 'gu'),
  read: ({ groups }) => yearReading(groups['year'] ?? ''),
};

const YEAR_BEFORE: Rule = {
  pattern: new RegExp(`(?<year>${YEAR})\\s*年(?=[前后内以来间份])`, 'gu'),
  read: ({ groups }) => yearReading(groups['year'] ?? ''),
};

/** 1500年 may as well be a time of 1,500 years; a year of four figures is near our own time. */
function yearReading(written: string): Reading | null {
  const year = readNumber(written);
  return year !== null && year >= 1000 && year < 2200 ? fixed('date', String(year)) : null;
}

/** 民国109年. */
const ERA_YEAR: Rule = {
  pattern: /民国\s*(?<year>\d{1,3}|[一二三四五六七八九十百零]{1,6})\s*年/gu,
  read: ({ groups }) => {
    const year = readNumber(groups['year'] ?? '');
    return year === null ? null : fixed('date', String(1911 + year));
  },
};

const YEAR_RANGE: Rule = {
  pattern:
    /(?<![\d.-])(?<first>(?:1[89]|20)\d\d)年?\s?[-－–—~～至到]\s?(?<last>(?:1[89]|20)\d\d)\s*年(?!\s*\d{1,2}\s*月)/gu,
  read: ({ groups }) => {
    const { first = '', last = '' } = groups;
    return last > first ? fixed('date', `${first}/${last}`) : null;
  },
};

const QUARTER: Rule = {
  pattern: new RegExp(
    `${OF_YEAR}?(?:第?(?<number>[一二三四1-4])季(?<mark>度)?|Q(?<short>[1-4])(?!\\d)|(?<first>首季))`,
    'gu',
  ),
  read: (match) => {
    const { number, mark, short, year, yearWord } = match.groups;
    // 前三季度 are three of them.
    if (match.before.endsWith('前')) return null;
    // 第三季 alone is rather that of a series.
    const isSure = mark !== undefined || (year ?? yearWord ?? short) !== undefined;
    if (!isSure && !/^(?:营收|营业|财报|业绩|净利|获利|利润|GDP|经济)/u.test(match.after))
      return null;
    return numbered('quarter', readNumber(number ?? short ?? '1') ?? 1, match);
  },
};

const HALF: Rule = {
  pattern: new RegExp(`${OF_YEAR}?(?<number>上|下)半年(?!度报)`, 'gu'),
  read: (match) => numbered('half', match.groups['number'] === '上' ? 1 : 2, match),
};

function numbered(
  unit: 'quarter' | 'half',
  number: number,
  { groups, before, after }: RuleMatch,
): Reading {
  const letter = unit === 'quarter' ? 'Q' : 'H';
  const { year, yearWord } = groups;
  if (year !== undefined) return fixed('date', `${readNumber(year)}-${letter}${number}`);
  if (yearWord !== undefined) {
    const shift = YEAR_WORDS[yearWord] ?? 0;
    return relative((day) => `${datePartsOf(day).year + shift}-${letter}${number}`);
  }
  const isAhead =
    /(?:将|预计|计划|拟|有望)[^。，；]{0,12}$/u.test(before) ||
    /^[，,]?[^。，,；]{0,10}(?:将|预计|计划|拟|有望)/u.test(after);
  return relative((day) => numberedPart(unit, number, day, { isAhead, mayFollow: false }));
}

const DECADE: Rule = {
  pattern:
    /(?:(?<century>上个?世纪|(?:19|20|二十|二十一|21)世纪|本世纪)|(?<prefix>19|20))?(?<tens>\d(?=0)|[二三四五六七八九](?=十))(?:0|十)年代/gu,
  read: ({ groups, before }) => {
    const { century = '', prefix, tens = '' } = groups;
    if (/\d$/u.test(before)) return null;
    const isThis = /^(?:21|二十一|本)/u.test(century);
    return fixed('date', `${prefix ?? (isThis ? '20' : '19')}${readNumber(tens)}X`);
  },
};

const SEASON: Rule = {
  pattern: new RegExp(`${OF_YEAR}(?<season>[春夏秋冬])(?:季|天)?(?![节令装游])`, 'gu'),
  read: ({ groups }) => {
    const { year, yearWord, season = '' } = groups;
    if (year !== undefined) return fixed('date', `${readNumber(year)}-${seasonOf(season)}`);
    const shift = YEAR_WORDS[yearWord ?? ''] ?? 0;
    return relative((day) => `${datePartsOf(day).year + shift}-${seasonOf(season)}`);
  },
};

/** 今夏, 去冬. */
const SHORT_SEASON: Rule = {
  pattern: /(?<![如迄现当至])(?<year>[今去明])(?<season>[春夏秋冬])(?![天季])/gu,
  read: ({ groups }) => {
    const shift = YEAR_WORDS[`${groups['year']}年`] ?? 0;
    return relative((day) => seasonFrom(seasonOf(groups['season'] ?? ''), shift, day));
  },
};

/** Years and what they are made of. */
export const CHINESE_PERIOD_RULES: readonly Rule[] = [
  BARE_YEAR,
  YEAR_BEFORE,
  ERA_YEAR,
  YEAR_RANGE,
  QUARTER,
  HALF,
  DECADE,
  SEASON,
  SHORT_SEASON,
];
