import { readChineseNumber } from '../chinese/numerals.ts';
import {
  englishMonthNumber,
  ENGLISH_MONTH as MONTH,
  ENGLISH_MONTHS as MONTHS,
} from '../english/calendar.ts';
import type { FormPattern, MatchesOf } from './form-pattern.ts';
import type { NormalForm } from './normal-form.ts';

const DAY = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?(?![\\p{Script=Latin}\\p{N}])';
/** So many at most: a text of nothing but days would be read to its end from each of them. */
const DAYS = `${DAY}(?:\\s?(?:-|–|to|and|or)\\s?${DAY}){0,9}`;

/** What may not follow a day that stands behind its month: "March 20,000", "May 5 million". */
const NO_AMOUNT = '(?!,\\d{3}|\\.\\d|\\s?(?:%|per\\s?cent|thousand|million|billion))';

const ENGLISH_DATE: FormPattern = {
  pattern: new RegExp(
    `(?<![\\p{Script=Latin}\\p{N}])(?:(?<month>${MONTH})\\.?\\s+(?:the\\s+)?(?<days>${DAYS})${NO_AMOUNT}|(?<daysBefore>${DAYS})(?:\\s+of)?[\\s\\-]+(?<monthAfter>${MONTH})(?![\\p{Script=Latin}\\p{N}]))`,
    'giu',
  ),
  character: /[0-9]/u,
  words: [...MONTHS, ...MONTHS.map((month) => month.slice(0, 3)), 'sept'],
};

/** "May" is a name of a month beside a date or a preposition of time; without a capital never. */
const MAY: FormPattern = {
  pattern:
    /(?<=(?<!\p{L})(?:in|of|since|until|till|by|last|next|early|late|mid|during|from)[\s-])May(?!\p{L})|(?<!\p{L})May(?=\s+(?:19|20)\d\d)/gu,
  character: null,
  words: ['may'],
};

const NUMERIC_DATE: FormPattern = {
  pattern:
    /(?<![\p{N}.\-/])(?:19|20)\d\d(?<separator>[-/.])(?<month>\d{1,2})\k<separator>(?<day>\d{1,2})(?![\p{N}])/gu,
  character: /[12]/u,
  words: [],
};

const CHINESE_NUMBER = '(?:\\p{Nd}{1,2}|[〇零一二三四五六七八九十廿卅]{1,3})';
const CHINESE_DATE: FormPattern = {
  pattern: new RegExp(
    `(?<month>${CHINESE_NUMBER})\\s?月(?:份|\\s?(?<days>${CHINESE_NUMBER}\\s?[日号號]?(?:\\s?[至到和或及、\\-－–—~～]\\s?${CHINESE_NUMBER}\\s?[日号號])*(?<=[日号號])))?`,
    'gu',
  ),
  character: /[\p{Nd}〇零一二三四五六七八九十廿卅]/u,
  words: [],
};
const CHINESE_YEAR: FormPattern = {
  pattern: /(?<![\p{N}])[一二][〇零○一二三四五六七八九]{3}(?=年)/gu,
  character: /[一二]/u,
  words: [],
};

/** What {@link findDates} looks for. */
export const DATE_PATTERNS: readonly FormPattern[] = [
  ENGLISH_DATE,
  MAY,
  NUMERIC_DATE,
  CHINESE_DATE,
  CHINESE_YEAR,
];

/** How the months are written that the analysis of words does not bring to the full name. */
const OTHER_MONTH_FORMS: ReadonlySet<string> = new Set(['mar', 'apr', 'jun', 'jul', 'sep', 'may']);

/**
 * The days of a year as "09-20", from "September 20", "20th of Sept.", "2020-09-20", "9月20日" or
 * "九月二十日"; months without a day by the term of their English name; years in Chinese numerals by
 * their digits. A date that no calendar has is left out.
 */
export function findDates(matchesOf: MatchesOf, normalise: (word: string) => string): NormalForm[] {
  return [
    ...findEnglishDates(matchesOf, normalise),
    ...matchesOf(MAY).map((match) => formOf(match, normalise('may'))),
    ...findNumericDates(matchesOf),
    ...findChineseDates(matchesOf, normalise),
  ];
}

function findEnglishDates(matchesOf: MatchesOf, normalise: (word: string) => string): NormalForm[] {
  return matchesOf(ENGLISH_DATE).flatMap((match) => {
    const { month, days, daysBefore, monthAfter } = match.groups ?? {};
    const written = month ?? monthAfter ?? '';
    // "20 may attend" is no date, "20th may" is one.
    if (written === 'may' && !/[a-z]/u.test(daysBefore ?? days ?? '')) return [];
    const name = written.toLowerCase();
    const number = englishMonthNumber(name);
    const forms = dayForms(number, days ?? daysBefore ?? '', match);
    if (!OTHER_MONTH_FORMS.has(name) || forms.length === 0) return forms;
    return [formOf(match, normalise(MONTHS[number - 1] ?? name)), ...forms];
  });
}

function findNumericDates(matchesOf: MatchesOf): NormalForm[] {
  return matchesOf(NUMERIC_DATE).flatMap((match) => {
    const { month = '', day = '' } = match.groups ?? {};
    return dayForms(Number(month), day, match);
  });
}

function findChineseDates(matchesOf: MatchesOf, normalise: (word: string) => string): NormalForm[] {
  const dates = matchesOf(CHINESE_DATE).flatMap((match) => {
    const { month: written = '', days } = match.groups ?? {};
    const month = readChineseNumber(written);
    const name = month === null ? undefined : MONTHS[month - 1];
    if (month === null || name === undefined) return [];
    return [formOf(match, normalise(name)), ...dayForms(month, days ?? '', match)];
  });
  const years = matchesOf(CHINESE_YEAR).map((match) =>
    formOf(match, String(readChineseNumber(match[0]))),
  );
  return [...dates, ...years];
}

/** One form for each day in a list or range of days. */
function dayForms(month: number, days: string, match: RegExpExecArray): NormalForm[] {
  const numbers = days.match(/\p{Nd}+|[〇零一二三四五六七八九十廿卅]+/gu) ?? [];
  return numbers.flatMap((written) => {
    const day = readChineseNumber(written);
    if (day === null || !isDayOfYear(month, day)) return [];
    return [formOf(match, `${twoDigits(month)}-${twoDigits(day)}`)];
  });
}

function isDayOfYear(month: number, day: number): boolean {
  const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= longest;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function formOf(match: RegExpExecArray, term: string): NormalForm {
  return { term, start: match.index, end: match.index + match[0].length, isApart: true };
}
