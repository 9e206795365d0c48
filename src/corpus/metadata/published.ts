const TIMESTAMP =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ]+(?:[01]\d|2[0-4]):[0-5]\d(?::[0-6]\d(?:[.,]\d+)?)?\s*(?:[Zz]|[+-]\d{2}(?::?\d{2})?)?)?$/u;

/**
 * The date of `YYYY-MM-DD` or of an ISO timestamp, as written there (no shift of time zone).
 * Null when the text is neither, or names a day that no calendar has.
 */
export function parsePublished(text: string): string | null {
  const date = TIMESTAMP.exec(text)?.[1];
  return date !== undefined && isCalendarDate(date) ? date : null;
}

function isCalendarDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  // Date.parse lets 30 February pass as 1 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
