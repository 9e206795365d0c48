import { type Article, UNKNOWN_PUBLISHER } from '../../corpus/index.ts';
import { createBreather } from '../../shared/yield.ts';
import { compareTexts } from './compare-texts.ts';
import type { Suggestion } from './suggestion.ts';
import { createSuggestionList } from './suggestion-list.ts';

/**
 * Headlines, publishers and days: what `collectSuggestions` begins with, and the part that needs no
 * reading. Takes some µs an article.
 *
 * @param breathe is awaited between short steps, to let other work go on.
 */
export async function collectCatalogue(
  articles: ReadonlyMap<string, Article>,
  breathe: () => Promise<void> = createBreather(),
): Promise<Suggestion[]> {
  const headlines = new Set<string>();
  const publishers = new Map<string, number>();
  const days = new Set<string>();
  for (const { title, publisher, published } of latestFirst(articles)) {
    headlines.add(title);
    if (publisher !== UNKNOWN_PUBLISHER) {
      publishers.set(publisher, (publishers.get(publisher) ?? 0) + 1);
    }
    if (published !== null) days.add(published);
  }
  const list = createSuggestionList(breathe);
  await list.put('headline', headlines);
  await list.put('publisher', mostFirst(publishers));
  await list.put('day', days);
  return [...list.suggestions];
}

/** Articles in the order in which their headlines and days are suggested. */
export function latestFirst(articles: ReadonlyMap<string, Article>): readonly Article[] {
  return [...articles.values()].toSorted(
    (a, b) => compareTexts(b.published ?? '', a.published ?? '') || compareTexts(a.id, b.id),
  );
}

function mostFirst(counts: ReadonlyMap<string, number>): readonly string[] {
  return [...counts]
    .toSorted(([one, count], [other, otherCount]) => otherCount - count || compareTexts(one, other))
    .map(([text]) => text);
}
