import type { Analyser } from '../../language/index.ts';
import type { RankedQuote } from '../answer.ts';
import type { Wording } from '../query/phrase-filter.ts';
import type { Question } from '../query/question.ts';
import { createFinder } from '../ranking/matches.ts';
import type { QuoteGroup } from './group-near-duplicates.ts';
import { markMatches } from './marks.ts';
import { createQuote, type Quote } from './quote.ts';
import type { SelectedQuote } from './quote-selection.ts';

/**
 * Makes quotes of what was selected, and marks in them what was asked for: in all sentences of a
 * quote, also in one that stands before the passage.
 */
export function createQuoter(
  analyser: Analyser,
  wording: Wording,
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
      ...wording.placesIn(words, whole),
    ];
    const marks = markMatches(words, whole, places);
    return createQuote(
      article,
      selected,
      marks.map((mark) => ({ start: mark.start + start, end: mark.end + start })),
    );
  }

  return ({ shown, score, echoes }) => ({
    quote: quoteOf(shown),
    language: shown.language,
    score,
    echoes: echoes.map(quoteOf),
  });
}
