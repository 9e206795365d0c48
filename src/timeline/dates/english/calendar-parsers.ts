import type { Parser } from 'chrono-node/en';
import { englishWeekdayNumber } from '../../../language/index.ts';
import { datePartsOf } from '../../calendar-date.ts';
import { calendarParser, type NamedParts } from '../calendar-parser.ts';
import type { DateCue } from '../resolve-date.ts';
import type { RuleMatch } from '../rule.ts';
import {
  DAY,
  englishCue,
  isClauseAhead,
  isPastClause,
  isScheduled,
  MONTH_NAME,
  monthNumber,
  WEEKDAY_NAME,
  YEAR,
} from './words.ts';

const MONTH = `\\b(?<month>${MONTH_NAME})`;
const WEEKDAY_BEFORE = `(?:\\b${WEEKDAY_NAME}\\s*,?\\s+)?`;
const DAYS = `(?<day>${DAY})(?:\\s*(?:[-–—]|to|until|till|through)\\s*(?<lastDay>${DAY}))?`;
const WRITTEN_YEAR = `(?:(?:\\s*,\\s*|\\s+)(?:of\\s+)?(?<year>${YEAR})(?!\\s?(?:GMT|UTC|hours|local time)\\b))`;
/** "3 March 2019", "March 3 , 2019", "3 March last year". */
const OF_YEAR = `(?:${WRITTEN_YEAR}|\\s+(?:of\\s+)?(?<yearWord>last|this|next)\\s+year\\b)`;
const YEAR_SHIFTS: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

/** The second date of a pair or a range, and the year that holds for both. */
const SECOND_DATE = new RegExp(
  `^\\s*(?:and|or|to|until|till|through|[-–])\\s*(?:${DAY}\\s*(?:of\\s+)?)?(?<month>${MONTH_NAME})(?:\\s+${DAY})?${WRITTEN_YEAR}`,
  'iu',
);

/** "12 May 44 BC": we count one era only. */
const OTHER_ERA = /^\s*,?\s*(?:\d{1,4}\s*)?(?:BCE?|BE|CE|AD)\b/u;
/** A day may not follow right behind another figure, nor an amount behind its month. */
const FIGURE_BEFORE = /\d[.,:/]?$/u;
const AMOUNT_AFTER = /^(?:\d|\s?(?:%|per\s?cent|thousand|million|billion|trillion)\b)/iu;

/** Months that are words and names as well: alone, they count after a word of time only. */
const NAME_LIKE_MONTH = /^(?:Jan|Mar|March|April|May|June)\b/iu;
const WORD_OF_TIME =
  /\b(?:in|since|until|till|through|throughout|during|between|from|early|late|mid|last|next|this|by|of|and|to|before|after|as)[\s-]+$/iu;
/** "In May 20 people left": nobody says "in May 20" for a day. */
const MONTH_THEN_NUMBER = /\bin\s+$/iu;

