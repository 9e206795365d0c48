import type { Parser } from 'chrono-node/en';
import { readChineseNumber } from '../../../language/index.ts';
import { datePartsOf } from '../../calendar-date.ts';
import { calendarParser, type NamedParts } from '../calendar-parser.ts';
import { unitFrom } from '../calendar-units.ts';
import type { DateCue } from '../resolve-date.ts';
import type { RuleMatch } from '../rule.ts';
import {
  chineseCue,
  DAY,
  isAheadInChinese,
  MONTH,
  MONTH_WORD,
  monthShift,
  shortYear as twoFigureYear,
  WEEK,
  weekdayNumber,
  YEAR,
  YEAR_WORD,
  YEAR_WORDS,
} from './words.ts';

const DAY_MARK = '\\s*[日号]';
/** "12日", "12至14日", "12日至14日", and the first of "12、14日". */
const DAYS = `(?<day>${DAY})(?:(?:${DAY_MARK})?\\s*[-－–—~～至到]\\s*(?<lastDay>${DAY})${DAY_MARK}|${DAY_MARK}|(?=\\s*[、和及]\\s*${DAY}${DAY_MARK}))`;
const YEARS = `(?:(?<era>民国)\\s*(?<eraYear>\\d{1,3}|[一二三四五六七八九十百零]{1,6})\\s*年|(?<year>${YEAR})\\s*[年：:]|(?<shortYear>(?<![\\d.零〇一二三四五六七八九十第])(?:\\d{2}|[零〇一二三四五六七八九]{2}))\\s*年(?=\\s*(?:\\d{1,2}|[一二三四五六七八九十]{1,2})\\s*月)|(?<ago>[一二两三四五]|\\d)年前的|(?<yearWord>${YEAR_WORD}))`;

/** The Republic of China counts its years from 1912. */
const YEAR_BEFORE_ERA = 1911;

/** 2020年9月14日, 去年12月, 九月十四日, 9月12日至14日. */
const monthDate = calendarParser(
  new RegExp(
    `(?:${YEARS}[\\s,，的]{0,3})?(?<month>${MONTH})\\s*月(?!后|前|内|之|天|球|饼|薪|嫂|龄|初[一二三四五六七八九十])(?:份|\\s*${DAYS})?`,
    'u',
  ),
  (match, reference) => {
    const { groups, before } = match;
    const { era, eraYear, year, yearWord } = groups;
    // "三四月" and "1-8月" are several months, "每9月" any of them.
    if (/(?:[\d.一二三四五六七八九十每逢第]|\d\s?[-–—~～])$/u.test(before)) return null;
    if (year === undefined && OTHER_YEAR_BEFORE.test(before)) return null;
    const month = readChineseNumber(groups['month'] ?? '') ?? 0;
    if (yearWord !== undefined) {
      const relativeYear = datePartsOf(reference).year + (YEAR_WORDS[yearWord] ?? 0);
      return namedParts(match, { year: relativeYear, month, isRelative: true });
    }
    const { shortYear, ago } = groups;
    if (shortYear !== undefined) {
      return namedParts(match, { year: twoFigureYear(shortYear, reference), month });
    }
    if (ago !== undefined) {
      const count = readChineseNumber(ago) ?? 0;
      return namedParts(match, {
        year: datePartsOf(reference).year - count,
        month,
        isRelative: true,
      });
    }
    const written = readChineseNumber(eraYear ?? year ?? '') ?? firstYear(before);
    if (written === null) return namedParts(match, { month });
    return namedParts(match, {
      month,
      year: era === undefined ? written : YEAR_BEFORE_ERA + written,
    });
  },
);
/** The year of a range's first date, which holds for its last: 2019年6月1日-6月30日. */
function firstYear(before: string): number | null {
  const written = /(?<year>[12]\d{3})年\d{1,2}月\d{1,2}[日号]\s*[-－–—~～至到]\s*$/u.exec(before);
  return written?.groups?.['year'] === undefined ? null : Number(written.groups['year']);
}

/** Any year, or one counted from another date. */
const OTHER_YEAR_BEFORE = /(?:每年|逢|同年|次年|翌年|当年|隔年)的?$/u;

