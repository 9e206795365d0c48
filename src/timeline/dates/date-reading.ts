/** What an explicit date says, before it is resolved. What it does not name is null. */
export interface DateReading {
  readonly year: number | null;
  /** 1 to 12. */
  readonly month: number | null;
  /** 1 to 31. */
  readonly day: number | null;
  /** The last day of several in a row, 1 to 31. */
  readonly lastDay: number | null;
  /** 0 for Sunday to 6 for Saturday; counts where there is neither day nor month. */
  readonly weekday: number | null;
  readonly cue: DateCue | null;
}

/**
 * Where an expression or the words beside it place its date: "last" and "next" are those words
 * themselves, "past" and "future" other signs; the rest is a week counted from Monday.
 */
export type DateCue = (typeof DATE_CUES)[number];

/** Every {@link DateCue}. */
export const DATE_CUES = [
  'past',
  'future',
  'last',
  'next',
  'this',
  'last-week',
  'this-week',
  'next-week',
] as const;
