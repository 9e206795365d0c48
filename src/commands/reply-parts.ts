import { type Article, isVersion, pageAt, UNKNOWN_PUBLISHER } from '../corpus/index.ts';
import { formatDate, type Locale } from '../i18n/index.ts';
import type { Generation } from '../library/index.ts';
import type { Quote } from '../retrieval/index.ts';
import { commandMessages } from './messages.ts';
import type { Block, QuoteBlock, Reply, Source, TextBlock } from './reply.ts';

/** What a reader is told of an article that is quoted. */
export function sourceOf(article: Article, locale: Locale): Source {
  const { id, publisher, title, published, url } = article;
  const { publisherUnknown } = commandMessages[locale];
  return {
    articleId: id,
    publisher: publisher === UNKNOWN_PUBLISHER ? publisherUnknown : publisher,
    title,
    published,
    url,
  };
}

/** The same of where a quote stands: on which page, and in which version of the article. */
export function sourceOfQuote(quote: Quote, generation: Generation, locale: Locale): Source {
  const article = articleOf(quote, generation);
  const page = pageAt(article, quote.start);
  const version = versionOf(article, generation.corpus.articles, locale);
  return {
    ...sourceOf(article, locale),
    ...(page !== null && { page }),
    ...(version !== null && { version }),
  };
}

/** "p. 3" where a quote's source has pages, or null. */
export function pageLabel({ page }: Source, locale: Locale): string | null {
  return page === undefined ? null : commandMessages[locale].page(page);
}

/** Which version of an article it is, where there are several; null otherwise. */
export function versionOf(
  article: Article,
  articles: readonly Article[],
  locale: Locale,
): string | null {
  const { retrieved } = article;
  if (retrieved === null || !isVersion(article, articles)) return null;
  const day = formatDate(retrieved.slice(0, 10), locale);
  return commandMessages[locale].version(`${day} ${retrieved.slice(11, 16)} UTC`);
}

/** A block for quotes that say the same: the first is shown, the others are counted under it. */
export function quoteBlock(
  quotes: readonly [Quote, ...Quote[]],
  generation: Generation,
  locale: Locale,
): QuoteBlock {
  const [quote, ...duplicates] = quotes;
  return {
    type: 'quote',
    quote,
    source: sourceOfQuote(quote, generation, locale),
    alsoIn: duplicates.map((other) => sourceOfQuote(other, generation, locale)),
    cutBefore: quote.cutBefore,
    cutAfter: quote.cutAfter,
  };
}

/** The article of a quote. */
export function articleOf({ articleId }: Quote, generation: Generation): Article {
  const article = generation.corpus.byId.get(articleId);
  if (!article) throw new Error(`quote of an article that is not in the generation: ${articleId}`);
  return article;
}

/** A block of our own words. */
export function textBlock(text: string, style: TextBlock['style'] = 'normal'): TextBlock {
  return { type: 'text', style, text };
}

/** The last line of a reply: how many articles there are, and of which day the index is. */
export function indexFooter(generation: Generation, locale: Locale): string {
  const { articles } = generation.corpus;
  return commandMessages[locale].indexFooter(articles.length, indexDate(generation, locale));
}

/** The day of the index, in UTC. */
export function indexDate(generation: Generation, locale: Locale): string {
  return formatDate(new Date(generation.builtAt).toISOString().slice(0, 10), locale);
}

/** The reply while there is nothing to quote. */
export function noArticlesReply(heading: string, locale: Locale): Reply {
  return privateReply(heading, [textBlock(commandMessages[locale].noArticles, 'warning')], locale);
}

/** A reply for the asker alone, without a last line unless the rest has one. */
export function privateReply(
  heading: string,
  blocks: readonly Block[],
  locale: Locale,
  rest: Partial<Reply> = {},
): Reply {
  return { locale, visibility: 'private', heading, blocks, footer: null, ...rest };
}
