const MINUTE_MS = 60_000;

/** More people than ask within a minute; for each there is one number. */
const MAX_PEOPLE = 10_000;

/** How often each person may do something. */
export interface RateLimit {
  /** 0 when the person may do it now, which counts then; otherwise in how many ms they may. */
  readonly take: (personId: string) => number;
}

/** What {@link createRateLimit} needs. */
export interface RateLimitOptions {
  /** How often at once, and how often a minute in the long run. 0: no limit. */
  readonly perMinute: number;
  /** In ms, from any start. */
  readonly now: () => number;
  /** Of how many people it is known what they did last. Who was forgotten may start anew. */
  readonly maxPeople?: number;
}

/**
 * A token bucket for each person, kept as the time at which it will be full again (the generic cell
 * rate algorithm, ITU-T I.371): each use puts that off by a token's time, and a use is refused that
 * would put it off by more than a whole bucket.
 */
export function createRateLimit(options: RateLimitOptions): RateLimit {
  const { perMinute, now, maxPeople = MAX_PEOPLE } = options;
  if (perMinute === 0) return { take: () => 0 };
  const tokenMs = MINUTE_MS / perMinute;
  // Those who did something last are last.
  const fullAt = new Map<string, number>();

  function forgetSome(): void {
    for (const [personId, time] of fullAt) {
      if (fullAt.size <= maxPeople && time > now()) return;
      fullAt.delete(personId);
    }
  }

  return {
    take(personId) {
      const time = now();
      const next = Math.max(fullAt.get(personId) ?? 0, time) + tokenMs;
      const waitMs = Math.ceil(next - MINUTE_MS - time);
      if (waitMs > 0) return waitMs;
      fullAt.delete(personId);
      fullAt.set(personId, next);
      forgetSome();
      return 0;
    },
  };
}
