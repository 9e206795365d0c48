import type { Article } from '../../corpus/index.ts';
import { formatCalendarDate, type Locale } from '../../i18n/index.ts';
import type { Quote } from '../../retrieval/index.ts';
import {
  type CalendarDate,
  type Conflict,
  calendarDateOf,
  type Role,
  type TimelineEntry,
  type Update,
} from '../../timeline/index.ts';
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
  /** What later articles give anew: a toll that grows, a plan that was moved. */
  readonly updates: readonly UpdateJson[];
}

interface UpdateJson {
  readonly kind: Update['kind'];
  readonly summary: string;
  /** In the order of publication: the count as it is written, or a TIMEX3 value. */
  readonly steps: readonly string[];
  readonly quotes: readonly QuoteJson[];
}

interface ConflictJson {
  readonly kind: Conflict['kind'];
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
  const { date, role, reports, conflicts, updates } = entry;
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
    updates: updates.map((update) => ({
      kind: update.kind,
      summary: updateSummary(update, articles, locale),
      steps: update.steps.map(({ label }) => label),
      quotes: update.steps.map(({ quote }) => toJson(quote, [])),
    })),
  };
}

/** What a conflict is about, in our words: no more than that the sources differ, and the dates. */
export function conflictSummary(conflict: Conflict, locale: Locale): string {
  const { datesDiffer, claimsDiffer, figuresDiffer } = timelineMessages[locale];
  if (conflict.kind === 'claim') return claimsDiffer;
  if (conflict.kind === 'figure') {
    return figuresDiffer(conflict.accounts.map(({ label }) => label).join(' · '));
  }
  const dates = conflict.accounts.map(({ date }) => formatCalendarDate(date, locale));
  // Not a comma, which stands in American dates.
  return datesDiffer(dates.join(' · '));
}

/** What changed, in our words: the counts or dates, and from when to when they were published. */
export function updateSummary(
  { kind, steps }: Update,
  articles: ReadonlyMap<string, Article>,
  locale: Locale,
): string {
  const { countGrew, planMoved } = timelineMessages[locale];
  const days = steps.map(({ quote }) => articles.get(quote.articleId)?.published ?? null);
  const [first, last] = [days[0], days.at(-1)].map((day) => {
    const date = calendarDateOf(day ?? '');
    return date ? formatCalendarDate(date, locale) : null;
  });
  const labels = steps.map(({ label }) => {
    const date = kind === 'date' ? calendarDateOf(label) : null;
    return date ? formatCalendarDate(date, locale) : label;
  });
  const when = first && last ? [first, last].join(' – ') : '';
  return (kind === 'date' ? planMoved : countGrew)(labels.join(' → '), when);
}

function quotesOf(conflict: Conflict): readonly Quote[] {
  return conflict.kind === 'claim'
    ? conflict.sides.flat()
    : conflict.accounts.flatMap(({ quotes }) => quotes);
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
