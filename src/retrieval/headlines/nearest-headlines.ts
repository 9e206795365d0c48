import type { Article } from '../../corpus/index.ts';
import type { Headlines, SearchFilter } from '../answer.ts';
import type { RankedPassage } from '../ranking/rank-passages.ts';
import { matchesFilter } from '../search-filter.ts';
import type { HeadlineIndex } from './headline-index.ts';

/** How many headlines an abstention offers. */
const HEADLINE_COUNT = 3;

/** What a question found that nothing answers. */
export interface NearMiss {
  readonly question: string;
  readonly filter: SearchFilter;
  /** Best first. */
  readonly ranked: readonly RankedPassage[];
}

/**
 * The articles nearest to a question: those of the best-ranked passages, then those whose headlines
 * have its words or similar ones. Where there are none, the latest, and said to be so. All of them
 * pass the filter.
 */
export function nearestHeadlines(
  { question, filter, ranked }: NearMiss,
  articles: ReadonlyMap<string, Article>,
  headlines: HeadlineIndex,
): Headlines {
  const passes = (article: Article) =>
    matchesFilter(article, article.language === 'zh' ? 'zh' : 'en', filter);
  const byHeadline = headlines
    .search(question)
    .flatMap((id) => articles.get(id) ?? [])
    .filter(passes);
  const near = new Set([...ranked.map(({ article }) => article), ...byHeadline]);
  if (near.size > 0) return { are: 'near', items: firstOf(near) };
  const latest = [...articles.values()]
    .filter(passes)
    .toSorted((a, b) => (b.published ?? '').localeCompare(a.published ?? ''));
  return { are: 'latest', items: firstOf(latest) };
}

function firstOf(articles: Iterable<Article>): Headlines['items'] {
  return [...articles].slice(0, HEADLINE_COUNT).map(({ id, title }) => ({ articleId: id, title }));
}
