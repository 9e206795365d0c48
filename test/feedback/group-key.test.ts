import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createGroupKey } from '../../src/feedback/create-feedback.ts';

const keyOf = createGroupKey();

describe('questions that ask the same', () => {
  test.each([
    ['When did the ferry sink?', 'the ferry, when did it sink'],
    ['Who sold the mill?', 'WHO SOLD THE MILL'],
    ['渡轮什么时候沉没？', '渡輪何時沉沒？'],
    ['请问磨坊为什么出售', '磨坊為何出售？'],
    ['磨坊卖了多少钱？', '磨坊賣了多少錢'],
  ])('have one key: %s – %s', (one, other) => {
    expect(keyOf(one)).toBe(keyOf(other));
  });

  test.each([
    ['When did the ferry sink?', 'When did the mill sink?'],
    ['渡轮什么时候沉没？', '渡轮什么时候出发？'],
    ['Who?', 'Why?'],
  ])('have another key than others: %s – %s', (one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other));
  });

  test('any text has a key, which its case, order and white space do not change', () => {
    const words = fc.array(fc.constantFrom('ferry', 'mill', 'sank', 'harbour', '12', 'the'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(words, fc.string(), (some, any) => {
        // A question of stop words alone is its own key, in which their order counts.
        const text = ['ferry', ...some].join(' ');
        expect(keyOf(`  ${text.toUpperCase()} `)).toBe(keyOf(text));
        expect(keyOf([...some.toReversed(), 'ferry'].join('\n'))).toBe(keyOf(text));
        expect(typeof keyOf(any)).toBe('string');
      }),
    );
  });
});
