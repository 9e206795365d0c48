/** Nobody is left alone for longer, whatever they ask for, in ms. */
export const LONGEST_REST_MS = 24 * 60 * 60_000;

/**
 * Until when `Retry-After` asks to be left alone (seconds, or a date; RFC 9110, 10.2.3), ms since the
 * epoch; null when it says nothing.
 */
export function retryAfter(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  const seconds = /^\s*(\d{1,10})\s*$/u.exec(value)?.[1];
  const until = seconds === undefined ? Date.parse(value) : now + Number(seconds) * 1000;
  return Number.isNaN(until) ? null : Math.min(Math.max(until, now), now + LONGEST_REST_MS);
}
