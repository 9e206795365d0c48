import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFormFinder } from '../../src/language/entities/form-pattern.ts';
import { FORM_PATTERNS } from '../../src/language/entities/normal-forms.ts';
import { formText } from '../support/form-text.ts';

const find = createFormFinder(FORM_PATTERNS);

/** What a match consists of. */
function tell(match: RegExpMatchArray) {
  return { index: match.index, written: match[0], groups: { ...match.groups } };
}

describe('patterns that are tried only where they can begin', () => {
  it('match what they match in a search of the whole text', () => {
    fc.assert(
      fc.property(formText(), (text) => {
        const matchesOf = find(text);
        for (const pattern of FORM_PATTERNS) {
          const searched = [...text.matchAll(pattern.pattern)];
          expect(matchesOf(pattern).map(tell)).toEqual(searched.map(tell));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('match each of their own words and signs at least once', () => {
    const text =
      'May 3 2020-01-02 9月 二〇二〇年 5bn $ € £ yen 元 9元 United States, Great Britain, European Union, per cent, United Nations, e-mail in May';
    const matchesOf = find(text);
    expect(FORM_PATTERNS.filter((pattern) => matchesOf(pattern).length === 0)).toEqual([]);
  });

  it('are those that the finder was made for', () => {
    const other = { pattern: /x/gu, character: null, words: ['x'] };
    expect(() => find('x')(other)).toThrow(RangeError);
  });
});
