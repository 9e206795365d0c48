/** Random numbers from a seed: the same texts on every machine and in every run. */
export interface Random {
  /** At least 0, less than 1. */
  readonly next: () => number;
  /** An integer, both ends included. */
  readonly between: (from: number, to: number) => number;
  /** True with this probability. */
  readonly chance: (probability: number) => boolean;
  /** Every item is as likely as any other. */
  readonly pick: <T>(items: readonly T[]) => T;
}

/** The generator "mulberry32": 32 bits of state, good enough for texts. */
export function createRandom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (items) => itemAt(items, between(0, items.length - 1)),
  };
}

/**
 * Draws items as words occur in texts (Zipf's law): the one at rank r in proportion to
 * 1 / (r + 2.7) ** exponent, the shift being Mandelbrot's for the most frequent.
 */
export function createZipfPick<T>(items: readonly T[], exponent: number): (random: Random) => T {
  const bounds = new Float64Array(items.length);
  let total = 0;
  for (let rank = 0; rank < items.length; rank += 1) {
    total += 1 / (rank + 1 + 2.7) ** exponent;
    bounds[rank] = total;
  }
  return (random) => itemAt(items, firstAbove(bounds, random.next() * total));
}

function firstAbove(bounds: Float64Array, value: number): number {
  let low = 0;
  let high = bounds.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((bounds[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

function itemAt<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no item at ${index} of ${items.length}`);
  return item;
}
