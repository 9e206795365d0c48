import type { Article } from '../corpus/index.ts';
import {
  createBreather,
  createFingerprinter,
  createQuote,
  type Fingerprint,
  isEcho,
  languageOf,
  type Quote,
  quotableSentences,
  type Range,
} from '../retrieval/index.ts';
import { type CalendarDate, calendarDateOf } from './calendar-date.ts';
import { findTemporalExpressions } from './dates/find-temporal-expressions.ts';
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

/** An entry with what it can be chosen by. */
export interface DatedStatement extends TimelineEntry {
  /** The words of the first quote. */
  readonly text: string;
}

/**
 * The sentences of articles that name a date, in the order of their dates, and in the order of the
 * articles where dates are equal. A sentence with several dates gives one for each. Lets other work
 * go on meanwhile.
 */
export async function findDatedStatements(
  articles: Iterable<Article>,
): Promise<readonly DatedStatement[]> {
  const breathe = createBreather();
  const fingerprint = createFingerprinter();
  const drafts = new Map<string, Draft[]>();
  for (const article of articles) {
    const dates = datesOf(article);
    for (const sentence of quotableSentences(article)) {
      await breathe();
      const { language, start, end } = sentence;
      const text = article.text.slice(start, end);
      for (const { date, precision, mark } of dates) {
        if (mark.start < start || mark.end > end) continue;
        const context = {
          before: article.text.slice(start, mark.start),
          after: article.text.slice(mark.end, end),
        };
        const role = roleOf(context, language, date, article.published);
        const quote = createQuote(article, sentence, [mark]);
        const key = `${date.value} ${role}`;
        const sameDay = drafts.get(key) ?? [];
        drafts.set(key, sameDay);
        const print = fingerprint(text);
        addDraft(sameDay, { date: date.value, precision, role, text, print, quotes: [quote] });
      }
    }
  }
  return [...drafts.values()]
    .flat()
    .map(({ date, precision, role, text, quotes }) => ({ date, precision, role, text, quotes }))
    .toSorted((a, b) => a.date.localeCompare(b.date));
}

/** The days and months that an article names. */
function datesOf(article: Article): DateInText[] {
  const context = { language: languageOf(article.text), reference: article.published };
  return findTemporalExpressions(article.text, context).flatMap((expression): DateInText[] => {
    const { start, end, kind, value, modifier } = expression;
    const date = kind === 'date' ? calendarDateOf(value, modifier) : null;
    if (date?.precision !== 'day' && date?.precision !== 'month') return [];
    return [{ date, precision: date.precision, mark: { start, end } }];
  });
}

interface DateInText {
  readonly date: CalendarDate;
  readonly precision: 'day' | 'month';
  readonly mark: Range;
}

interface Draft extends DatedStatement {
  readonly print: Fingerprint;
  readonly quotes: [Quote, ...Quote[]];
}

/**
 * Adds a draft, or counts it under one of the same day that says the same, at most once for an
 * article. A sentence that names a day twice is one quote with both marked.
 */
function addDraft(sameDay: Draft[], draft: Draft): void {
  const [quote] = draft.quotes;
  for (const other of sameDay) {
    const index = other.quotes.findIndex(({ articleId }) => articleId === quote.articleId);
    const known = other.quotes[index];
    if (known?.start === quote.start) {
      other.quotes[index] = { ...known, marks: [...known.marks, ...quote.marks] };
      return;
    }
    if (!isEcho(other.print, draft.print)) continue;
    if (!known) other.quotes.push(quote);
    return;
  }
  sameDay.push(draft);
}
