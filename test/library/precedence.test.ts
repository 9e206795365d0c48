import { describe, expect, test } from 'vitest';
import { createPrecedence } from '../../src/library/precedence.ts';
import { gate } from '../support/folder.ts';

describe('work in the background', () => {
  test('goes on where nothing goes before', async () => {
    await expect(createPrecedence().whenIdle()).resolves.toBeUndefined();
  });

  test('waits until the last of what goes before has ended, also by failing', async () => {
    const precedence = createPrecedence();
    const [one, other] = [gate(), gate()];
    const order: string[] = [];
    const first = precedence.before(async () => {
      await one.opened;
      order.push('first');
      return 'its result';
    });
    const second = precedence.before(async () => {
      await other.opened;
      order.push('second');
      throw new Error('its failure');
    });
    const background = precedence.whenIdle().then(() => order.push('background'));
    one.open();
    expect(await first).toBe('its result');
    other.open();
    await expect(second).rejects.toThrow('its failure');
    await background;
    expect(order).toEqual(['first', 'second', 'background']);
    await expect(precedence.whenIdle()).resolves.toBeUndefined();
  });
});
