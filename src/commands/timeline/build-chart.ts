import type { Article } from '../../corpus/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { type Quote, QuoteError, verifyQuote } from '../../retrieval/index.ts';
import { shorten } from '../../shared/graphemes.ts';
import {
  type CalendarDate,
  daysBetween,
  meantDays,
  type TimelineEntry,
} from '../../timeline/index.ts';
import { commandMessages } from '../messages.ts';
import { GLANCE, shortenQuote } from '../short-quote.ts';
import { dateHeading } from './blocks.ts';
import type { ChartPoint, ChartWords, TimelineChart } from './chart.ts';
import { timelineMessages } from './messages.ts';

/** With fewer entries that have a date there is no time between them to be seen. */
const MIN_DATED = 2;

/**
 * The chart of all entries, or null where so few of them have a date that it would show nothing.
 *
 * @param main indices of the entries that tell the story, whose words it has.
 * @param topic what the timeline was narrowed to, as typed; null for none.
 */
export function timelinePicture(
  entries: readonly TimelineEntry[],
  main: ReadonlySet<number>,
  topic: string | null,
  articles: ReadonlyMap<string, Article>,
  locale: Locale,
): TimelineChart | null {
  const points = entries.flatMap((entry, index) => {
    if (entry.date === null) return [];
    const words = main.has(index) ? wordsOf(entry.reports[0].quote, articles) : null;
    return [pointOf(entry, entry.date, words, locale)];
  });
  if (points.length < MIN_DATED) return null;
  return buildTimelineChart({ locale, topic, points, undated: entries.length - points.length });
}

function pointOf(
  { role, conflicts }: TimelineEntry,
  date: CalendarDate,
  words: ChartWords | null,
  locale: Locale,
): ChartPoint {
  const label = dateHeading(date, locale);
  return { ...meantDays(date), label, role, isDisputed: conflicts.length > 0, words };
}

/** A date that opens a sentence, which stands beside the words already: "On Monday, ". */
const OPENING_LENGTH = 12;

/** The words of a quote that is read at a glance, cut from the article again; null where they differ. */
function wordsOf(quote: Quote, articles: ReadonlyMap<string, Article>): ChartWords | null {
  const article = articles.get(quote.articleId);
  if (!article) return null;
  try {
    verifyQuote(quote, articles);
    const short = shortenQuote(quote, article, GLANCE);
    const text = article.text.slice(short.start, short.end);
    const [mark] = short.marks;
    const date = mark && mark.start - short.start <= OPENING_LENGTH ? mark.end - short.start : 0;
    const skipped = date === 0 ? null : /^\s*[,，]\s*/u.exec(text.slice(date));
    return {
      text: skipped ? text.slice(date + skipped[0].length) : text,
      cutBefore: short.cutBefore || skipped !== null,
      cutAfter: short.cutAfter,
    };
  } catch (error) {
    // The reply has the same quote: it is refused there, and the log says why.
    if (error instanceof QuoteError) return null;
    throw error;
  }
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
  const { kept, aside } = withoutStrays(points.toSorted(byDate));
  const chart = {
    locale,
    title: messages.heading(topic),
    summary: summaryOf(points.length, undated, locale),
    ...messages.picture,
    aside: aside.length === 0 ? null : asideOf(aside, locale),
    points: kept,
  };
  return { ...chart, description: describeChart(chart) };
}

/** What more than this share of the entries lies far from is no story, and nothing is put aside. */
const MOST_ASIDE = 1 / 5;

/** An entry without words is far off where it lies so many times the length of the story outside of it. */
const FAR = 1;

/** And no nearer than so many days, so that a story of one day has a week around it. */
const LEAST_FAR_DAYS = 7;

/**
 * The entries without those far from all that have words: the year of an old law would leave a story
 * of three months no room.
 */
function withoutStrays(points: readonly ChartPoint[]) {
  const named = points.filter(({ words }) => words !== null);
  const [{ first } = { first: '' }] = named;
  if (named.length === 0) return { kept: points, aside: [] };
  const last = named.reduce((latest, each) => (each.last > latest ? each.last : latest), first);
  const far = Math.max(LEAST_FAR_DAYS, FAR * daysBetween(first, last));
  const isFar = (point: ChartPoint) =>
    point.words === null &&
    ((point.first < first && daysBetween(point.first, first) > far) ||
      (point.last > last && daysBetween(last, point.last) > far));
  const aside = points.filter(isFar);
  if (aside.length > MOST_ASIDE * points.length) return { kept: points, aside: [] };
  return { kept: points.filter((point) => !isFar(point)), aside };
}

/** So many of those far off are named by their dates. */
const NAMED_ASIDE = 3;

function asideOf(points: readonly ChartPoint[], locale: Locale): string {
  const labels = [...new Set(points.map(({ label }) => label))];
  const named = labels.slice(0, NAMED_ASIDE);
  if (named.length < labels.length) named.push('…');
  const { aside, listSeparator } = { ...timelineMessages[locale], ...commandMessages[locale] };
  return aside(points.length, named.join(listSeparator));
}

function summaryOf(dated: number, undated: number, locale: Locale): string {
  const { entryCount, summary, undatedCount } = timelineMessages[locale];
  const entries = entryCount(dated + undated);
  return undated === 0 ? entries : summary(entries, undatedCount(undated));
}

function byDate(a: ChartPoint, b: ChartPoint): number {
  return a.first.localeCompare(b.first) || a.last.localeCompare(b.last);
}

/** Discord allows so many characters for the description of an attachment; here UTF-16 units. */
const MAX_DESCRIPTION_LENGTH = 1024;

/** A topic can have a thousand characters, and the entries are worth more. */
const MAX_TITLE_LENGTH = 200;

/**
 * A chart in words of the reader's language: how many entries it has, then each that has words of its
 * own, as many as fit into {@link MAX_DESCRIPTION_LENGTH}, and how many others there are.
 */
function describeChart(chart: Omit<TimelineChart, 'description'>): string {
  const { sentenceSeparator, opening, entry, andMore } = timelineMessages[chart.locale].description;
  const { listSeparator } = commandMessages[chart.locale];
  const named = chart.points.flatMap(({ words, label, role, isDisputed }) => {
    if (words === null) return [];
    const kind = [chart.legend[role], ...(isDisputed ? [chart.disputed] : [])].join(listSeparator);
    const { text, cutBefore, cutAfter } = words;
    return [entry(label, kind, `${cutBefore ? '… ' : ''}${oneLine(text)}${cutAfter ? ' …' : ''}`)];
  });
  const closing = (left: number) => (left === 0 ? [] : [andMore(left)]);
  const written = [opening(shorten(oneLine(chart.title), MAX_TITLE_LENGTH), chart.summary)];
  let left = chart.points.length;
  for (const text of named) {
    const longer = [...written, text, ...closing(left)].join(sentenceSeparator);
    if (longer.length > MAX_DESCRIPTION_LENGTH) break;
    written.push(text);
    left -= 1;
  }
  return [...written, ...closing(left)].join(sentenceSeparator);
}

/** Controls, direction marks and halves of surrogate pairs out, white space as single spaces. */
function oneLine(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, '')
    .trim();
}
