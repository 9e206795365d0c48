import { languageOf, type PassageLanguage } from '../../language/index.ts';
import type { Range } from '../../shared/range.ts';
import { calendarDateOf } from '../calendar-date.ts';
import { type AnchoredParagraph, anchorMatches, type ParagraphContext } from './anchors.ts';
import { createDateFinder } from './calendar-parser.ts';
import { CHINESE_CALENDAR_PARSERS } from './chinese/calendar-parsers.ts';
import { CHINESE_RULES } from './chinese/rules.ts';
import { CHINESE_MODIFIERS, foldChinese } from './chinese/words.ts';
import { ENGLISH_CALENDAR_PARSERS } from './english/calendar-parsers.ts';
import { ENGLISH_DURATION_RULES } from './english/duration-rules.ts';
import { ENGLISH_PERIOD_RULES } from './english/period-rules.ts';
import {
  ENGLISH_CLOCK_RULES,
  ENGLISH_NAME_RULES,
  ENGLISH_REFERENCE_RULES,
  ENGLISH_RELATIVE_RULES,
} from './english/relative-rules.ts';
import { ENGLISH_MODIFIERS } from './english/words.ts';
import {
  applyRules,
  around,
  longestMatches,
  type Rule,
  type TemporalExpression,
  type TemporalMatch,
} from './rule.ts';

/** What a text's expressions of time are read by. */
interface TemporalContext {
  /** The language of lines without letters; the others are read by their script. */
  readonly language: PassageLanguage;
  /** The day of publication, `YYYY-MM-DD`. Without it, what is counted from it is left out. */
  readonly reference: string | null;
}

const RULES: Readonly<Record<PassageLanguage, readonly Rule[]>> = {
  // Of equally long matches the first counts.
  en: [
    ...ENGLISH_NAME_RULES,
    ...ENGLISH_CLOCK_RULES,
    ...ENGLISH_DURATION_RULES,
    ...ENGLISH_RELATIVE_RULES,
    ...ENGLISH_PERIOD_RULES,
    ...ENGLISH_REFERENCE_RULES,
  ],
  zh: CHINESE_RULES,
};

const findDates = {
  en: createDateFinder(ENGLISH_CALENDAR_PARSERS),
  zh: createDateFinder(CHINESE_CALENDAR_PARSERS),
} as const satisfies Record<PassageLanguage, unknown>;

/**
 * The expressions of time in an English or Chinese text, in order and not overlapping. chrono-node
 * finds the dates; rules of our own find what its model of a date has no place for, such as
 * durations, weeks, quarters and years, and keep it off them. The machine's clock and time zone
 * play no part.
 */
export function findTemporalExpressions(
  text: string,
  context: TemporalContext,
): TemporalExpression[] {
  return [...readTemporalExpressions(text, context)].flat();
}

/** The same a stretch of the text at a time: one takes some ms at most. */
export function* readTemporalExpressions(
  text: string,
  { language, reference }: TemporalContext,
): Generator<readonly TemporalExpression[]> {
  let saidBefore: string | null = null;
  for (const { start, end } of stretchesOf(text)) {
    const stretch = text.slice(start, end);
    const own = /\p{L}/u.test(stretch) ? languageOf(stretch) : language;
    const folded = own === 'zh' ? foldChinese(stretch) : stretch;
    const { expressions, saidLast } = readStretch(folded, {
      language: own,
      reference,
      saidBefore,
    });
    saidBefore = saidLast;
    yield expressions.map((expression) => ({
      ...expression,
      start: start + expression.start,
      end: start + expression.end,
    }));
  }
}

function readStretch(text: string, context: ParagraphContext): AnchoredParagraph {
  const { language, reference } = context;
  const found: TemporalMatch[] = [
    ...applyRules(RULES[language], text),
    ...findDates[language](text, reference),
  ];
  const matches = joinWeekdays(longestMatches(found), text, language);
  const { expressions, saidLast } = anchorMatches(matches, text, context);
  const whole = joinClockTimes(expressions, text);
  return { expressions: whole.map((each) => withModifier(each, text, language)), saidLast };
}

/** Of an English date they stand before it, of a Chinese one behind it. */
const MODIFIERS = { en: ENGLISH_MODIFIERS, zh: CHINESE_MODIFIERS } as const;

/** "Late August" and 8月底 are a part of the month, which a day has not. */
function withModifier(
  expression: TemporalExpression,
  text: string,
  language: PassageLanguage,
): TemporalExpression {
  const { start, end, kind, value } = expression;
  const precision = calendarDateOf(value)?.precision;
  if (kind !== 'date' || precision === 'day' || precision === 'range') return expression;
  const { before, after } = around(text, start, end);
  for (const [modifier, pattern] of MODIFIERS[language]) {
    const words = pattern.exec(language === 'zh' ? after : before)?.[0];
    if (words === undefined) continue;
    return language === 'zh'
      ? { ...expression, end: end + words.length, modifier }
      : { ...expression, start: start - words.length, modifier };
  }
  return expression;
}

