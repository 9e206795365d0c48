import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTimeLeft, LEAST_TIME_MS } from '../../src/library/reindex-runs.ts';

/** What is estimated at the end of these steps, each given as ms since the step before. */
function estimate(
  steps: readonly {
    readonly ms: number;
    readonly stage?: 'reading' | 'indexing';
    readonly done: number;
    readonly total?: number;
  }[],
): number | null {
  let time = 1_000_000;
  const timeLeft = createTimeLeft(() => time);
  let estimated: number | null = null;
  for (const { ms, stage = 'indexing', done, total = 100 } of steps) {
    time += ms;
    estimated = timeLeft({ stage, done, total });
  }
  return estimated;
}

describe('the time that a stage still takes', () => {
  test('is told by its pace: half of it done in 10 s leaves 10 s', () => {
    expect(
      estimate([
        { ms: 0, done: 0 },
        { ms: 10_000, done: 50 },
      ]),
    ).toBe(10_000);
  });

  test.each([
    ['at its first step', [{ ms: 0, done: 1 }]],
    [
      'before there is a pace',
      [
        { ms: 0, done: 0 },
        { ms: LEAST_TIME_MS - 1, done: 50 },
      ],
    ],
    [
      'of a hundredth of the work',
      [
        { ms: 0, done: 0 },
        { ms: 60_000, done: 1 },
      ],
    ],
    [
      'while nothing moves',
      [
        { ms: 0, done: 7 },
        { ms: 60_000, done: 7 },
      ],
    ],
    [
      'when everything is counted',
      [
        { ms: 0, done: 0 },
        { ms: 60_000, done: 100 },
      ],
    ],
    [
      'of nothing',
      [
        { ms: 0, done: 0, total: 0 },
        { ms: 60_000, done: 0, total: 0 },
      ],
    ],
  ])('is not told %s', (_when, steps) => {
    expect(estimate(steps)).toBeNull();
  });

  test('is not told by the pace of the stage before', () => {
    const reading = [
      { ms: 0, stage: 'reading' as const, done: 0 },
      { ms: 60_000, stage: 'reading' as const, done: 100 },
    ];
    expect(estimate([...reading, { ms: 0, done: 1 }, { ms: 1000, done: 60 }])).toBeNull();
    expect(estimate([...reading, { ms: 0, done: 0 }, { ms: 5000, done: 25 }])).toBe(15_000);
  });

  test('is told by the pace of late: a slow beginning is forgotten', () => {
    const slow = [0, 1, 2, 3, 4].map((done) => ({ ms: 1000, done }));
    const fast = Array.from({ length: 40 }, (_, index) => ({ ms: 250, done: 6 + 2 * index }));
    // 84 of 100 are done after 14 s; the last 16 take 2 s, and 2.7 s by the pace of all the time.
    expect(estimate([...slow, ...fast])).toBe(2000);
  });

  test('is not told while the clock stands before what was measured', () => {
    const steps = [0, 20, 40, 60].map((done) => ({ ms: 20_000, done }));
    expect(estimate([...steps, { ms: -50_000, done: 70 }])).toBeNull();
  });

  test('is a time, and right for work at an even pace, whatever the pace', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 2, max: 100_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (msEach, total, share) => {
          const done = Math.floor(share * total);
          const left = estimate([
            { ms: 0, done: 0, total },
            { ms: done * msEach, done, total },
          ]);
          const isTelling =
            done >= total / 50 && done * msEach >= LEAST_TIME_MS && done > 0 && done < total;
          expect(left).toBe(isTelling ? (total - done) * msEach : null);
        },
      ),
    );
  });

  test('is never negative, whatever is counted and however the clock is set', () => {
    const step = fc.record({
      ms: fc.integer({ min: -10_000, max: 100_000 }),
      stage: fc.constantFrom('reading' as const, 'indexing' as const),
      done: fc.nat({ max: 200 }),
      total: fc.nat({ max: 100 }),
    });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const left = estimate(steps);
        expect(left === null || (left >= 0 && Number.isInteger(left))).toBe(true);
      }),
    );
  });
});
