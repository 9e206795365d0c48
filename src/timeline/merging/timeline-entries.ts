import { createQuote, type Quote } from '../../retrieval/index.ts';
import type { EventMention } from '../events/event-mention.ts';
import type { Conflict, Telling, TimelineEntry } from '../timeline-entry.ts';
import type { MergedEvent, MergedTelling } from './merged-event.ts';

/** A merged event as an entry that has still to be weighed, its dates' words marked. */
export function toTimelineEntry(event: MergedEvent): Omit<TimelineEntry, 'weight'> {
  const [first, ...others] = event.tellings;
  const { date, role } = event;
  return {
    date,
    role,
    tellings: [tellingOf(first), ...others.map(tellingOf)],
    conflicts: conflictsOf(event),
  };
}

function tellingOf({ mention, echoes }: MergedTelling): Telling {
  // An article that says it twice is one source.
  const articles = new Set([mention.article.id]);
  const others = echoes.filter(
    ({ article }) => !articles.has(article.id) && articles.add(article.id),
  );
  return { quote: quoteOf(mention), date: mention.date, echoes: others.map(quoteOf) };
}

function conflictsOf({ dateAccounts, claimConflicts }: MergedEvent): Conflict[] {
  const accounts = dateAccounts.map(({ date, mentions }) => ({ date, quotes: quotesOf(mentions) }));
  const claims = claimConflicts.map(([one, other]): Conflict => {
    return { kind: 'claim', sides: [quotesOf(one), quotesOf(other)] };
  });
  return accounts.length > 1 ? [{ kind: 'date', accounts }, ...claims] : claims;
}

function quotesOf([first, ...others]: readonly [EventMention, ...EventMention[]]): readonly [
  Quote,
  ...Quote[],
] {
  return [quoteOf(first), ...others.map(quoteOf)];
}

function quoteOf({ article, sentence, dateRange }: EventMention): Quote {
  return createQuote(article, sentence, dateRange === null ? [] : [dateRange]);
}
