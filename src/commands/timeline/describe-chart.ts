import { graphemesOf } from '../../shared/graphemes.ts';
import { commandMessages } from '../messages.ts';
import type { ChartPoint, TimelineChart } from './chart.ts';
import { timelineMessages } from './messages.ts';

/** Discord allows so many characters for the description of an attachment; here UTF-16 units. */
export const MAX_DESCRIPTION_LENGTH = 1024;

/** A topic can have a thousand characters, and the entries are worth more. */
const MAX_TITLE_LENGTH = 200;

/**
 * A chart in words of the reader's language: how many entries it has, then each date with its
 * entries, complete when that fits into {@link MAX_DESCRIPTION_LENGTH}. Otherwise it ends before a
 * date, and says how many entries it leaves out.
 */
export function describeChart(chart: Omit<TimelineChart, 'description'>): string {
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

function shorten(text: string, maxUnits: number): string {
  if (text.length <= maxUnits) return text;
  const cut = text.slice(0, maxUnits);
  const last = graphemesOf(cut).containing(cut.length - 1);
  return `${cut.slice(0, last?.index ?? 0)}…`;
}
