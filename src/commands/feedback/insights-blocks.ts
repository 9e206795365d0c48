import type { PassageReference, QuestionGroup, WrongPassage } from '../../feedback/index.ts';
import { formatDate, type Locale } from '../../i18n/index.ts';
import type { Generation } from '../../library/index.ts';
import { createQuote, type Quote, QuoteError, verifyQuote } from '../../retrieval/index.ts';
import type { Unit } from '../paging.ts';
import { quoteBlock, textBlock } from '../reply-parts.ts';
import { feedbackMessages } from './messages.ts';

/** A question with how many asked it, how often and when. */
export function unansweredUnit(group: QuestionGroup, locale: Locale): Unit {
  const messages = feedbackMessages[locale].insights;
  const detail = [
    messages.people(group.people),
    messages.times(group.times),
    daysOf(group, locale),
  ].join(' · ');
  return { item: { text: group.question, detail, url: null } };
}

/** A passage under the question for which it is wrong. */
export function wrongUnit(wrong: WrongPassage, generation: Generation, locale: Locale): Unit {
  const messages = feedbackMessages[locale].insights;
  const { people, peopleForIt, passage, question } = wrong;
  const note = [
    messages.markedWrong(people),
    ...(peopleForIt > 0 ? [messages.markedRight(peopleForIt)] : []),
    daysOf(wrong, locale),
  ].join(' · ');
  const quote = findQuote(passage, generation);
  const heading = textBlock(question, 'heading');
  if (quote) {
    const block = { ...quoteBlock([quote], generation, locale), note, isCompact: true };
    return { blocks: [heading, block] };
  }
  const gone = textBlock(messages.passageGone(passage.articleId), 'subtle');
  return { blocks: [heading, gone, textBlock(note, 'subtle')] };
}

/** A passage as it can be quoted now; null when the articles no longer hold it word for word. */
function findQuote(passage: PassageReference, generation: Generation): Quote | null {
  const article = generation.corpus.byId.get(passage.articleId);
  if (!article) return null;
  const quote = { ...createQuote(article, passage, []), hash: passage.hash };
  try {
    verifyQuote(quote, generation.corpus.byId);
    return quote;
  } catch (error) {
    if (error instanceof QuoteError) return null;
    throw error;
  }
}

/** In UTC. */
function daysOf({ firstAt, lastAt }: Pick<QuestionGroup, 'firstAt' | 'lastAt'>, locale: Locale) {
  const dayOf = (time: number) => formatDate(new Date(time).toISOString().slice(0, 10), locale);
  return feedbackMessages[locale].insights.between(dayOf(firstAt), dayOf(lastAt));
}
