import type { Article } from './article.ts';

/**
 * Whether an article is one of several versions: of pages that were fetched from one address at
 * different times.
 */
export function isVersion(article: Article, articles: readonly Article[]): boolean {
  const { retrieved, url, id } = article;
  if (retrieved === null || url === null) return false;
  return articles.some((other) => other.url === url && other.retrieved !== null && other.id !== id);
}

/** The articles that are versions of others, by id, each with all versions, newest first. */
export function groupVersions(
  articles: readonly Article[],
): ReadonlyMap<string, readonly Article[]> {
  const byAddress = new Map<string, Article[]>();
  for (const article of articles) {
    if (article.retrieved === null || article.url === null) continue;
    const known = byAddress.get(article.url);
    if (known) known.push(article);
    else byAddress.set(article.url, [article]);
  }
  const versions = new Map<string, readonly Article[]>();
  for (const group of byAddress.values()) {
    if (group.length === 1) continue;
    const newestFirst = group.toSorted((one, other) =>
      (other.retrieved ?? '').localeCompare(one.retrieved ?? ''),
    );
    for (const { id } of group) versions.set(id, newestFirst);
  }
  return versions;
}
