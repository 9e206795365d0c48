import { UNKNOWN_PUBLISHER } from '../../corpus/index.ts';
import { type CalendarDate, compareDates } from '../calendar-date.ts';
import type { EventMention } from '../events/event-mention.ts';
import { lengthInDays, relateDates } from './date-relation.ts';
import type { DateAccount } from './merged-event.ts';

/** Of an event with more dates than this, the rest is left out: nobody compares so many. */
const MOST_ACCOUNTS = 12;

/**
 * The dates that mentions of one event give, in order. A date that is only less precise counts for
 * each that it may be, so that a single account means that all agree.
 */
export function dateAccounts(mentions: readonly EventMention[]): DateAccount[] {
  const dated = mentions.flatMap((mention) =>
    mention.date ? [{ mention, date: mention.date }] : [],
  );
  const precise: CalendarDate[] = [];
  for (const { date } of dated.toSorted((one, other) => byPrecision(one.date, other.date))) {
    if (precise.length === MOST_ACCOUNTS) break;
    if (precise.every((known) => relateDates(known, date) === 'apart')) precise.push(date);
  }
  return precise.toSorted(compareDates).flatMap((date): DateAccount[] => {
    const [first, ...others] = dated
      .filter((each) => relateDates(each.date, date) !== 'apart')
      .map(({ mention }) => mention);
    return first ? [{ date, mentions: [first, ...others] }] : [];
  });
}

/**
 * The account of most publishers, by the mentions that count: copies do not. Of those that as many
 * publishers give, the one of more articles, then the earliest.
 */
export function leadingAccount(
  accounts: readonly DateAccount[],
  counted: ReadonlySet<EventMention>,
): DateAccount | null {
  const [leading = null] = accounts
    .map((account) => {
      const articles = account.mentions.filter((each) => counted.has(each)).map(articleOf);
      const publishers = new Set(
        articles.map(({ publisher, id }) => (publisher === UNKNOWN_PUBLISHER ? id : publisher)),
      );
      return { account, sources: publishers.size, articles: new Set(articles).size };
    })
    .toSorted(
      (one, other) =>
        other.sources - one.sources ||
        other.articles - one.articles ||
        compareDates(one.account.date, other.account.date),
    );
  return leading?.account ?? null;
}

function articleOf({ article }: EventMention): EventMention['article'] {
  return article;
}

function byPrecision(one: CalendarDate, other: CalendarDate): number {
  return lengthInDays(one) - lengthInDays(other) || compareDates(one, other);
}
