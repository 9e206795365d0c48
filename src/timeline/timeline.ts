import type { Article } from '../corpus/index.ts';
import {
  createBreather,
  createFingerprinter,
  createQuote,
  type Fingerprint,
  isEcho,
  type Quote,
  quotableSentences,
} from '../retrieval/index.ts';
import type { CalendarDate } from './calendar-date.ts';
import { findExplicitDates } from './explicit-dates.ts';
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
    for (const sentence of quotableSentences(article)) {
      await breathe();
      const { language, start, end } = sentence;
      const text = article.text.slice(start, end);
      for (const found of findExplicitDates(text, language, article.published)) {
        const context = { before: text.slice(0, found.start), after: text.slice(found.end) };
        const role = roleOf(context, language, found.date, article.published);
        const mark = { start: start + found.start, end: start + found.end };
        const quote = createQuote(article, sentence, [mark]);
        const key = `${found.date.iso} ${role}`;
        const sameDay = drafts.get(key) ?? [];
        drafts.set(key, sameDay);
        addDraft(sameDay, { ...found.date, role, text, print: fingerprint(text), quotes: [quote] });
      }
    }
  }
  return [...drafts.values()]
    .flat()
    .map(({ iso, precision, role, text, quotes }) => ({ date: iso, precision, role, text, quotes }))
    .toSorted((a, b) => a.date.localeCompare(b.date));
}

interface Draft extends CalendarDate {
  readonly role: Role;
  readonly text: string;
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
