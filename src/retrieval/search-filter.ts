import type { Article } from '../corpus/index.ts';
import type { PassageLanguage } from '../language/index.ts';
import { foldWord } from '../language/index.ts';
import type { SearchFilter } from './answer.ts';

/** Whether an article, and a language of one of its passages, pass every condition that is given. */
export function matchesFilter(
  article: Article,
  language: PassageLanguage,
  filter: SearchFilter,
): boolean {
  if (filter.language !== undefined && filter.language !== language) return false;
  return isInFilter(article, filter);
}

/** Whether an article passes every condition on articles, whatever language its passages have. */
export function isInFilter(article: Article, filter: SearchFilter): boolean {
  if (filter.source !== undefined && !matchesSource(article, filter.source)) return false;
  if (filter.from === undefined && filter.to === undefined) return true;
  if (article.published === null) return false;
  if (filter.from !== undefined && article.published < filter.from) return false;
  return filter.to === undefined || article.published <= filter.to;
}

/** Whether `source` is part of an article's publisher, title, id or file name, without case and accents. */
export function matchesSource(
  article: Pick<Article, 'publisher' | 'title' | 'id' | 'file'>,
  source: string,
): boolean {
  const wanted = foldWord(source.trim());
  return [article.publisher, article.title, article.id, article.file].some((name) =>
    foldWord(name).includes(wanted),
  );
}
