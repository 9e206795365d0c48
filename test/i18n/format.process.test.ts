import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatBytes, formatCount, formatDate, LOCALES } from '../../src/i18n/index.ts';

/** Far to the east and to the west, and half an hour off. */
const TIME_ZONES = [
  ['Pacific/Kiritimati', -840],
  ['Pacific/Pago_Pago', 660],
  ['Asia/Kolkata', -330],
] as const;

describe.each(TIME_ZONES)('a date, on a machine in %s,', (timeZone, offset) => {
  const before = process.env['TZ'];
  beforeEach(() => {
    process.env['TZ'] = timeZone;
  });
  afterEach(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  test.each([
    ['2020-09-14', 'en-US', /^Sep 14, 2020$/u],
    // Whether it is "Sep" or "Sept" depends on the version of Unicode's data.
    ['2020-09-14', 'en-GB', /^14 Sept? 2020$/u],
    ['2020-09-14', 'zh-CN', /^2020年9月14日$/u],
    ['2020-09-14', 'zh-TW', /^2020年9月14日$/u],
    ['2020-09', 'en-US', /^September 2020$/u],
    ['2020-09', 'en-GB', /^September 2020$/u],
    ['2020-09', 'zh-CN', /^2020年9月$/u],
    ['2020-09', 'zh-TW', /^2020年9月$/u],
    ['2020', 'en-US', /^2020$/u],
    ['2020', 'en-GB', /^2020$/u],
    ['2020', 'zh-CN', /^2020年$/u],
    ['2020', 'zh-TW', /^2020年$/u],
    ['2020-01-01', 'zh-CN', /^2020年1月1日$/u],
    ['2020-12-31', 'en-US', /^Dec 31, 2020$/u],
    ['2024-02-29', 'en-US', /^Feb 29, 2024$/u],
    ['0020-09-14', 'zh-CN', /^20年9月14日$/u],
  ] as const)('%s is written in %s as precisely as it is given', (date, locale, written) => {
    expect(new Date('2020-09-14').getTimezoneOffset()).toBe(offset);
    expect(formatDate(date, locale)).toMatch(written);
  });
});

describe('a date', () => {
  test.each([
    '',
    'soon',
    '2020-02-30',
    '2023-02-29',
    '2020-13',
    '2020-00-01',
    '2020-9-14',
    '20200914',
    '2020-09-14T00:00:00Z',
    ' 2020',
    '2020\n',
  ])('that is none stays as it is: %j', (text) => {
    for (const locale of LOCALES) expect(formatDate(text, locale)).toBe(text);
  });

  test('keeps its year, month and day in Chinese, whichever they are', () => {
    const min = new Date('0001-01-01T00:00:00Z');
    const max = new Date('9999-12-31T00:00:00Z');
    fc.assert(
      fc.property(fc.date({ min, max, noInvalidDate: true }), (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split('-').map(Number);
        expect(formatDate(iso, 'zh-CN')).toBe(`${year}年${month}月${day}日`);
      }),
    );
  });
});

test('counts have thousands separators, as every locale writes them', () => {
  expect(formatCount(0)).toBe('0');
  expect(formatCount(1_234_567)).toBe('1,234,567');
  for (const locale of LOCALES) {
    expect(new Intl.NumberFormat(locale).format(1_234_567.5)).toBe('1,234,567.5');
  }
});

test.each([
  [0, '0 B'],
  [1023, '1,023 B'],
  [1024, '1 KiB'],
  [1536, '1.5 KiB'],
  [1024 ** 2, '1 MiB'],
  [2_202_009, '2.1 MiB'],
  [5 * 1024 ** 3, '5,120 MiB'],
])('%d bytes are %s', (bytes, written) => {
  expect(formatBytes(bytes)).toBe(written);
});
