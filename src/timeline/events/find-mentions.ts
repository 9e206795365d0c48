import type { Article } from '../../corpus/index.ts';
import { languageOf } from '../../language/index.ts';
import { type QuotableSentence, quotableSentences } from '../../retrieval/index.ts';
import { type Range } from '../../shared/range.ts';
import { type CalendarDate, calendarDateOf } from '../calendar-date.ts';
import { findTemporalExpressions } from '../dates/find-temporal-expressions.ts';
import { clausesOf } from './clauses.ts';
import type { EventMention } from './event-mention.ts';
import { roleOf } from './role.ts';
import { isSpanOfState } from './state-spans.ts';

/** How much of what stands before a sentence is kept with it, in UTF-16 units. */
const CONTEXT_LENGTH = 600;

/**
 * What every sentence of an article tells: one mention for each date in it, or one without a date.
 * A sentence that only says since or until when something has been so tells no event. None takes the
 * day of publication, or the date of another sentence, for its own: see docs/timeline.md.
 */
export function findMentions(article: Article): EventMention[] {
  const sentences = quotableSentences(article);
  const named = namedDates(article);
  return sentences.flatMap((sentence, index) => {
    const text = article.text.slice(sentence.start, sentence.end);
    const context = contextOf(article, sentences, index);
    const base = { article, sentence, text, context };
    const inSentence = named.filter(
      ({ start, end }) => start >= sentence.start && end <= sentence.end,
    );
    const dates = datesOf(article, sentence, text, inSentence);
    if (dates.length === 0) {
      if (inSentence.length > 0) return [];
      const clause = { start: 0, end: text.length };
      return [{ ...base, clause, date: null, dateRange: null, role: 'event' as const }];
    }
    const clauses = clausesOf(text, dates, sentence.language);
    return dates.map(({ start, end, date }, at): EventMention => {
      const sides = { before: text.slice(0, start), after: text.slice(end) };
      return {
        ...base,
        clause: clauses[at] ?? { start: 0, end: text.length },
        date,
        dateRange: { start: sentence.start + start, end: sentence.start + end },
        role: roleOf(sides, sentence.language, date, article.published),
      };
    });
  });
}

interface DatedRange extends Range {
  readonly date: CalendarDate;
}

/** Every date that an article names, with its place in the article, in order. */
function namedDates({ text, published }: Article): DatedRange[] {
  const context = { language: languageOf(text), reference: published };
  return findTemporalExpressions(text, context).flatMap(({ start, end, kind, value, modifier }) => {
    const date = kind === 'date' ? calendarDateOf(value, modifier) : null;
    return date ? [{ start, end, date }] : [];
  });
}

/** The dates that a sentence gives to events, each once, with their places in the sentence. */
function datesOf(
  { published }: Article,
  sentence: QuotableSentence,
  text: string,
  named: readonly DatedRange[],
): DatedRange[] {
  const dates = new Map<string, DatedRange>();
  for (const { start, end, date } of named) {
    const range = { start: start - sentence.start, end: end - sentence.start };
    const sides = { before: text.slice(0, range.start), after: text.slice(range.end) };
    const isOver = published === null || date.first <= published;
    if (dates.has(date.value) || (isOver && isSpanOfState(sides, sentence.language))) continue;
    dates.set(date.value, { ...range, date });
  }
  return [...dates.values()];
}

/** What stands before a sentence in its paragraph. */
function contextOf(
  { text }: Article,
  sentences: readonly QuotableSentence[],
  index: number,
): string {
  const sentence = sentences[index];
  if (!sentence) return '';
  let start = sentence.start;
  for (let before = index - 1; before >= 0; before -= 1) {
    const previous = sentences[before];
    if (!previous || sentence.start - previous.start > CONTEXT_LENGTH) break;
    if (text.slice(previous.end, start).includes('\n')) break;
    start = previous.start;
  }
  return text.slice(start, sentence.start);
}
