import { z } from 'zod';
import { type Article, UNKNOWN_PUBLISHER } from '../corpus/index.ts';
import { formatCount, formatDate, type Locale, localised, messagesFor } from '../i18n/index.ts';
import type { Generation } from '../library/index.ts';
import { matchesSource } from '../retrieval/index.ts';
import type { Command } from './command.ts';
import { commandMessages } from './messages.ts';
import { sourceOption } from './option-definitions.ts';
import { optionSchemas, parseOptions } from './options.ts';
import type { Reply } from './reply.ts';
import { indexFooter, noArticlesReply, textBlock } from './reply-parts.ts';

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
    const schema = z.object({ query: schemas.optionalText('query') });
    const { query } = parseOptions(schema, call.options);
    const generation = library.current();
    const articles = generation.corpus.articles
      .filter((article) => query === undefined || matchesSource(article, query))
      .toSorted((a, b) => (b.published ?? '').localeCompare(a.published ?? ''));
    return {
      reply: toReply(articles, query, generation, call.locale),
      json: () => ({ articles: articles.map(articleJson) }),
    };
  },
};

function toReply(
  articles: readonly Article[],
  query: string | undefined,
  generation: Generation,
  locale: Locale,
): Reply {
  const messages = messagesFor(commandMessages, locale);
  const all = generation.corpus.articles;
  const countOf = (counted: readonly Article[]) => formatCount(counted.length, locale);
  const heading =
    query === undefined
      ? messages.sourcesHeading(countOf(all), all.length)
      : messages.sourcesMatching(countOf(articles), countOf(all));
  if (all.length === 0) return noArticlesReply(heading, locale);
  return {
    locale,
    visibility: 'public',
    heading,
    blocks:
      articles.length === 0
        ? [textBlock(messages.noSourceMatches(query ?? ''))]
        : [
            {
              type: 'list',
              items: articles.map((article) => ({
                text: article.title,
                detail: articleDetail(article, locale),
                url: article.url,
              })),
            },
          ],
    footer: indexFooter(generation, locale),
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
