import type { PassageLanguage } from '../../language/index.ts';
import { calendarDateOf } from '../calendar-date.ts';
import type { TemporalExpression, TemporalMatch } from './rule.ts';

/** What may stand between a day and a time of day: "12:00 UTC on Monday", "Tuesday, at noon". */
const BETWEEN_DAY_AND_CLOCK = /^\s*,?\s*(?:(?:on|at)\s+)?$/iu;

/**
 * A paragraph's expressions with a day and the time of day right beside it made one, which has the
 * time.
 *
 * @param expressions in order, not overlapping.
 */
export function joinClockTimes(
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
export function joinWeekdays(
  matches: readonly TemporalMatch[],
  text: string,
  language: PassageLanguage,
): TemporalMatch[] {
  const joined: TemporalMatch[] = [];
  const isWeekday = ({ start, end }: TemporalMatch) =>
    WEEKDAY[language].test(text.slice(start, end));
  for (const match of matches) {
    const previous = joined.at(-1);
    const isBeside =
      previous?.kind === 'date' &&
      match.kind === 'date' &&
      BETWEEN_WEEKDAY_AND_DAY.test(text.slice(previous.end, match.start)) &&
      isWeekday(previous) !== isWeekday(match) &&
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
