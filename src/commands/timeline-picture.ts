import type { Locale } from '../i18n/index.ts';
import { addDays, type CalendarDate, daysBetween, type TimelineEntry } from '../timeline/index.ts';
import { buildTimelineChart } from './build-timeline-chart.ts';
import { dateHeading } from './timeline-blocks.ts';
import type { ChartPoint, TimelineChart } from './timeline-chart.ts';

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
    ...daysOf(date),
    precision: date.precision,
    label: dateHeading(date, locale),
    role: entry.role,
    sources: articleIdsOf(entry).size,
    isDisputed: entry.conflicts.length > 0,
  };
}

/**
 * The first and the last day that are meant: a third of what "early", "mid" or "late" stands before,
 * rounded to whole days so that it never seems narrower than it was said. A day and a range have no
 * parts, as in their labels.
 */
function daysOf({
  first,
  last,
  precision,
  modifier,
}: CalendarDate): Pick<ChartPoint, 'first' | 'last'> {
  if (modifier === null || precision === 'day' || precision === 'range') return { first, last };
  const third = (daysBetween(first, last) + 1) / 3;
  switch (modifier) {
    case 'start':
      return { first, last: addDays(first, Math.ceil(third) - 1) };
    case 'mid':
      return {
        first: addDays(first, Math.floor(third)),
        last: addDays(last, -Math.floor(third)),
      };
    case 'end':
      return { first: addDays(last, 1 - Math.ceil(third)), last };
  }
}
