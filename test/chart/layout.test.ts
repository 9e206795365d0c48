import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createFontLoader, type Fonts, fontTextOf } from '../../src/chart/index.ts';
import { type Layout, layOutChart } from '../../src/chart/layout.ts';
import { type Mark, ringRadius } from '../../src/chart/marks.ts';
import { ASCENT, DESCENT, type PlacedText } from '../../src/chart/text-line.ts';
import type { TimelineChart } from '../../src/commands/index.ts';
import { anyChart, chartOf, dayPoint } from './charts.ts';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function boxOfText({ line, x, baseline }: PlacedText): Box {
  const { size, width } = line;
  return {
    left: x,
    right: x + width,
    top: baseline - ASCENT * size,
    bottom: baseline + DESCENT * size,
  };
}

function boxOfMark({ x, y, radius }: Mark): Box {
  const reach = ringRadius(radius);
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
}

/** All that may not cover one another. */
function boxesOf({ heading, rows, aside, legend }: Layout): Box[] {
  return [
    ...heading.map(boxOfText),
    ...rows.flatMap(({ label, words, mark }) => [
      ...[label, ...words].map(boxOfText),
      boxOfMark(mark),
    ]),
    ...(aside ? [boxOfText(aside)] : []),
    ...legend.flatMap(({ sign, text }) => [
      boxOfText(text),
      ...(sign.kind === 'mark' ? [boxOfMark(sign.mark)] : []),
    ]),
  ].filter(({ left, right }) => right > left);
}

/** A hundredth of a pixel, for sums of fractions. */
const TOLERANCE = 0.01;

function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.right - TOLERANCE &&
    other.left < one.right - TOLERANCE &&
    one.top < other.bottom - TOLERANCE &&
    other.top < one.bottom - TOLERANCE
  );
}