/** 上月14日, 本月5日. */
const relativeMonthDate = calendarParser(
  new RegExp(`(?<monthWord>${MONTH_WORD})\\s*${DAYS}`, 'u'),
  (match, reference) => {
    const value = unitFrom('month', monthShift(match.groups['monthWord'] ?? ''), reference);
    if (value === null) return null;
    const { year, month } = datePartsOf(value);
    return namedParts(match, { year, month, isRelative: true });
  },
);

/** 14日, 二十三日, 12至14日: a day of the month alone. 3天 is a duration, 3号楼 a number. */
const dayOfMonth = calendarParser(new RegExp(DAYS, 'u'), (match) => {
  const { text, groups, before, after } = match;
  if (/[\d.,月年第每逢数几近〇零一二三四五六七八九十百千-]\s*$/u.test(before)) return null;
  if (/^(?:内|游|间|之内|之间|龄|元|本)/u.test(after)) return null;
  // "3日前" is before the 3rd or three days ago.
  if (/^(?:前|之前|以前|后|之后|以来)/u.test(after) && !/[于在至到]$/u.test(before)) return null;
  if (/^\D$/u.test(groups['day'] ?? '')) return null;
  const isNumber = !IS_TIME_AFTER.test(after) && !/(?:将于|定于|截至|自)$/u.test(before);
  if (text.includes('号') && isNumber) return null;
  const parts = namedParts(match, {});
  if (parts.cue !== null) return parts;
  if (isAheadInChinese(before, after)) return { ...parts, cue: 'future' };
  // In news a bare day is over: 14日，市长宣布. Behind another day of the sentence it is counted from it.
  return /月\s*\d{1,2}\s*[日号]?[^。]*$/u.test(before) ? parts : { ...parts, cue: 'past' };
});
const IS_TIME_AFTER =
  /^(?:\s*[（(，,。、；]|上午|下午|早|晚|凌晨|中午|清晨|夜|当天|起|之?前|以前|表示|宣布|说|开)/u;

/** 周日, 上星期五, 本周一. */
const weekday = calendarParser(
  new RegExp(
    `(?<shift>上上|上|下下|下|这|本)?个?(?:(?<=[上下这本]个?)${WEEK}的?)?${WEEK}(?<weekday>[一二三四五六日天])(?![年围岁期天刊福个]|报(?!道|告)|六日)`,
    'u',
  ),
  (match) => {
    const { groups, before } = match;
    // The end of 周一至周五 is counted from its beginning.
    if (/[周期拜][一二三四五六日天]\s*[至到\-–—~～]\s*$/u.test(before)) return null;
    // "两周一次" has weeks, "每周一" is any Monday.
    if (/[\d一二两三四五六七八九十百半数几每逢隔上下]$/u.test(before)) return null;
    const { shift, weekday: day = '' } = groups;
    const week = WEEK_CUES[shift ?? ''];
    if (shift !== undefined && week === undefined) return null;
    const parts = namedParts(match, { weekday: weekdayNumber(day) });
    if (week !== undefined) return { ...parts, cue: week };
    const isAhead = parts.cue === null && isAheadInChinese(before, match.after);
    return isAhead ? { ...parts, cue: 'future' } : parts;
  },
);
const WEEK_CUES: Readonly<Record<string, DateCue>> = {
  上上: 'week-before-last',
  下下: 'week-after-next',
  上: 'last-week',
  这: 'this-week',
  本: 'this-week',
  下: 'next-week',
};

/** 2020-09-14, 2020/9/14, 2020.9.14. */
const numericDate = calendarParser(
  /(?<year>[12]\d{3})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?![\d.])/u,
  (match) => {
    if (/[\d.\-/]$/u.test(match.before)) return null;
    const { year, month } = match.groups;
    return namedParts(match, { year: Number(year), month: Number(month) });
  },
);

/** How dates are written in Chinese, in simplified characters. */
export const CHINESE_CALENDAR_PARSERS: readonly Parser[] = [
  numericDate,
  monthDate,
  relativeMonthDate,
  dayOfMonth,
  weekday,
];

function namedParts(
  { groups, before, after }: RuleMatch,
  { isRelative = false, ...named }: NamedParts['components'] & { readonly isRelative?: boolean },
): NamedParts {
  const day = readChineseNumber(groups['day'] ?? '');
  const lastDay = readChineseNumber(groups['lastDay'] ?? '');
  const components = day === null ? named : { ...named, day };
  return { components, lastDay, cue: chineseCue(before, after), isRelative };
}
