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
    ['with soft hyphens and zero-width characters', 'fair price', 'a fa\u00adir pri\u200dc\u2060e'],
    ['with a byte-order mark inside', 'fair price', 'a fair\ufeff price'],
    ['that has a soft hyphen itself', 'fa\u00adir price', 'a fair price'],
    [
      'across a link',
      'the old mill wheel',
      'the [old mill](https://example.org/m "The (old) mill") wheel',
    ],
    ['across a link in Chinese', '合理价格于周五', '[合理价格](https://example.org/a)于**周五**'],
    ['across a reference', 'price on Friday.', 'price on *Friday*[^2].'],
    ['across emphasis and tags', 'a fair price now', 'a **fair** <b class="x">price</b> _now_'],
    ['with an en dash for a hyphen', '1999-2003', 'from 1999–2003'],
    ['with an em dash for a hyphen between spaces', 'fair - price', 'fair — price, and fair—price'],
    ['with thousands separators in the text', '2500000 people', 'for 2,500,000 people'],
    ['with thousands separators in the phrase', '2,500,000 people', 'for 2500000 people'],
    ['with ligatures', 'first official flat', 'the ﬁrst oﬃcial ﬂat'],
    ['with an ellipsis', 'well... fine', 'well… fine'],
    ['with a word cut at a line end', 'a narrow column', 'a nar-\nrow col-\n  umn'],
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
    ['behind an invisible character inside of a word', 'structure', 'infra\u00adstructure'],
    ['before an invisible character inside of a word', 'infra', 'infra\u00adstructure'],
    ['with the words of an address between', 'mill example', 'mill](https://example.org'],
    ['as the decimals of a number', '1.5000', '1.5,000'],
    ['with any sign for a dot', '1.5', '1x5'],
  ])('but not %s', (_, phrase, text) => {
    expect(matcherOf(phrase).isIn(text)).toBe(false);
  });

  it('in linear time', () => {
    const { isIn } = matcherOf('fair price');
    for (const filler of [
      '*',
      '[',
      '](',
      ' *',
      '\ufeff',
      '\u00ad',
      '<a',
      '![',
      '[^',
      'fair ',
      'fair](',
    ]) {
      expect(isIn(`fair${filler.repeat(100_000)}`)).toBe(false);
    }
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
      { numRuns: 100 },
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
