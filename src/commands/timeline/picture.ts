import type { Locale } from '../../i18n/index.ts';
import { type CalendarDate, meantDays, type TimelineEntry } from '../../timeline/index.ts';
import { dateHeading } from './blocks.ts';
import { buildTimelineChart } from './build-chart.ts';
import type { ChartPoint, TimelineChart } from './chart.ts';

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
export function articleIdsOf({ tellings }: TimelineEntry): ReadonlySet<string> {
  return new Set(
    tellings.flatMap(({ quote, echoes }) => [quote, ...echoes].map(({ articleId }) => articleId)),
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
