import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPhraseMatchers } from '../../src/retrieval/query/query-operators.ts';
import { hostileText } from '../support/hostile-text.ts';

const matcherOf = createPhraseMatchers();

describe('a phrase stands in a text', () => {
  it.each([
    ['in another case', 'fair price', 'A Fair PRICE.'],
    ['over a line break', 'fair price', 'A fair\n price.'],
    ['in full width', 'ABC 12', 'ＡＢＣ　１２ 号'],
    ['in the other script', '发展中国家', '許多發展中國家'],
    ['with a space beside a Latin name', '买下TikTok的业务', '买下 TikTok 的业务'],
    ['over a line break in Chinese', '合理价格', '合理\n价格'],
    ['with another apostrophe', "mayor's price", 'the mayor’s price'],
    ['with other marks inside', 'the "fair" price', 'the “fair” price'],
    ['with composed and decomposed accents', 'café', 'the cafe\u0301 is open'],
    ['with signs of patterns', '1.5 (or more)', 'about 1.5 (or more)'],
  ])('%s', (_, phrase, text) => {
    expect(matcherOf(phrase).isIn(text)).toBe(true);
  });

  it.each([
    ['inside of a word', 'art', 'the party'],
    ['with another word between', 'fair price', 'a fair old price'],
    ['in another form', 'fair price', 'fair prices'],
    ['as a part of a number', '12', 'in 2012'],
    ['in another order of characters', '国中', '中国'],
    ['with any sign for a dot', '1.5', '1x5'],
  ])('but not %s', (_, phrase, text) => {
    expect(matcherOf(phrase).isIn(text)).toBe(false);
  });

  it('at places that are told by their offsets', () => {
    const text = '他說：發展中國家，发展中国家。';
    const places = matcherOf('发展中国家').find(text);
    expect(places.map(({ start, end }) => text.slice(start, end))).toEqual([
      '發展中國家',
      '发展中国家',
    ]);
  });

  it('whatever it is made of', () => {
    fc.assert(
      fc.property(hostileText(6), hostileText(6), (phrase, text) => {
        fc.pre(/[\p{L}\p{N}]/u.test(phrase));
        const { find } = matcherOf(phrase);
        for (const { start, end } of find(text)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeLessThan(end);
        }
      }),
      { numRuns: 300 },
    );
    const word = fc.stringMatching(/^[a-zé桥梁龍]{1,6}$/u);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const phrase = words.join(' ');
        const text = `. ${phrase.toUpperCase()}. `;
        expect(matcherOf(phrase).find(text)).toEqual([{ start: 2, end: text.length - 2 }]);
      }),
    );
  });
});
