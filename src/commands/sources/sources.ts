import { z } from 'zod';
import { type Article, UNKNOWN_PUBLISHER } from '../../corpus/index.ts';
import { formatCount, formatDate, type Locale, localised, messagesFor } from '../../i18n/index.ts';
import type { Generation } from '../../library/index.ts';
import { matchesSource } from '../../retrieval/index.ts';
import type { Command } from '../command.ts';
import { commandMessages } from '../messages.ts';
import { optionSchemas, parseOptions, sourceOption } from '../options.ts';
import { hasOtherPages, itemAt, type PagedReply, turnActions } from '../paging.ts';
import type { ListItem, Reply } from '../reply.ts';
import { indexFooter, noArticlesReply, textBlock } from '../reply-parts.ts';

/** The most articles of one page: what is read at a glance. */
const PAGE_ARTICLES = 15;

/** `/sources`: what the bot has read, latest first. */
export const sourcesCommand: Command = {
  definition: {
    name: 'sources',
    description: localised(
      'List the articles that answers are quoted from',
      '列出作答所引用的文章',
      '列出作答所引用的文章',
    ),
    access: 'everyone',
    subcommands: [],
    options: [sourceOption('query')],
  },

  run: async (call, { library }) => {
    const schemas = optionSchemas(call.locale);
    const { query, start = 1 } = parseOptions(
      z.object({ query: schemas.optionalText('query'), start: schemas.position('start') }),
      call.options,
    );
    const generation = library.current();
    const articles = generation.corpus.articles
      .filter((article) => query === undefined || matchesSource(article, query))
      .toSorted((a, b) => (b.published ?? '').localeCompare(a.published ?? ''));
    return {
      reply: toReply({ articles, query, start, generation, locale: call.locale }),
      json: () => ({ articles: articles.map(articleJson) }),
    };
  },
};

/** What a reply is made of; `start` counts from 1. */
interface SourcesParts {
  readonly articles: readonly Article[];
  readonly query: string | undefined;
  readonly start: number;
  readonly generation: Generation;
  readonly locale: Locale;
}

function toReply(parts: SourcesParts): Reply | PagedReply {
  const { articles, query, start, generation, locale } = parts;
  const messages = messagesFor(commandMessages, locale);
  const all = generation.corpus.articles;
  const countOf = (counted: readonly Article[]) => formatCount(counted.length, locale);
  const heading =
    query === undefined
      ? messages.sourcesHeading(countOf(all), all.length)
      : messages.sourcesMatching(countOf(articles), countOf(all));
  if (all.length === 0) return noArticlesReply(heading, locale);
  const frame = { locale, visibility: 'public', heading } as const;
  const footer = indexFooter(generation, locale);
  if (articles.length === 0) {
    return { ...frame, blocks: [textBlock(messages.noSourceMatches(query ?? ''))], footer };
  }
  const count = articles.length;
  const callAt = (index: number) => ({
    command: 'sources',
    options: { start: String(index + 1), ...(query !== undefined && { query }) },
  });
  const toItem = (article: Article): ListItem => ({
    text: article.title,
    detail: articleDetail(article, locale),
    url: article.url,
  });
  return {
    count,
    start: start - 1,
    most: PAGE_ARTICLES,
    unit: (index) => ({ item: toItem(itemAt(articles, index)) }),
    around: (page, blocks) => ({
      ...frame,
      blocks,
      footer,
      ...(hasOtherPages(page) && { actions: turnActions(page, count, callAt, locale) }),
    }),
    whole: () => ({ ...frame, blocks: [{ type: 'list', items: articles.map(toItem) }], footer }),
  };
}

/** Who published an article, when, in which language, and what of that is inferred. */
export function articleDetail(article: Article, locale: Locale): string {
  const messages = messagesFor(commandMessages, locale);
  const { publisher, published, language } = article;
  const languageName =
    language === 'en' || language === 'zh' ? messages.languages[language] : language;
  const guessed = (['title', 'published', 'language'] as const)
    .filter((key) => article.inferred.includes(key))
    .map((key) => messages.metadataKeys[key]);
  return [
    publisher === UNKNOWN_PUBLISHER ? messages.publisherUnknown : publisher,
    published === null ? messages.dateNotStated : formatDate(published, locale),
    languageName,
    ...(guessed.length > 0 ? [messages.inferred(guessed.join(messages.listSeparator))] : []),
  ].join(' · ');
}

/** An article in JSON: its metadata without its text. */
export function articleJson(article: Article) {
  const { id, file, title, publisher, published, language, url, inferred } = article;
  return { id, file, title, publisher, published, language, url, inferred };
}
