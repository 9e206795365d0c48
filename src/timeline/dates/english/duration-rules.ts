import { englishWeekdayNumber } from '../../../language/index.ts';
import { lasting } from '../calendar-units.ts';
import { fixed, NAME, type Rule } from '../rule.ts';
import {
  durationUnit,
  MONTH_NAME,
  monthNumber,
  NUMBER,
  readNumber,
  UNITS,
  WEEKDAY_NAME,
} from './words.ts';

const SOME =
  '(?:a\\s+few|few|several|many|some|(?:the\\s+)?(?:next|past|last|coming|recent)\\s+few|dozens\\s+of|hundreds\\s+of)';

const DURATION: Rule = {
  pattern: new RegExp(
    `(?:(?<number>${NUMBER})|\\b(?<couple>a\\s+couple\\s+of)|\\b(?<some>${SOME})|\\b(?<single>single))(?<half>\\s+and\\s+a\\s+half)?(?:\\s*-\\s*|\\s+)(?:(?:more|consecutive|straight|full|successive|whole|further|additional|other|business|working|calendar)\\s+)?(?<unit>${UNITS})\\b`,
    'giu',
  ),
  read: ({ groups, before, after }) => {
    const { number, couple, half, single, unit: word = '' } = groups;
    const unit = durationUnit(word);
    if (!unit) return null;
    // "60 Minutes", "28 Days Later", and somebody's age.
    if (/^\p{Lu}/u.test(word) || /^(?:-|\s+)olds?\b|^\s+of\s+age\b/iu.test(after)) return NAME;
    // "In 2008 days were long": a year, not a number of days.
    if (number !== undefined && /^[12]\d{3}$/u.test(number)) return null;
    if (/\b(?:aged?)\s+$/iu.test(before)) return NAME;
    if (unit === 'second' && !/s$/iu.test(word) && !/\d$/u.test(number ?? '')) return null;
    const count =
      couple !== undefined
        ? 2
        : single !== undefined
          ? 1
          : number === undefined
            ? null
            : readNumber(number);
    if (count === null && number !== undefined) return null;
    return lasting(count === null ? null : count + (half === undefined ? 0 : 0.5), unit);
  },
};

/** "A year" is one after such words only: "$3 a year" is a rate. */
const ONE_UNIT: Rule = {
  pattern: new RegExp(
    `(?<=\\b(?:for|in|over|within|after|about|around|than|nearly|almost|least|to|of|took|takes?|last(?:s|ed)?|half)\\s+)(?:(?:nearly|almost|about|over|more\\s+than|less\\s+than|just\\s+over|just\\s+under|at\\s+least|up\\s+to)\\s+)?(?:an?|one)\\s+(?<unit>${UNITS})\\b(?!-)(?!\\s+(?:ago|earlier|later))`,
    'giu',
  ),
  read: ({ groups, before }) => {
    const unit = durationUnit(groups['unit'] ?? '');
    // "About a quarter" is a share.
    if (!unit || unit === 'quarter' || /s$/iu.test(groups['unit'] ?? '')) return null;
    return lasting(/\bhalf\s+$/iu.test(before) ? 0.5 : 1, unit);
  },
};

/** "The past year", "the last two weeks": how long, up to now or from now on. */
const RUNNING: Rule = {
  pattern: new RegExp(
    `\\b(?:the\\s+)?(?:past|previous|preceding|last|next|coming|following)\\s+(?<number>${NUMBER}|few|several|couple\\s+of)?\\s*(?<unit>${UNITS})\\b`,
    'giu',
  ),
  read: ({ text, groups }) => {
    const { number, unit: word = '' } = groups;
    const unit = durationUnit(word);
    if (number === undefined) {
      // "The previous day" and "the following week" are counted from another date.
      return /\bpast\b/iu.test(text) ? lasting(1, unit) : null;
    }
    return lasting(/^couple/iu.test(number) ? 2 : readNumber(number), unit);
  },
};

const ADVERBS: Readonly<Record<string, string>> = {
  hourly: 'PT1H',
  daily: 'P1D',
  nightly: 'P1D',
  weekly: 'P1W',
  fortnightly: 'P2W',
  monthly: 'P1M',
  quarterly: 'P1Q',
  yearly: 'P1Y',
  annual: 'P1Y',
  annually: 'P1Y',
};

