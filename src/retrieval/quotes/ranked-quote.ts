import { type Analyser } from '../../language/index.ts';
import { widenToGraphemes } from '../../shared/graphemes.ts';
import { type Range } from '../../shared/range.ts';
import type { RankedQuote } from '../answer.ts';
import type { PhraseFilter } from '../query/query-operators.ts';
import type { Question } from '../query/question.ts';
import { createFinder } from '../ranking/matches.ts';
import type { QuoteGroup } from './near-duplicates.ts';
import { createQuote, type Quote } from './quote.ts';
import type { SelectedQuote } from './quote-selection.ts';

/**
 * Makes quotes of what was selected, and marks in them what was asked for: in all sentences of a
 * quote, also in one that stands before the passage.
 */
export function createQuoter(
  analyser: Analyser,
  phraseFilter: PhraseFilter,
): (group: QuoteGroup) => RankedQuote {
  const finders = new Map<Question, ReturnType<typeof createFinder>>();
  const finderOf = (question: Question) => {
    const find = finders.get(question) ?? createFinder(question);
    finders.set(question, find);
    return find;
  };

  function quoteOf(selected: SelectedQuote): Quote {
    const { question, article, start, end } = selected;
    const words = article.text.slice(start, end);
    const whole = { start: 0, end: words.length };
    const places = [
      ...finderOf(question)(analyser.analyse(words)).matches,
      ...phraseFilter.placesIn(words, whole),
    ];
    const marks = markMatches(words, whole, places);
    return createQuote(
      article,
      selected,
      marks.map((mark) => ({ start: mark.start + start, end: mark.end + start })),
    );
  }

  return ({ shown, score, duplicates }) => ({
    quote: quoteOf(shown),
    language: shown.language,
    score,
    duplicates: duplicates.map(quoteOf),
  });
}

/**
 * What to mark inside a quote: the places that matched, sorted, whole graphemes, never overlapping
 * and never outside the quote. Places with nothing but white space or a hyphen between them become
 * one mark, so that "15 September" is marked as a whole.
 */
export function markMatches(text: string, quote: Range, matches: readonly Range[]): Range[] {
  const marks: Range[] = [];
  const sorted = matches
    .map((match) => clip(widenToGraphemes(text, match, quote.start), quote))
    .filter(({ start, end }) => start < end)
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  for (const mark of sorted) {
    const previous = marks.at(-1);
    if (previous && (mark.start <= previous.end || isJoint(text.slice(previous.end, mark.start)))) {
      marks[marks.length - 1] = {
        start: previous.start,
        end: Math.max(previous.end, mark.end),
      };
    } else {
      marks.push(mark);
    }
  }
  return marks;
}

function clip(range: Range, bounds: Range): Range {
  return { start: Math.max(range.start, bounds.start), end: Math.min(range.end, bounds.end) };
}

function isJoint(between: string): boolean {
  return /^[ \u00a0-]{1,2}$/u.test(between);
}
