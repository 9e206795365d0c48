import { contentHashOf } from '../../src/corpus/build-article.ts';
import type { Article } from '../../src/corpus/index.ts';

let count = 0;

/** An article for a test. What is left out is made up; the id is new each time. */
export function createArticle(fields: Partial<Article> & Pick<Article, 'text'>): Article {
  count += 1;
  const id = fields.id ?? `article-${count}`;
  const article = {
    id,
    file: `${id}.md`,
    title: 'A headline',
    publisher: 'The Gazette',
    published: '2024-05-03',
    url: null,
    language: 'en',
    retrieved: null,
    bodyStart: 0,
    inferred: [],
    ...fields,
  };
  return { ...article, contentHash: fields.contentHash ?? contentHashOf(article) };
}

/** Articles by their id. */
export function byId(articles: readonly Article[]): ReadonlyMap<string, Article> {
  return new Map(articles.map((article) => [article.id, article]));
}
