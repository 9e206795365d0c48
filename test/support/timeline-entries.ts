import type { Article } from '../../src/corpus/index.ts';
import type { Library } from '../../src/library/index.ts';
import type { Quote } from '../../src/retrieval/index.ts';
import type { CalendarDate, EventReport, TimelineEntry } from '../../src/timeline/index.ts';
import { fakeLibrary, quoteOf, storyArticle } from './fake-library.ts';

/** The date of a day, or of a month with its days filled in for a test. */
export function dateOf(value: string, fields: Partial<CalendarDate> = {}): CalendarDate {
  const isDay = value.length === 10;
  return {
    value,
    precision: isDay ? 'day' : 'month',
    first: isDay ? value : `${value}-01`,
    last: isDay ? value : `${value}-28`,
    modifier: null,
    ...fields,
  };
}

/** A report of an event, without duplicates where none are given. */
export function reportOf(
  quote: Quote,
  date: CalendarDate | null,
  duplicates: readonly Quote[] = [],
): EventReport {
  return { quote, date, duplicates };
}

/** An entry of the given reports: an event of middling weight without conflicts. */
export function entryOf(
  date: CalendarDate | null,
  reports: readonly [EventReport, ...EventReport[]],
  fields: Partial<TimelineEntry> = {},
): TimelineEntry {
  return { date, role: 'event', reports, conflicts: [], updates: [], weight: 0.5, ...fields };
}

/** A library whose timeline has exactly these entries. */
export function timelineLibrary(
  articles: readonly Article[],
  entries: readonly TimelineEntry[],
): Library {
  return fakeLibrary(articles, {}, {}, { timeline: async () => entries }).library;
}

/** A story with an entry for each of `count` months, each told by one sentence with its date marked. */
export function monthlyStory(
  count: number,
  fields: (index: number) => Partial<TimelineEntry> = () => ({}),
  sentence: (month: string, index: number) => string = (month) =>
    `In ${month} the bridge was painted anew.`,
): { readonly article: Article; readonly entries: readonly TimelineEntry[] } {
  const months = Array.from({ length: count }, (_, index) => {
    const year = 1990 + Math.floor(index / 12);
    return `${year}-${String((index % 12) + 1).padStart(2, '0')}`;
  });
  const sentences = months.map(sentence);
  const article = storyArticle('story', sentences.join('\n\n'));
  const entries = months.map((month, index) => {
    const quote = quoteOf(article, sentences[index] ?? '', [month]);
    return entryOf(dateOf(month), [reportOf(quote, dateOf(month))], fields(index));
  });
  return { article, entries };
}
