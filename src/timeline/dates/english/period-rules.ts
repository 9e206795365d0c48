import { englishWeekdayNumber } from '../../../language/index.ts';
import { datePartsOf, isoWeekOf } from '../../calendar-date.ts';
import { numberedPeriod, weekdayOfMonth } from '../calendar-units.ts';
import { explicitDate } from '../resolve-date.ts';
import { fixed, type Interpretation, NAME, type Rule, type RuleMatch } from '../rule.ts';
import {
  DAY,
  englishCue,
  isPastClause,
  MONTH_NAME,
  monthNumber,
  ordinalNumber,
  SEASON,
  seasonOf,
  WEEKDAY_NAME,
  YEAR,
} from './words.ts';

/** Words that stand before a year and not before a count. */
const BEFORE_YEAR =
  /\b(?:in|since|by|until|till|from|before|after|during|of|to|through|throughout|around|circa|early|mid|late|year|and|between|back in|as of|for|than)[\s-]+$/iu;
/** A year is no part of a name, a number or a sum: "Flight 1549", "A2000", "No. 2001", "$1999". */
const NO_YEAR_BEFORE =
  /(?:[\p{L}\d]-|[$£€¥#№&+*=@_\d./:–—]|\b(?:no|nos|nr|number|flight|highway|route|room|gate|platform|bus|line|train|page|chapter|section|article|model|version|about|some|nearly|almost|over|under|only|another|approximately|roughly|at least|up to|more than|less than|fewer than)\.?)\s*$/iu;
/** What is counted, and units of measure. */
const COUNTED_AFTER =
  /^(?:[-\s]*(?:%|per\s?cent|people|men|women|children|workers|employees|jobs|staff|troops|soldiers|police|officers|homes|houses|families|copies|units|miles|metres|meters|feet|km|kilometres|kilometers|kg|tons?|tonnes|points|votes|seats|dollars|pounds|euros|yen|yuan|cents|barrels|megawatts|mhz|ghz|hours|gmt|utc|est|edt|pst|local time|times|others|more|others?|of\s+(?:the|them|its|their|these|those))\b|[-–]?\p{L}|\s+(?:hundred|thousand|million|billion)\b)/iu;
/** "1983 workers", but not "1983 was" or "1983 crisis". */
const PLURAL_AFTER = /^\s+(?!(?:was|is|has|as|its|his|this|does)\b)\p{L}+(?<![siu])s\b/iu;
const DETERMINER_BEFORE = /(?:\b(?:the|its|his|her|their|our)|['’]s)\s+$/iu;
/** Beyond these, a number of four figures alone is rather a count. */
const YEARS_BEHIND = 150;
const YEARS_AHEAD = 50;

/** "Since '82": the last year with these figures. */
const SHORT_YEAR: Rule = {
  pattern: /(?<=\b(?:since|in|of|until|from)\s)['’‘](?<figures>\d\d)(?![\d\p{L}%])/gu,
  read: ({ groups }) => ({
    ...fixed('date', ''),
    valueFrom: (day) => {
      const { year } = datePartsOf(day);
      const inCentury = year - (year % 100) + Number(groups['figures']);
      return String(inCentury <= year ? inCentury : inCentury - 100);
    },
  }),
};

const BARE_YEAR: Rule = {
  pattern: new RegExp(`(?<year>${YEAR})`, 'gu'),
  read: (match) => readYear(match),
};

function readYear({ text, before, after }: RuleMatch): Interpretation | null {
  if (NO_YEAR_BEFORE.test(before) && !/(?:\b(?:early|mid|late|pre|post)-|\/)$/iu.test(before)) {
    return null;
  }
  if (COUNTED_AFTER.test(after)) return null;
  const year = Number(text);
  const isAfterTimeWord = BEFORE_YEAR.test(before);
  // "2000 votes" and "1983 workers" are counted; "the 2012 games" are of a year.
  const isCounted = PLURAL_AFTER.test(after) && !DETERMINER_BEFORE.test(before);
  if (!isAfterTimeWord && (year % 100 === 0 || isCounted)) return null;
  // "Windows 2000", "Beijing 2008": a capital before it makes a name of it.
  if (!isAfterTimeWord && /\b\p{Lu}\p{L}*\s+$/u.test(before) && !/\bThe\s+$/u.test(before))
    return null;
  return {
    ...fixed('date', text),
    valueFrom: (day) => (isNear(year, day) ? text : null),
  };
}

function isNear(year: number, day: string): boolean {
  const { year: reference } = datePartsOf(day);
  return year >= reference - YEARS_BEHIND && year <= reference + YEARS_AHEAD;
}

const YEAR_RANGE: Rule = {
  pattern: new RegExp(
    `(?<![\\p{L}\\d$£€¥#-])(?<first>(?:1[89]|20)\\d\\d)\\s?[-–/]\\s?(?<last>(?:1[89]|20)\\d\\d|\\d\\d)(?![\\d\\p{L}%.,:/-]*\\d|-)`,
    'gu',
  ),
  read: ({ groups }) => {
    const { first = '', last = '' } = groups;
    const second = last.length === 2 ? `${first.slice(0, 2)}${last}` : last;
    return Number(second) > Number(first) ? fixed('date', `${first}/${second}`) : NAME;
  },
};

/** A fiscal year begins when its owner likes, so that it has no place in the calendar. */
const FISCAL_YEAR: Rule = {
  pattern: new RegExp(
    `\\b(?:(?:(?:first|second|third|fourth)\\s+(?:quarter|half)\\s+of\\s+)?(?:the\\s+)?(?:fiscal|financial)(?:\\s+year)?\\s+|FY\\s?)(?<year>(?:19|20)\\d\\d)\\b`,
    'giu',
  ),
  read: ({ groups }) => fixed('date', `FY${groups['year']}`),
};

const OF_YEAR = `(?:\\s+(?:(?:of|in)\\s+)?(?:the\\s+)?(?:year\\s+)?(?<year>${YEAR})|\\s+of\\s+(?<yearWord>last|this|next)\\s+year|\\s+of\\s+(?<ofTheYear>the\\s+year))`;
const YEAR_SHIFTS: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

const QUARTER: Rule = {
  pattern: new RegExp(
    `\\b(?:(?<number>first|second|third|fourth|final|last|opening|1st|2nd|3rd|4th)(?:\\s+|-)quarter|Q(?<short>[1-4]))\\b(?:${OF_YEAR})?`,
    'giu',
  ),
  read: (match) => {
    const { number, short, year, yearWord, ofTheYear } = match.groups;
    const isBound = year ?? yearWord ?? ofTheYear;
    // "The last quarter" is the one before, "the last quarter of 2009" the fourth.
    if (/^(?:final|last|opening)$/iu.test(number ?? '') && isBound === undefined) return null;
    // Matches have quarters too, and so have cities.
    const context = `${match.before} ${match.after}`;
    if (isBound === undefined && short === undefined && !IS_OF_BUSINESS.test(context)) return null;
    return numbered('quarter', ordinalNumber(number ?? short ?? ''), match);
  },
};
const IS_OF_BUSINESS =
  /\b(?:results?|earnings|profits?|loss(?:es)?|sales|revenues?|growth|grew|economy|economic|company|GDP|million|billion|shares|per\s?cent|investors|analysts|forecasts?|quarterly|deliveries|bank|prices|market|production|output|exports?|imports?|trade|orders|shipments|plants?|factor(?:y|ies)|unemployment|inflation)\b|%/iu;

const HALF: Rule = {
  pattern: new RegExp(`\\b(?<number>first|second)\\s+half${OF_YEAR}`, 'giu'),
  read: (match) => numbered('half', ordinalNumber(match.groups['number'] ?? ''), match),
};

const YEAR_THEN_QUARTER: Rule = {
  pattern: new RegExp(`(?<year>${YEAR})\\s*[-–]?\\s*(?<unit>Q|H)(?<number>[1-4])\\b`, 'gu'),
  read: ({ groups }) => fixed('date', `${groups['year']}-${groups['unit']}${groups['number']}`),
};

function numbered(
  unit: 'quarter' | 'half',
  number: number,
  { groups, before, after }: RuleMatch,
): Interpretation {
  const { year, yearWord, ofTheYear } = groups;
  const isBound = (yearWord ?? ofTheYear) !== undefined;
  return numberedPeriod(unit, number, {
    year: year === undefined ? null : Number(year),
    yearShift: isBound ? (YEAR_SHIFTS[yearWord?.toLowerCase() ?? 'this'] ?? 0) : null,
    // What is to be reported of a quarter lies behind it.
    isAhead:
      /\b(?:will|expects?|expected|plans?|due)\b[^.;]{0,60}$|\bby\s+(?:the\s+)?$/iu.test(before) &&
      !/\b(?:report|post|publish|release|announce|disclose|unveil|present)\b[^.;]{0,60}$/iu.test(
        before,
      ),
    mayFollow: !isPastClause(before, after),
  });
}

const DECADE: Rule = {
  pattern: /\b(?<century>1[5-9]|20)(?<tens>\d)0['’]?s\b/gu,
  read: ({ groups }) => fixed('date', `${groups['century']}${groups['tens']}X`),
};

/** "The 80s", "the '90s", "the eighties": of the last century. Ages and temperatures have them too. */
const SHORT_DECADE: Rule = {
  pattern:
    /(?<=\b(?:the|and|or|early|late|mid)[\s-]+)(?:['’‘]?(?<tens>[2-9])0['’]?s|(?<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))\b/giu,
  read: ({ groups, before, after }) => {
    const isOther =
      /\b(?:his|her|their|my|your|our|temperatures?|degrees|highs?|lows?|aged?|upper|low|people|men|women)\b/iu;
    if (isOther.test(before) || /^\s*(?:degrees|°|F\b|C\b)/u.test(after)) return null;
    const tens =
      groups['tens'] ?? String(DECADE_WORDS.indexOf(groups['word']?.toLowerCase() ?? '') + 2);
    return fixed('date', `19${tens}X`);
  },
};
const DECADE_WORDS = 'twenties thirties forties fifties sixties seventies eighties nineties'.split(
  ' ',
);

const SEASON_OF_YEAR: Rule = {
  pattern: new RegExp(
    `\\b(?:the\\s+)?(?<season>${SEASON})(?:\\s*,?\\s+|\\s+of\\s+)(?<year>${YEAR})`,
    'giu',
  ),
  read: ({ groups }) => {
    const { season = '', year = '' } = groups;
    return fixed('date', `${year}-${seasonOf(season)}`);
  },
};

/** "12 and 14 September": the first of two days with one month. */
const LISTED_DAY: Rule = {
  pattern: new RegExp(
    `\\b(?<day>${DAY})(?=\\s*(?:,|and|or)\\s*${DAY}\\s*(?:(?:,|and|or)\\s*${DAY}\\s*)?(?:of\\s+)?(?<month>${MONTH_NAME})(?:\\s*,?\\s+(?<year>${YEAR}))?)`,
    'giu',
  ),
  read: ({ groups }) => {
    const { day = '', month = '', year } = groups;
    if (/^\p{Ll}/u.test(month)) return null;
    return dayOf(Number.parseInt(day, 10), monthNumber(month), year);
  },
};

const THURSDAY = 4;

/** "The first Friday of October", "the last week of March". */
const WEEKDAY_OF_MONTH: Rule = {
  pattern: new RegExp(
    `\\b(?:the\\s+)?(?<number>first|second|third|fourth|last)\\s+(?:(?<weekday>${WEEKDAY_NAME})|week)\\s+(?:of|in)\\s+(?<month>${MONTH_NAME})(?:\\s*,?\\s+(?<year>${YEAR}))?`,
    'giu',
  ),
  read: ({ groups, before, after }) => {
    const { number = '', weekday, month = '', year } = groups;
    if (/^\p{Ll}/u.test(month)) return null;
    const ofMonth = explicitDate({
      year: year === undefined ? null : Number(year),
      month: monthNumber(month),
      cue: englishCue(before, after) ?? (isPastClause(before, after) ? 'past' : null),
    });
    return {
      ...ofMonth,
      valueFrom: (from) => {
        const value = ofMonth.valueFrom(from);
        if (value === null) return null;
        if (weekday !== undefined) {
          return weekdayOfMonth(value, ordinalOf(number), englishWeekdayNumber(weekday));
        }
        // The week that most of its days lie in: that of the Thursday, as in ISO 8601.
        const thursday = weekdayOfMonth(value, ordinalOf(number), THURSDAY);
        return thursday && isoWeekOf(thursday);
      },
    };
  },
};

/** 0 to 3 for "first" to "fourth", -1 for "last". */
function ordinalOf(word: string): number {
  return ['first', 'second', 'third', 'fourth'].indexOf(word.toLowerCase());
}

/** "The 15th", after a word of time and with nothing that it could count. */
const ORDINAL_DAY: Rule = {
  pattern:
    /(?<=\b(?:on|by|until|till|from|since|before|after)\s+)the\s+(?<day>(?:[12]?1st|2?2nd|2?3rd|(?:[4-9]|1\d|2[04-9]|30)th|31st))(?=\s*(?:[,.;:!?)]|$|(?:and|but|when|after|as|the|an?|he|she|it|they|his|her|its|their)\b)(?!\s*(?:and|,)\s*(?:the\s+)?\d))/giu,
  read: ({ groups }) => dayOf(Number.parseInt(groups['day'] ?? '', 10), null, undefined),
};

function dayOf(day: number, month: number | null, year: string | undefined): Interpretation {
  return explicitDate({ year: year === undefined ? null : Number(year), month, day });
}

/** Years and what they are made of. */
export const ENGLISH_PERIOD_RULES: readonly Rule[] = [
  SHORT_YEAR,
  BARE_YEAR,
  YEAR_RANGE,
  FISCAL_YEAR,
  QUARTER,
  HALF,
  YEAR_THEN_QUARTER,
  DECADE,
  SHORT_DECADE,
  SEASON_OF_YEAR,
  LISTED_DAY,
  WEEKDAY_OF_MONTH,
  ORDINAL_DAY,
];
