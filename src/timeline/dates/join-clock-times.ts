import { calendarDateOf } from '../calendar-date.ts';
import type { TemporalExpression } from './temporal-expression.ts';

/** What may stand between a day and a time of day: "12:00 UTC on Monday", "Tuesday, at noon". */
const BETWEEN = /^\s*,?\s*(?:(?:on|at)\s+)?$/iu;

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
      BETWEEN.test(text.slice(previous.end, expression.start));
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