/** Weekdays cut short are words and names as well ("The Sun"): alone, they count after these only. */
const SHORT_WEEKDAY = /^(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b/iu;
const WORD_OF_DAY = /\b(?:on|last|next|this|by|until|till)\s+$/iu;

/**
 * Any such day or month, or one counted from another date. "Following Monday's vote" and "said that
 * Monday would do" are of the last one.
 */
const UNBOUND =
  /\b(?:every|each|any|most|some|first|second|third|fourth|fifth|one|(?:on|by|until|since|after|before|from) that|(?:the|a) (?:following|previous|preceding))\s+$/iu;
/** The end of "Monday to Friday" is counted from its beginning. */
const WEEKDAY_RANGE_BEFORE = /day\s*(?:to|through|-|–|until|till)\s*$/iu;
/** "On a Monday" is any Monday, "a Monday meeting" the last one. */
const ARTICLE_BEFORE = /\ba\s+$/iu;
const THING_AFTER = /^\s+(?!(?:in|of|and|or|when|that|to|at|is|was|with)\b)\p{Ll}{3,}/u;

/** "The Friday before" is counted from another date. */
const COUNTED_FROM = /^\s+(?:before|after|following|previous|in|of)\b/iu;

const dayMonth = calendarParser(
  new RegExp(
    `${WEEKDAY_BEFORE}(?:\\bthe\\s+)?${DAYS}(?:\\s*-\\s*|\\s*(?:of\\s+)?)${MONTH}${OF_YEAR}?`,
    'iu',
  ),
  (match, reference) => (FIGURE_BEFORE.test(match.before) ? null : monthParts(match, reference)),
);

const monthDay = calendarParser(
  new RegExp(`${WEEKDAY_BEFORE}${MONTH}\\s+(?:the\\s+)?${DAYS}${OF_YEAR}?`, 'iu'),
  (match, reference) => {
    const { before, after, groups } = match;
    if ((groups['year'] ?? groups['yearWord']) === undefined) {
      if (MONTH_THEN_NUMBER.test(before) || AMOUNT_AFTER.test(after)) return null;
    }
    return monthParts(match, reference);
  },
);

const month = calendarParser(new RegExp(`${MONTH}${OF_YEAR}?`, 'iu'), (match, reference) => {
  const { groups, before } = match;
  const { month: name = '' } = groups;
  const year = groups['year'] ?? groups['yearWord'];
  if (UNBOUND.test(before) || ARTICLE_BEFORE.test(before)) return null;
  // "The DEC website": a month alone is not written in capitals.
  if (year === undefined && /^\p{Lu}{3}\b/u.test(name)) return null;
  if (year === undefined && NAME_LIKE_MONTH.test(name) && !WORD_OF_TIME.test(before)) return null;
  return monthParts(match, reference);
});

/** "Monday", "Friday next week". */
const weekday = calendarParser(
  new RegExp(
    `\\b(?<weekday>${WEEKDAY_NAME})(?:\\s+(?:of\\s+)?(?<week>last|next|this)\\s+week\\b)?`,
    'iu',
  ),
  ({ text, groups, before, after }) => {
    if (/^\p{Ll}/u.test(text) || UNBOUND.test(before)) return null;
    if (WEEKDAY_RANGE_BEFORE.test(before)) return null;
    if (ARTICLE_BEFORE.test(before) && !THING_AFTER.test(after)) return null;
    if (/\bthe\s+$/iu.test(before) && COUNTED_FROM.test(after)) return null;
    if (SHORT_WEEKDAY.test(text) && !WORD_OF_DAY.test(before)) return null;
    return {
      components: { weekday: englishWeekdayNumber(text) },
      cue:
        WEEK_CUES[groups['week']?.toLowerCase() ?? ''] ??
        englishCue(before, after) ??
        (isScheduled(before, after) ? 'future' : null),
    };
  },
);
const WEEK_CUES: Readonly<Record<string, DateCue>> = {
  last: 'last-week',
  this: 'this-week',
  next: 'next-week',
};

/** "Sunday 24th": the number says which Sunday. */
const weekdayAndDay = calendarParser(
  new RegExp(
    `\\b${WEEKDAY_NAME}\\s*,?\\s+(?:the\\s+)?(?<day>\\d{1,2})(?:st|nd|rd|th)\\b(?!\\s+(?:of|and|${MONTH_NAME}))`,
    'iu',
  ),
  ({ text, groups, before, after }) =>
    /^\p{Ll}/u.test(text)
      ? null
      : { components: { day: Number(groups['day']) }, cue: englishCue(before, after) },
);

/** Full dates in figures. Where both numbers could be the month, nobody can say which is. */
const numeric = [
  /(?<![\d./-])(?<year>[12]\d{3})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?![\d/-])/u,
  /\b(?<month>0?[1-9]|1[0-2])(?<mark>[-/.])(?<day>1[3-9]|2\d|3[01])\k<mark>(?<year>[12]\d{3})(?!\d)/u,
  /\b(?<day>1[3-9]|2\d|3[01])(?<mark>[-/.])(?<month>0?[1-9]|1[0-2])\k<mark>(?<year>[12]\d{3})(?!\d)/u,
].map((pattern) =>
  calendarParser(pattern, ({ groups, before }) => {
    if (/[\d./-]$/u.test(before)) return null;
    const { year, month: monthOfYear, day } = groups;
    return {
      components: { year: Number(year), month: Number(monthOfYear), day: Number(day) },
    };
  }),
);

/** How dates are written in English. */
export const ENGLISH_CALENDAR_PARSERS: readonly Parser[] = [
  dayMonth,
  monthDay,
  month,
  weekday,
  weekdayAndDay,
  ...numeric,
];

function monthParts({ groups, before, after }: RuleMatch, reference: string): NamedParts | null {
  const { month: name = '', day, lastDay, year: writtenYear, yearWord } = groups;
  // Capital letters tell "March" and "May" from the verbs.
  if (/^\p{Ll}/u.test(name) || OTHER_ERA.test(after)) return null;
  const number = monthNumber(name);
  const isRelative = yearWord !== undefined;
  const year = isRelative
    ? datePartsOf(reference).year + (YEAR_SHIFTS[yearWord.toLowerCase()] ?? 0)
    : writtenYear === undefined
      ? secondYear(number, after)
      : Number(writtenYear);
  return {
    components: {
      month: number,
      ...(year !== null && { year }),
      ...(day !== undefined && { day: Number.parseInt(day, 10) }),
    },
    lastDay: lastDay === undefined ? null : Number.parseInt(lastDay, 10),
    cue:
      englishCue(before, after) ??
      (isClauseAhead(after) ? 'future' : isPastClause(before, after) ? 'past' : null),
    isRelative,
  };
}

/** The year that only the second date names, as in "3 March to 5 April 2019". */
function secondYear(firstMonth: number, after: string): number | null {
  const second = SECOND_DATE.exec(after)?.groups;
  if (!second) return null;
  const year = Number(second['year']);
  return firstMonth <= monthNumber(second['month'] ?? '') ? year : year - 1;
}
