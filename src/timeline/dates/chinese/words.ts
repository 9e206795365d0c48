import { simplifiedForms } from '../../../language/index.ts';
import { type DateModifier, datePartsOf } from '../../calendar-date.ts';
import type { DurationUnit, Season } from '../calendar-units.ts';
import type { DateCue } from '../resolve-date.ts';

const NUMERAL = '〇零○一二两三四五六七八九十廿卅';

/** A month: 1 to 12 in figures or numerals, no part of a longer number. */
export const MONTH = `(?<![\\d.${NUMERAL}])(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])`;

/** A day: 1 to 31 in figures or numerals. */
export const DAY =
  '(?:[12]\\d|3[01]|0?[1-9]|廿[一二三四五六七八九]?|卅一?|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])';

/** A year of four figures or four numerals such as 二〇二〇. */
export const YEAR = `(?<![\\d.${NUMERAL}])(?:[12]\\d{3}|[一二][〇零○一二三四五六七八九]{3})(?!\\d)`;

/** A number of things, in figures or numerals. */
export const COUNT = `(?<![\\d.,第${NUMERAL}])(?:\\d{1,4}(?:\\.\\d{1,2})?|[一二两三四五六七八九十百千]{1,7})`;

/** The years that are counted from that of publication. 同年 and 次年 are counted from another date. */
export const YEAR_WORDS: Readonly<Record<string, number>> = {
  上一年: -1,
  这一年: 0,
  前年: -2,
  去年: -1,
  上年: -1,
  今年: 0,
  本年: 0,
  明年: 1,
  下年: 1,
  下一年: 1,
  后年: 2,
};

/** A word of {@link YEAR_WORDS}, for use in a pattern. */
export const YEAR_WORD =
  '(?<![之以三大])(?:上一年|这一年|前年|去年|上年(?!度)|今年|本年|明年|下一年|下年(?!度)|后年)(?!代|级|纪|龄|轻)';

/** The months that are counted from that of publication. */
export const MONTH_WORD = '(?:上上?|本|这|下)(?:一个月|个月|月)(?![球亮台光饼])';

/** How many months a {@link MONTH_WORD} lies after that of publication. */
export function monthShift(word: string): number {
  return SHIFTS[word.replace(/一?个?月$/u, '')] ?? 0;
}

/** How many weeks or months such a word lies after that of publication. */
export const SHIFTS: Readonly<Record<string, number>> = {
  上上: -2,
  上: -1,
  本: 0,
  这: 0,
  下: 1,
  下下: 2,
};

/** A week, without its day. */
export const WEEK = '(?:周|星期|礼拜)';

/** 0 for Sunday to 6 for Saturday. */
export function weekdayNumber(character: string): number {
  return Math.max(0, '日一二三四五六'.indexOf(character));
}

/** The year that two figures or numerals mean, seen from a day: 97 and 九七 are 1997. */
export function shortYear(written: string, day: string): number {
  const { year } = datePartsOf(day);
  const figures = Array.from(written, (each) =>
    '〇一二三四五六七八九'.indexOf(each.replace('零', '〇')),
  );
  const value = /^\d/u.test(written) ? Number(written) : 10 * (figures[0] ?? 0) + (figures[1] ?? 0);
  const inCentury = year - (year % 100) + value;
  return inCentury > year + 1 ? inCentury - 100 : inCentury;
}

/** The season that a character names. */
export function seasonOf(character: string): Season {
  switch (character) {
    case '春':
      return 'SP';
    case '夏':
      return 'SU';
    case '秋':
      return 'FA';
    default:
      return 'WI';
  }
}

/** How a unit of time is written behind a number. A plain 月 or 日 would be that of a date. */
export const UNITS =
  '(?:秒钟?|分钟|个?小时|个?钟头|天|个?(?:星期|礼拜)|周(?![日年岁围边刊期])|个(?:多)?月|个季度|周年|年(?![级纪龄轻代初底末度中])|个世纪)';

/** The unit of {@link UNITS}. */
export function durationUnit(written: string): DurationUnit {
  if (/秒/u.test(written)) return 'second';
  if (/分/u.test(written)) return 'minute';
  if (/时|钟/u.test(written)) return 'hour';
  if (/天|日/u.test(written)) return 'day';
  if (/月/u.test(written)) return 'month';
  if (/季/u.test(written)) return 'quarter';
  if (/年/u.test(written)) return 'year';
  if (/纪/u.test(written)) return 'century';
  return 'week';
}

const FUTURE_BEFORE = /(?:将|须|必须|最迟|定于|计划|预计|拟)[于在]?[^。，；]{0,6}$/u;
const FUTURE_AFTER = /^(?:之?前|以前|截止|到期)/u;
const PAST_BEFORE = /(?:曾|已|早在|自|从)[^。，；]{0,8}$/u;
const PAST_AFTER = /^[^。，；]{0,20}(?:了|曾|已|以来)/u;

/** "推迟至周日"; 周四召开，届时将. */
const MOVED_BEFORE = /(?:推迟|延期|延后|改期|顺延|定)(?:至|到|在)$/u;
const AHEAD_AFTER =
  /^(?:上午|下午|晚上?|早上|凌晨)?(?:[^。；，了说称宣表]{0,14}将(?!军|来)|起，[^。；]{0,10}将(?!军|来)|[^。；，]{0,10}，届时)/u;
/** What a court or a council does on a weekday without any sign of the past lies ahead: 周五宣判. */
const SCHEDULED_AFTER = /^(?:上午|下午|晚)?(?:宣判|表决|开庭|投票|迎战|对阵)(?!了|结果)/u;
const FROM_BEFORE = /(?:将|拟|计划)?(?:从|自)$/u;

/** Whether a weekday or a day without its month lies ahead, by the words behind it. */
export function isAheadInChinese(before: string, after: string): boolean {
  if (MOVED_BEFORE.test(before) || AHEAD_AFTER.test(after)) return true;
  const [clause = ''] = after.split(/[，。；]/u);
  return SCHEDULED_AFTER.test(clause) && !/了|已/u.test(clause) && !/[^，。；]{9,}$/u.test(before);
}

/** Where the words before and after a Chinese date place it, or null where they do not. */
export function chineseCue(before: string, after: string): DateCue | null {
  if (FUTURE_BEFORE.test(before) || FUTURE_AFTER.test(after)) return 'future';
  if (FROM_BEFORE.test(before) && after.startsWith('起') && /将/u.test(before)) return 'future';
  return PAST_BEFORE.test(before) || PAST_AFTER.test(after) ? 'past' : null;
}

/** The words for a part of a longer time, right behind it. */
export const CHINESE_MODIFIERS: readonly (readonly [DateModifier, RegExp])[] = [
  ['start', /^\s?(?:份)?(?:上旬|初期?|伊始)/u],
  ['mid', /^\s?(?:份)?(?:中旬|中期|年中|中(?=[，。、；,.\s]|$))/u],
  ['end', /^\s?(?:份)?(?:下旬|底|末期?|后期|年底|年末)/u],
];

const SIMPLIFIED = simplifiedForms();

/**
 * A text with its Chinese in simplified characters and its figures and Latin letters in half width,
 * each UTF-16 unit in the place of one, so that offsets stay as they are.
 */
export function foldChinese(text: string): string {
  return text.replaceAll(/[\u3400-\u9fff０-９Ａ-Ｚａ-ｚ]/gu, (character) => {
    const folded = SIMPLIFIED.get(character) ?? character.normalize('NFKC');
    return folded.length === character.length ? folded : character;
  });
}
