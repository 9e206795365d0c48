import { createQuote, type Quote } from '../../retrieval/index.ts';
import type { CalendarDate } from '../calendar-date.ts';
import type { EventMention } from '../events/find-mentions.ts';
import type { Role } from '../events/role.ts';
import type { Conflict, EventReport, NonEmpty, Update } from '../timeline-entry.ts';
import type { Unweighed } from '../weight.ts';

/** Where the sources of an event differ, and what changed from one article to the next. */
export interface Disagreements {
  /** Dates that cannot all be right, in their order, each with those that give it. Empty or two and more. */
  readonly dateAccounts: readonly DateAccount[];
  /** Counts of one thing that cannot all be right. */
  readonly figureAccounts: readonly NonEmpty<FigureAccount>[];
  readonly claims: readonly MentionSides[];
  readonly updates: readonly MentionUpdate[];
}

/** A date with the mentions that give it. */
export interface DateAccount {
  readonly date: CalendarDate;
  readonly mentions: NonEmpty<EventMention>;
}

/** A count as it is written, with the mentions that give it. */
export interface FigureAccount {
  readonly label: string;
  readonly mentions: NonEmpty<EventMention>;
}

/** Mentions that contradict each other. */
export type MentionSides = readonly [NonEmpty<EventMention>, NonEmpty<EventMention>];

/** What later articles give anew: each step with the mention that gives it, in order. */
export interface MentionUpdate {
  readonly kind: Update['kind'];
  readonly steps: NonEmpty<{ readonly label: string; readonly mention: EventMention }>;
}

/** One event with every mention of it. */
export interface MergedEvent extends Disagreements {
  /** The one that most sources give, as precise as they agree; null where none states one. */
  readonly date: CalendarDate | null;
  readonly role: Role;
  /** One statement each with its near-duplicates: the same sentence elsewhere. The fullest first. */
  readonly reports: NonEmpty<MergedReport>;
}

/** A mention with those in other articles that say the same in nearly the same words. */
export interface MergedReport {
  readonly mention: EventMention;
  readonly duplicates: readonly EventMention[];
}

/** A merged event as an entry that has still to be weighed, its dates' words marked. */
export function toTimelineEntry(event: MergedEvent): Unweighed {
  const [first, ...others] = event.reports;
  const { date, role } = event;
  return {
    date,
    role,
    reports: [reportOf(first), ...others.map(reportOf)],
    conflicts: conflictsOf(event),
    updates: event.updates.map(({ kind, steps: [from, ...later] }): Update => {
      const stepOf = ({ label, mention }: typeof from) => ({ label, quote: quoteOf(mention) });
      return { kind, steps: [stepOf(from), ...later.map(stepOf)] };
    }),
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

function conflictsOf({ dateAccounts, figureAccounts, claims }: MergedEvent): Conflict[] {
  const dates = dateAccounts.map(({ date, mentions }) => ({ date, quotes: quotesOf(mentions) }));
  const figures = figureAccounts.map((accounts): Conflict => {
    return {
      kind: 'figure',
      accounts: accounts.map(({ label, mentions }) => ({ label, quotes: quotesOf(mentions) })),
    };
  });
  const sides = claims.map(([one, other]): Conflict => {
    return { kind: 'claim', sides: [quotesOf(one), quotesOf(other)] };
  });
  const date: Conflict[] = dates.length > 1 ? [{ kind: 'date', accounts: dates }] : [];
  return [...date, ...figures, ...sides];
}

function quotesOf([first, ...others]: NonEmpty<EventMention>): NonEmpty<Quote> {
  return [quoteOf(first), ...others.map(quoteOf)];
}

function quoteOf({ article, sentence, dateRange }: EventMention): Quote {
  return createQuote(article, sentence, dateRange === null ? [] : [dateRange]);
}
