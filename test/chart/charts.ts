import * as fc from 'fast-check';
import { toDate } from '../../src/chart/rows.ts';
import type { Role } from '../../src/commands/index.ts';
import {
  buildTimelineChart,
  type ChartPoint,
  type TimelineChart,
} from '../../src/commands/index.ts';
import { formatDate, LOCALES, type Locale } from '../../src/i18n/index.ts';
import { hostileText } from '../support/hostile-text.ts';

const ROLES: readonly Role[] = ['event', 'deadline', 'planned', 'report'];

/** An entry of one day; everything else as told. */
export function dayPoint(
  date: string,
  more: Partial<ChartPoint> = {},
  locale: Locale = 'en-US',
): ChartPoint {
  return {
    first: date,
    last: date,
    label: formatDate(date, locale),
    role: 'event',
    sources: 1,
    isDisputed: false,
    ...more,
  };
}

/** A chart without a topic, in American English. */
export function chartOf(points: readonly ChartPoint[], undated = 0): TimelineChart {
  return buildTimelineChart({ locale: 'en-US', topic: null, points, undated });
}

/** 1 January of the years 1 and 9999, in days since 1 January 1970. */
const [EARLIEST, LATEST] = [-719_162, 2_932_531];

/** Days that crowd together, spread over some years, or lie anywhere in the calendar. */
const anyDay = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 18_500, max: 18_520 }) },
  { weight: 4, arbitrary: fc.integer({ min: 18_000, max: 19_500 }) },
  { weight: 1, arbitrary: fc.integer({ min: EARLIEST, max: LATEST }) },
);

const anyLength = fc.oneof(
  { weight: 5, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.constantFrom(6, 29, 30, 90, 364, 3651) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 5000 }) },
);

function anyPoint(locale: Locale): fc.Arbitrary<ChartPoint> {
  return fc
    .record({
      day: anyDay,
      length: anyLength,
      role: fc.constantFrom(...ROLES),
      sources: fc.integer({ min: 1, max: 40 }),
      isDisputed: fc.boolean(),
      words: fc.option(hostileText(6), { freq: 8 }),
    })
    .map(({ day, length, role, sources, isDisputed, words }) => {
      const first = toDate(day);
      const last = toDate(Math.min(day + length, LATEST + 364));
      const label = words ?? formatDate(first, locale);
      return { first, last, label, role, sources, isDisputed };
    });
}

/** Charts of every size and language, with titles and dates that no article would have. */
export const anyChart: fc.Arbitrary<TimelineChart> = fc
  .constantFrom(...LOCALES)
  .chain((locale) =>
    fc.record({
      locale: fc.constant(locale),
      topic: fc.option(hostileText()),
      points: fc.oneof(
        fc.array(anyPoint(locale), { maxLength: 12 }),
        fc.array(anyPoint(locale), { minLength: 25, maxLength: 150, size: 'max' }),
      ),
      undated: fc.nat(2000),
    }),
  )
  .map(buildTimelineChart);
