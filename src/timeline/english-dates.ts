import type { DateCue, DateReading, Found } from './date-reading.ts';

const MONTH_NAME =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b\\.?';
const MONTH = `(?<month>${MONTH_NAME})`;
const WEEKDAY =
  '(?<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\\b\\.?';
const DAY = '(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\\d:.,]\\d|\\d)';
const DAYS = `${DAY}(?:\\s*(?:[-–]|to|until|till|through|and)\\s*${DAY})?`;
const YEAR = '(?:(?:,\\s*|\\s+)(?:of\\s+)?(?<year>[12]\\d{3})(?![\\d,.]\\d|\\d))';

/** How dates are written with names, and in full with figures. Everything else that is found is left. */
const SHAPES: readonly RegExp[] = [
  new RegExp(
    `(?:${WEEKDAY},?\\s+)?(?:the\\s+)?(?<days>${DAYS})\\s*(?:of\\s+)?${MONTH}${YEAR}?`,
    'iu',
  ),
  new RegExp(`(?:${WEEKDAY},?\\s+)?${MONTH}\\s+(?<days>${DAYS})(?!\\d)${YEAR}?`, 'iu'),
  /(?<year>[12]\d{3})[-/](?<month>\d{1,2})[-/](?<days>\d{1,2})/u,
  // Where both numbers could be the month, nobody can say which is.
  /\b(?<month>0?[1-9]|1[0-2])(?<slash>[-/.])(?<days>1[3-9]|2\d|3[01])\k<slash>(?<year>[12]\d{3})/u,
  /\b(?<days>1[3-9]|2\d|3[01])(?<slash>[-/.])(?<month>0?[1-9]|1[0-2])\k<slash>(?<year>[12]\d{3})/u,
  new RegExp(`${MONTH}${YEAR}?`, 'iu'),
  new RegExp(WEEKDAY, 'iu'),
];

/** The second date of a pair or a range, and the year that holds for both. */
const SECOND_DATE = new RegExp(
  `^\\s*(?:and|or|to|until|till|through|[-–])\\s*(?:${DAYS}\\s*(?:of\\s+)?)?${MONTH}(?:\\s+${DAYS})?${YEAR}`,
  'iu',
);

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ');

/** chrono-node counts these too, and we do not. */
const OTHER_ERA = /\b(?:BCE?|BE|CE|AD)\b/u;

/** Months that are words and names as well: alone, they count after a word of time only. */
const NAME_LIKE_MONTH = /^(?:Jan|Mar|March|April|May|June)\b/iu;
/** "In May 20 people left": nobody says "in May 20" for a day. */
const MONTH_THEN_NUMBER = /\bin\s+$/iu;
const WORD_OF_TIME =
  /\b(?:in|since|until|till|through|throughout|during|between|early|late|mid|last|next|this|by)[\s-]+$/iu;

