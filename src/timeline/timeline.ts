import type { Article } from '../corpus/index.ts';
import {
  createFingerprinter,
  createQuote,
  createTopicMatcher,
  type Fingerprint,
  isEcho,
  matchesFilter,
  type Quote,
  quotableSentences,
  type SearchFilter,
} from '../retrieval/index.ts';
import type { CalendarDate } from './calendar-date.ts';
import { findExplicitDates } from './explicit-dates.ts';
import { type Role, roleOf } from './role.ts';

/** One dated statement, carried by quotes. */
export interface TimelineEntry {
  /** `YYYY-MM-DD` or `YYYY-MM`, as precise as the text. */
  readonly date: string;
  readonly precision: 'day' | 'month';
  readonly role: Role;
  /** The date's words are marked. The first is shown; the others echo it in other articles. */
  readonly quotes: readonly [Quote, ...Quote[]];
}

/** What narrows a timeline. Dates filter the entries, not the articles' publication. */
export interface TimelineRequest {
  readonly topic?: string;
  readonly source?: string;
  /** Earliest date, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly from?: string;
  /** Latest date, in the same forms and inclusive. */
  readonly to?: string;
}

/**
 * The sentences that name a date, in the order of their dates, and in the order of the articles
 * where dates are equal. A sentence with several dates gives an entry for each.
 */
export function buildTimeline(
  articles: Iterable<Article>,
  request: TimelineRequest,
): TimelineEntry[] {
  const isOnTopic = createTopicMatcher(request.topic ?? '');
  const fingerprint = createFingerprinter();
  const filter: SearchFilter = request.source === undefined ? {} : { source: request.source };
  const drafts: Draft[] = [];
  for (const article of articles) {
    for (const sentence of quotableSentences(article)) {
      const { language, start, end } = sentence;
      const text = article.text.slice(start, end);
      if (!matchesFilter(article, language, filter) || !isOnTopic(text)) continue;
      for (const found of findExplicitDates(text, language, article.published)) {
        if (!isWithin(found.date, request)) continue;
        const context = { before: text.slice(0, found.start), after: text.slice(found.end) };
        const role = roleOf(context, language, found.date, article.published);
        const mark = { start: start + found.start, end: start + found.end };
        const quote = createQuote(article, sentence, [mark]);
        addDraft(drafts, { ...found.date, role, print: fingerprint(text), quotes: [quote] });
      }
    }
  }
  return drafts
    .map(({ iso, precision, role, quotes }) => ({ date: iso, precision, role, quotes }))
    .sort((a, b) => a.date.localeCompare(b.date));
}

interface Draft extends CalendarDate {
  readonly role: Role;
  readonly print: Fingerprint;
  readonly quotes: [Quote, ...Quote[]];
}

/** Adds a draft, or counts it under one of the same day that says the same. */
function addDraft(drafts: Draft[], draft: Draft): void {
  const same = drafts.find(
    ({ iso, role, print }) =>
      iso === draft.iso && role === draft.role && isEcho(print, draft.print),
  );
  if (!same) drafts.push(draft);
  else same.quotes.push(...draft.quotes);
}

/** Whether any day of `date` lies in the range; ISO dates in full compare as strings. */
function isWithin({ iso }: CalendarDate, { from, to }: TimelineRequest): boolean {
  if (from !== undefined && lastDay(iso) < firstDay(from)) return false;
  return to === undefined || firstDay(iso) <= lastDay(to);
}

function firstDay(date: string): string {
  return `${date}-01-01`.slice(0, 10);
}

/** At or after the last day of a month or year, and before the next one. */
function lastDay(date: string): string {
  return date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date;
}
