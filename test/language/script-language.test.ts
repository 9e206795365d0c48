import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { languageOf } from '../../src/language/script-language.ts';
import { formText } from '../support/form-text.ts';

it('is Chinese where more Han characters stand than Latin words', () => {
  fc.assert(
    fc.property(formText(), (text) => {
      const han = [...text.matchAll(/\p{sc=Han}/gu)].length;
      const words = [...text.matchAll(/\p{sc=Latin}+/gu)].length;
      expect(languageOf(text)).toBe(han > words ? 'zh' : 'en');
    }),
    { numRuns: 500 },
  );
});

it('knows every Han character, inside and outside the common block', () => {
  for (let point = 0x2000; point < 0x32000; point += point < 0xa100 ? 1 : 7) {
    const character = String.fromCodePoint(point);
    expect(languageOf(character)).toBe(/\p{sc=Han}/u.test(character) ? 'zh' : 'en');
  }
});
