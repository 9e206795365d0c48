import type { Article } from '../../corpus/index.ts';
import { languageOf } from '../../language/index.ts';
import { type QuotableSentence, quotableSentences } from '../../retrieval/index.ts';
import { type Range } from '../../shared/range.ts';
import { type CalendarDate, calendarDateOf } from '../calendar-date.ts';
import { readTemporalExpressions } from '../dates/find-temporal-expressions.ts';
import { clausesOf } from './clauses.ts';
import type { EventMention } from './event-mention.ts';
import { roleOf } from './role.ts';
import { isSpanOfState } from './state-spans.ts';

/** How much of what stands before a sentence is kept with it, in UTF-16 units. */
const CONTEXT_LENGTH = 600;

/**
 * How much of an article is read: UTF-16 units of its text, sentences and dates. News stays far below
 * all of them; what does not is a book, or is meant to keep the timeline busy.
 */
export const MOST_READ = { units: 500_000, sentences: 5000, dates: 5000 } as const;

/**
 * What every sentence of an article tells: one mention for each date in it, or one without a date.
 * A sentence that only says since or until when something has been so tells no event. None takes the
 * day of publication, or the date of another sentence, for its own: see docs/timeline.md.
 *
 * In steps, of which some find nothing: whoever takes them can let other work go on in between.
 *
 * @param onCut is told when the article is longer than {@link MOST_READ}, and its end is left out.
 */
export function* findMentions(
  article: Article,
  onCut: () => void = () => {},
): Generator<readonly EventMention[]> {
  const { sentences, dates } = yield* readBeginning(article, onCut);
  let next = 0;
  for (const [index, sentence] of sentences.entries()) {
    // Both are in order, so that each date is looked at once.
    const inSentence: DatedRange[] = [];
    for (let date = dates[next]; date && date.start < sentence.end; date = dates[next]) {
      if (date.start >= sentence.start && date.end <= sentence.end) inSentence.push(date);
      next += 1;
    }
    const context = contextOf(article, sentences, index);
    yield mentionsIn(article, sentence, context, inSentence);
  }
}

interface DatedRange extends Range {
  readonly date: CalendarDate;
}

/** The sentences and dates of an article, in order, up to the first limit of {@link MOST_READ}. */
function* readBeginning(
  article: Article,
  onCut: () => void,
): Generator<
  readonly EventMention[],
  { readonly sentences: readonly QuotableSentence[]; readonly dates: readonly DatedRange[] }
> {
  const { published } = article;
  const text = article.text.slice(0, MOST_READ.units);
  const all = quotableSentences({ ...article, text });
  // Where the text was cut, the last sentence was perhaps as well.
  if (text.length < article.text.length) all.pop();
  const dates: DatedRange[] = [];
  const context = { language: languageOf(text), reference: published };
  let end = all[MOST_READ.sentences - 1]?.end ?? text.length;
  for (const found of readTemporalExpressions(text.slice(0, end), context)) {
    for (const { start, end: dateEnd, kind, value, modifier } of found) {
      const date = kind === 'date' ? calendarDateOf(value, modifier) : null;
      if (date) dates.push({ start, end: dateEnd, date });
    }
    const tooMany = dates[MOST_READ.dates];
    if (tooMany) {
      end = tooMany.start;
      break;
    }
    yield [];
  }
  const sentences = all.filter((sentence) => sentence.end <= end);
  if (text.length < article.text.length || sentences.length < all.length) onCut();
  return { sentences, dates };
}

function mentionsIn(
  article: Article,
  sentence: QuotableSentence,
  context: string,
  inSentence: readonly DatedRange[],
): EventMention[] {
  const text = article.text.slice(sentence.start, sentence.end);
  const base = { article, sentence, text, context };
  const dates = datesOf(article, sentence, text, inSentence);
  if (dates.length === 0) {
    if (inSentence.length > 0) return [];
    const clause = { start: 0, end: text.length };
    return [{ ...base, clause, date: null, dateRange: null, role: 'event' }];
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
}

/** The dates that a sentence gives to events, each once, with their offsets in the sentence. */
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