/** Weekdays cut short are words and names as well ("The Sun"): alone, they count after these only. */
const SHORT_WEEKDAY = /^(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b/iu;
const WORD_OF_DAY = /\b(?:on|last|next|this|by|until|till)\s+$/iu;

/** Any such day or month, or one counted from another date. */
const UNBOUND =
  /\b(?:every|each|any|most|some|first|second|third|fourth|fifth|that|the following|following|previous|preceding|a|one)\s+$/iu;

/** Days that have a name of their own, and newspapers. */
const NAMED_DAY = /\b(?:Black|Good|Super|Bloody|Cyber|Ash|Palm|Easter|Mail on|Holy|Giving)\s+$/u;
const NEWSPAPER =
  /^\s+(?:Times|Telegraph|Mirror|Express|Post|Mail|Herald|Independent|Tribune|Age|People)\b/u;

const DEADLINE_CUE =
  /\b(?:by|no later than|due|scheduled for|deadline of|coming|(?:has|have) (?:until|till))\s+(?:(?:on|the|early|late|end of)\s+)*(?:mid[-\s])?$/iu;
/** "Until August nothing changed", "The fair lasts until Friday": the past or the coming one. */
const UNTIL = /\b(?:until|till)\s+(?:(?:on|the|early|late|end of)\s+)*(?:mid[-\s])?$/iu;
/** "By Friday the shares had fallen." */
const PAST_PERFECT_AFTER = /^[^.;:]{0,60}\bhad\b/iu;
const FUTURE_CUE =
  /\b(?:will|must|has to|have to|due|scheduled|expected|plans? to|set to)\b(?:(?!\b(?:said|says|reported|announced|confirmed|told|wrote)\b)[^.,;:]){0,40}$/iu;
const PAST_CUE = /\b(?:since|past)\s+(?:on\s+)?$/iu;
const NEAR_CUE = /\b(?<cue>last|next|this)\s+(?:on\s+)?$/iu;
const WEEK_CUE = /^\s+(?:of\s+)?(?<cue>last|next|this)\s+week\b/iu;

/** Reads what was found in an English text, or null when it is no explicit date. */
export function readEnglishDate(text: string, found: Found): DateReading | null {
  const shape = firstMatch(found.text);
  if (!shape || OTHER_ERA.test(found.text)) return null;
  const { month = '', days = '', weekday = '', year: writtenYear } = shape.groups ?? {};
  const start = found.index + shape.index;
  const end = start + shape[0].length;
  const before = text.slice(0, start);
  const after = text.slice(end);
  if (/^\d/u.test(after) || (days === '' && UNBOUND.test(before))) return null;

  // Capital letters tell "March" and "May" from the verbs.
  if (/^\p{Ll}/u.test(month) || /^\p{Ll}/u.test(weekday)) return null;

  const cue = cueOf(before, after);
  if (month !== '') {
    const number = monthNumber(month);
    const year = writtenYear === undefined ? secondYear(number, after) : Number(writtenYear);
    if (year === null && days === '') {
      if (NAME_LIKE_MONTH.test(month) && !WORD_OF_TIME.test(before)) return null;
    } else if (year === null && shape[0].endsWith(days) && MONTH_THEN_NUMBER.test(before)) {
      return null;
    }
    const day = days === '' ? null : Number.parseInt(days, 10);
    return { start, end, year, month: number, day, weekday: null, cue };
  }
  if (NAMED_DAY.test(before) || NEWSPAPER.test(after)) return null;
  if (SHORT_WEEKDAY.test(weekday) && !WORD_OF_DAY.test(before)) return null;
  const weekdayIndex = WEEKDAYS.indexOf(weekday.slice(0, 3).toLowerCase());
  return { start, end, year: null, month: null, day: null, weekday: weekdayIndex, cue };
}

function monthNumber(written: string): number {
  return /^\d/u.test(written)
    ? Number(written)
    : MONTHS.indexOf(written.slice(0, 3).toLowerCase()) + 1;
}

function firstMatch(expression: string): RegExpExecArray | null {
  for (const shape of SHAPES) {
    const match = shape.exec(expression);
    if (match) return match;
  }
  return null;
}

/** The year that only the second date names, as in "3 March to 5 April 2019". */
function secondYear(month: number, after: string): number | null {
  const second = SECOND_DATE.exec(after)?.groups;
  if (!second) return null;
  const year = Number(second['year']);
  return month <= monthNumber(second['month'] ?? '') ? year : year - 1;
}

function cueOf(before: string, after: string): DateCue | null {
  const near = NEAR_CUE.exec(before)?.groups?.['cue']?.toLowerCase();
  if (near === 'last' || near === 'next' || near === 'this') return near;
  const week = WEEK_CUE.exec(after)?.groups?.['cue']?.toLowerCase();
  if (week === 'last' || week === 'next' || week === 'this') return `${week}-week`;
  if (PAST_CUE.test(before)) return 'past';
  const isUntil = UNTIL.test(before);
  if ((isUntil || DEADLINE_CUE.test(before)) && PAST_PERFECT_AFTER.test(after)) return 'past';
  if (DEADLINE_CUE.test(before) || FUTURE_CUE.test(before)) return 'future';
  return isUntil ? 'open' : null;
}
