import { formatDate, type Locale } from '../../i18n/index.ts';
import type { Generation } from '../../library/index.ts';
import type { Quote, RankedQuote } from '../../retrieval/index.ts';
import { commandMessages } from '../messages.ts';
import { itemAt, type Page, type PagedReply, type Unit, wholePage } from '../paging.ts';
import type { Block, Reply } from '../reply.ts';
import { indexFooter, quoteBlock, sourceOfQuote, textBlock } from '../reply-parts.ts';
import { limitOf, startOf, viewActions } from './actions.ts';
import { type AskParts, quotesOnPage, visibilityOf } from './found-quotes.ts';
import { askMessages } from './messages.ts';

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
  /** Its rank in the answer, from 1. */
  readonly rank: number;
  readonly sourceCount: number;
}

/**
 * Every source of the quotes that more than one has. Where another source has the same words, its
 * name is enough; where it has others, they are quoted as well.
 */
export function sourcesReply(parts: AskParts): Reply | PagedReply {
  const { input, found, generation, call } = parts;
  const first = Math.min(found.first, Math.max(0, found.count - input.limit));
  const quotes = quotesOnPage({ first, end: first + input.limit }, found);
  const told = quotes.flatMap((each, index) => sourcesOf(each, first + index + 1));
  const optionsAt = (index: number) => ({
    ...limitOf(input.limit),
    ...startOf(first),
    show: 'sources',
    ...(index > 0 && { part: String(index + 1) }),
  });
  const around = (page: Page, blocks: readonly Block[]): Reply => ({
    locale: call.locale,
    visibility: visibilityOf(parts),
    heading: found.answer.question,
    blocks,
    footer: indexFooter(generation, call.locale),
    actions: viewActions(page, told.length, optionsAt, parts),
  });
  if (told.length === 0) {
    const { noOtherSources } = askMessages[call.locale];
    return around(wholePage(0), [textBlock(noOtherSources)]);
  }
  return {
    count: told.length,
    start: (input.part ?? 1) - 1,
    most: SOURCES_AT_ONCE,
    unit: (index) => sourceUnit(itemAt(told, index), parts),
    around,
  };
}

const ORDER: readonly Told['words'][] = ['shown', 'sameWords', 'otherWords'];

/** The hash is of the words. */
function wordsOf(duplicate: Quote, quote: Quote): Told['words'] {
  return duplicate.hash === quote.hash ? 'sameWords' : 'otherWords';
}

/** The quote that is shown, then who has the same words, then who has others. */
function sourcesOf({ quote, duplicates }: RankedQuote, rank: number): readonly Told[] {
  if (duplicates.length === 0) return [];
  const statement = { rank, sourceCount: duplicates.length + 1 };
  return [
    { quote, statement, words: 'shown' },
    ...duplicates
      .map((duplicate) => ({ quote: duplicate, statement, words: wordsOf(duplicate, quote) }))
      .toSorted((one, other) => ORDER.indexOf(one.words) - ORDER.indexOf(other.words)),
  ];
}

/** Says of whose statement it is a source and in which words, also where a page begins with it. */
function sourceUnit({ quote, statement, words }: Told, { generation, call }: AskParts): Unit {
  const { locale } = call;
  const messages = askMessages[locale];
  const { rank, sourceCount } = statement;
  const heading = messages.sourcesOfQuote(rank, sourceCount);
  return {
    headings: [
      textBlock(heading, 'heading'),
      ...(words === 'shown' ? [] : [textBlock(messages[words], 'subtle')]),
    ],
    blocks: [
      words === 'sameWords'
        ? nameOf(quote, generation, locale)
        : quoteBlock([quote], generation, locale),
    ],
  };
}

function nameOf(quote: Quote, generation: Generation, locale: Locale): Block {
  const source = sourceOfQuote(quote, generation, locale);
  const { publisher, published, title, url, version } = source;
  const { undated } = commandMessages[locale];
  const date = published === null ? undated : formatDate(published, locale);
  return {
    type: 'list',
    items: [{ text: title, detail: [publisher, date, version ?? []].flat().join(' · '), url }],
  };
}
