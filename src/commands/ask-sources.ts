import { formatCount, formatDate, messagesFor } from '../i18n/index.ts';
import type { Quote, RankedQuote } from '../retrieval/index.ts';
import { limitOf, startOf, viewActions } from './ask-actions.ts';
import { askMessages } from './ask-messages.ts';
import type { AskParts } from './ask-parts.ts';
import { quotesOnPage } from './found-quotes.ts';
import { commandMessages } from './messages.ts';
import { type Page, pageFrom } from './paging.ts';
import type { Block, ListBlock, Reply } from './reply.ts';
import { articleOf, indexFooter, quoteBlock, sourceOf, textBlock } from './reply-parts.ts';

/** The most sources of a page. */
const SOURCES_AT_ONCE = 10;

/** One article that has a quote. */
interface Told {
  readonly quote: Quote;
  /** Whose quote it is. */
  readonly statement: Statement;
  readonly words: 'shown' | 'same' | 'other';
}

/** A quote that other articles have too. */
interface Statement {
  /** Its place in the answer, from 1. */
  readonly place: number;
  readonly sourceCount: number;
}

/**
 * Every source of the quotes that more than one has. Where another source has the same words, its
 * name is enough; where it has others, they are quoted as well.
 */
export function sourcesReply(parts: AskParts): Reply {
  const { input, found, generation, call } = parts;
  const { locale, fits } = call;
  const first = Math.min(found.first, Math.max(0, found.count - input.limit));
  const quotes = quotesOnPage({ first, end: first + input.limit }, found);
  const told = quotes.flatMap((each, index) => sourcesOf(each, first + index + 1));
  const optionsAt = (place: number) => ({
    ...limitOf(input.limit),
    ...startOf(first),
    show: 'sources',
    ...(place > 0 && { part: String(place + 1) }),
  });
  const show = (page: Page): Reply => ({
    locale,
    visibility: 'public',
    heading: found.answer.question,
    blocks:
      told.length === 0
        ? [textBlock(messagesFor(askMessages, locale).noOtherSources)]
        : sourceBlocks(told.slice(page.first, page.end), parts),
    footer: indexFooter(generation, locale),
    actions: viewActions(page, told.length, optionsAt, parts),
  });
  return show(
    pageFrom((input.part ?? 1) - 1, {
      count: told.length,
      most: SOURCES_AT_ONCE,
      fits: (page) => fits?.(show(page)) ?? true,
    }),
  );
}

/** The quote that is shown, then who has the same words, then who has others. */
function sourcesOf({ quote, echoes }: RankedQuote, place: number): readonly Told[] {
  if (echoes.length === 0) return [];
  const statement = { place, sourceCount: echoes.length + 1 };
  const isSame = (echo: Quote) => echo.hash === quote.hash;
  return [
    { quote, statement, words: 'shown' },
    ...echoes.filter(isSame).map((echo) => ({ quote: echo, statement, words: 'same' as const })),
    ...echoes
      .filter((echo) => !isSame(echo))
      .map((echo) => ({ quote: echo, statement, words: 'other' as const })),
  ];
}

/** A page can begin among the sources of a statement: then it says of which one. */
function sourceBlocks(told: readonly Told[], { generation, call }: AskParts): readonly Block[] {
  const { locale } = call;
  const messages = messagesFor(askMessages, locale);
  const blocks: Block[] = [];
  let statement: Statement | null = null;
  let list: ListBlock['items'][number][] | null = null;
  for (const each of told) {
    if (each.statement !== statement) {
      ({ statement } = each);
      const { place, sourceCount } = statement;
      const [number, count] = [formatCount(place, locale), formatCount(sourceCount, locale)];
      blocks.push(textBlock(messages.sourcesOfQuote(number, count, sourceCount === 1), 'heading'));
      list = null;
    }
    if (each.words === 'same') {
      if (list === null) {
        list = [];
        blocks.push(textBlock(messages.sameWords, 'subtle'), { type: 'list', items: list });
      }
      list.push(listItem(each.quote));
    } else {
      const block = quoteBlock([each.quote], generation, locale);
      blocks.push(each.words === 'other' ? { ...block, label: messages.otherWords } : block);
    }
  }
  return blocks;

  function listItem(quote: Quote): ListBlock['items'][number] {
    const { publisher, published, title, url } = sourceOf(articleOf(quote, generation), locale);
    const { dateNotStated } = messagesFor(commandMessages, locale);
    const date = published === null ? dateNotStated : formatDate(published, locale);
    return { text: title, detail: `${publisher} · ${date}`, url };
  }
}
