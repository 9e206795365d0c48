import { addDays, datePartsOf } from '../../calendar-date.ts';
import {
  anaphoricPeriod,
  type CalendarUnit,
  durationValue,
  lasting,
  seasonFrom,
  unitFrom,
} from '../calendar-units.ts';
import { anaphoric, fixed, type Interpretation, NAME, type Rule, relative } from '../rule.ts';
import {
  calendarUnit,
  durationUnit,
  NUMBER,
  readNumber,
  SEASON,
  seasonOf,
  UNITS,
} from './words.ts';

const UNIT = '(?<unit>day|week|weekend|month|quarter|year|decade)';

const DAY_WORDS: Readonly<Record<string, number>> = {
  'the day before yesterday': -2,
  yesterday: -1,
  today: 0,
  tonight: 0,
  tomorrow: 1,
  'the day after tomorrow': 2,
};

/** "What tomorrow will be like", "we need it yesterday". */
const FIGURATIVE = /\bwhat\s+$|\bneed(?:ed|s)?\s+(?:it|this|that|them)\s+(?:done\s+)?$/iu;

/** "Today, tomorrow and for all time" names no day. */
const ALL_TIME: Rule = {
  pattern:
    /\b(?:yesterday,?\s+)?today,?\s+(?:and\s+)?tomorrow,?\s+and\s+(?:(?:for|in|into|on)\s+)?(?:all|always|ever|every|beyond|the\s+(?:time|future|days|years)|forever|long)\b|\byesterday,\s+today,?\s+and\s+tomorrow\b/giu,
  read: () => NAME,
};

const TODAY: Rule = {
  pattern:
    /\b(?:earlier |later )?(?<word>the day before yesterday|yesterday|today|tonight|the day after tomorrow|tomorrow)\b(?:\s+(?<part>morning|afternoon|evening|night)\b)?/giu,
  read: ({ groups, before, after }) => {
    const word = groups['word']?.toLowerCase() ?? '';
    // "The today programme", "the cars of tomorrow".
    if (FIGURATIVE.test(before) || /\p{Lu}{2,}\s+$/u.test(before)) return NAME;
    if (/\b(?:the|a|of)\s+$/iu.test(before) || /^\s+(?:show|programme|program)\b/iu.test(after)) {
      return NAME;
    }
    return dayWithPart(DAY_WORDS[word] ?? 0, word === 'tonight' ? 'night' : groups['part']);
  },
};

const PART_OF_TODAY: Rule = {
  pattern: /\b(?<which>this|last)\s+(?<part>morning|afternoon|evening|night)\b/giu,
  read: ({ groups }) => {
    const isLast = groups['which']?.toLowerCase() === 'last';
    return dayWithPart(isLast ? -1 : 0, groups['part']);
  },
};

function dayWithPart(days: number, part: string | undefined): Interpretation {
  const code = PART_CODES[part?.toLowerCase() ?? ''] ?? '';
  return relative((day) => `${addDays(day, days)}${code}`);
}

const SHIFTS: Readonly<Record<string, number>> = {
  last: -1,
  this: 0,
  current: 0,
  'the current': 0,
  next: 1,
  coming: 1,
};

const NEIGHBOUR: Rule = {
  pattern: new RegExp(
    `\\b(?:(?:earlier|later)\\s+)?(?<shift>last|this|(?:the\\s+)?current|next|coming)\\s+(?:calendar\\s+)?(?:${UNIT}|(?<season>${SEASON}))\\b(?!-)`,
    'giu',
  ),
  read: ({ groups, before }) => {
    const shift = SHIFTS[groups['shift']?.toLowerCase() ?? ''] ?? 0;
    const { unit, season } = groups;
    if (unit === undefined) {
      return season === undefined
        ? null
        : relative((day) => seasonFrom(seasonOf(season), shift, day));
    }
    // Companies report by the quarter: "the last quarter" is the one before.
    if (/^quarter$/iu.test(unit) && shift === -1 && /\bthe\s+$/iu.test(before)) {
      return relative((day) => unitFrom('quarter', -1, day));
    }
    // "The last week", "his last year" and "over the next year" are not those of a calendar.
    if (shift !== 0 && /\b(?:the|his|her|its|their|my|your|our|a)\s+$/iu.test(before)) {
      return lasting(1, durationUnit(unit));
    }
    if (/^days?$/iu.test(unit)) return null;
    const calendar = calendarUnit(unit);
    return calendar && relative((day) => unitFrom(calendar, shift, day));
  },
};

