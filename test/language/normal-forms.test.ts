import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../src/language/analyser.ts';
import { hostileText } from '../support/hostile-text.ts';

const { analyse } = createAnalyser();

/** The normal forms in a text, each with the words that it stands for. */
function forms(text: string): [string, string][] {
  return analyse(text)
    .filter(({ kind }) => kind === 'form')
    .map(({ term, start, end }) => [term, text.slice(start, end)]);
}

const formTerms = (text: string) => forms(text).map(([term]) => term);

describe('a date', () => {
  it.each([
    ['September 20', '09-20', 'September 20'],
    ['on Sept. 20th, 2020', '09-20', 'Sept. 20th'],
    ['by the 20th of September 2020', '09-20', '20th of September'],
    ['20 Sept', '09-20', '20 Sept'],
    ['on 2020-09-20.', '09-20', '2020-09-20'],
    ['2020/9/20', '09-20', '2020/9/20'],
    ['9月20日之前', '09-20', '9月20日'],
    ['９月２０号', '09-20', '９月２０号'],
    ['将于九月二十日举行', '09-20', '九月二十日'],
    ['十二月卅一日', '12-31', '十二月卅一日'],
    ['until May 3', '05-03', 'May 3'],
  ])('in "%s" is %s', (text, term, words) => {
    expect(forms(text)).toContainEqual([term, words]);
  });

  it('is there for every day of a list or a range', () => {
    expect(formTerms('on 18 and 20 September')).toEqual(['09-18', '09-20']);
    expect(formTerms('September 18-20')).toEqual(['09-18', '09-20']);
    expect(formTerms('9月18日至20日')).toEqual(expect.arrayContaining(['09-18', '09-20']));
  });

  it('has its month by itself, in every language', () => {
    for (const text of ['9月', '九月份', '9月20日']) expect(formTerms(text)).toContain('septemb');
    for (const text of ['September', 'Sept.']) expect(analyse(text)[0]?.term).toBe('septemb');
    for (const text of ['in May', 'May 2020', '5月', '3 May'])
      expect(formTerms(text)).toContain('may');
  });

  it.each([
    ['a verb', 'It may 20 times fail; you may attend'],
    ['a day that no calendar has', '31 September, 2月30日, 13月1日'],
    ['an amount', 'March 20,000 people'],
    ['a month and a year', 'September 2020'],
    ['a version', '1.2020-09-20'],
    ['digits of a longer number', '2020-09-201'],
  ])('is not seen in %s', (_, text) => {
    expect(formTerms(text).filter((term) => /^\d\d-\d\d$|^may$/u.test(term))).toEqual([]);
  });

  it('has one term in every way of writing it', () => {
    const chinese = (value: number) => {
      const digit = (figure: number) => '一二三四五六七八九'.charAt(figure - 1);
      const tens = Math.floor(value / 10);
      return `${tens > 1 ? digit(tens) : ''}${tens > 0 ? '十' : ''}${digit(value % 10)}`;
    };
    const names =
      'January February March April May June July August September October November December'.split(
        ' ',
      );
    const month = fc.integer({ min: 1, max: 12 });
    const day = fc.integer({ min: 1, max: 28 });
    fc.assert(
      fc.property(month, day, fc.integer({ min: 1900, max: 2099 }), (m, d, year) => {
        const name = names[m - 1] ?? '';
        const two = (value: number) => String(value).padStart(2, '0');
        const expected = `${two(m)}-${two(d)}`;
        const written = [
          `${name} ${d}`,
          `${d} ${name}`,
          `${d}th of ${name} ${year}`,
          `${name.slice(0, 3)}. ${d}, ${year}`,
          `${year}-${two(m)}-${two(d)}`,
          `${year}年${m}月${d}日`,
          `${chinese(m)}月${chinese(d)}日`,
          `${m}月${d}號`,
        ];
        const days = written.map((text) => formTerms(text).filter((term) => /^\d\d-/u.test(term)));
        expect(days).toEqual(written.map(() => [expected]));
      }),
    );
  });
});

