import type { Article } from '../corpus/index.ts';
import type { DictionaryLoader } from '../language/index.ts';
import { createYielder } from '../shared/yield.ts';
import { addDays, compareDates } from './calendar-date.ts';
import { tellsAnEvent } from './events/event-detection.ts';
import type { EventMention } from './events/find-mentions.ts';
import { findMentions } from './events/find-mentions.ts';
import { mergeMentions } from './merging/merge-mentions.ts';
import { type MergedEvent, toTimelineEntry } from './merging/merged-event.ts';
import type { TimelineEntry } from './timeline-entry.ts';
import { BACKGROUND_WEIGHT, createWeighing } from './weight.ts';

/** How {@link findTimeline} goes about its work. */
interface FindTimelineOptions {
  /** Is awaited after each of many small steps; gives way to other work every few ms when left out. */
  readonly yieldIfDue?: () => Promise<void>;
  /** Is told of each article that is too long to be read to its end; see `MOST_READ`. */
  readonly onCut?: (article: Article) => void;
}

/**
 * The timeline of articles: what happened, what is due, what is planned and what reports say, each
 * once, with every source that tells it, in the order of the dates and undated ones last. The order
 * of the articles makes no difference. Lets other work go on meanwhile.
 */
export async function findTimeline(
  articles: ReadonlyMap<string, Article>,
  loadDictionary: DictionaryLoader,
  { yieldIfDue = createYielder(), onCut = () => {} }: FindTimelineOptions = {},
): Promise<readonly TimelineEntry[]> {
  const mentions: EventMention[] = [];
  for (const article of inOrder(articles.values())) {
    for (const found of findMentions(article, () => onCut(article))) {
      for (const mention of found) mentions.push(mention);
      await yieldIfDue();
    }
  }
  const weigh = createWeighing(articles);
  const entries: TimelineEntry[] = [];
  for (const event of await mergeMentions(mentions, { loadDictionary, yieldIfDue })) {
    if (isWorthAnEntry(event)) {
      const entry = toTimelineEntry(event);
      const isStory = mentionsOf(event).some((mention) => !isBackground(mention));
      entries.push({ ...entry, weight: isStory ? weigh(entry) : BACKGROUND_WEIGHT });
    }
    await yieldIfDue();
  }
  return entries.toSorted(compareEntries);
}

/** By id, as mentions are sorted later: in one go, what is in order already is sorted quickly. */
function inOrder(articles: Iterable<Article>): Article[] {
  return [...articles].toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/** A sentence without a date is an event where its own words say that something was done. */
function isWorthAnEntry(event: MergedEvent): boolean {
  return (
    event.date !== null ||
    mentionsOf(event).some(({ text, sentence }) => tellsAnEvent(text, sentence.language))
  );
}

function mentionsOf({ reports }: MergedEvent): EventMention[] {
  return reports.flatMap(({ mention, duplicates }) => [mention, ...duplicates]);
}

function compareEntries(one: TimelineEntry, other: TimelineEntry): number {
  if (one.date !== null && other.date !== null) {
    return compareDates(one.date, other.date) || comparePositions(one, other);
  }
  if (one.date === null && other.date === null) return comparePositions(one, other);
  return one.date === null ? 1 : -1;
}

/** By what depends on the texts alone. */
function comparePositions(one: TimelineEntry, other: TimelineEntry): number {
  const [{ quote: a }, { quote: b }] = [one.reports[0], other.reports[0]];
  return b.articleId === a.articleId
    ? a.start - b.start
    : other.reports.length - one.reports.length || (a.articleId < b.articleId ? -1 : 1);
}

/** What is longer past than this when it is told is background, in days. */
const STORY_DAYS = 366;

/**
 * Whether a sentence tells of something that was long past when its article appeared, such as the
 * founding of a company. Without a publication date nobody can say.
 */
function isBackground({ date, article: { published } }: EventMention): boolean {
  if (date === null || published === null) return false;
  return date.last < addDays(published, -STORY_DAYS);
}
