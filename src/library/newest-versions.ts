import { type Article, groupVersions } from '../corpus/index.ts';
import type { Collection, Quote } from '../retrieval/index.ts';
import type { TimelineEntry } from '../timeline/index.ts';
import type { GenerationIndex } from './index-host.ts';

/** What a generation answers from. */
export interface Answers {
  readonly collection: Collection;
  readonly timeline: () => Promise<readonly TimelineEntry[]>;
}

/**
 * What an index gives, where versions of one article say the same only as the newest of them: they are
 * one source, not several.
 */
export function withNewestVersions(index: GenerationIndex, articles: readonly Article[]): Answers {
  const versions = groupVersions(articles);
  if (versions.size === 0) return { collection: index, timeline: () => index.timeline() };
  const once = <Item extends Statement>(item: Item) => sayOnce(item, versions);
  return {
    collection: {
      passageCount: index.passageCount,
      findClaims: (...how) => index.findClaims(...how),
      // Each version is proof by itself.
      verify: (...how) => index.verify(...how),
      ask: async (...how) => {
        const answer = await index.ask(...how);
        return { ...answer, quotes: answer.quotes.map(once) };
      },
    },
    timeline: async () => {
      const entries = await index.timeline();
      return entries.map((entry) => {
        const [first, ...others] = entry.reports;
        return { ...entry, reports: [once(first), ...others.map(once)] };
      });
    },
  };
}

/** A quote, and those of other articles that say the same. */
interface Statement {
  readonly quote: Quote;
  readonly duplicates: readonly Quote[];
}

function sayOnce<Item extends Statement>(
  item: Item,
  versions: ReadonlyMap<string, readonly Article[]>,
): Item {
  const all = [item.quote, ...item.duplicates];
  if (!all.some(({ articleId }) => versions.has(articleId))) return item;
  const newest = (quote: Quote): Quote => {
    const group = versions.get(quote.articleId) ?? [];
    for (const { id } of group) {
      const same = all.find(({ articleId }) => articleId === id);
      if (same !== undefined) return same;
    }
    return quote;
  };
  const [quote = item.quote, ...duplicates] = new Set(all.map(newest));
  return { ...item, quote, duplicates };
}
