import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../src/language/analyser.ts';
import { hostileText } from '../support/hostile-text.ts';

const { analyse, synonyms } = createAnalyser();

function terms(text: string, kinds: readonly string[] = ['word', 'number', 'bigram', 'character']) {
  return analyse(text)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ term }) => term);
}

describe('English', () => {
  it.each([
    ['inflected forms', 'resigned resigning resigns', ['resign', 'resign', 'resign']],
    ['irregular forms', 'sold bought chosen', ['sell', 'buy', 'choos']],
    ['capitals, accents and full width', 'Café ＣＡＦＥ́ café', ['café', 'café', 'café']],
    ['possessives', "Oracle's Oracle’s", ['oracl', 'oracl']],
    ['dotted abbreviations', 'U.S. US', ['us', 'us']],
    ['thousands separators', '10,000 10000', ['10000', '10000']],
    ['ordinals', '20th 20', ['20', '20']],
    ['currencies', '$10 10', ['10', '10']],
    ['decimals', '2.5', ['2.5']],
    ['soft hyphens', 'infra\u00adstructure infrastructure', ['infrastructur', 'infrastructur']],
    ['soft hyphens at a line end', 'hope infra\u00ad\n structure', ['hope', 'infrastructur']],
    [
      'zero-width characters',
      'mu\u200dse\u2060um mu\u200bseum mu\ufeffseum 1\u200b0',
      ['museum', 'museum', 'museum', '10'],
    ],
  ])('gives one term to %s', (_, text, expected) => {
    const fold = (term: string) => term.normalize('NFD').replace(/\p{Mn}/gu, '');
    expect(terms(text)).toEqual(expected.map(fold));
  });

  it('leaves out words that carry no evidence, but not "not" and "US"', () => {
    expect(terms('What did the US not do with it?')).toEqual(['us', 'not']);
  });

  it('points at the words as they stand', () => {
    const text = 'Kevin’s résumé, on 20th September';
    expect(analyse(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Kevin’s',
      'résumé',
      '20th',
      '20th September',
      'September',
    ]);
  });
});

describe('Chinese', () => {
  it('gives bigrams that do not reach across function characters', () => {
    expect(terms('公司的首席', ['bigram'])).toEqual(['公司', '首席']);
  });

  it('gives a character of its own where one stands alone', () => {
    expect(terms('9月')).toEqual(['9', '月']);
  });

  it('gives traditional and simplified text the same terms, with offsets into each', () => {
    const traditional = '中國電視臺發言人';
    expect(terms(traditional)).toEqual(terms('中国电视台发言人'));
    const bigram = analyse(traditional).find(({ term }) => term === '电视');
    expect(bigram && traditional.slice(bigram.start, bigram.end)).toBe('電視');
  });

  it('keeps Latin names and numbers inside Chinese whole', () => {
    expect(terms('TikTok在2020年', ['word', 'number'])).toEqual(['tiktok', '2020']);
  });
});

describe('a word that is cut at the end of a line', () => {
  it.each(['mu-\nseum', 'mu‐\r\n   seum'])('is there whole and in parts: %j', (written) => {
    const tokens = analyse(`The ${written} opens`);
    expect(tokens.map(({ term }) => term)).toEqual(['mu', 'museum', 'seum', 'open']);
    expect(tokens[1]).toMatchObject({ start: 4, end: 4 + written.length });
  });

  it.each(['mu- seum', 'mu-\n\nseum', 'Mu-\nSeum', 'mu\nseum', 'mu -\nseum', 'no 12-\nseum'])(
    'is not there in %j',
    (written) => {
      expect(terms(written)).not.toContain('museum');
    },
  );
});

it('points at words with invisible characters as they stand, without those at their edges', () => {
  const text = '\ufeffThe mu\u00adseum\u200b of 桥\u200b梁\u2060.';
  const written = analyse(text).map(({ start, end }) => text.slice(start, end));
  expect(written).toEqual(['mu\u00adseum', '桥', '桥\u200b梁', '梁']);
});

describe('synonyms', () => {
  it('know that "turn down" is to reject, with the object between the words', () => {
    const [turn = ''] = terms('turn');
    expect(synonyms(turn, 'Why did they turn the offer down?')).toContain('reject');
    expect(synonyms(turn, 'Why did they turn left?')).toEqual([]);
  });

  it('never hold the term itself', () => {
    const [reject = ''] = terms('reject');
    expect(synonyms(reject, 'reject')).not.toContain(reject);
    expect(synonyms(reject, 'reject').length).toBeGreaterThan(0);
  });
});

it('puts every token inside the text, in order, and never empty', () => {
  fc.assert(
    fc.property(hostileText(), (text) => {
      let previous = 0;
      for (const { term, start, end } of analyse(text)) {
        expect(term).not.toBe('');
        expect(start).toBeGreaterThanOrEqual(previous);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        previous = start;
      }
    }),
    { numRuns: 500 },
  );
});

it('is not held up by a word without an end', () => {
  const [token] = analyse('a'.repeat(500_000));
  expect(token?.end).toBe(500_000);
  expect(token?.term.length).toBeLessThan(100);
});
