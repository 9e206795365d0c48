import type { Passage, QuestionGroup, WrongPassage } from '../../feedback/index.ts';
import { formatCount, formatDate, type Locale, messagesFor } from '../../i18n/index.ts';
import type { Generation } from '../../library/index.ts';
import { createQuote, type Quote, QuoteError, verifyQuote } from '../../retrieval/index.ts';
import type { Block } from '../reply.ts';
import { quoteBlock, textBlock } from '../reply-parts.ts';
import { insightsMessages } from './insights-messages.ts';

/** Questions as a list, each with how many asked it, how often and when. */
export function unansweredBlocks(
  groups: readonly QuestionGroup[],
  locale: Locale,
): readonly Block[] {
  const messages = messagesFor(insightsMessages, locale);
  const items = groups.map((group) => ({
    text: group.question,
    detail: [
      messages.people(formatCount(group.people, locale), group.people === 1),
      messages.times(formatCount(group.times, locale), group.times === 1),
      daysOf(group, locale),
    ].join(' · '),
    url: null,
  }));
  return [{ type: 'list', items }];
}

/** Passages, each under the question for which it is wrong. */
export function wrongBlocks(
  passages: readonly WrongPassage[],
  generation: Generation,
  locale: Locale,
): readonly Block[] {
  const messages = messagesFor(insightsMessages, locale);
  return passages.flatMap((wrong): Block[] => {
    const { people, peopleForIt, passage, question } = wrong;
    const note = [
      messages.markedWrong(formatCount(people, locale), people === 1),
      ...(peopleForIt > 0
        ? [messages.foundRight(formatCount(peopleForIt, locale), peopleForIt === 1)]
        : []),
      daysOf(wrong, locale),
    ].join(' · ');
    const quote = findQuote(passage, generation);
    return [
      textBlock(question, 'heading'),
      ...(quote
        ? [{ ...quoteBlock([quote], generation, locale), note, isCompact: true }]
        : [
            textBlock(messages.passageGone(passage.articleId), 'subtle'),
            textBlock(note, 'subtle'),
          ]),
    ];
  });
}

/** A passage as it can be quoted now; null when the articles no longer hold it word for word. */
function findQuote(passage: Passage, generation: Generation): Quote | null {
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
  return messagesFor(insightsMessages, locale).between(dayOf(firstAt), dayOf(lastAt));
}
