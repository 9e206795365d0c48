import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDateOf } from '../../../src/timeline/calendar-date.ts';
import { findTemporalExpressions } from '../../../src/timeline/index.ts';
import { hostileText } from '../../support/hostile-text.ts';

const PIECES = [
  '14 September',
  'Sept. 14 , 2020',
  '12–14 May',
  'Monday, May 6',
  '“today”',
  'two weeks ago',
  'the 1990s',
  'every 3 days',
  'last year',
  'at 18:00 UTC',
  'the next day',
  '9月14日至16日',
  '二〇二〇年',
  '上週日',
  '去年12月底',
  '第三季度',
  '「今天」',
  '两个半小时',
  '99999999999999',
  '2020-02-31',
  '31 31 31',
  '-–/.,',
];
const datedText = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), hostileText(3)), { maxLength: 20 })
  .map((pieces) => pieces.join(' '));
const day = fc.integer({ min: -40_000, max: 40_000 }).map((days) => addDays('2000-01-01', days));
const context = fc.record({
  language: fc.constantFrom('en' as const, 'zh' as const),
  reference: fc.option(day),
});

describe('in any text', () => {
  it('expressions are in order, apart from each other and inside it', () => {
    fc.assert(
      fc.property(datedText, context, (text, given) => {
        let end = 0;
        for (const expression of findTemporalExpressions(text, given)) {
          expect(expression.start).toBeGreaterThanOrEqual(end);
          expect(expression.end).toBeGreaterThan(expression.start);
          end = expression.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('every date is in the calendar, but for fiscal years', () => {
    fc.assert(
      fc.property(datedText, context, (text, given) => {
        for (const { kind, value } of findTemporalExpressions(text, given)) {
          if (kind !== 'date' || value.startsWith('FY')) continue;
          expect(calendarDateOf(value)).not.toBeNull();
        }
      }),
    );
  });
});

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const SHORT_MONTHS = 'Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');
const DIGITS = '〇一二三四五六七八九';

function numeral(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS.charAt(tens)}十`;
  return ten + (ones === 0 ? '' : DIGITS.charAt(ones));
}

/** Ways of writing a day in full, from its year, month and day. */
const FULL_FORMS: readonly (readonly ['en' | 'zh', (y: number, m: number, d: number) => string])[] =
  [
    ['en', (y, m, d) => `${d} ${MONTHS[m - 1]} ${y}`],
    ['en', (y, m, d) => `${MONTHS[m - 1]} ${d}, ${y}`],
    ['en', (y, m, d) => `${SHORT_MONTHS[m - 1]} ${d} , ${y}`],
    ['en', (y, m, d) => `${d} ${MONTHS[m - 1]?.toUpperCase()} ${y}`],
    ['en', (y, m, d) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`],
    ['zh', (y, m, d) => `${y}年${m}月${d}日`],
    ['zh', (y, m, d) => `${y}年${String(m).padStart(2, '0')}月${String(d).padStart(2, '0')}號`],
    ['zh', (y, m, d) => `${y}/${m}/${d}`],
    ['zh', (y, m, d) => `民國${y - 1911}年${m}月${d}日`],
    [
      'zh',
      (y, m, d) =>
        `${Array.from(String(y), (digit) => DIGITS.charAt(Number(digit))).join('')}年${numeral(m)}月${numeral(d)}日`,
    ],
    [
      'zh',
      (y, m, d) =>
        `${y}年${m}月${d}日`.replaceAll(/\d/gu, (digit) =>
          String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
        ),
    ],
  ];

describe('a day that is written in full', () => {
  it.each([1999, 2024])('is read back as itself on every day of %i', (year) => {
    for (let date = `${year}-01-01`; date.startsWith(`${year}`); date = addDays(date, 1)) {
      const [y = 0, m = 0, d = 0] = date.split('-').map(Number);
      for (const [language, write] of FULL_FORMS) {
        const text = write(y, m, d);
        const found = findTemporalExpressions(text, { language, reference: null });
        expect(found.map(({ value, start, end }) => [value, text.slice(start, end)])).toEqual([
          [date, text],
        ]);
      }
    }
  });
});

describe('a day that is counted from the day of publication', () => {
  it('is less than a year before it and at most 150 days after it without its year', () => {
    fc.assert(
      fc.property(day, day, (date, reference) => {
        const [, m = 0, d = 0] = date.split('-').map(Number);
        fc.pre(!date.endsWith('02-29'));
        const [found] = findTemporalExpressions(`on ${d} ${MONTHS[m - 1]}`, {
          language: 'en',
          reference,
        });
        const value = found?.value ?? '';
        expect(value.slice(5)).toBe(date.slice(5));
        expect(value > addDays(reference, -366) && value <= addDays(reference, 150)).toBe(true);
      }),
    );
  });

  it('is at most six days before it when only its weekday is named', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('Monday', 'Wednesday', 'Sunday'), (reference, name) => {
        const [found] = findTemporalExpressions(`It shut on ${name}.`, {
          language: 'en',
          reference,
        });
        const value = found?.value ?? '';
        expect(value <= reference && value > addDays(reference, -7)).toBe(true);
      }),
    );
  });
});

it('dates are the same in every time zone', () => {
  const script = `
    import { findTemporalExpressions } from './dist/timeline/index.js';
    const texts = [
      ['en', 'On Sunday, yesterday, on 28 April, last month and on 1 January 2020'],
      ['zh', '上周日、昨天、14日、上月14日、去年12月和4月28日'],
    ];
    console.log(JSON.stringify(texts.map(([language, text]) =>
      ['2024-01-01', '2024-03-31', '2024-10-27', null].map((reference) =>
        findTemporalExpressions(text, { language, reference })))));`;
  const outputs = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((TZ) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    }),
  );
  expect(outputs[0]).toContain('2023-12-31');
  expect(new Set(outputs).size).toBe(1);
});
