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
    sources: 1,
    isDisputed: false,
    ...more,
  };
}

function harbour(locale: Locale, topic: string | null = null) {
  return buildTimelineChart({
    locale,
    topic,
    points: [
      point('2024-06-30', locale, { role: 'deadline', isDisputed: true, sources: 2 }),
      point('2024-05-02', locale, { sources: 3 }),
      point('2024-05-02', locale, { role: 'report' }),
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

  test('explains the smallest and the largest number of sources, once where they are equal', () => {
    expect(harbour('en-GB').sizes).toEqual([
      { sources: 1, label: '1 article' },
      { sources: 3, label: '3 articles' },
    ]);
    const one = { locale: 'en-GB', topic: null, points: [point('2024-05-02', 'en-GB')] } as const;
    expect(buildTimelineChart({ ...one, undated: 0 }).sizes).toHaveLength(1);
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
      'Timeline: ferry. 4 entries, 1 undated. May 2, 2024: event (3 articles), report (1 article). Jun 30, 2024: deadline (2 articles, sources disagree).',
    ],
    [
      'en-GB',
      'Timeline: ferry. 4 entries, 1 undated. 2 May 2024: event (3 articles), report (1 article). 30 Jun 2024: deadline (2 articles, sources disagree).',
    ],
    [
      'zh-CN',
      '时间线：ferry。共 4 项，其中 1 项日期不详。2024年5月2日：事件（3 篇文章）、报道（1 篇文章）。2024年6月30日：截止日期（2 篇文章、来源说法不一）。',
    ],
    [
      'zh-TW',
      '時間軸：ferry。共 4 項，其中 1 項日期不詳。2024年5月2日：事件（3 篇文章）、報導（1 篇文章）。2024年6月30日：截止日期（2 篇文章、來源說法不一）。',
    ],
  ] as const)('says in %s all that the picture shows', (locale, words) => {
    expect(harbour(locale, 'ferry').description).toBe(words);
  });

  test.each([
    ['en-GB', '2 May 2024: 3 × event (1 article), report (1 article).'],
    ['zh-CN', '2024年5月2日：3 × 事件（1 篇文章）、报道（1 篇文章）。'],
  ] as const)('says the same of several entries of a date once, in %s', (locale, words) => {
    const same = point('2024-05-02', locale);
    const points = [same, { ...same, role: 'report' } as const, same, same];
    const { description } = buildTimelineChart({ locale, topic: null, points, undated: 0 });
    expect(description.endsWith(words)).toBe(true);
  });

  test('says how many entries it leaves out, and leaves out no more than it must', () => {
    const days = Array.from({ length: 28 }, (_, day) => String(day + 1).padStart(2, '0'));
    const points = days.flatMap((day) => [
      point(`2024-05-${day}`, 'en-US'),
      point(`2024-05-${day}`, 'en-US', { role: 'planned' }),
    ]);
    const build = (some: readonly ChartPoint[]) =>
      buildTimelineChart({ locale: 'en-US', topic: null, points: some, undated: 0 }).description;
    const description = build(points);
    const left = Number(/ And (\d+) more\.$/u.exec(description)?.[1]);
    expect(description.match(/event/gu)).toHaveLength(28 - left / 2);
    expect(description.length).toBeLessThanOrEqual(1024);
    expect(
      description.length + ' May 28, 2024: event (1 article), planned (1 article).'.length,
    ).toBeGreaterThan(1024);
    expect(build(points.slice(0, 20))).not.toContain('more');
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
