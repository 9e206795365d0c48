import {
  ENGLISH_MONTH,
  ENGLISH_MONTHS,
  ENGLISH_NUMERAL,
  englishMonthNumber,
  readEnglishNumeral,
} from '../../../language/index.ts';
import type { DateModifier } from '../../calendar-date.ts';
import type { CalendarUnit, DurationUnit, Season } from '../calendar-units.ts';
import type { DateCue } from '../resolve-date.ts';

/** A month, in full or cut short; for use in a pattern with the flag "i". */
export const MONTH_NAME = `(?:(?:${ENGLISH_MONTHS.join('|')})\\b|${ENGLISH_MONTH}\\b\\.?)`;

/** A weekday, in full or cut short; for use in a pattern with the flag "i". */
export const WEEKDAY_NAME =
  '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\\b\\.?)';

/** A day of the month in figures, no part of a longer number. */
export const DAY =
  '(?<![\\d.,:/])(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\\d:.,/]\\d|\\d|\\s?%)';

/** A year in four figures, no part of a longer number. */
export const YEAR = '(?<![\\d.,:/])[12]\\d{3}(?![\\d:.,/]\\d|\\d|\\s?%)';

/** 1 to 12, from a name or figures. */
export function monthNumber(written: string): number {
  return /^\d/u.test(written) ? Number(written) : englishMonthNumber(written);
}

/** A small number in figures or words; for use in a pattern with the flag "i". */
export const NUMBER = `(?:(?<![\\d.,$£€¥#])\\d{1,4}(?:\\.\\d{1,2})?|\\b${ENGLISH_NUMERAL})`;

/** The value of {@link NUMBER}, or null. */
export function readNumber(written: string): number | null {
  return /^\d/u.test(written) ? Number(written) : readEnglishNumeral(written);
}

/** The unit that a word such as "days" or "quarter" names; null for any other word. */
export function durationUnit(word: string): DurationUnit | null {
  const unit = word
    .toLowerCase()
    .replace(/^centuries$/u, 'century')
    .replace(/s$/u, '');
  return DURATION_WORDS.find((each) => each === unit) ?? null;
}

const DURATION_WORDS = [
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'fortnight',
  'weekend',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
] as const satisfies readonly DurationUnit[];

/** A unit of time in the singular or plural. */
export const UNITS = `(?:centuries|(?:${DURATION_WORDS.join('|')})s?)`;

const CALENDAR_WORDS = [
  'day',
  'week',
  'weekend',
  'month',
  'quarter',
  'year',
  'decade',
] as const satisfies readonly CalendarUnit[];

/** The unit of the calendar that a word names, and null for hours, centuries and other words. */
export function calendarUnit(word: string): CalendarUnit | null {
  const unit = word.toLowerCase().replace(/s$/u, '');
  return CALENDAR_WORDS.find((each) => each === unit) ?? null;
}

/** The season that a word names. */
export function seasonOf(word: string): Season {
  switch (word.toLowerCase()) {
    case 'spring':
      return 'SP';
    case 'summer':
      return 'SU';
    case 'winter':
      return 'WI';
    default:
      return 'FA';
  }
}

/** A season. "Spring" and "fall" are words of their own, so that they need a word of time beside them. */
export const SEASON = '(?:spring|summer|autumn|fall|winter)';

/** 1 to 4 for "first" to "fourth", "1st" to "4th", "1" to "4", and the first and last of four. */
export function ordinalNumber(word: string): number {
  if (/^(?:final|last)$/iu.test(word)) return 4;
  if (/^opening$/iu.test(word)) return 1;
  const index = ['first', 'second', 'third', 'fourth'].indexOf(word.toLowerCase());
  return index === -1 ? Number.parseInt(word, 10) : index + 1;
}

const DEADLINE_BEFORE =
  /\b(?:by|until|till|no later than|due|scheduled for|deadline of|coming|ahead of)\s+(?:(?:on|the|early|late|end of)\s+)*(?:mid[-\s])?$/iu;
const DEADLINE_AFTER = /^\s*(?:deadline|cut-?off)\b/iu;
/** "By Friday the shares had fallen", and "Until Friday nothing moved" as a sentence begins. */
const PAST_PERFECT_AFTER = /^[^.;:]{0,60}\bhad\b/iu;
const FIRST_UNTIL = /(?:^|[.!?]["'”’]?\s+)["'“‘]?(?:Until|Till)\s+(?:\p{L}+\s+)?$/u;
const PAST_VERB_AFTER = /^[^.;:]{0,60}\b(?:was|were|had|did|\p{L}{2,}ed)\b/iu;

const SAYING =
  '(?:said|says|reported|announced|confirmed|told|wrote|added|stated|revealed|suggested|claimed|warned)';
const FUTURE_BEFORE = new RegExp(
  `\\b(?:will|must|should(?!\\s+have)|has to|have to|due|scheduled|expected|plans? to|set to)\\b(?:(?!\\b${SAYING}\\b)[^.,;:]){0,40}$`,
  'iu',
);
const SINCE = /\b(?:since|past)\s+(?:on\s+)?$/iu;
const NEIGHBOUR = /\b(?<cue>last|next|this)\s+(?:on\s+)?$/iu;
const PAST_VERB = new RegExp(
  `\\b(?!${SAYING}\\b)(?:was|were|had|did|began|fell|rose|won|lost|became|made|took|went|came|left|\\p{L}{2,}ed)\\b`,
  'iu',
);
const TO_COME = /\b(?:will|would|to be|(?:is|are|was|were) to|to \p{L}+)\b/iu;

/** Where the words right before and after an English date place it, or null where they do not. */
export function englishCue(before: string, after: string): DateCue | null {
  const near = NEIGHBOUR.exec(before)?.groups?.['cue']?.toLowerCase();
  if (near === 'last' || near === 'next' || near === 'this') return near;
  if (SINCE.test(before)) return 'past';
  if (DEADLINE_AFTER.test(after)) return 'future';
  if (DEADLINE_BEFORE.test(before)) {
    const isPast =
      PAST_PERFECT_AFTER.test(after) || (FIRST_UNTIL.test(before) && PAST_VERB_AFTER.test(after));
    return isPast ? 'past' : 'future';
  }
  return FUTURE_BEFORE.test(before) ? 'future' : null;
}

/**
 * Whether the clause around a date tells what was. Verbs of saying do not count: what was said may
 * be of what is to come.
 */
export function isPastClause(before: string, after: string): boolean {
  const clause = `${before.replace(/^.*[.;:]/su, '')} ${after.replace(/[.;:].*$/su, '')}`;
  return PAST_VERB.test(clause) && !TO_COME.test(clause);
}

/** The words for a part of a longer time, right before it. */
export const ENGLISH_MODIFIERS: readonly (readonly [DateModifier, RegExp])[] = [
  [
    'start',
    /\b(?:(?:very\s+)?early(?:\s+in)?|(?:the\s+)?(?:start|beginning)\s+of)(?:\s+|-)(?:the\s+)?$/iu,
  ],
  ['mid', /\b(?:mid|(?:the\s+)?middle\s+of)(?:\s+|\s?-\s?)(?:the\s+)?$/iu],
  ['end', /\b(?:late(?:\s+in)?|(?:the\s+)?(?:end|close)\s+of)(?:\s+|-)(?:the\s+)?$/iu],
];
