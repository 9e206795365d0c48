import { messagesFor } from '../../i18n/index.ts';
import type { PagedReply } from '../paging.ts';
import { articleOf, indexFooter, quoteBlock, textBlock } from '../reply-parts.ts';
import { limitOf, startOf, viewActions } from './actions.ts';
import { quoteAt } from './found-quotes.ts';
import { askMessages } from './messages.ts';
import { type AskParts, visibilityOf } from './parts.ts';
import { widenQuote } from './widen-quote.ts';

/** The quotes with the sentences around them, each a longer quote with the first one marked in it. */
export function contextReply(parts: AskParts): PagedReply {
  const { input, found, generation, call } = parts;
  const { locale } = call;
  const { aroundQuotes } = messagesFor(askMessages, locale);
  const optionsAt = (place: number) => ({
    ...limitOf(input.limit),
    ...startOf(place),
    show: 'context',
  });
  return {
    count: found.count,
    start: found.first,
    most: input.limit,
    unit: (index) => {
      const { quote } = quoteAt(index, found);
      const wide = widenQuote(quote, articleOf(quote, generation));
      return { blocks: [quoteBlock([wide], generation, locale)] };
    },
    around: (page, blocks) => ({
      locale,
      visibility: visibilityOf(parts),
      heading: found.answer.question,
      blocks: [textBlock(aroundQuotes, 'subtle'), ...blocks],
      footer: indexFooter(generation, locale),
      actions: viewActions(page, found.count, optionsAt, parts),
    }),
  };
}
