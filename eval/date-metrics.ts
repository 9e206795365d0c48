import { findTemporalExpressions } from '../src/timeline/index.ts';
import type { DateSentence } from './date-sentences.ts';

/** How many expressions were right, wrong and missed. */
export interface DateCounts {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

/** The scores of one set of sentences. */
export interface DateScores {
  /** Places in the calendar alone; a duration read as one is wrong. */
  readonly calendar: DateCounts;
  /** Every expression, durations and vague ones too, as TempEval-3 counts values. */
  readonly value: DateCounts;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/**
 * Scores what is read in sentences. An expression that is read is right when it overlaps one of the
 * gold and has its value, or one of its values. A time of day counts as its day.
 */
export function scoreDates(sentences: readonly DateSentence[]): DateScores {
  const calendar = { right: 0, wrong: 0, missed: 0 };
  const value = { right: 0, wrong: 0, missed: 0 };
  for (const { text, lang, reference, spans } of sentences) {
    const read = findTemporalExpressions(text, { language: lang, reference });
    const gold = spans.filter(({ optional }) => optional !== true);
    const free = new Set<Span>(
      read.filter((each) => !spans.some((span) => span.optional === true && overlap(span, each))),
    );
    for (const span of gold) {
      const wanted = (span.values ?? [span.value]).map(plainValue);
      const isPlace = wanted.some(isCalendar);
      const found = read.find((each) => free.has(each) && overlap(span, each));
      if (found) free.delete(found);
      const isRight = found !== undefined && wanted.includes(plainValue(found.value));
      for (const counts of isPlace ? [calendar, value] : [value]) {
        if (isRight) counts.right += 1;
        else {
          counts.missed += 1;
          if (found && (counts === value || isCalendar(found.value))) counts.wrong += 1;
        }
      }
      if (!isPlace && found && isCalendar(found.value)) calendar.wrong += 1;
    }
    for (const { value: spurious } of free) {
      value.wrong += 1;
      if (isCalendar(spurious)) calendar.wrong += 1;
    }
  }
  return { calendar, value };
}

/** The harmonic mean of precision and recall (F1), from 0 to 1. */
export function f1({ right, wrong, missed }: DateCounts): number {
  return right === 0 ? 0 : (2 * right) / (2 * right + wrong + missed);
}

function overlap(one: Omit<Span, 'value'>, other: Omit<Span, 'value'>): boolean {
  return one.start < other.end && other.start < one.end;
}

function plainValue(value: string): string {
  return value.replace(/(?<=^\d{4}-\d\d-\d\d)T.*$/u, '');
}

/** `2020-09-13`, `2020-W37`, `2020-Q3`, `199X`, and two of them with a slash; no duration, set or reference. */
function isCalendar(value: string): boolean {
  return /^\d{3}[\dX]/u.test(value);
}
