import * as fc from 'fast-check';
import {
  buildTimelineChart,
  type ChartPoint,
  type ChartWords,
  type Role,
  type TimelineChart,
} from '../../src/commands/index.ts';
import { formatDate, LOCALES, type Locale } from '../../src/i18n/index.ts';
import { hostileText } from '../support/hostile-text.ts';

const ROLES: readonly Role[] = ['event', 'deadline', 'planned', 'report'];

/** Words that are a whole sentence. */
export function wordsOf(text: string): ChartWords {
  return { text, cutBefore: false, cutAfter: false };
}

/** An entry of one day that has words; everything else as told. */
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
    isDisputed: false,
    words: wordsOf('The bridge opened.'),
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

const SENTENCES = [
  'The city council voted on Tuesday to close the old harbour bridge for at least two years, and to build a ferry pier beside it instead.',
  '市议会周二表决，决定把旧港大桥至少关闭两年，并在旁边另建一座渡轮码头（预计2026年完工），费用由港口集团承担。',
];

/** So many entries of a chart have words at most. */
const NAMED = 8;

/** Days since 1 January 1970 as `YYYY-MM-DD`. */
export function toDate(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

function anyPoint(locale: Locale): fc.Arbitrary<ChartPoint> {
  return fc
    .record({
      day: anyDay,
      length: anyLength,
      role: fc.constantFrom(...ROLES),
      isDisputed: fc.boolean(),
      dateWords: fc.option(hostileText(6), { freq: 8 }),
      words: fc.record({
        text: fc.oneof(hostileText(60), fc.constantFrom(...SENTENCES)),
        cutBefore: fc.boolean(),
        cutAfter: fc.boolean(),
      }),
    })
    .map(({ day, length, role, isDisputed, dateWords, words }) => {
      const first = toDate(day);
      const last = toDate(Math.min(day + length, LATEST + 364));
      const label = dateWords ?? formatDate(first, locale);
      return { first, last, label, role, isDisputed, words };
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
  .map(({ points, ...rest }) =>
    buildTimelineChart({
      ...rest,
      points: points.map((each, index) => (index < NAMED ? each : { ...each, words: null })),
    }),
  );