/** A fiscal year begins when its owner likes, so that it has no place in the calendar. */
const FISCAL_YEAR: Rule = {
  pattern: /\b(?<shift>last|this|(?:the\s+)?current|next)\s+(?:fiscal|financial)\s+year\b/giu,
  read: ({ groups }) => {
    const shift = SHIFTS[groups['shift']?.toLowerCase() ?? ''] ?? 0;
    return relative((day) => `FY${datePartsOf(day).year + shift}`);
  },
};

/** "The end of the year", "earlier in the month": of the one that holds the day of publication. */
const PART_OF_CURRENT: Rule = {
  pattern: new RegExp(
    `\\b(?:the\\s+)?(?:(?<part>start|beginning|middle|end|close)\\s+of|(?<adverb>earlier|later|early|late)\\s+in)\\s+the\\s+(?<unit>week|month|quarter|year|decade)\\b(?!-|\\s+(?:of|before|after|to|ended|ending))`,
    'giu',
  ),
  read: ({ groups }) => {
    const unit = calendarUnit(groups['unit'] ?? '');
    const part = groups['part']?.toLowerCase() ?? groups['adverb']?.toLowerCase() ?? '';
    return unit && relative((day) => unitFrom(unit, 0, day), PART_MODIFIERS[part] ?? null);
  },
};

const PART_MODIFIERS: Readonly<Record<string, 'start' | 'mid' | 'end'>> = {
  start: 'start',
  beginning: 'start',
  early: 'start',
  middle: 'mid',
  end: 'end',
  close: 'end',
  late: 'end',
};

const YEAR_END: Rule = {
  pattern:
    /\b(?:year|month)[\s-]end\b|(?<=\b(?:by|before)\s+(?:the\s+)?)end\s+of\s+(?:year|month)\b/giu,
  read: ({ text }) => {
    const unit: CalendarUnit = /year/iu.test(text) ? 'year' : 'month';
    return relative((day) => unitFrom(unit, 0, day), 'end');
  },
};

/** "Over the weekend" is the last one, from Monday to Friday. */
const WEEKEND: Rule = {
  pattern: /(?<=\b(?:over|at|during|on)\s+)the\s+weekend\b(?!\s+(?:of|before|after))/giu,
  read: () => relative((day) => unitFrom('weekend', isWeekend(day) ? 0 : -1, day)),
};

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

/** "Less than two weeks ago" is no week. */
const NOT_QUITE = /\b(?:less|more|fewer|other|better) than\s+$|\b(?:over|almost|nearly)\s+$/iu;

const DISTANCE: Rule = {
  pattern: new RegExp(
    `(?:(?<number>${NUMBER})|\\b(?<one>an?)|\\b(?<some>(?:a\\s+)?(?:few|couple\\s+of)|several|many|some))(?<half>\\s+and\\s+a\\s+half)?[\\s-]+(?<unit>${UNITS})\\s+(?<side>ago|from\\s+now|later|earlier|afterwards?)\\b`,
    'giu',
  ),
  read: ({ groups, before }) => {
    const { number, one, half, unit: word = '', side = '' } = groups;
    const isAgo = /^ago$/iu.test(side);
    const isFromNow = /^from/iu.test(side);
    const count = one !== undefined ? 1 : number === undefined ? null : readNumber(number);
    const calendar = calendarUnit(word);
    const amount = count === null ? null : count + (half === undefined ? 0 : 0.5);
    const duration = durationUnit(word);
    const isExact = count !== null && half === undefined && Number.isInteger(count);
    if (isAgo || isFromNow) {
      if (calendar === null || !isExact || NOT_QUITE.test(before)) {
        return fixed('reference', isAgo ? 'PAST_REF' : 'FUTURE_REF');
      }
      // "A decade ago" is a year, not ten.
      const [unit, each] = calendar === 'decade' ? (['year', 10] as const) : [calendar, 1];
      return relative((day) => unitFrom(unit, each * (isAgo ? -count : count), day));
    }
    const otherwise = duration && durationValue(amount, duration);
    if (calendar === null || !isExact) return otherwise ? fixed('duration', otherwise) : null;
    const shift = /^earlier$/iu.test(side) ? -count : count;
    // "A week later" is the same weekday again.
    return calendar === 'week'
      ? anaphoric((day) => addDays(day, 7 * shift), otherwise)
      : anaphoric((day) => unitFrom(calendar, shift, day), otherwise);
  },
};

