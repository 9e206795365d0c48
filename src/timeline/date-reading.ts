/**
 * What an expression says about its date, before it is resolved. Offsets are UTF-16 offsets into
 * the text that it stands in. What it does not name is null.
 */
export interface DateReading {
  readonly start: number;
  readonly end: number;
  readonly year: number | YearWord | null;
  /** 1 to 12. */
  readonly month: number | null;
  /** 1 to 31. */
  readonly day: number | null;
  /** 0 for Sunday to 6 for Saturday. */
  readonly weekday: number | null;
  readonly cue: DateCue | null;
}

/** A year named by its distance from the year of publication: -1 for "last year". */
export interface YearWord {
  readonly offset: number;
}

/**
 * Where an expression or the words before it place its date: "last" and "next" are those words
 * themselves, "past" and "future" other signs, "open" a sign that it may be either; the rest is
 * a week counted from Monday.
 */
export type DateCue =
  | 'past'
  | 'future'
  | 'open'
  | 'last'
  | 'next'
  | 'this'
  | 'last-week'
  | 'this-week'
  | 'next-week';

/** The part of a result of chrono-node that is read: only what the text itself says is taken. */
export interface Found {
  readonly index: number;
  readonly text: string;
  readonly start: FoundParts;
}

interface FoundParts {
  isCertain(part: DatePart): boolean;
  get(part: DatePart): number | null;
}

type DatePart = 'year' | 'month' | 'day' | 'weekday';

/** A part that the text names; null for one that chrono-node made up from the publication date. */
export function namedPart(parts: FoundParts, part: DatePart): number | null {
  return parts.isCertain(part) ? parts.get(part) : null;
}
