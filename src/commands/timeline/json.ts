import type { Article } from '../../corpus/index.ts';
import { formatCalendarDate, type Locale } from '../../i18n/index.ts';
import type { Quote } from '../../retrieval/index.ts';
import type { CalendarDate, Conflict, Role, TimelineEntry } from '../../timeline/index.ts';
import { languageOfQuote, type QuoteJson, quoteJson } from '../ask/answer-json.ts';
import { timelineMessages } from './messages.ts';

/** An entry in JSON. */
export interface EntryJson {
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`: the shortest of them that holds the date; null for none. */
  readonly date: string | null;
  readonly precision: 'day' | 'month' | 'year' | 'none';
  /** The date as a TIMEX3 value, where that says more: `2020-W37`, `2020-Q3`. */
  readonly value: string | null;
  /** "early", "mid" or "late" in it. */
  readonly modifier: 'start' | 'mid' | 'end' | null;
  readonly role: Role;
  readonly quotes: readonly QuoteJson[];
  readonly conflict: boolean;
  readonly conflicts: readonly ConflictJson[];
}

interface ConflictJson {
  readonly kind: 'date' | 'claim';
  readonly summary: string;
  readonly quotes: readonly QuoteJson[];
}

/**
 * An entry with the words of its quotes, each cut from its article again.
 *
 * @throws QuoteError when a quote is no longer in its article word for word.
 */
export function entryJson(
  entry: TimelineEntry,
  articles: ReadonlyMap<string, Article>,
  locale: Locale,
): EntryJson {
  const { date, role, reports, conflicts } = entry;
  const toJson = (quote: Quote, duplicates: readonly Quote[]) =>
    quoteJson(
      { quote, duplicates, score: 1, language: languageOfQuote(quote, articles) },
      articles,
    );
  return {
    ...plainDate(date),
    value: date?.value ?? null,
    modifier: date?.modifier ?? null,
    role,
    quotes: reports.map(({ quote, duplicates }) => toJson(quote, duplicates)),
    conflict: conflicts.length > 0,
    conflicts: conflicts.map((conflict) => ({
      kind: conflict.kind,
      summary: conflictSummary(conflict, locale),
      quotes: quotesOf(conflict).map((quote) => toJson(quote, [])),
    })),
  };
}

/** What a conflict is about, in our words: no more than that the sources differ, and the dates. */
export function conflictSummary(conflict: Conflict, locale: Locale): string {
  const { datesDiffer, claimsDiffer } = timelineMessages[locale];
  if (conflict.kind === 'claim') return claimsDiffer;
  const dates = conflict.accounts.map(({ date }) => formatCalendarDate(date, locale));
  // Not a comma, which stands in American dates.
  return datesDiffer(dates.join(' · '));
}

function quotesOf(conflict: Conflict): Quote[] {
  return conflict.kind === 'date'
    ? conflict.accounts.flatMap(({ quotes }) => quotes)
    : conflict.sides.flat();
}

function plainDate(date: CalendarDate | null): Pick<EntryJson, 'date' | 'precision'> {
  if (date === null) return { date: null, precision: 'none' };
  const { first, last } = date;
  if (first === last) return { date: first, precision: 'day' };
  if (first.slice(0, 7) === last.slice(0, 7))
    return { date: first.slice(0, 7), precision: 'month' };
  if (first.slice(0, 4) === last.slice(0, 4)) return { date: first.slice(0, 4), precision: 'year' };
  return { date: null, precision: 'none' };
}
