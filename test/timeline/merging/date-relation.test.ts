import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, calendarDateOf } from '../../../src/timeline/calendar-date.ts';
import { gapInDays, relateDates } from '../../../src/timeline/merging/date-relation.ts';
import { dateOf } from '../../support/timeline-entries.ts';

function month(number: number, modifier: CalendarDate['modifier'] = null): CalendarDate {
  const date = calendarDateOf(`2024-${String(number).padStart(2, '0')}`);
  if (!date) throw new RangeError(`no month: ${number}`);
  return { ...date, modifier };
}

const day = (iso: string) => dateOf(iso);

describe('two dates', () => {
  it.each([
    ['a day and the same day', day('2024-08-23'), day('2024-08-23'), 'same'],
    ['a month and a day in it', month(8), day('2024-08-23'), 'within'],
    ['the end of a month and a day near its end', month(8, 'end'), day('2024-08-29'), 'within'],
    [
      'the end of a month and a day of its last third, nearly',
      month(8, 'end'),
      day('2024-08-19'),
      'within',
    ],
    ['the end of a month and its first days', month(8, 'end'), day('2024-08-05'), 'apart'],
    ['early and late in a month', month(8, 'start'), month(8, 'end'), 'apart'],
    ['the middle of a month and its 15th', month(8, 'mid'), day('2024-08-15'), 'within'],
    ['a month and a part of it', month(8), month(8, 'end'), 'within'],
    ['two months', month(8), month(9), 'apart'],
    ['two days', day('2024-09-15'), day('2024-09-20'), 'apart'],
    ['a day and none', day('2024-09-15'), null, 'open'],
  ] as const)('%s', (_, one, other, expected) => {
    expect(relateDates(one, other)).toBe(expected);
    expect(relateDates(other, one)).toBe(expected);
  });

  it('are as far apart as the days between them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (days) => {
        const later = addDays('2024-01-10', days);
        expect(gapInDays(day('2024-01-10'), day(later))).toBe(days);
        expect(gapInDays(day(later), day('2024-01-10'))).toBe(days);
      }),
    );
    expect(gapInDays(month(8, 'end'), month(9))).toBe(1);
    expect(gapInDays(month(8), day('2024-08-23'))).toBe(0);
  });
});
