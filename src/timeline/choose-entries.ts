import type { Article } from '../corpus/index.ts';
import { createTopicMatcher, matchesSource, type Quote } from '../retrieval/index.ts';
import type { DatedStatement, TimelineEntry } from './timeline.ts';

/** What narrows a timeline. Dates filter the entries, not the articles' publication. */
export interface TimelineRequest {
  readonly topic?: string;
  readonly source?: string;
  /** Earliest date, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly from?: string;
  /** Latest date, in the same forms and inclusive. */
  readonly to?: string;
}

/** The entries that fit a request, in their order, each with the quotes of the wanted sources only. */
export function chooseEntries(
  statements: readonly DatedStatement[],
  articles: ReadonlyMap<string, Article>,
  request: TimelineRequest,
): TimelineEntry[] {
  const { topic, source } = request;
  const isOnTopic = topic === undefined ? () => true : createTopicMatcher(topic);
  const isWanted = ({ articleId }: Quote) => {
    const article = articles.get(articleId);
    return article !== undefined && (source === undefined || matchesSource(article, source));
  };
  return statements.flatMap(({ text, date, precision, role, quotes }): TimelineEntry[] => {
    const [first, ...others] = quotes.filter(isWanted);
    if (!first || !isWithin(date, request) || !isOnTopic(text)) return [];
    return [{ date, precision, role, quotes: [first, ...others] }];
  });
}

/** Whether any day of `date` lies in the range; ISO dates in full compare as strings. */
function isWithin(date: string, { from, to }: TimelineRequest): boolean {
  if (from !== undefined && lastDay(date) < firstDay(from)) return false;
  return to === undefined || firstDay(date) <= lastDay(to);
}

function firstDay(date: string): string {
  return `${date}-01-01`.slice(0, 10);
}

/** At or after the last day of a month or year, and before the next one. */
function lastDay(date: string): string {
  return date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date;
}
