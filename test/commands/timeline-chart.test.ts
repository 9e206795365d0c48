import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildTimelineChart, type ChartPoint } from '../../src/commands/index.ts';
import { formatDate, LOCALES, type Locale } from '../../src/i18n/index.ts';
import { hostileText } from '../support/hostile-text.ts';

function point(date: string, locale: Locale, more: Partial<ChartPoint> = {}): ChartPoint {
  return {
    first: date,
    last: date,
    label: formatDate(date, locale),
    role: 'event',
    isDisputed: false,
    words: { text: 'The bridge opened.', cutBefore: false, cutAfter: false },
    ...more,
  };
}

function harbour(locale: Locale, topic: string | null = null) {
  return buildTimelineChart({
    locale,
    topic,
    points: [
      point('2024-06-30', locale, { role: 'deadline', isDisputed: true }),
      point('2024-05-02', locale),
      point('2024-05-02', locale, { role: 'report', words: null }),
    ],
    undated: 1,
  });
}

describe('the chart of a timeline', () => {
  test('has its entries in order of date, and those of a day in the order they came in', () => {
    const { points } = harbour('en-GB');
    expect(points.map(({ first, role }) => `${first} ${role}`)).toEqual([
      '2024-05-02 event',
      '2024-05-02 report',
      '2024-06-30 deadline',
    ]);
  });

  test('has a month after the first day of that month', () => {
    const month = { last: '2024-05-31', label: 'May' } as const;
    const points = [point('2024-05-01', 'en-GB', month), point('2024-05-01', 'en-GB')];
    const chart = buildTimelineChart({ locale: 'en-GB', topic: null, points, undated: 0 });
    expect(chart.points.map(({ last }) => last)).toEqual(['2024-05-01', '2024-05-31']);
  });

  test('counts entries without a date, and says nothing of them where there are none', () => {
    expect(harbour('en-GB').summary).toBe('4 entries, 1 undated');
    const one = { locale: 'en-GB', topic: null, points: [point('2024-05-02', 'en-GB')] } as const;
    expect(buildTimelineChart({ ...one, undated: 0 }).summary).toBe('1 entry');
  });

  test('puts aside what is far from all that tell the story, and says so', () => {
    const build = (...points: readonly ChartPoint[]) =>
      buildTimelineChart({ locale: 'en-GB', topic: null, points, undated: 0 });
    const story = [point('2023-05-02', 'en-GB'), point('2023-07-02', 'en-GB')] as const;
    const far = point('1873-01-01', 'en-GB', { label: '1873', words: null });
    const near = ['2023-08-20', '2023-08-21', '2023-08-22'].map((date) =>
      point(date, 'en-GB', { words: null }),
    );
    const chart = build(...story, far, ...near);
    expect(chart.points).toEqual([...story, ...near]);
    expect(chart.aside).toBe('Far off, not drawn: 1 entry (1873)');
    expect(chart.summary).toBe('6 entries');
    // What tells the story itself stays, however far off.
    const old = { ...far, words: story[0].words };
    expect(build(...story, ...near, old).aside).toBeNull();
    // Where many are far off, they are part of it.
    expect(build(...story, far, far).aside).toBeNull();
  });

  test('is plain data, which a thread can be sent', () => {
    const chart = harbour('zh-TW');
    expect(structuredClone(chart)).toEqual(chart);
  });
});

describe('the description of a chart', () => {
  test.each([
    [
      'en-US',
      'Timeline: ferry. 4 entries, 1 undated. May 2, 2024 (event): “The bridge opened.” Jun 30, 2024 (deadline, sources disagree): “The bridge opened.” And 1 more.',
    ],
    [
      'zh-CN',
      '时间线：ferry。共 4 项，其中 1 项日期不详。2024年5月2日（事件）：“The bridge opened.”2024年6月30日（截止日期、来源说法不一）：“The bridge opened.”另有 1 项。',
    ],
    [
      'zh-TW',
      '時間軸：ferry。共 4 項，其中 1 項日期不詳。2024年5月2日（事件）：「The bridge opened.」2024年6月30日（截止日期、來源說法不一）：「The bridge opened.」另有 1 項。',
    ],
  ] as const)('says in %s all that the picture shows', (locale, words) => {
    expect(harbour(locale, 'ferry').description).toBe(words);
  });

  test('says how many entries it leaves out, and leaves out no more than it must', () => {
    const text = 'The bridge opened again. '.repeat(10).trim();
    const words = { text, cutBefore: false, cutAfter: true };
    const points = [1, 2, 3, 4, 5, 6].map((day) => point(`2024-05-0${day}`, 'en-GB', { words }));
    const { description } = buildTimelineChart({
      locale: 'en-GB',
      topic: null,
      points,
      undated: 0,
    });
    expect(description.match(/\(event\)/gu)).toHaveLength(3);
    expect(description).toMatch(/ …” And 3 more\.$/u);
    expect(description.length).toBeLessThanOrEqual(1024);
  });

  test('fits into what Discord allows, on one line and without what cannot be shown', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LOCALES),
        fc.option(hostileText(80)),
        fc.array(fc.integer({ min: 1000, max: 9999 }), { maxLength: 200 }),
        (locale, topic, years) => {
          const points = years.map((year) => point(`${year}-02-03`, locale));
          const { description } = buildTimelineChart({ locale, topic, points, undated: 3 });
          expect(description.length).toBeLessThanOrEqual(1024);
          expect(description).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
        },
      ),
    );
  });
});
