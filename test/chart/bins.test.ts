import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BIN_UNITS,
  binOf,
  labelOf,
  MAX_ROWS,
  planRows,
  toDate,
  toDay,
} from '../../src/chart/rows.ts';
import { anyChart, chartOf, dayPoint } from './charts.ts';

describe('the bins of a long timeline', () => {
  test.each([
    ['week', '2024-05-02', '2024-04-29', '2024-05-05', 'April 29 – May 5, 2024'],
    ['week', '1969-12-31', '1969-12-29', '1970-01-04', 'December 29, 1969 – January 4, 1970'],
    ['month', '2024-02-29', '2024-02-01', '2024-02-29', 'February 2024'],
    ['quarter', '2024-12-31', '2024-10-01', '2024-12-31', 'October – December 2024'],
    ['year', '2024-05-02', '2024-01-01', '2024-12-31', '2024'],
    ['decade', '2019-12-31', '2010-01-01', '2019-12-31', '2010–2019'],
    ['century', '1999-05-02', '1900-01-01', '1999-12-31', '1900–1999'],
    ['century', '9999-12-31', '9900-01-01', '9999-12-31', '9900–9999'],
  ] as const)('%s of %s: from %s to %s', (unit, day, first, last, label) => {
    const bin = binOf(toDay(day), unit);
    expect([toDate(bin.firstDay), toDate(bin.lastDay)]).toEqual([first, last]);
    expect(labelOf(bin, unit, 'en-US').replaceAll(/\s/gu, ' ')).toBe(label);
  });

  test('divide the calendar without a gap', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...BIN_UNITS),
        fc.integer({ min: -719_162, max: 2_890_000 }),
        (unit, day) => {
          const { firstDay, lastDay } = binOf(day, unit);
          expect(firstDay).toBeLessThanOrEqual(day);
          expect(lastDay).toBeGreaterThanOrEqual(day);
          expect(binOf(firstDay, unit)).toEqual(binOf(lastDay, unit));
          expect(binOf(lastDay + 1, unit).firstDay).toBe(lastDay + 1);
        },
      ),
    );
  });
});

describe('the rows of a chart', () => {
  const daily = (count: number, step: number) =>
    Array.from({ length: count }, (_, index) =>
      dayPoint(toDate(toDay('2024-01-01') + index * step)),
    );

  test.each([
    [24, 7, null],
    [25, 1, 'week'],
    [25, 7, 'month'],
    [100, 7, 'month'],
    [200, 7, 'quarter'],
    [400, 20, 'year'],
    [400, 200, 'decade'],
    [400, 3000, 'all'],
  ] as const)('of %i dates every %i days stand for: %s', (count, step, unit) => {
    const plan = planRows(chartOf(daily(count, step)));
    expect(plan.unit).toBe(unit);
    expect(plan.rows.length).toBeLessThanOrEqual(MAX_ROWS);
  });

  test('are the dates of the text, in its words, as long as there are few of them', () => {
    const may = dayPoint('2024-05-01', { last: '2024-05-31', label: 'in May' });
    const { rows } = planRows(chartOf([dayPoint('2024-05-01'), may, dayPoint('2024-05-01')]));
    expect(rows.map(({ label, points }) => `${label}: ${points.length}`)).toEqual([
      'May 1, 2024: 2',
      'in May: 1',
    ]);
  });

  test('do not make a year seem to be a week', () => {
    const year = dayPoint('2024-01-01', { last: '2024-12-31', label: '2024' });
    const { rows } = planRows(chartOf([...daily(40, 1), year]));
    expect(rows.find(({ label }) => label === '2024')?.points).toHaveLength(1);
  });

  test('hold every entry once, in order of their first days', () => {
    fc.assert(
      fc.property(anyChart, (chart) => {
        const { rows } = planRows(chart);
        const starts = rows.map(({ points }) => points[0].firstDay);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
        const shown = rows.flatMap(({ points }) => points.map(({ point }) => point));
        expect(shown).toHaveLength(chart.points.length);
        expect(new Set(shown)).toEqual(new Set(chart.points));
      }),
    );
  });
});
