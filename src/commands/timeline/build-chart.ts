import type { Locale } from '../../i18n/index.ts';
import { shorten } from '../../shared/graphemes.ts';
import { type CalendarDate, meantDays, type TimelineEntry } from '../../timeline/index.ts';
import { commandMessages } from '../messages.ts';
import { dateHeading } from './blocks.ts';
import type { ChartPoint, TimelineChart } from './chart.ts';
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
    label: dateHeading(date, locale),
    role: entry.role,
    sources: articleIdsOf(entry).size,
    isDisputed: entry.conflicts.length > 0,
  };
}

/** What {@link buildTimelineChart} needs. */
interface ChartFacts {
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

/** Discord allows so many characters for the description of an attachment; here UTF-16 units. */
const MAX_DESCRIPTION_LENGTH = 1024;

/** A topic can have a thousand characters, and the entries are worth more. */
const MAX_TITLE_LENGTH = 200;

/**
 * A chart in words of the reader's language: how many entries it has, then each date with its
 * entries, complete when that fits into {@link MAX_DESCRIPTION_LENGTH}. Otherwise it ends before a
 * date, and says how many entries it leaves out.
 */
function describeChart(chart: Omit<TimelineChart, 'description'>): string {
  const messages = timelineMessages[chart.locale].description;
  const opening = messages.opening(shorten(oneLine(chart.title), MAX_TITLE_LENGTH), chart.summary);
  const dates = groupByLabel(chart.points).map((points) => ({
    text: dateSentence(points, chart),
    count: points.length,
  }));
  const whole = [opening, ...dates.map(({ text }) => text)].join(messages.sentenceSeparator);
  if (whole.length <= MAX_DESCRIPTION_LENGTH) return whole;
  const closing = (left: number) => messages.sentenceSeparator + messages.andMore(left);
  const room = MAX_DESCRIPTION_LENGTH - closing(chart.points.length).length;
  let text = opening;
  let left = chart.points.length;
  for (const date of dates) {
    const longer = text + messages.sentenceSeparator + date.text;
    if (longer.length > room) break;
    text = longer;
    left -= date.count;
  }
  return text + closing(left);
}

/** Neighbours with the same date in words. */
function groupByLabel(points: readonly ChartPoint[]): ChartPoint[][] {
  const groups: ChartPoint[][] = [];
  for (const point of points) {
    const group = groups.at(-1);
    if (group?.[0]?.label === point.label) group.push(point);
    else groups.push([point]);
  }
  return groups;
}

function dateSentence(
  points: readonly ChartPoint[],
  { legend, disputed, locale }: Omit<TimelineChart, 'description'>,
): string {
  const { articleCount, description } = timelineMessages[locale];
  const { entry, times, date } = description;
  const { listSeparator } = commandMessages[locale];
  const counts = new Map<string, number>();
  for (const point of points) {
    const articles = articleCount(point.sources);
    const details = point.isDisputed ? [articles, disputed] : [articles];
    const text = entry(legend[point.role], details.join(listSeparator));
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const entries = Array.from(counts, ([text, count]) => (count === 1 ? text : times(text, count)));
  return date(points[0]?.label ?? '', entries.join(listSeparator));
}

/** Controls, direction marks and halves of surrogate pairs out, white space as single spaces. */
function oneLine(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, '')
    .trim();
}
