const DISCORD_EPOCH_MS = 1_420_070_400_000;

/** Makes ids as Discord does: the time in the upper bits, then a counter, so that they sort by age. */
export function createIds(now: () => number): () => string {
  let count = 0n;
  return () => {
    count += 1n;
    return ((BigInt(now() - DISCORD_EPOCH_MS) << 22n) | (count & 0x3f_ffffn)).toString();
  };
}

/** A clock that moves only when told. */
export interface ManualClock {
  readonly now: () => number;
  /** Moves the clock forward. */
  advance(ms: number): void;
}

/** A clock for `createFakeDiscord({ now: clock.now })`, so that a test can miss a deadline without waiting. */
export function createManualClock(startMs = Date.UTC(2026, 0, 2)): ManualClock {
  let time = startMs;
  return {
    now: () => time,
    advance(ms) {
      time += ms;
    },
  };
}
