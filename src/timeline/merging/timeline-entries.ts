import { createQuote, type Quote } from '../../retrieval/index.ts';
import type { EventMention } from '../event-mention.ts';
import type { Conflict, Telling, TimelineEntry } from '../timeline-entry.ts';
import type { MergedEvent } from './merged-event.ts';

/** Merged events as entries, in their order, their dates' words marked. `weightOf` is the entry's weight. */
export function toTimelineEntries(
  events: readonly MergedEvent[],
  weightOf: (event: MergedEvent) => number,
): TimelineEntry[] {
  return events.flatMap((event): TimelineEntry[] => {
    const [first, ...others] = event.tellings.map(({ mention, echoes }): Telling => {
      return { quote: quoteOf(mention), date: mention.date, echoes: echoes.map(quoteOf) };
    });
    if (!first) return [];
    const { date, role } = event;
    return [
      {
        date,
        role,
        tellings: [first, ...others],
        conflicts: conflictsOf(event),
        weight: weightOf(event),
      },
    ];
  });
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