/** "Late in the day", "ended the day lower", "for the day": the day that is told of. */
const THE_DAY: Rule = {
  pattern:
    /\b(?:(?:earlier|later|early|late)\s+in\s+the\s+day|(?<=\b(?:end|ends|ended|ending|finish|finished|finishing|close|closed|closing|start|started|begin|began|(?:start|beginning|middle|end|close|rest|course|most)\s+of|for)\s+)the\s+day(?!\s+(?:of|when|that|before|after|he|she|it|they)))\b/giu,
  read: () => ({ ...anaphoric((day) => day), isOfDay: true }),
};

/** "A day before the announcement, …": counted from the last day that was named before the sentence. */
const BEFORE_EVENT: Rule = {
  pattern: new RegExp(
    `(?<=(?:^|\\n|[.!?]\\s?["”’']*\\s+))(?:(?<number>${NUMBER})|\\b(?<one>an?|the))\\s+(?<unit>days?)\\s+(?<side>before|after)(?=\\s+(?:the|this|that|his|her|its|their)\\s+\\p{L})`,
    'giu',
  ),
  read: ({ groups }) => {
    const count = groups['number'] === undefined ? 1 : readNumber(groups['number']);
    if (count === null || !Number.isInteger(count)) return null;
    const shift = /^before$/iu.test(groups['side'] ?? '') ? -count : count;
    return anaphoric((day) => addDays(day, shift), `P${count}D`);
  },
};

/** "The same day", "the following day": counted from the day that was named before. */
const ANAPHOR: Rule = {
  pattern:
    /\b(?:(?<same>(?:the|that)\s+same\s+day|that\s+(?:same\s+)?day|later\s+that\s+day)|(?<next>the\s+(?:next|following)\s+day|the\s+day\s+after(?=\s*[,.;]))|(?<previous>the\s+(?:previous|preceding)\s+day|the\s+day\s+before(?=\s*[,.;])))\b/giu,
  read: ({ groups }) => {
    const days = groups['same'] !== undefined ? 0 : groups['next'] !== undefined ? 1 : -1;
    return anaphoric((day) => addDays(day, days));
  },
};