describe('a picture', () => {
  const load = createFontLoader();
  const layOut = async (chart: TimelineChart) => layOutChart(chart, await load(fontTextOf(chart)));
  const always = (check: (layout: Layout, chart: TimelineChart) => void) =>
    fc.assert(
      fc.asyncProperty(anyChart, async (chart) => check(await layOut(chart), chart)),
      { numRuns: 60 },
    );
  let fonts: Fonts;

  beforeAll(async () => {
    fonts = await load(fontTextOf(chartOf([dayPoint('2024-05-02')])));
  });

  test('never has words or marks on top of one another', () =>
    always((layout) => {
      const boxes = boxesOf(layout);
      const clashes = boxes.flatMap((box, index) =>
        boxes.slice(index + 1).filter((other) => overlap(box, other)),
      );
      expect(clashes).toEqual([]);
    }));

  test('has everything inside of its edges', () =>
    always((layout) => {
      const { width, height, axis } = layout;
      const outside = boxesOf(layout).filter(
        ({ left, top, right, bottom }) =>
          !(left >= 0 && top >= 0 && right <= width && bottom <= height),
      );
      expect(outside).toEqual([]);
      for (const range of axis?.ranges ?? []) {
        expect(range.x).toBeGreaterThan(20);
        expect(range.top).toBeGreaterThanOrEqual(axis?.top ?? Number.NaN);
        expect(range.bottom).toBeLessThanOrEqual((axis?.bottom ?? Number.NaN) + TOLERANCE);
      }
    }));

  test('has a row for every entry with words, and a tick on the axis for all others', () =>
    always(({ rows, axis }, { points }) => {
      const named = points.filter(({ words }) => words !== null);
      expect(rows).toHaveLength(named.length);
      if (!axis) return;
      const others = points.filter(({ words }) => words === null);
      expect(axis.ticks).toHaveLength(new Set(others.map(({ first }) => first)).size);
      for (const y of axis.ticks) {
        expect(y).toBeGreaterThanOrEqual(axis.top - TOLERANCE);
        expect(y).toBeLessThanOrEqual(axis.bottom + TOLERANCE);
      }
    }));

  test('runs from top to bottom in order of date', () =>
    always(({ rows, axis }) => {
      const series = [
        rows.map(({ mark }) => mark.y),
        axis?.connectors.map(({ fromY }) => fromY) ?? [],
        axis?.connectors.map(({ toY }) => toY) ?? [],
        axis?.days ?? [],
      ];
      for (const places of series) expect(places).toEqual(sorted(places));
    }));

  test('has an axis that is to scale', () => {
    const dates = ['2024-05-01', '2024-05-11', '2024-05-12', '2024-05-31'];
    const { axis, rows } = layOutChart(chartOf(dates.map((date) => dayPoint(date))), fonts);
    const { top = 0, bottom = 0, days = [] } = axis ?? {};
    expect(top).toBe(rows[0]?.mark.y);
    expect(bottom).toBe(rows[3]?.mark.y);
    expect(days.map((y) => Math.round(((y - top) / (bottom - top)) * 30))).toEqual([0, 10, 11, 30]);
  });

  test('cuts one long time without entries short, and all beside it stays to scale', () => {
    const before = ['2008-03-01', '2008-03-21'];
    const after = ['2020-08-01', '2020-08-11', '2020-08-31'];
    const dates = [...before, ...after].map((date) => dayPoint(date));
    const { axis, legend } = layOutChart(chartOf(dates), fonts);
    const { top = 0, bottom = 0, days = [], gap } = axis ?? {};
    expect([days[0], days[4]]).toEqual([top, bottom]);
    expect(gap).toEqual({ top: days[1], bottom: days[2] });
    expect(((gap?.bottom ?? 0) - (gap?.top ?? 0)) / (bottom - top)).toBeCloseTo(1 / 10);
    const lengths = days.slice(1).map((y, index) => y - (days[index] ?? 0));
    const [twenty = 0, , ten = 0, other = 0] = lengths;
    expect(ten).toBeCloseTo(twenty / 2);
    expect(other).toBeCloseTo(twenty);
    expect(legend.filter(({ sign }) => sign.kind === 'gap')).toHaveLength(1);
  });

  test.each([
    ['two days, with nothing beside them', ['2008-03-01', '2020-08-01']],
    ['a gap that leaves the rest a quarter', ['2024-01-01', '2024-01-26', '2024-04-10']],
  ])('is to scale throughout for %s', (_, dates) => {
    const { axis, legend } = layOutChart(chartOf(dates.map((date) => dayPoint(date))), fonts);
    expect(axis?.gap).toBeNull();
    expect(legend.some(({ sign }) => sign.kind === 'gap')).toBe(false);
  });

  test('never cuts the time that an entry may lie in', () => {
    const decade = dayPoint('2010-01-01', { last: '2019-12-31', label: '2010s' });
    const years = [decade, dayPoint('2010-01-02'), dayPoint('2019-12-30'), dayPoint('2019-12-31')];
    expect(layOutChart(chartOf(years), fonts).axis?.gap).toBeNull();
  });

  test('shows a month as a bar as long as the month, and a day as a point', () => {
    const may = dayPoint('2024-05-01', { last: '2024-05-31', label: 'May' });
    const { axis } = layOutChart(chartOf([may, dayPoint('2024-06-30')]), fonts);
    const { top = 0, bottom = 0, ranges = [], days = [] } = axis ?? {};
    expect(days).toEqual([bottom]);
    expect(ranges).toHaveLength(1);
    const length = (ranges[0]?.bottom ?? 0) - (ranges[0]?.top ?? 0);
    expect((length / (bottom - top)) * 60).toBeCloseTo(30);
  });

  test('has bars of overlapping times beside one another', () => {
    const summer = { last: '2024-08-31', label: 'Summer' } as const;
    const august = { last: '2024-08-31', label: 'August' } as const;
    const chart = chartOf([dayPoint('2024-06-01', summer), dayPoint('2024-08-01', august)]);
    const [one, other] = layOutChart(chart, fonts).axis?.ranges ?? [];
    expect(one?.x).not.toBe(other?.x);
  });

  test('explains only what it has: the roles of its rows, and ticks where there are some', () => {
    const kinds = (chart: TimelineChart) =>
      layOutChart(chart, fonts).legend.map(({ sign }) => sign.kind);
    const [one, other] = [dayPoint('2024-05-01'), dayPoint('2024-05-09')];
    expect(kinds(chartOf([one, other]))).toEqual(['mark']);
    const between = dayPoint('2024-05-05', { role: 'report', words: null });
    expect(kinds(chartOf([one, between, other]))).toEqual(['mark', 'tick']);
  });

  test('tells roles by shape as well as by colour, and puts a ring around what is disputed', () => {
    const roles = ['event', 'deadline', 'planned', 'report'] as const;
    const chart = chartOf(
      roles.map((role) => dayPoint('2024-05-01', { role, isDisputed: role === 'report' })),
    );
    const marks = layOutChart(chart, fonts).rows.map(({ mark }) => mark);
    expect(new Set(marks.map(({ shape }) => shape)).size).toBe(4);
    expect(new Set(marks.map(({ colour }) => colour)).size).toBe(4);
    expect(marks.map(({ hasRing }) => hasRing)).toEqual([false, false, false, true]);
  });

  test('has no axis where there is nothing to compare', () => {
    const { axis, rows, legend } = layOutChart(chartOf([dayPoint('2024-05-01')]), fonts);
    expect(axis).toBeNull();
    expect(rows).toHaveLength(1);
    expect(legend).toHaveLength(1);
  });

  test('can be made of a chart without a date', () => {
    const { rows, heading, height } = layOutChart(chartOf([], 3), fonts);
    expect(rows).toEqual([]);
    expect(heading).toHaveLength(2);
    expect(height).toBeGreaterThan(100);
  });
});

function sorted(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b);
}
