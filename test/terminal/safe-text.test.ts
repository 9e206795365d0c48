import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeJson, safeText } from '../../src/terminal/safe-text.ts';
import { hostileText } from './hostile-text.ts';

test('an escape sequence becomes visible and harmless', () => {
  expect(safeText('a\u001b[31mred\u0007')).toBe('a␛[31mred␇');
  expect(safeText('\u009b2J\u007f')).toBe('\ufffd2J␡');
});

test('marks that turn the direction of text around are replaced', () => {
  expect(safeText('gpj.\u202eexe')).toBe('gpj.\ufffdexe');
});

test('half a surrogate pair is replaced, a whole one stays', () => {
  expect(safeText('\ud83d 👍 \udc4d')).toBe('\ufffd 👍 \ufffd');
});

test('every other character stays at its offset', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const safe = safeText(text);
      expect(safe).toHaveLength(text.length);
      expect(safe).not.toMatch(/\p{Surrogate}/u);
      const replaced = safe.split('').filter((unit, index) => unit !== text[index]);
      expect(replaced.join('')).toMatch(/^[\u2400-\u2421\ufffd]*$/u);
      // What is left of the controls is white space that the wrapper deals with.
      expect(safe).not.toMatch(/[^\P{Cc}\t\n\v\f\r]/u);
    }),
  );
});

test('JSON holds no bare control character and is the same to whoever parses it', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const json = safeJson({ text });
      expect(json).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      expect(JSON.parse(json)).toEqual({ text });
    }),
  );
});
