import { languageOf, type PassageLanguage } from '../../language/index.ts';
import { calendarDateOf, type DateModifier } from '../calendar-date.ts';
import { type AnchoredParagraph, anchorMatches, type ParagraphContext } from './anchors.ts';
import { createDateFinder } from './calendar-parser.ts';
import { CHINESE_CALENDAR_PARSERS } from './chinese/calendar-parsers.ts';
import {
  CHINESE_DURATION_RULES,
  CHINESE_NAME_RULES,
  CHINESE_PERIOD_RULES,
  CHINESE_REFERENCE_RULES,
  CHINESE_RELATIVE_RULES,
} from './chinese/rules.ts';
import { chineseModifier, foldChinese } from './chinese/words.ts';
import { ENGLISH_CALENDAR_PARSERS } from './english/calendar-parsers.ts';
import { ENGLISH_DURATION_RULES } from './english/duration-rules.ts';
import { ENGLISH_PERIOD_RULES } from './english/period-rules.ts';
import {
  ENGLISH_CLOCK_RULES,
  ENGLISH_NAME_RULES,
  ENGLISH_REFERENCE_RULES,
  ENGLISH_RELATIVE_RULES,
} from './english/relative-rules.ts';
import { englishModifier } from './english/words.ts';
import { joinClockTimes, joinWeekdays } from './join-expressions.ts';
import type { TemporalExpression } from './rule.ts';
import { applyRules, around, longestMatches, type Rule, type TemporalMatch } from './rule.ts';
import { stretchesOf } from './stretches.ts';

/** What a text's expressions of time are read by. */
export interface TemporalContext {
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
  zh: [
    ...CHINESE_NAME_RULES,
    ...CHINESE_DURATION_RULES,
    ...CHINESE_RELATIVE_RULES,
    ...CHINESE_PERIOD_RULES,
    ...CHINESE_REFERENCE_RULES,
  ],
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
  const found = language === 'zh' ? chineseModifier(after) : englishModifier(before);
  if (!found) return expression;
  const { modifier, length }: { modifier: DateModifier; length: number } = found;
  return language === 'zh'
    ? { ...expression, end: end + length, modifier }
    : { ...expression, start: start - length, modifier };
}
