import type { Article } from '../corpus/index.ts';
import { createTopicMatcher, matchesSource, type Quote } from '../retrieval/index.ts';
import { createYielder } from '../shared/yield.ts';
import type { CalendarDate } from './calendar-date.ts';
import {
  type Conflict,
  type EventReport,
  type NonEmpty,
  nonEmpty,
  type TimelineEntry,
} from './timeline-entry.ts';
import { BACKGROUND_WEIGHT } from './weight.ts';

/** What narrows a timeline. Dates filter the entries, not the articles' publication. */
export interface TimelineRequest {
  readonly topic?: string | undefined;
  /** What is on the topic besides: passages of the other language, found by search. */
  readonly onTopic?: readonly Quote[];
  readonly source?: string | undefined;
  /** Earliest day, `YYYY-MM-DD`. */
  readonly from?: string | undefined;
  /** Latest day, `YYYY-MM-DD`, inclusive. */
  readonly to?: string | undefined;
}

/**
 * The entries that fit a request, in their order, each with the quotes of the wanted sources only.
 * An entry without a date fits where no dates are asked for; one is on a topic when any of its
 * sentences is, and background is shown where a topic or dates are asked for. Lets other work go on
 * meanwhile.
 */
export async function chooseEntries(
  entries: readonly TimelineEntry[],
  articles: ReadonlyMap<string, Article>,
  request: TimelineRequest,
): Promise<TimelineEntry[]> {
  const { topic, onTopic = [], source, from, to } = request;
  const asksForBackground = (topic ?? from ?? to) !== undefined;
  const matchesTopic = topic === undefined ? () => true : createTopicMatcher(topic);
  const isOnTopic = (quote: Quote) =>
    matchesTopic(textOf(quote)) || onTopic.some((passage) => overlap(passage, quote));
  const isWanted = ({ articleId }: Quote) => {
    const article = articles.get(articleId);
    return article !== undefined && (source === undefined || matchesSource(article, source));
  };
  const textOf = ({ articleId, start, end }: Quote) =>
    articles.get(articleId)?.text.slice(start, end) ?? '';
  const choose = (entry: TimelineEntry): TimelineEntry | null => {
    if (entry.weight === BACKGROUND_WEIGHT && !asksForBackground) return null;
    if (!isWithin(entry.date, request)) return null;
    if (!entry.reports.some(({ quote }) => isOnTopic(quote))) return null;
    const reports = nonEmpty(entry.reports.flatMap((report) => keepQuotes(report, isWanted)));
    if (!reports) return null;
    const conflicts = entry.conflicts.flatMap((conflict) => keepSides(conflict, isWanted));
    const updates = entry.updates.filter(({ steps }) =>
      steps.every(({ quote }) => isWanted(quote)),
    );
    return { ...entry, reports, conflicts, updates };
  };
  const yieldIfDue = createYielder();
  const chosen: TimelineEntry[] = [];
  for (const entry of entries) {
    const kept = choose(entry);
    if (kept) chosen.push(kept);
    await yieldIfDue();
  }
  return chosen;
}

function overlap(one: Quote, other: Quote): boolean {
  return one.articleId === other.articleId && one.start < other.end && other.start < one.end;
}

function keepQuotes(report: EventReport, isWanted: (quote: Quote) => boolean): EventReport[] {
  const [quote, ...duplicates] = [report.quote, ...report.duplicates].filter(isWanted);
  return quote ? [{ ...report, quote, duplicates }] : [];
}

/** A conflict between the wanted sources, or nothing when they agree. */
function keepSides(conflict: Conflict, isWanted: (quote: Quote) => boolean): Conflict[] {
  const keep = <Account extends { readonly quotes: NonEmpty<Quote> }>(
    accounts: readonly Account[],
  ) =>
    accounts.flatMap((account) => {
      const quotes = nonEmpty(account.quotes.filter(isWanted));
      return quotes ? [{ ...account, quotes }] : [];
    });
  if (conflict.kind === 'date') {
    const accounts = keep(conflict.accounts);
    return accounts.length > 1 ? [{ ...conflict, accounts }] : [];
  }
  if (conflict.kind === 'figure') {
    const accounts = keep(conflict.accounts);
    return accounts.length > 1 ? [{ ...conflict, accounts }] : [];
  }
  const [one, other] = conflict.sides.map((side) => nonEmpty(side.filter(isWanted)));
  return one && other ? [{ ...conflict, sides: [one, other] }] : [];
}

/** Whether any day of a date lies in the range; ISO dates compare as strings. */
function isWithin(date: CalendarDate | null, { from, to }: TimelineRequest): boolean {
  if (date === null) return from === undefined && to === undefined;
  return (from === undefined || date.last >= from) && (to === undefined || date.first <= to);
}
