const MS_PER_DAY = 86_400_000;

/** A date `YYYY-MM-DD` as days since 1 January 1970, in the Gregorian calendar. */
export function toDay(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY);
}

/** The reverse of {@link toDay}. */
export function toDate(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}
