import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { repeatKey } from '../../src/retrieval/passages/boilerplate.ts';

it('is one key for a paragraph with any white space between its words', () => {
  const space = fc
    .array(fc.constantFrom(' ', '\n', '\t', '\u00a0', '\u3000', '\u2028'), {
      minLength: 1,
      maxLength: 3,
    })
    .map((spaces) => spaces.join(''));
  const words = ['The', 'bridge', 'is', '“closed”', '大桥'];
  fc.assert(
    fc.property(fc.array(space, { minLength: 6, maxLength: 6 }), (spaces) => {
      const written = words.map((word, index) => `${spaces[index] ?? ''}${word}`).join('');
      expect(repeatKey(written + (spaces[5] ?? ''))).toBe('the bridge is "closed" 大桥');
    }),
  );
});
