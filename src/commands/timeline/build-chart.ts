import type { Locale } from '../../i18n/index.ts';
import { type CalendarDate, meantDays, type TimelineEntry } from '../../timeline/index.ts';
import { dateHeading } from './blocks.ts';
import type { ChartPoint, TimelineChart } from './chart.ts';
import { describeChart } from './describe-chart.ts';
import { timelineMessages } from './messages.ts';

/** With fewer entries that have a date there is no time between them to be seen. */
const MIN_DATED = 2;

/**
 * The chart of all entries, or null where so few of them have a date that it would show nothing.
 *
 * @param topic what the timeline was narrowed to, as typed; null for none.
 */
export function timelinePicture(
  entries: readonly TimelineEntry[],
  topic: string | null,
  locale: Locale,
): TimelineChart | null {
  const points = entries.flatMap((entry) =>
    entry.date === null ? [] : [pointOf(entry, entry.date, locale)],
  );
  if (points.length < MIN_DATED) return null;
  return buildTimelineChart({ locale, topic, points, undated: entries.length - points.length });
}

/** The articles that tell an entry. */
export function articleIdsOf({ reports }: TimelineEntry): ReadonlySet<string> {
  return new Set(
    reports.flatMap(({ quote, duplicates }) =>
      [quote, ...duplicates].map(({ articleId }) => articleId),
    ),
  );
}

function pointOf(entry: TimelineEntry, date: CalendarDate, locale: Locale): ChartPoint {
  return {
    ...meantDays(date),
    precision: date.precision,
    label: dateHeading(date, locale),
    role: entry.role,
    sources: articleIdsOf(entry).size,
    isDisputed: entry.conflicts.length > 0,
  };
}

/** What {@link buildTimelineChart} needs. */
export interface ChartFacts {
  readonly locale: Locale;
  /** What the timeline was narrowed to, as typed; null for none. */
  readonly topic: string | null;
  /** In any order. */
  readonly points: readonly ChartPoint[];
  readonly undated: number;
}

/** Entries as a chart, with its words in the reader's language. */
export function buildTimelineChart({ locale, topic, points, undated }: ChartFacts): TimelineChart {
  const messages = timelineMessages[locale];
  const chart = {
    locale,
    title: messages.heading(topic),
    summary: summaryOf(points.length, undated, locale),
    ...messages.picture,
    sizes: sizesOf(points, locale),
    points: points.toSorted(byDate),
    undated,
  };
  return { ...chart, description: describeChart(chart) };
}

function summaryOf(dated: number, undated: number, locale: Locale): string {
  const { entryCount, summary, undatedCount } = timelineMessages[locale];
  const entries = entryCount(dated + undated);
  return undated === 0 ? entries : summary(entries, undatedCount(undated));
}

/** The smallest and the largest number of articles. */
function sizesOf(points: readonly ChartPoint[], locale: Locale): TimelineChart['sizes'] {
  const counts = points.map(({ sources }) => sources);
  const ends = new Set([
    counts.reduce((a, b) => Math.min(a, b), Infinity),
    counts.reduce((a, b) => Math.max(a, b), 0),
  ]);
  return points.length === 0
    ? []
    : [...ends].map((sources) => ({
        sources,
        label: timelineMessages[locale].articleCount(sources),
      }));
}

function byDate(a: ChartPoint, b: ChartPoint): number {
  return a.first.localeCompare(b.first) || a.last.localeCompare(b.last);
}
