import { messagesFor } from '../../i18n/index.ts';
import { type Page, pageFrom } from '../paging.ts';
import type { Reply } from '../reply.ts';
import { articleOf, indexFooter, quoteBlock, textBlock } from '../reply-parts.ts';
import { limitOf, startOf, viewActions } from './actions.ts';
import { quotesOnPage } from './found-quotes.ts';
import { askMessages } from './messages.ts';
import type { AskParts } from './parts.ts';
import { widenQuote } from './widen-quote.ts';

/** The quotes with the sentences around them, each a longer quote with the first one marked in it. */
export function contextReply(parts: AskParts): Reply {
  const { input, found, generation, call } = parts;
  const { locale, fits } = call;
  const { aroundQuotes } = messagesFor(askMessages, locale);
  const optionsAt = (place: number) => ({
    ...limitOf(input.limit),
    ...startOf(place),
    show: 'context',
  });
  const show = (page: Page): Reply => ({
    locale,
    visibility: 'public',
    heading: found.answer.question,
    blocks: [
      textBlock(aroundQuotes, 'subtle'),
      ...quotesOnPage(page, found).map(({ quote }) =>
        quoteBlock([widenQuote(quote, articleOf(quote, generation))], generation, locale),
      ),
    ],
    footer: indexFooter(generation, locale),
    actions: viewActions(page, found.count, optionsAt, parts),
  });
  const list = { count: found.count, most: input.limit };
  return show(pageFrom(found.first, { ...list, fits: (page) => fits?.(show(page)) ?? true }));
}
