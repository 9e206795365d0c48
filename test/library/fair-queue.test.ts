import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFairQueue, QueueFullError } from '../../src/library/fair-queue.ts';

/** Adds work that notes its name and goes on when told. */
function setUp(maxWaiting = 1000) {
  const queue = createFairQueue(maxWaiting);
  const done: string[] = [];
  const gates: (() => void)[] = [];
  const add = (key: string, name = key) =>
    queue.add(key, async () => {
      done.push(name);
      await new Promise<void>((resolve) => {
        gates.push(resolve);
      });
      return name;
    });
  /** Lets the one that is being done end, so that the next one begins. */
  const step = async () => {
    gates.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { queue, add, done, step };
}

describe('a fair queue', () => {
  test('serves one who comes late before the rest of what another one has waiting', async () => {
    const { add, done, step } = setUp();
    const all = Array.from({ length: 50 }, (_, index) => add('a', `a${index + 1}`));
    all.push(add('b', 'b1'));
    for (let count = 0; count < 51; count += 1) await step();
    await Promise.all(all);
    expect(done.slice(0, 4)).toEqual(['a1', 'b1', 'a2', 'a3']);
    expect(done).toHaveLength(51);
  });

  test('serves nobody twice while another one waits', async () => {
    const steps = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'end', 'end'), { maxLength: 80 });
    await fc.assert(
      fc.asyncProperty(steps, async (events) => {
        const { add, done, step } = setUp();
        const cameAt = new Map<string, number>();
        for (const [index, event] of events.entries()) {
          if (event === 'end') {
            await step();
            continue;
          }
          const name = `${event}${index}`;
          cameAt.set(name, done.length);
          void add(event, name);
        }
        while (done.length < cameAt.size) await step();
        for (const [servedAt, name] of done.entries()) {
          const key = name.charAt(0);
          const before = done.slice(0, servedAt).findLastIndex((it) => it.startsWith(key));
          const since = Math.max(cameAt.get(name) ?? 0, before + 1);
          const others = done.slice(since, servedAt).map((it) => it.charAt(0));
          expect(others).toEqual([...new Set(others)]);
        }
      }),
    );
  });

  test("keeps each one's in order, and gives what the work gives", async () => {
    const { queue } = setUp();
    const order: number[] = [];
    const results = [1, 2, 3].map((value) =>
      queue.add('a', async () => {
        order.push(value);
        if (value === 2) throw new Error('two');
        return value;
      }),
    );
    expect(await Promise.allSettled(results)).toMatchObject([
      { value: 1 },
      { reason: { message: 'two' } },
      { value: 3 },
    ]);
    expect(order).toEqual([1, 2, 3]);
  });

  test('goes on after work that throws at once', async () => {
    const { queue } = setUp();
    const broken = queue.add('a', () => {
      throw new Error('at once');
    });
    await expect(broken).rejects.toThrow('at once');
    expect(await queue.add('a', async () => 1)).toBe(1);
  });

  test('takes so much of one and no more, and of others still', async () => {
    const { add, done, step } = setUp(2);
    const taken = [add('a'), add('a'), add('a')];
    await expect(add('a')).rejects.toThrow(QueueFullError);
    taken.push(add('b'));
    await step();
    await step();
    taken.push(add('a', 'again'));
    for (let count = 0; count < 3; count += 1) await step();
    await Promise.all(taken);
    expect(done).toEqual(['a', 'b', 'a', 'a', 'again']);
  });
});
