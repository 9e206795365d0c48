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

/**
 * Past tenses and participles of verbs that have forms of their own, for use in a pattern, without
 * {@link UNCHANGED_PAST}.
 */
const STRONG_PAST =
  '(?:beat|beaten|became|began|begun|bent|bit|blew|blown|bore|born|bought|bound|bred|broke|broken|brought|built|burnt|came|caught|chose|chosen|clung|crept|dealt|did|done|drank|drew|drawn|driven|drove|drunk|dug|ate|eaten|fed|fell|fallen|felt|fled|flew|flown|flung|forbade|forbidden|forgot|forgotten|fought|found|froze|frozen|gave|given|gone|got|grew|grown|had|heard|held|hid|hidden|hung|kept|knew|known|laid|led|left|lent|lost|made|meant|met|overtook|overthrew|overturned|paid|ran|rang|risen|rode|rose|said|sang|sank|sat|saw|seen|sent|shaken|shook|shot|shown|shrank|slept|slid|sold|sought|spent|spoke|spoken|sprang|stole|stolen|stood|strode|struck|stuck|sued|sung|sunk|swam|swept|swore|sworn|swung|taken|taught|thought|threw|thrown|told|took|tore|torn|undertook|underwent|upheld|was|went|were|withdrawn|withdrew|withheld|withstood|woke|won|wore|worn|wound|written|wrote)';

