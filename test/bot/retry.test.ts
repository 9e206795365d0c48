import { RateLimitError } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { createRetry, FIRST_PAUSE_MS } from '../../src/bot/connection/retry.ts';
import { manualTimers } from './support/fakes.ts';

/** Fails so many times before it works. */
function failing(times: number, error: Error = new Error('away')): () => Promise<string> {
  let left = times;
  return async () => {
    if (left === 0) return 'here';
    left -= 1;
    throw error;
  };
}

describe('attempts', () => {
  test('end with what the first one gives that works', async () => {
    const retry = createRetry(manualTimers());
    await expect(retry.until(failing(0), () => {})).resolves.toBe('here');
  });

  test('come twice as long after each other each time, and five minutes at most', async () => {
    const timers = manualTimers();
    const pauses: number[] = [];
    const result = createRetry(timers).until(failing(9), (_, seconds) => pauses.push(seconds));
    const expected = [5, 10, 20, 40, 80, 160, 300, 300, 300];
    for (const seconds of expected) {
      await timers.set(1000 * seconds);
      timers.fire(1000 * seconds);
    }
    await expect(result).resolves.toBe('here');
    expect(pauses).toEqual(expected);
  });

  test('take the pause that Discord asks for', async () => {
    const timers = manualTimers();
    const limit = {
      global: false,
      hash: '',
      limit: 1,
      majorParameter: '',
      method: 'GET',
      retryAfter: 3_600_050,
      route: '/gateway/bot',
      scope: 'user',
      sublimitTimeout: 0,
      timeToReset: 0,
      url: '',
    } as const;
    const result = createRetry(timers).until(failing(1, new RateLimitError(limit)), () => {});
    await timers.set(3_601_000);
    timers.fire(3_601_000);
    await expect(result).resolves.toBe('here');
  });

  test('end with what is thrown when a failure is told of', async () => {
    const fault = new Error('for good');
    const told = () => {
      throw fault;
    };
    await expect(createRetry(manualTimers()).until(failing(9), told)).rejects.toBe(fault);
  });

  test('end when they are stopped, also in a pause', async () => {
    const timers = manualTimers();
    const retry = createRetry(timers);
    const result = retry.until(failing(9), () => {});
    await timers.set(FIRST_PAUSE_MS);
    retry.stop();
    await expect(result).resolves.toBeNull();
    expect(timers.fire(FIRST_PAUSE_MS)).toBe(0);
    await expect(retry.until(failing(0), () => {})).resolves.toBeNull();
  });
});
