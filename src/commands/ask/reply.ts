import { formatCount, messagesFor } from '../../i18n/index.ts';
import { type Answer, matchesFilter } from '../../retrieval/index.ts';
import { commandMessages } from '../messages.ts';
import type { Page, PagedReply } from '../paging.ts';
import type { Block, Reply } from '../reply.ts';
import { indexFooter, noArticlesReply, quoteBlock, textBlock } from '../reply-parts.ts';
import { abstentionBlocks } from './abstention.ts';
import { answerActions } from './actions.ts';
import { contextReply } from './context.ts';
import { quoteAt } from './found-quotes.ts';
import { toFilter } from './input.ts';
import { askMessages } from './messages.ts';
import { type AskParts, visibilityOf } from './parts.ts';
import { sourcesReply } from './sources.ts';

/** What was asked for: a page of quotes, of their contexts or of their sources; or why there is none. */
export function askReply(parts: AskParts): Reply | PagedReply {
  const { input, found, generation, call } = parts;
  const { locale } = call;
  const { question } = found.answer;
  const { articles } = generation.corpus;
  const filter = toFilter(input);
  if (articles.length === 0) return noArticlesReply(question, locale);
  if (!articles.some((article) => matchesFilter(article, filter.language ?? 'en', filter))) {
    return {
      locale,
      visibility: 'private',
      heading: question,
      blocks: [textBlock(messagesFor(askMessages, locale).noArticleFits)],
      footer: indexFooter(generation, locale),
    };
  }
  if (found.answer.abstained) return abstentionReply(parts);
  if (input.show === 'context') return contextReply(parts);
  if (input.show === 'sources') return sourcesReply(parts);
  return quotesReply(parts);
}

function abstentionReply(parts: AskParts): Reply {
  const { found, generation, call } = parts;
  const { answer } = found;
  const { locale } = call;
  return {
    locale,
    visibility: visibilityOf(parts),
    heading: answer.question,
    blocks: [
      ...correctionBlocks(answer, locale),
      ...abstentionBlocks(answer, generation.corpus.byId, locale),
    ],
    footer: indexFooter(generation, locale),
  };
}

function quotesReply(parts: AskParts): PagedReply {
  const { input, found, generation, feedback, call } = parts;
  const { locale } = call;
  return {
    count: found.count,
    start: found.first,
    most: input.limit,
    unit: (index) => {
      const { quote, echoes } = quoteAt(index, found);
      return { blocks: [quoteBlock([quote, ...echoes], generation, locale)] };
    },
    around: (page, blocks) => ({
      locale,
      visibility: visibilityOf(parts),
      heading: found.answer.question,
      blocks: [...sharedBlocks(parts), ...correctionBlocks(found.answer, locale), ...blocks],
      footer: `${countOf(page, parts)} · ${indexFooter(generation, locale)}`,
      actions: answerActions(page, parts),
      ...feedback,
    }),
  };
}

/** Says who shows others what they alone had seen. */
function sharedBlocks({ input, call: { person, locale } }: AskParts): Block[] {
  if (!input.share || person === null) return [];
  return [textBlock(messagesFor(askMessages, locale).sharedBy(person.name), 'subtle')];
}

/** Says which words were taken for others, so that nobody is surprised by the answer. */
function correctionBlocks(
  { corrections }: Answer,
  locale: AskParts['call']['locale'],
): readonly Block[] {
  const { showingResultsFor } = messagesFor(askMessages, locale);
  return corrections.map(({ from, to }) => textBlock(showingResultsFor(to, from), 'subtle'));
}

function countOf({ first, end }: Page, { found, call: { locale } }: AskParts): string {
  const { quotesShown, position } = messagesFor(commandMessages, locale);
  const count = (number: number) => formatCount(number, locale);
  return first === 0
    ? quotesShown(count(end), count(found.count))
    : position(count(first + 1), count(end), count(found.count));
}