/** Past tenses that are the same as the present: "cut", "hit". */
const UNCHANGED_PAST =
  '(?:bet|burst|cast|cost|cut|hit|hurt|put|quit|read|set|shut|split|spread|thrust|upset)';

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
/** "By Wednesday the crew was on a ferry"; "filed its papers by Wednesday". */
const FIRST_BY = /(?:^|[.!?]["'”’]?\s+)["'“‘]?By\s+$/u;
const BE_AFTER = /^[^.;:]{0,40}\b(?:was|were)\b(?!\s+(?:told|ordered|asked|given|expected|due))/iu;
const DONE_BY =
  /\b(?!(?:ordered|asked|told|required|forced|urged|agreed|promised|pledged|vowed|expected|needed|wanted|planned|hoped|set|supposed|demanded|instructed)\b)\p{L}{2,}ed\s+(?:the|its|his|her|their|all)\s+(?:\p{L}+\s+){1,3}by\s+$/iu;
const PAST_VERB_AFTER = /^[^.;:]{0,60}\b(?:was|were|had|did|\p{L}{2,}ed)\b/iu;

const SAYING =
  '(?:said|says|reported|announced|confirmed|told|wrote|added|stated|revealed|suggested|claimed|warned)';
const PAST_WORD = `(?:${STRONG_PAST}|\\p{L}{2,}ed)`;
/** What is ahead, up to the date in its clause; what was done or said in between is over. */
const FUTURE_BEFORE = new RegExp(
  `\\b(?:will|must|should(?!\\s+have)|has to|have to|due|scheduled|expected|plans? to|set to|(?:is|are) to|going to|would (?!have)|could(?!\\s+have)|may(?!\\s+have)|might|to (?:resume|begin|start|open|close|meet|vote|run|take effect|decide|appear))\\b(?:(?!(?<!\\bbe )\\b(?:${SAYING}|${PAST_WORD})\\b)[^.;:]){0,90}$`,
  'iu',
);
/** "Postponed until 15:00 GMT Saturday", "as early as Saturday", "on the eve of a meeting on Tuesday". */
const AHEAD_BEFORE =
  /\b(?:(?:postponed|delayed|moved|put off|rescheduled|deferred|adjourned)\s+(?:to|until|till)\b[^.;,]{0,30}|no(?:t)? (?:earlier|sooner) than|not before|starting|the eve of\b[^.;,]{0,40}|targeting (?:an? )?|takes? effect (?:on|in)|to run (?:through|until)|until \d[\d:]*\s?(?:[ap]\.?m\.?|GMT|UTC)?)\s*(?:(?:on|in|the)\s+)*$/iu;
/** "Saturday's match will raise", "Thursday's vote is expected to". */
const AHEAD_AFTER =
  /^['’]s?\s+(?:[\p{L}-]+\s+){1,6}?(?:will|is (?:expected|due|set|to)|are (?:expected|due|set|to)|could|may)\b/iu;
/** "When the monsoon sets in in May, thousands will …". */
const CLAUSE_AHEAD_AFTER = /^,\s[^.;:]{0,60}\bwill\b/iu;
/** It lay ahead once: "had been due to expire Friday", "was to speak on Saturday". */
const ONCE_AHEAD =
  /\b(?:had been|was|were)\s+(?:due|scheduled|expected|supposed|meant|set|to)\b[^.;:]{0,60}$/iu;
/** The scheduled present: "the council votes on Friday", "talks resume Monday". */
const PRESENT_BEFORE =
  /\b(?:is|are|(?!(?:says?|reports?|shows?|tells?|was|has|does|its|his|this|thus|as|us|plus|perhaps|across|towards|besides|news)\b)(?:\p{Ll}{2,}s)|meet|vote|resume|begin|start|open|close|return|leave|decide|face|play|go|end|convene|gather)\b(?:\s+(?!(?:that|who|which|since|from)\b)\p{L}[\p{L}'’-]*){0,7}?\s+(?:on\s+)?$/u;
const SINCE = /\b(?:since|past)\s+(?:on\s+)?$/iu;
const NEIGHBOUR = /\b(?<cue>last|next|this)\s+(?:on\s+)?$/iu;
const PAST_VERB = new RegExp(`\\b(?!${SAYING}\\b)${PAST_WORD}\\b`, 'iu');
const TO_COME = /\b(?:will|would|to be|(?:is|are|was|were) to|to \p{L}+)\b/iu;

/** "At 7:03 p.m." ends no sentence. */
const CLOCK = /\s(?:at\s+)?\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?|GMT|UTC)?\s(?=\s*(?:on\s)?$)/iu;

/** Where the words right before and after an English date place it, or null where they do not. */
export function englishCue(beside: string, after: string): DateCue | null {
  const before = beside.replace(CLOCK, ' ');
  const near = NEIGHBOUR.exec(before)?.groups?.['cue']?.toLowerCase();
  if (near === 'last' || near === 'next' || near === 'this') return near;
  if (SINCE.test(before)) return 'past';
  if (DEADLINE_AFTER.test(after)) return 'future';
  if (ONCE_AHEAD.test(before)) return 'past';
  if (AHEAD_BEFORE.test(before) || AHEAD_AFTER.test(after)) return 'future';
  if (DEADLINE_BEFORE.test(before)) {
    const isPast =
      PAST_PERFECT_AFTER.test(after) ||
      (FIRST_UNTIL.test(before) && PAST_VERB_AFTER.test(after)) ||
      (FIRST_BY.test(before) && BE_AFTER.test(after)) ||
      DONE_BY.test(before);
    return isPast ? 'past' : 'future';
  }
  if (FUTURE_BEFORE.test(before)) return 'future';
  return null;
}

/**
 * Whether the clause before a weekday is in the scheduled present: "a verdict comes Friday". Nothing in
 * it, or behind it, is of the past, and nobody says it.
 */
export function isScheduled(before: string, after: string): boolean {
  if (/^\s*(?:to|through|-|–)\s*(?:\d|\p{Lu})/u.test(after)) return false;
  if (/\b(?:as early|as soon) as\s+$/iu.test(before)) return true;
  const clause = before.replace(
    /^.*(?:(?<!\d)\.|\.(?!\d)|[;:!?“”"]|,\s|\b(?:and|but)\s(?=\p{L}+s\b))/su,
    '',
  );
  const rest = after.replace(/[.;:!?,“”"].*$/su, '');
  const isPast = PAST_CLAUSE.test(`${clause} ${rest}`) || SAID.test(clause);
  return !isPast && PRESENT_BEFORE.test(clause);
}
const PAST_CLAUSE = new RegExp(`\\b(?:${PAST_WORD}|${UNCHANGED_PAST})\\b`, 'iu');
const SAID = new RegExp(`\\b${SAYING}\\b`, 'iu');

/** Whether what follows from a month is ahead: "When the monsoon sets in in May, thousands will …". */
export function isClauseAhead(after: string): boolean {
  return CLAUSE_AHEAD_AFTER.test(after);
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