/** What may stand between a day and a time of day: "12:00 UTC on Monday", "Tuesday, at noon". */
const BETWEEN_DAY_AND_CLOCK = /^\s*,?\s*(?:(?:on|at)\s+)?$/iu;

/**
 * A paragraph's expressions with a day and the time of day right beside it made one, which has the
 * time.
 *
 * @param expressions in order, not overlapping.
 */
function joinClockTimes(
  expressions: readonly TemporalExpression[],
  text: string,
): TemporalExpression[] {
  const joined: TemporalExpression[] = [];
  for (const expression of expressions) {
    const previous = joined.at(-1);
    const isBeside =
      previous !== undefined &&
      isClock(previous) !== isClock(expression) &&
      dayOf(previous) !== null &&
      dayOf(previous) === dayOf(expression) &&
      BETWEEN_DAY_AND_CLOCK.test(text.slice(previous.end, expression.start));
    if (!isBeside) {
      joined.push(expression);
      continue;
    }
    const clock = isClock(previous) ? previous : expression;
    joined[joined.length - 1] = { ...clock, start: previous.start, end: expression.end };
  }
  return joined;
}

function isClock({ value }: TemporalExpression): boolean {
  return value.includes('T');
}

function dayOf({ value }: TemporalExpression): string | null {
  const date = calendarDateOf(value);
  return date?.precision === 'day' ? date.value : null;
}

const WEEKDAY: Readonly<Record<PassageLanguage, RegExp>> = {
  en: /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/iu,
  zh: /^(?:周|星期|礼拜)[一二三四五六日天]$/u,
};

/** What may stand between a weekday and its date: "Monday, 14 September", 9月14日（周一）. */
const BETWEEN_WEEKDAY_AND_DAY = /^\s*[,，(（]?\s*$/u;

/**
 * The matches with a weekday and the date beside it made one, which is the date's: the weekday
 * says nothing more.
 *
 * @param matches in order, not overlapping.
 */
function joinWeekdays(
  matches: readonly TemporalMatch[],
  text: string,
  language: PassageLanguage,
): TemporalMatch[] {
  const joined: TemporalMatch[] = [];
  const isWeekday = ({ start, end }: TemporalMatch) =>
    WEEKDAY[language].test(text.slice(start, end));
  // 上周三，周五 are two days.
  const areWeekdays = (...both: readonly TemporalMatch[]) =>
    both.every(({ start, end }) => /[周期拜][一二三四五六日天]$/u.test(text.slice(start, end)));
  for (const match of matches) {
    const previous = joined.at(-1);
    const isBeside =
      previous?.kind === 'date' &&
      match.kind === 'date' &&
      BETWEEN_WEEKDAY_AND_DAY.test(text.slice(previous.end, match.start)) &&
      isWeekday(previous) !== isWeekday(match) &&
      !areWeekdays(previous, match) &&
      hasDay(isWeekday(previous) ? match : previous);
    if (!previous || !isBeside) {
      joined.push(match);
      continue;
    }
    const date = isWeekday(previous) ? match : previous;
    joined[joined.length - 1] = { ...date, start: previous.start, end: match.end };
  }
  return joined;
}

/** Whether it tells a day of its own, whatever day it is counted from. */
function hasDay({ anchor, valueFrom }: TemporalMatch): boolean {
  return anchor !== 'clock' && /^\d{4}-\d\d-\d\d/u.test(valueFrom('2000-01-01') ?? '');
}

/** The longest stretch in UTF-16 units: patterns may take the square of it, and it stays small. */
const LONGEST_STRETCH = 4000;

/** No expression of time has so many white spaces in a row. */
const LONG_SPACE = /[^\S\r\n]{8,}/gu;
const LINE_BREAK = /[\r\n\u0085\u2028\u2029]+/gu;
const SENTENCE_END = /[.!?。！？]["'”’」』）)]*(?:\s+|(?<=[。！？]["'”’」』）)]*))/gu;

/**
 * The parts of a text in which expressions of time are looked for: its lines, cut where white space
 * is long, and between sentences where a line is very long.
 */
function stretchesOf(text: string): Range[] {
  return split({ start: 0, end: text.length }, text, LINE_BREAK)
    .flatMap((line) => split(line, text, LONG_SPACE))
    .flatMap((line) => cutLong(line, text));
}

function split({ start, end }: Range, text: string, separator: RegExp): Range[] {
  const parts: Range[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(separator)) {
    const at = start + match.index;
    if (at > from) parts.push({ start: from, end: at });
    from = at + match[0].length;
  }
  if (from < end) parts.push({ start: from, end });
  return parts;
}

function cutLong({ start, end }: Range, text: string): Range[] {
  const parts: Range[] = [];
  let from = start;
  while (end - from > LONGEST_STRETCH) {
    const window = text.slice(from, from + LONGEST_STRETCH);
    const last = [...window.matchAll(SENTENCE_END)].at(-1);
    const length = last && last.index > 0 ? last.index + last[0].length : LONGEST_STRETCH;
    parts.push({ start: from, end: from + length });
    from += length;
  }
  parts.push({ start: from, end });
  return parts;
}
