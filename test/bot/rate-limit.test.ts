import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRateLimit } from '../../src/bot/interactions/rate-limit.ts';

const MINUTE_MS = 60_000;

/** A limit with a clock by hand. */
function setUp(perMinute: number, maxPeople?: number) {
  const clock = { time: 0 };
  const limit = createRateLimit({
    perMinute,
    now: () => clock.time,
    ...(maxPeople !== undefined && { maxPeople }),
  });
  return { clock, limit };
}

const rates = fc.integer({ min: 1, max: 100 });
const pauses = fc.array(fc.oneof(fc.constant(0), fc.nat(2000), fc.nat(MINUTE_MS)), {
  maxLength: 200,
});

describe('createRateLimit', () => {
  test('lets a person do a minute of it at once, and then one at a time', () => {
    const { clock, limit } = setUp(20);
    const waits = () => Array.from({ length: 25 }, () => limit.take('a'));
    expect(waits()).toEqual([...Array(20).fill(0), ...Array(5).fill(3000)]);
    clock.time = 2999;
    expect(limit.take('a')).toBe(1);
    clock.time = 3000;
    expect([limit.take('a'), limit.take('a')]).toEqual([0, 3000]);
    clock.time = 3000 + MINUTE_MS;
    expect(waits().filter((wait) => wait === 0)).toHaveLength(20);
  });

  test('has none when it is 0', () => {
    const { limit } = setUp(0);
    expect(Array.from({ length: 1000 }, () => limit.take('a')).every((it) => it === 0)).toBe(true);
  });

  test('never lets more through than a full bucket and what flows in, in any stretch of time', () => {
    fc.assert(
      fc.property(rates, pauses, (perMinute, steps) => {
        const { clock, limit } = setUp(perMinute);
        const times: number[] = [];
        for (const pause of steps) {
          clock.time += pause;
          if (limit.take('a') === 0) times.push(clock.time);
        }
        for (const [first, start] of times.entries()) {
          for (const [more, end] of times.slice(first).entries()) {
            const most = perMinute + ((end - start) * perMinute) / MINUTE_MS;
            // For the rounding of binary fractions.
            expect(more + 1).toBeLessThanOrEqual(most + 1e-6);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  test('tells exactly when the next one is let through', () => {
    fc.assert(
      fc.property(rates, pauses, (perMinute, steps) => {
        const { clock, limit } = setUp(perMinute);
        for (const pause of steps) {
          clock.time += pause;
          const wait = limit.take('a');
          if (wait === 0) continue;
          clock.time += wait - 1;
          expect(limit.take('a')).toBe(1);
          clock.time += 1;
          expect(limit.take('a')).toBe(0);
        }
      }),
    );
  });

  test('never refuses who keeps to the pace', () => {
    fc.assert(
      fc.property(rates, fc.array(fc.nat(5000), { maxLength: 300 }), (perMinute, extra) => {
        const { clock, limit } = setUp(perMinute);
        for (const pause of extra) {
          clock.time += Math.ceil(MINUTE_MS / perMinute) + pause;
          expect(limit.take('a')).toBe(0);
        }
      }),
    );
  });

  test('knows people apart: what one does makes no difference to another', () => {
    const uses = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(3000)), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), uses, (perMinute, steps) => {
        const together = setUp(perMinute);
        const alone = setUp(perMinute);
        const waits: { readonly together: number; readonly alone: number }[] = [];
        for (const [person, pause] of steps) {
          together.clock.time += pause;
          alone.clock.time = together.clock.time;
          const wait = together.limit.take(person);
          if (person === 'a') waits.push({ together: wait, alone: alone.limit.take(person) });
        }
        for (const wait of waits) expect(wait.together).toBe(wait.alone);
      }),
    );
  });

  test('remembers so many people at most, and those longest who came last', () => {
    const { limit } = setUp(1, 3);
    expect(['a', 'b', 'c', 'd'].map((it) => limit.take(it))).toEqual([0, 0, 0, 0]);
    expect(['b', 'c', 'd'].map((it) => limit.take(it) > 0)).toEqual([true, true, true]);
    expect(limit.take('a')).toBe(0);
  });
});