const FREQUENCY: Rule = {
  pattern: new RegExp(`\\b(?<adverb>${Object.keys(ADVERBS).join('|')})\\b`, 'giu'),
  read: ({ text }) => {
    const value = ADVERBS[text.toLowerCase()];
    // "The Daily Chronicle", "Publishers Weekly".
    return value === undefined || /^\p{Lu}/u.test(text) ? NAME : fixed('set', value);
  },
};

const EVERY: Rule = {
  pattern: new RegExp(
    `\\b(?:every|each)\\s+(?:(?<number>${NUMBER})\\s+|(?<other>other)\\s+|(?:single|passing)\\s+)?(?:(?<unit>${UNITS})|(?<weekday>${WEEKDAY_NAME})|(?<month>${MONTH_NAME}))(?!\\p{L})`,
    'giu',
  ),
  read: ({ groups }) => {
    const { number, other, unit: word = '', weekday, month } = groups;
    if (weekday !== undefined) return fixed('set', weekdaySet(weekday));
    if (month !== undefined) {
      return fixed('set', `XXXX-${String(monthNumber(month)).padStart(2, '0')}`);
    }
    const count = number === undefined ? (other === undefined ? 1 : 2) : readNumber(number);
    return count === null ? null : lasting(count, durationUnit(word), 'set');
  },
};

const PLURAL_WEEKDAY: Rule = {
  pattern: /\b(?<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s\b/gu,
  read: ({ groups }) => fixed('set', weekdaySet(groups['weekday'] ?? '')),
};

function weekdaySet(weekday: string): string {
  return `XXXX-WXX-${englishWeekdayNumber(weekday) || 7}`;
}

/** "Twice a week", "per year", "10 million a year". */
const RATE: Rule = {
  pattern: new RegExp(
    `\\bper\\s+(?<per>${UNITS})\\b|(?<=\\b(?:once|twice|times)\\s+)an?\\s+(?<times>${UNITS})\\b|(?<=\\d[\\p{L}]*\\s+(?:(?:million|billion|trillion|thousand|hundred)\\s+)?)an?\\s+(?<rate>${UNITS})\\b(?!\\s+(?:ago|earlier|later))`,
    'giu',
  ),
  read: ({ groups }) =>
    lasting(1, durationUnit(groups['per'] ?? groups['times'] ?? groups['rate'] ?? ''), 'set'),
};

/** "A week after the vote": a distance. */
const ONE_UNIT_FROM: Rule = {
  pattern: new RegExp(`\\b(?:an?|one)\\s+(?<unit>${UNITS})(?=\\s+(?:after|before)\\b)`, 'giu'),
  read: ({ groups }) => lasting(1, durationUnit(groups['unit'] ?? '')),
};

/** "For years", "within minutes", "weeks later": nobody says how many. */
const SOME_UNITS: Rule = {
  pattern: new RegExp(
    `(?<=\\b(?:for|in|within|over|after|before|took|takes?|lasts?|lasted)\\s+)(?<unit>${UNITS})\\b|\\b(?<shifted>${UNITS})\\s+(?:later|earlier)\\b`,
    'giu',
  ),
  read: ({ groups }) => {
    const word = groups['unit'] ?? groups['shifted'] ?? '';
    return /\p{Ll}s$/u.test(word) ? lasting(null, durationUnit(word)) : null;
  },
};

/** "For the rest of the week": how long from now on. */
const REMAINDER: Rule = {
  pattern: new RegExp(
    `\\b(?:the\\s+)?(?:rest|remainder)\\s+of\\s+(?:the|this)\\s+(?<unit>${UNITS})\\b`,
    'giu',
  ),
  read: ({ groups }) => lasting(1, durationUnit(groups['unit'] ?? '')),
};

/** How long and how often. */
export const ENGLISH_DURATION_RULES: readonly Rule[] = [
  RATE,
  EVERY,
  RUNNING,
  DURATION,
  ONE_UNIT,
  ONE_UNIT_FROM,
  SOME_UNITS,
  REMAINDER,
  FREQUENCY,
  PLURAL_WEEKDAY,
];