describe('an amount', () => {
  it.each([
    ['10bn', '10000000000'],
    ['$10 billion', '10000000000'],
    ['10 billion dollars', '10000000000'],
    ['ten billion', '10000000000'],
    ['100亿美元', '10000000000'],
    ['一百亿', '10000000000'],
    ['１００億', '10000000000'],
    ['175m users', '175000000'],
    ['1.75亿', '175000000'],
    ['1亿7千', '100000000'],
    ['10 thousand', '10000'],
    ['一万', '10000'],
    ['3百万', '3000000'],
    ['1.2万亿', '1200000000000'],
    ['two hundred and six', '206'],
    ['twenty-five', '25'],
    ['二十五', '25'],
    ['一百零五', '105'],
    ['a million', '1000000'],
    ['两家公司', '2'],
    ['two', '2'],
    ['45%', '45%'],
    ['45 per cent', '45%'],
    ['４５％', '45%'],
    ['百分之四十五', '45%'],
    ['百分之45', '45%'],
    ['ten per cent', '10%'],
    ['0.50 %', '0.5%'],
  ])('in "%s" is %s', (text, term) => {
    expect(formTerms(text)).toContain(term);
  });

  it('has the scale of a range at both ends', () => {
    expect(formTerms('20-30bn')).toEqual(['20000000000', '30000000000']);
  });

  it('is the number itself where that is written out', () => {
    expect(analyse('10,000,000,000')[0]?.term).toBe('10000000000');
  });

  it.each([
    ['a pronoun', 'one of them'],
    ['a name', '张三和三星'],
    ['a wish', '千万不要'],
    ['two numbers in a row', 'two three'],
    ['a length', '175 metres'],
    ['a scale without a figure', 'many millions'],
  ])('is not seen in %s', (_, text) => {
    expect(formTerms(text)).toEqual([]);
  });

  it('has its currency apart', () => {
    for (const text of ['$10', 'US$10', '10 dollars', '10 USD', '十亿美元']) {
      expect(formTerms(text)).toContain('usd');
    }
    expect(formTerms('HK$10 and ten Hong Kong dollars')).not.toContain('usd');
    expect(formTerms('€5')).toEqual(['eur']);
    expect(formTerms('五亿元')).toContain('cny');
  });

  it('is the same for every figure in both languages', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (figure) => {
        const expected = String(figure * 10 ** 8);
        expect(formTerms(`${figure}亿`)).toContain(expected);
        expect(formTerms(`${figure / 10}bn`)).toContain(expected);
        expect(formTerms(`${figure * 100} million`)).toContain(expected);
      }),
    );
  });
});

describe('a name', () => {
  const terms = (text: string) => analyse(text).map(({ term }) => term);

  it.each([
    ['us', ['US', 'U.S.', 'USA', 'U.S.A.', 'United States', '美国', '美國', '赴美', '美方']],
    ['uk', ['UK', 'U.K.', 'United Kingdom', 'Great Britain', '英国']],
    ['eu', ['EU', 'E.U.', 'European Union', '欧盟', '歐盟']],
    ['un', ['UN', 'U.N.', 'United Nations', '联合国', '聯合國']],
    ['email', ['email', 'e-mail', 'E-mail']],
    ['startup', ['startup', 'start-up']],
    ['percent', ['percent', 'per cent', '5%', '百分之五', 'percentage']],
  ])('is %s, however it is written', (term, written) => {
    expect(written.filter((text) => !terms(text).includes(term))).toEqual([]);
  });

  it('is not seen in the pronoun "us" and in other words with 美', () => {
    for (const text of ['They told us.', '美好', '完美', '北美洲', '南美']) {
      expect(terms(text)).not.toContain('us');
    }
  });
});

it('stands inside the text, in order, with Chinese bigrams on neither edge', () => {
  const pieces = fc.constantFrom(
    '9月20日',
    '一百亿',
    '公司',
    '于',
    'May 3',
    ' ',
    '45%',
    'US',
    '美元',
    '$1bn',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        hostileText(),
        fc.array(pieces).map((list) => list.join('')),
      ),
      (text) => {
        let previous = 0;
        for (const { term, start, end } of analyse(text)) {
          expect(term).toMatch(/^\S+$/u);
          expect(start).toBeGreaterThanOrEqual(previous);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          previous = start;
        }
      },
    ),
    { numRuns: 500 },
  );
  expect(analyse('于九月二十日开幕').map(({ term }) => term)).not.toContain('日开');
});

it('is found in time that grows with the text only', () => {
  for (const piece of ['one ', '1.', '1,111', '九', 'a-', '9月', '20 and ', '  ']) {
    // What grows with its square would take longer than a test may.
    expect(analyse(piece.repeat(200_000)).every(({ end }) => end <= 200_000 * piece.length)).toBe(
      true,
    );
  }
});
