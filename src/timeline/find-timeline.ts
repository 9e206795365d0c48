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
import { type CalendarDate, calendarDateOf, compareDates } from './calendar-date.ts';
import { findTemporalExpressions } from './dates/find-temporal-expressions.ts';
import { type Role, roleOf } from './role.ts';
import type { TimelineEntry } from './timeline-entry.ts';

/**
 * The sentences of articles that name a date, in the order of their dates, and in the order of the
 * articles where dates are equal. A sentence with several dates gives one for each. Lets other work
 * go on meanwhile.
 */
export async function findTimeline(articles: Iterable<Article>): Promise<readonly TimelineEntry[]> {
  const breathe = createBreather();
  const fingerprint = createFingerprinter();
  const drafts = new Map<string, Draft[]>();
  for (const article of articles) {
    const dates = datesOf(article);
    for (const sentence of quotableSentences(article)) {
      await breathe();
      const { language, start, end } = sentence;
      const text = article.text.slice(start, end);
      for (const { date, mark } of dates) {
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
        addDraft(sameDay, { date, role, print: fingerprint(text), quotes: [quote] });
      }
    }
  }
  return [...drafts.values()]
    .flat()
    .toSorted((one, other) => compareDates(one.date, other.date))
    .map(({ date, role, quotes: [quote, ...echoes] }) => ({
      date,
      role,
      tellings: [{ quote, date, echoes }],
      conflicts: [],
      weight: 1,
    }));
}

/** The dates that an article names, in order. */
function datesOf(article: Article): { readonly date: CalendarDate; readonly mark: Range }[] {
  const context = { language: languageOf(article.text), reference: article.published };
  return findTemporalExpressions(article.text, context).flatMap(
    ({ start, end, kind, value, modifier }) => {
      const date = kind === 'date' ? calendarDateOf(value, modifier) : null;
      return date ? [{ date, mark: { start, end } }] : [];
    },
  );
}

interface Draft {
  readonly date: CalendarDate;
  readonly role: Role;
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
