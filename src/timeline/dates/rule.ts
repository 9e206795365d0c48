import type { Range } from '../../shared/range.ts';
import type { DateModifier } from '../calendar-date.ts';

/**
 * What a temporal expression tells: a time of the calendar, a time of a day that nobody names, how
 * long something takes, how often it happens, or only that it is past, present or to come.
 */
type TemporalKind = 'date' | 'time' | 'duration' | 'set' | 'reference';

/** Words that tell a time. Offsets are UTF-16 offsets, the end exclusive. */
export interface TemporalExpression extends Range {
  readonly kind: TemporalKind;
  /**
   * As in TIMEX3 (TimeML 1.2.1). A time is given with the day of publication, as TIMEX3 has it, and
   * dates nothing. A date: as in `CalendarDate`, with `TMO`, `TAF`, `TEV` or
   * `TNI` behind a day for a part of it. A duration or set: `P30D`, `PT2H`, `P2.5Y`, `PXM`, for a
   * set also `XXXX-WXX-1` or `XXXX-09`. A reference: `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`.
   */
  readonly value: string;
  readonly modifier: DateModifier | null;
}

/**
 * From which day an expression counts:
 * - `none`: it names its date in full.
 * - `publication`: the day of publication.
 * - `speech`: the day on which a quotation was said, otherwise that of publication.
 * - `antecedent`: the day named before it in this sentence or the last one.
 * - `period`: the date named before it in this sentence or the last one, however long it is.
 * - `sentence`: the day named before it in this sentence, otherwise that of publication.
 * - `clock`: the day named nearest to it in this sentence.
 */
type Anchor = 'none' | 'publication' | 'speech' | 'antecedent' | 'period' | 'sentence' | 'clock';

/** What the words of an expression say. A `name` only looks like a date, and keeps others off. */
export interface Interpretation {
  readonly kind: TemporalKind | 'name';
  readonly modifier: DateModifier | null;
  readonly anchor: Anchor;
  /**
   * The TIMEX3 value, counted from a day `YYYY-MM-DD`, or from another value where the anchor is a
   * period; null when it cannot be told.
   */
  readonly valueFrom: (day: string) => string | null;
  /** The duration that it tells when the day it counts from is not known. */
  readonly otherwise: string | null;
  /** A time of day: where no day is named it is of the day of publication, and dates nothing. */
  readonly isOfDay: boolean;
}

/** An interpretation with its offsets in a text. */
export interface TemporalMatch extends Range, Interpretation {}

/** A match with the words beside it. */
export interface RuleMatch {
  readonly text: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
  /** Up to {@link CONTEXT_LENGTH} UTF-16 units before and after the match. */
  readonly before: string;
  readonly after: string;
}

/** One way of writing a time. The pattern is global. */
export interface Rule {
  readonly pattern: RegExp;
  readonly read: (match: RuleMatch) => Interpretation | null;
}

/** Words farther away do not belong to an expression any more. */
const CONTEXT_LENGTH = 80;

/** Something that only looks like a date. */
export const NAME: Interpretation = {
  kind: 'name',
  modifier: null,
  anchor: 'none',
  valueFrom: () => null,
  otherwise: null,
  isOfDay: false,
};

/** A value that depends on no other day. */
export function fixed(kind: TemporalKind, value: string, modifier: DateModifier | null = null) {
  return { ...NAME, kind, modifier, valueFrom: () => value };
}

/** A date counted from the day on which it was said or written. */
export function relative(
  valueFrom: Interpretation['valueFrom'],
  modifier: DateModifier | null = null,
): Interpretation {
  return { ...NAME, kind: 'date', modifier, anchor: 'speech', valueFrom };
}

/** A date counted from the date before it; without one, the duration `otherwise` or nothing. */
export function anaphoric(
  valueFrom: Interpretation['valueFrom'],
  otherwise: string | null = null,
): Interpretation {
  return { ...NAME, kind: 'date', anchor: 'antecedent', valueFrom, otherwise };
}

/** Everything that the rules read in a text, in no order; matches may overlap. */
export function applyRules(rules: readonly Rule[], text: string): TemporalMatch[] {
  return rules.flatMap(({ pattern, read }) =>
    [...text.matchAll(pattern)].flatMap((match): TemporalMatch[] => {
      const start = match.index;
      const end = start + match[0].length;
      const interpretation = read({
        text: match[0],
        groups: match.groups ?? {},
        ...around(text, start, end),
      });
      return interpretation ? [{ ...interpretation, start, end }] : [];
    }),
  );
}

/** The words beside `[start, end)` that may belong to an expression there. */
export function around(text: string, start: number, end: number) {
  return {
    before: text.slice(Math.max(0, start - CONTEXT_LENGTH), start),
    after: text.slice(end, end + CONTEXT_LENGTH),
  };
}

/** The longest matches that do not overlap, in the order of the text; of equals the first. */
export function longestMatches(matches: readonly TemporalMatch[]): TemporalMatch[] {
  const chosen: TemporalMatch[] = [];
  let last: TemporalMatch | undefined;
  // A match meets the last chosen one only, which gives way when it is shorter.
  for (const match of matches.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (!last || match.start >= last.end) chosen.push(match);
    else if (match.end - match.start > last.end - last.start) chosen[chosen.length - 1] = match;
    else continue;
    last = match;
  }
  return chosen;
}
