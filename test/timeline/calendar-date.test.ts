import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  type CalendarDate,
  calendarDateOf,
  compareDates,
  dateValue,
  daysSinceMonday,
  isoWeekOf,
} from '../../src/timeline/calendar-date.ts';

const day = fc.integer({ min: -200_000, max: 200_000 }).map((days) => addDays('2000-01-01', days));

describe('a calendar date', () => {
  it.each([
    ['2024-02-29', 'day', '2024-02-29', '2024-02-29'],
    ['2024-W01', 'week', '2024-01-01', '2024-01-07'],
    ['2020-W53', 'week', '2020-12-28', '2021-01-03'],
    ['2024-W20-WE', 'range', '2024-05-18', '2024-05-19'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['2024-Q4', 'quarter', '2024-10-01', '2024-12-31'],
    ['2024-H1', 'half', '2024-01-01', '2024-06-30'],
    ['2023-WI', 'season', '2023-12-01', '2024-02-29'],
    ['2024-SU', 'season', '2024-06-01', '2024-08-31'],
    ['2024', 'year', '2024-01-01', '2024-12-31'],
    ['199X', 'decade', '1990-01-01', '1999-12-31'],
    ['2008/2010', 'range', '2008-01-01', '2010-12-31'],
    ['2024-05-12/2024-05-14', 'range', '2024-05-12', '2024-05-14'],
  ])('%s is a %s from %s to %s', (value, precision, first, last) => {
    expect(calendarDateOf(value, 'mid')).toEqual({
      value,
      precision,
      first,
      last,
      modifier: 'mid',
    });
  });

  it('of a time of day is its day', () => {
    expect(calendarDateOf('2024-05-12TMO')?.value).toBe('2024-05-12');
    expect(calendarDateOf('2024-05-12T18:00Z')).toEqual(calendarDateOf('2024-05-12'));
  });

  it.each([
    'P30D',
    'PAST_REF',
    'XXXX-WXX-1',
    'FY2009',
    '2023-02-29',
    '2024-13',
    '2024-00',
    '2023-W53',
    '2024-W00',
    '2024-Q5',
    '2010/2008',
    '2010/',
    '0999',
    '',
  ])('is not %s', (value) => expect(calendarDateOf(value)).toBeNull());

  it('of any day is that day, in a week that holds it and begins on a Monday', () => {
    fc.assert(
      fc.property(day, (iso) => {
        expect(calendarDateOf(iso)).toMatchObject({ first: iso, last: iso, precision: 'day' });
        const week = calendarDateOf(isoWeekOf(iso));
        expect(week && week.first <= iso && iso <= week.last).toBe(true);
        expect(daysSinceMonday(week?.first ?? '')).toBe(0);
        expect(addDays(week?.first ?? '', 6)).toBe(week?.last);
      }),
    );
  });

  it('is written from a year, a month and a day that the calendar has', () => {
    expect(dateValue(2024, 2, 29)).toBe('2024-02-29');
    expect(dateValue(2024, 2, null)).toBe('2024-02');
    expect(dateValue(2023, 2, 29)).toBeNull();
    expect(dateValue(2023, 13, null)).toBeNull();
    expect(dateValue(999, 1, 1)).toBeNull();
  });
});

it('dates stand in the order of what they mean: a whole before its parts and days', () => {
  const dateOf = (written: string): CalendarDate => {
    const [value = '', modifier = null] = written.split(' ');
    const isPart = modifier === 'start' || modifier === 'mid' || modifier === 'end';
    const date = calendarDateOf(value, isPart ? modifier : null);
    if (!date) throw new Error(`no date: ${written}`);
    return date;
  };
  const order = [
    '2020',
    '2020-08',
    '2020-08 start',
    '2020-08-05',
    '2020-08 mid',
    '2020-08-12',
    '2020-08 end',
    '2020-08-23',
    '2020-09',
  ];
  const sorted = order.toReversed().map(dateOf).toSorted(compareDates);
  expect(sorted).toEqual(order.map(dateOf));
});
