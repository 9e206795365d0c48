import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DateToWrite, formatCalendarDate, LOCALES } from '../../src/i18n/index.ts';
import { foreignCharacters } from '../support/chinese-scripts.ts';

function dateOf(value: string, fields: Partial<DateToWrite> = {}): DateToWrite {
  return { value, modifier: null, first: '2020-09-07', last: '2020-09-13', ...fields };
}

function written(date: DateToWrite): string[] {
  return LOCALES.map((locale) => formatCalendarDate(date, locale));
}

describe('a date in words, in American and British English and both Chinese scripts', () => {
  test.each([
    ['2020-09-13', 'September 13, 2020', '13 September 2020', '2020年9月13日', '2020年9月13日'],
    ['2020-08', 'August 2020', 'August 2020', '2020年8月', '2020年8月'],
    ['2020', '2020', '2020', '2020年', '2020年'],
    [
      '2020-W37',
      'week of September 7, 2020',
      'week of 7 September 2020',
      '2020年9月7日当周',
      '2020年9月7日當週',
    ],
    ['2020-Q3', 'third quarter of 2020', 'third quarter of 2020', '2020年第三季度', '2020年第三季'],
    ['2020-H1', 'first half of 2020', 'first half of 2020', '2020年上半年', '2020年上半年'],
    ['2020-FA', 'fall 2020', 'autumn 2020', '2020年秋季', '2020年秋季'],
    ['199X', '1990s', '1990s', '1990年代', '1990年代'],
    ['200', '2000s', '2000s', '2000年代', '2000年代'],
    [
      '2020-09-12/2020-09-14',
      'September 12–14, 2020',
      '12–14 September 2020',
      '2020年9月12至14日',
      '2020年9月12至14日',
    ],
    [
      '2020-08-31/2020-09-02',
      'August 31 – September 2, 2020',
      '31 August – 2 September 2020',
      '2020年8月31日至9月2日',
      '2020年8月31日至9月2日',
    ],
    [
      '2020-12-31/2021-01-02',
      'December 31, 2020 – January 2, 2021',
      '31 December 2020 – 2 January 2021',
      '2020年12月31日至2021年1月2日',
      '2020年12月31日至2021年1月2日',
    ],
    [
      '2020-08/2020-10',
      'August – October 2020',
      'August – October 2020',
      '2020年8月至10月',
      '2020年8月至10月',
    ],
    ['2018/2020', '2018–2020', '2018–2020', '2018年至2020年', '2018年至2020年'],
  ])('%s', (value, ...expected) => {
    expect(written(dateOf(value))).toEqual(expected);
  });

  test.each([
    ['2020-08', 'start', 'early August 2020', '2020年8月上旬'],
    ['2020-08', 'mid', 'mid-August 2020', '2020年8月中旬'],
    ['2020-08', 'end', 'late August 2020', '2020年8月下旬'],
    ['2020', 'start', 'early 2020', '2020年初'],
    ['2020', 'end', 'late 2020', '2020年末'],
    ['2020-SU', 'end', 'late summer 2020', '2020年夏季末'],
    ['199X', 'mid', 'mid-1990s', '1990年代中'],
    ['2020-Q3', 'mid', 'middle of the third quarter of 2020', '2020年第三季度中'],
    ['2020-W37', 'start', 'early in the week of 7 September 2020', '2020年9月7日当周初'],
  ] as const)('the part of %s that is meant: %s', (value, modifier, english, chinese) => {
    const date = dateOf(value, { modifier });
    expect(formatCalendarDate(date, 'en-GB')).toBe(english);
    expect(formatCalendarDate(date, 'zh-CN')).toBe(chinese);
  });

  test('a form that is not known is its first and last day, never a code', () => {
    const weekend = dateOf('2020-W37-WE', { first: '2020-09-12', last: '2020-09-13' });
    expect(formatCalendarDate(weekend, 'en-GB')).toBe('12–13 September 2020');
    const day = dateOf('2020-09-12TMO', { first: '2020-09-12', last: '2020-09-12' });
    expect(formatCalendarDate(day, 'zh-TW')).toBe('2020年9月12日');
  });

  test('is in the script of its readers', () => {
    const year = fc.integer({ min: 1000, max: 9999 });
    const kind = fc.constantFrom('', '-W09', '-Q1', '-Q4', '-H2', '-SP', '-WI', '-11');
    const modifier = fc.constantFrom(null, 'start' as const, 'mid' as const, 'end' as const);
    fc.assert(
      fc.property(year, kind, modifier, (number, suffix, part) => {
        const first = `${number}-01-01`;
        const date = dateOf(`${number}${suffix}`, { modifier: part, first, last: first });
        for (const locale of ['zh-CN', 'zh-TW'] as const) {
          const text = formatCalendarDate(date, locale);
          expect(text).toContain(`${number}年`);
          expect(foreignCharacters(text, locale)).toEqual([]);
        }
        expect(formatCalendarDate(date, 'en-GB')).toMatch(/^[\w ,–-]+$/u);
      }),
    );
  });
});