/** "That year", "the following decade": counted from the date that was named before. */
const ANAPHORIC_PERIOD: Rule = {
  pattern:
    /\b(?:(?<same>that(?:\s+same)?|the\s+same)|(?<next>the\s+(?:next|following))|(?<previous>the\s+(?:previous|preceding)))\s+(?<unit>month|year|decade)\b(?!\s+(?:of|as|in|when)\b|['’-])/giu,
  read: ({ groups }) => {
    const unit = calendarUnit(groups['unit'] ?? '');
    const shift = groups['same'] !== undefined ? 0 : groups['next'] !== undefined ? 1 : -1;
    return unit && anaphoricPeriod(unit, shift);
  },
};

/** Dates counted from another day. */
export const ENGLISH_RELATIVE_RULES: readonly Rule[] = [
  ALL_TIME,
  TODAY,
  PART_OF_TODAY,
  NEIGHBOUR,
  FISCAL_YEAR,
  PART_OF_CURRENT,
  YEAR_END,
  WEEKEND,
  DISTANCE,
  BEFORE_EVENT,
  THE_DAY,
  ANAPHOR,
  ANAPHORIC_PERIOD,
];

const ZONE = '(?:\\s?\\(?(?<zone>UTC|GMT|[ECMP][SD]T|BST|CET|CEST|local\\s+time)\\b\\)?)?';
const HALF_DAY = '(?<half>[ap])\\.?\\s?m\\b\\.?';

/** 18:00 UTC, 6:40 p.m., 6.40 pm. */
const CLOCK: Rule = {
  pattern: new RegExp(
    `(?<![\\d:.,])(?<hour>[01]?\\d|2[0-3])(?::|\\.(?=[0-5]\\d\\s?[ap]\\.?\\s?m\\b))(?<minute>[0-5]\\d)(?:\\s?${HALF_DAY})?(?![\\d:])${ZONE}`,
    'giu',
  ),
  read: ({ groups }) => clockTime(groups['hour'], groups['minute'], groups['half'], groups['zone']),
};

/** 0800 UTC: four figures need a zone to be a time. */
const MILITARY: Rule = {
  pattern:
    /(?<![\d:.,$£€¥])(?<hour>[01]\d|2[0-3]):?(?<minute>[0-5]\d)\s?\(?(?<zone>UTC|GMT|[ECMP][SD]T|BST|CES?T|local\s+time)\b\)?/giu,
  read: ({ groups }) => clockTime(groups['hour'], groups['minute'], undefined, groups['zone']),
};

/** 6 p.m., 11am. */
const FULL_HOUR: Rule = {
  pattern: new RegExp(`(?<![\\d:.,])(?<hour>1[0-2]|[1-9])\\s?${HALF_DAY}${ZONE}`, 'giu'),
  read: ({ groups }) => clockTime(groups['hour'], '00', groups['half'], groups['zone']),
};

/** "Monday morning", "on the evening of 14 September": the part of a day that is named beside it. */
const PART_OF_DAY: Rule = {
  pattern:
    /(?<=(?:day|\d|\d(?:st|nd|rd|th))\s+)(?<part>morning|afternoon|evening|night)\b(?!-)|\b(?:the\s+)?(?<partOf>morning|afternoon|evening|night)(?=\s+of\s+(?:\d|\p{Lu}))/giu,
  read: ({ groups }) => {
    const part = groups['part'] ?? groups['partOf'] ?? '';
    return onDay((day) => `${day}${PART_CODES[part.toLowerCase()] ?? ''}`);
  },
};

/** How TIMEX3 writes the part of a day. */
const PART_CODES: Readonly<Record<string, string>> = {
  morning: 'TMO',
  afternoon: 'TAF',
  evening: 'TEV',
  night: 'TNI',
};

function clockTime(
  hour: string | undefined,
  minute: string | undefined,
  half: string | undefined,
  zone: string | undefined,
): Interpretation {
  const twelve = Number(hour) % 12;
  const hours = half === undefined ? Number(hour) : twelve + (/p/iu.test(half) ? 12 : 0);
  const universal = /^(?:UTC|GMT)$/iu.test(zone ?? '') ? 'Z' : '';
  return onDay((day) => `${day}T${String(hours).padStart(2, '0')}:${minute}${universal}`);
}

function onDay(valueFrom: Interpretation['valueFrom']): Interpretation {
  return { ...NAME, kind: 'date', anchor: 'clock', valueFrom, isOfDay: true };
}

/** Times of day, which count where a sentence names their day. */
export const ENGLISH_CLOCK_RULES: readonly Rule[] = [CLOCK, MILITARY, FULL_HOUR, PART_OF_DAY];

/** Newspapers, broadcasts and other works: words of time with a capital beside another capital. */
const PAPER: Rule = {
  pattern:
    /\b(?:The\s+)?(?:Morning|Evening|Sunday|Saturday|Monday|Friday|Daily|Weekly|Nightly|Today|Sun)\s+(?:Times|Telegraph|Mirror|Express|Post|Mail|Herald|Independent|Tribune|Age|People|Star|Sun|News|Mercury|Standard|Record|Journal|Review|Beast|Caller|Kos|Politics|Night|Show|Today|Chronicle|Gazette|World|Business|Microsystems)\b/gu,
  read: () => NAME,
};

/** "The Coast Today" is a paper; no sentence says "the" of a day like this. */
const CALLED_TODAY: Rule = {
  pattern: /\bThe(?:\s+\p{Lu}\p{L}+){1,2}\s+Today\b/gu,
  read: () => NAME,
};

/** A work by its name: "her hit Sunday Bloody Sunday", "the film Yesterday". */
const WORK: Rule = {
  pattern:
    /(?<=\b(?:song|hit|single|album|film|movie|novel|book|play|musical|series|show|band|group|called|titled|entitled|named)\s+["'“‘]?)(?:(?:\p{Lu}[\p{L}'’]*\s+){1,4}(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Yesterday|Today|Tomorrow|Tonight|January|February|March|April|May|June|July|August|September|October|November|December)\b(?:\s+\p{Lu}[\p{L}'’]*)*|(?:Yesterday|Today|Tomorrow|Tonight)\b(?:['’]s)?(?:\s+\p{Lu}[\p{L}'’]*)*|(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?:\s+\p{Lu}[\p{L}'’]*)+)/gu,
  read: () => NAME,
};

/** "Reporting by the Coast Today": no sentence writes "Today" with a capital behind a name. */
const NAMED_TODAY: Rule = {
  pattern: /\b\p{Lu}[\p{L}]+\s+Today\b(?=\s*(?:[.,;:)]|$))/gu,
  read: () => NAME,
};

const BESIDE_CAPITAL: Rule = {
  pattern:
    /\b(?:(?:[A-Z]{2,}|Business|India|Russia|Politics|Psychology|Technology|China|Fashion|Restaurant|Shark|Design|Ad|News|Washington|Publishers|Mail\s+on|World)\s+(?:Today|Week|Weekly|Sunday|This\s+Week)|(?:This|Last)\s+Week\s+(?:Tonight|in\s+\p{Lu}\p{L}+)|Good\s+Morning\s+\p{Lu}\p{L}+|Monday\s+Night\s+Football|Saturday\s+Night\s+Live)\b/gu,
  read: ({ text }) =>
    /\s(?:Today|Weekly|Week|Sunday|Tonight|Live|Football)$|Morning|\sin\s/u.test(text)
      ? NAME
      : null,
};

/** Days that have a name of their own, and what they are called by. */
const NAMED_DAY: Rule = {
  pattern:
    /\b(?:Black|Good|Super|Bloody|Cyber|Ash|Palm|Easter|Holy|Giving|Maundy|Shrove|Fat|Whit|Red|Blue|Green)\s+(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b|\b(?:May|March|June)\s+Day\b|\b(?:September|Sept\.?)\s+11(?:th)?(?:,?\s+2001,?)?\s+(?:terrorist\s+|terror\s+)?(?:attacks?|hijack\p{L}+|commission|victims?)\b|\b(?:Man|Woman|Person|Player|Car|Word|Game|Album|Book|Manager|Coach)\s+of\s+the\s+(?:Year|Month|Week)\b/giu,
  read: ({ text }) => (/^\p{Lu}/u.test(text) && !/2001/u.test(text) ? NAME : null),
};

/** What only looks like a date in an English text. */
export const ENGLISH_NAME_RULES: readonly Rule[] = [
  PAPER,
  CALLED_TODAY,
  WORK,
  NAMED_TODAY,
  BESIDE_CAPITAL,
  NAMED_DAY,
];

const PRESENT: Rule = {
  pattern:
    /\b(?:now|currently|current|at\s+present|at\s+the\s+moment|at\s+this\s+time|presently|nowadays|these\s+days|the\s+time\s+being|for\s+now)\b(?!-)/giu,
  read: ({ text, after }) =>
    // "Now that it rains" gives a reason.
    /^now$/iu.test(text) && /^\s+that\b/iu.test(after) ? null : fixed('reference', 'PRESENT_REF'),
};

const PAST: Rule = {
  pattern:
    /\b(?:(?:more\s+|most\s+)?recently|in\s+recent\s+(?:[\p{L}.]{1,12}\s+)?(?:times|days|weeks|months|years|history)|recent\s+(?:days|weeks|months|years)|in\s+the\s+past|a\s+(?:long\s+time|while|short\s+while)\s+ago|(?:long|(?:days|weeks|months|years|decades|centuries))\s+ago)\b(?!\s+(?:few|year|month|week|day|decade))/giu,
  read: () => fixed('reference', 'PAST_REF'),
};

const FUTURE: Rule = {
  pattern:
    /\b(?:(?:very\s+|as\s+)?soon|the\s+(?:near\s+|foreseeable\s+)?future|in\s+future|the\s+coming\s+(?:days|weeks|months|years)|(?:the\s+)?(?:long|short|medium)(?:er)?(?:-|\s)term)\b(?!-)/giu,
  read: ({ text, after }) =>
    // "As soon as" names a condition.
    /soon$/iu.test(text) && /^\s+(?:as|after|afterwards|before)\b/iu.test(after)
      ? null
      : fixed('reference', 'FUTURE_REF'),
};

/** Past, present and future without a date. */
export const ENGLISH_REFERENCE_RULES: readonly Rule[] = [PRESENT, PAST, FUTURE];
