import { describe, expect, test } from 'vitest';
import { createPriority } from '../../src/library/serve-generation.ts';
import { gate } from '../support/folder.ts';

describe('work in the background', () => {
  test('goes on where nothing goes before', async () => {
    await expect(createPriority().whenIdle()).resolves.toBeUndefined();
  });

  test('waits until the last of what goes before has ended, also by failing', async () => {
    const priority = createPriority();
    const [one, other] = [gate(), gate()];
    const order: string[] = [];
    const first = priority.before(async () => {
      await one.opened;
      order.push('first');
      return 'its result';
    });
    const second = priority.before(async () => {
      await other.opened;
      order.push('second');
      throw new Error('its failure');
    });
    const background = priority.whenIdle().then(() => order.push('background'));
    one.open();
    expect(await first).toBe('its result');
    other.open();
    await expect(second).rejects.toThrow('its failure');
    await background;
    expect(order).toEqual(['first', 'second', 'background']);
    await expect(priority.whenIdle()).resolves.toBeUndefined();
  });
});
