import { formatCount, formatDate, messagesFor } from '../../i18n/index.ts';
import type { Quote, RankedQuote } from '../../retrieval/index.ts';
import { commandMessages } from '../messages.ts';
import { type Page, pageFrom } from '../paging.ts';
import type { Block, Reply } from '../reply.ts';
import { articleOf, indexFooter, quoteBlock, sourceOf, textBlock } from '../reply-parts.ts';
import { limitOf, startOf, viewActions } from './actions.ts';
import { quotesOnPage } from './found-quotes.ts';
import { askMessages } from './messages.ts';
import type { AskParts } from './parts.ts';

/** The most sources of a page. */
const SOURCES_AT_ONCE = 10;

/** One article that has a quote. */
interface Told {
  readonly quote: Quote;
  /** Whose quote it is. */
  readonly statement: Statement;
  readonly words: 'shown' | 'sameWords' | 'otherWords';
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

const ORDER: readonly Told['words'][] = ['shown', 'sameWords', 'otherWords'];

/** The hash is of the words. */
function wordsOf(echo: Quote, quote: Quote): Told['words'] {
  return echo.hash === quote.hash ? 'sameWords' : 'otherWords';
}

/** The quote that is shown, then who has the same words, then who has others. */
function sourcesOf({ quote, echoes }: RankedQuote, place: number): readonly Told[] {
  if (echoes.length === 0) return [];
  const statement = { place, sourceCount: echoes.length + 1 };
  return [
    { quote, statement, words: 'shown' },
    ...echoes
      .map((echo) => ({ quote: echo, statement, words: wordsOf(echo, quote) }))
      .toSorted((one, other) => ORDER.indexOf(one.words) - ORDER.indexOf(other.words)),
  ];
}

/** A page can begin among the sources of a statement: then it says again which one, and in which words. */
function sourceBlocks(told: readonly Told[], { generation, call }: AskParts): readonly Block[] {
  const { locale } = call;
  const messages = messagesFor(askMessages, locale);
  return told.flatMap((each, index): Block[] => {
    const before = told[index - 1];
    const isOfAnother = before?.statement !== each.statement;
    const isAgain = !isOfAnother && before?.words === each.words;
    return [
      ...(isOfAnother ? [headingOf(each.statement)] : []),
      ...(isAgain || each.words === 'shown' ? [] : [textBlock(messages[each.words], 'subtle')]),
      each.words === 'sameWords'
        ? nameOf(each.quote)
        : quoteBlock([each.quote], generation, locale),
    ];
  });

  function headingOf({ place, sourceCount }: Statement): Block {
    const [number, count] = [formatCount(place, locale), formatCount(sourceCount, locale)];
    return textBlock(messages.sourcesOfQuote(number, count, sourceCount === 1), 'heading');
  }

  function nameOf(quote: Quote): Block {
    const { publisher, published, title, url } = sourceOf(articleOf(quote, generation), locale);
    const { dateNotStated } = messagesFor(commandMessages, locale);
    const date = published === null ? dateNotStated : formatDate(published, locale);
    return { type: 'list', items: [{ text: title, detail: `${publisher} · ${date}`, url }] };
  }
}
