import { z } from 'zod';
import { type Article, UNKNOWN_PUBLISHER } from '../../corpus/index.ts';
import {
  counted,
  createTranslations,
  formatDate,
  type Locale,
  localised,
  text,
} from '../../i18n/index.ts';
import type { Generation } from '../../library/index.ts';
import { matchesSource } from '../../retrieval/index.ts';
import type { Command } from '../command.ts';
import { commandMessages } from '../messages.ts';
import { optionSchemas, parseOptions, sourceOption } from '../options.ts';
import { hasOtherPages, itemAt, type PagedReply, turnActions } from '../paging.ts';
import type { ListItem, Reply } from '../reply.ts';
import { indexFooter, noArticlesReply, textBlock, versionOf } from '../reply-parts.ts';

/** The most articles of one page: what is read at a glance. */
const PAGE_ARTICLES = 15;

/** What `/sources` says, and what is said of an article. */
export const sourcesMessages = createTranslations(
  {
    heading: (articles: number) => counted(articles, 'article'),
    matching: (matching: number, all: number) => text`${matching} of ${counted(all, 'article')}`,
    noMatch: (query: string) =>
      `No title or publisher matches “${query}”. To search the texts, use /ask.`,
    languages: { en: 'English', zh: 'Chinese' },
    by: (author: string) => `by ${author}`,
    inferred: (details: string) => `inferred: ${details}`,
    details: { publisher: 'publisher', published: 'date' },
  },
  (zh) => ({
    heading: (articles) => zh`共 ${articles} 篇文章`,
    matching: (matching, all) => zh`${matching} 篇文章，共 ${all} 篇`,
    noMatch: (query) => zh`没有标题或出版方与“${query}”相符的文章。如需搜索正文，请使用 /ask。`,
    languages: { en: zh`英文`, zh: zh`中文` },
    by: (author) => zh`作者：${author}`,
    inferred: (details) => zh`推断得出：${details}`,
    details: { publisher: zh`出版方`, published: zh`日期` },
  }),
);

/** `/sources`: what the bot has read, latest first. */
export const sourcesCommand: Command = {
  definition: {
    name: 'sources',
    description: localised('List the articles that answers quote', '列出回答所引用的文章'),
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
  const messages = sourcesMessages[locale];
  const all = generation.corpus.articles;
  const heading =
    query === undefined
      ? messages.heading(all.length)
      : messages.matching(articles.length, all.length);
  if (all.length === 0) return noArticlesReply(heading, locale);
  const common = { locale, visibility: 'public', heading } as const;
  const footer = indexFooter(generation, locale);
  if (articles.length === 0) {
    return { ...common, blocks: [textBlock(messages.noMatch(query ?? ''))], footer };
  }
  const count = articles.length;
  const callAt = (index: number) => ({
    command: 'sources',
    options: { start: String(index + 1), ...(query !== undefined && { query }) },
  });
  const toItem = (article: Article) => {
    const version = versionOf(article, all, locale);
    const item = articleItem(article, locale);
    return version === null ? item : { ...item, detail: `${item.detail} · ${version}` };
  };
  return {
    count,
    start: start - 1,
    most: PAGE_ARTICLES,
    unit: (index) => ({ item: toItem(itemAt(articles, index)) }),
    around: (page, blocks) => ({
      ...common,
      blocks,
      footer,
      ...(hasOtherPages(page) && { actions: turnActions(page, count, callAt, locale) }),
    }),
    whole: () => ({ ...common, blocks: [{ type: 'list', items: articles.map(toItem) }], footer }),
  };
}

/** An article in a list. */
export function articleItem(article: Article, locale: Locale): ListItem {
  return { text: article.title, detail: articleDetail(article, locale), url: article.url };
}

/** Who published an article, who wrote it, when, in which language, and whether publisher and date are inferred. */
export function articleDetail(article: Article, locale: Locale): string {
  const { languages, inferred, details, by } = sourcesMessages[locale];
  const { publisherUnknown, undated, listSeparator } = commandMessages[locale];
  const { language } = article;
  const publisher = article.publisher === UNKNOWN_PUBLISHER ? null : article.publisher;
  const published = article.published && formatDate(article.published, locale);
  const guessed = [
    ...(publisher !== null && article.inferred.includes('publisher') ? [details.publisher] : []),
    ...(published !== null && article.inferred.includes('published') ? [details.published] : []),
  ];
  return [
    publisher ?? publisherUnknown,
    ...(article.author === undefined ? [] : [by(article.author)]),
    published ?? undated,
    language === 'en' || language === 'zh' ? languages[language] : language,
    ...(guessed.length > 0 ? [inferred(guessed.join(listSeparator))] : []),
  ].join(' · ');
}

/** An article in JSON: its metadata without its text. */
export function articleJson(article: Article) {
  const { id, file, title, publisher, published, language, url, retrieved, inferred } = article;
  const fetched = retrieved !== null && { retrieved };
  return { id, file, title, publisher, published, language, url, ...fetched, inferred };
}
