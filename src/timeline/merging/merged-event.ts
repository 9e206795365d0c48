import { createQuote, type Quote } from '../../retrieval/index.ts';
import type { CalendarDate } from '../calendar-date.ts';
import type { EventMention } from '../events/find-mentions.ts';
import type { Role } from '../events/role.ts';
import type { Conflict, EventReport, NonEmpty } from '../timeline-entry.ts';
import type { Unweighed } from '../weight.ts';

/** One event with every mention of it. */
export interface MergedEvent {
  /** The one that most sources give, as precise as they agree; null where none states one. */
  readonly date: CalendarDate | null;
  readonly role: Role;
  /** One statement each with its near-duplicates: the same sentence elsewhere. The fullest first. */
  readonly reports: NonEmpty<MergedReport>;
  /** Dates that cannot all be right, in their order, each with those that give it. Empty or two and more. */
  readonly dateAccounts: readonly DateAccount[];
  readonly claimConflicts: readonly MentionSides[];
}

/** A mention with those in other articles that say the same in nearly the same words. */
export interface MergedReport {
  readonly mention: EventMention;
  readonly duplicates: readonly EventMention[];
}

/** A date with the mentions that give it. */
export interface DateAccount {
  readonly date: CalendarDate;
  readonly mentions: NonEmpty<EventMention>;
}

/** Mentions that contradict each other. */
export type MentionSides = readonly [NonEmpty<EventMention>, NonEmpty<EventMention>];

/** A merged event as an entry that has still to be weighed, its dates' words marked. */
export function toTimelineEntry(event: MergedEvent): Unweighed {
  const [first, ...others] = event.reports;
  const { date, role } = event;
  return {
    date,
    role,
    reports: [reportOf(first), ...others.map(reportOf)],
    conflicts: conflictsOf(event),
  };
}

function reportOf({ mention, duplicates }: MergedReport): EventReport {
  // An article that says it twice is one source.
  const articles = new Set([mention.article.id]);
  const others = duplicates.filter(
    ({ article }) => !articles.has(article.id) && articles.add(article.id),
  );
  return { quote: quoteOf(mention), date: mention.date, duplicates: others.map(quoteOf) };
}

function conflictsOf({ dateAccounts, claimConflicts }: MergedEvent): Conflict[] {
  const accounts = dateAccounts.map(({ date, mentions }) => ({ date, quotes: quotesOf(mentions) }));
  const claims = claimConflicts.map(([one, other]): Conflict => {
    return { kind: 'claim', sides: [quotesOf(one), quotesOf(other)] };
  });
  return accounts.length > 1 ? [{ kind: 'date', accounts }, ...claims] : claims;
}

function quotesOf([first, ...others]: NonEmpty<EventMention>): NonEmpty<Quote> {
  return [quoteOf(first), ...others.map(quoteOf)];
}

function quoteOf({ article, sentence, dateRange }: EventMention): Quote {
  return createQuote(article, sentence, dateRange === null ? [] : [dateRange]);
}
