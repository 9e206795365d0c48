import type { Article } from '../corpus/index.ts';
import type { Headline, SearchFilter } from './answer.ts';
import type { RankedPassage } from './ranking/rank-passages.ts';
import { matchesFilter } from './search-filter.ts';

/** How many headlines an abstention offers. */
const HEADLINE_COUNT = 3;

/**
 * The articles nearest to a question that nothing answers: those of the best-ranked passages first,
 * then the latest ones that pass the filter.
 */
export function nearestHeadlines(
  ranked: readonly RankedPassage[],
  articles: ReadonlyMap<string, Article>,
  filter: SearchFilter,
): Headline[] {
  const near = new Set([...ranked.map(({ article }) => article), ...latestFirst(articles, filter)]);
  return [...near].slice(0, HEADLINE_COUNT).map(({ id, title }) => ({ articleId: id, title }));
}

function latestFirst(articles: ReadonlyMap<string, Article>, filter: SearchFilter): Article[] {
  return [...articles.values()]
    .filter((article) => matchesFilter(article, article.language === 'zh' ? 'zh' : 'en', filter))
    .toSorted((a, b) => (b.published ?? '').localeCompare(a.published ?? ''));
}
