import MiniSearch from 'minisearch';
import type { Article } from '../corpus/index.ts';
import type { Analyser, Token } from '../language/index.ts';
import type { Headlines, SearchFilter } from './answer.ts';
import type { RankedPassage } from './ranking/rank-passages.ts';
import { matchesFilter } from './search-filter.ts';

/** Finds articles by their headlines, also where a word is misspelt or not finished. */
export interface HeadlineIndex {
  /** Ids of articles, best first. */
  search(text: string): readonly string[];
}

/** Shorter words are near to too many others, in UTF-16 units. */
const SHORTEST_FUZZY = 5;

/** The share of a word's letters that may be other ones. */
const FUZZINESS = 0.2;

/** From this length on the beginning of a word is enough, in UTF-16 units. */
const SHORTEST_PREFIX = 4;

const ALPHABETIC = /^\p{Script=Latin}/u;

/**
 * A {@link HeadlineIndex} on MiniSearch. Headlines are few and short, and whoever asks for one need
 * not know its exact words: what is too loose for finding quotes is right here.
 */
export function createHeadlineIndex(
  articles: Iterable<Article>,
  analyse: Analyser['analyse'],
): HeadlineIndex {
  const isLong = (term: string, shortest: number) =>
    term.length >= shortest && ALPHABETIC.test(term);
  const miniSearch = new MiniSearch<Pick<Article, 'id' | 'title' | 'publisher'>>({
    fields: ['title', 'publisher'],
    tokenize: (text) =>
      analyse(text)
        .filter(isSearchable)
        .map(({ term }) => term),
    processTerm: (term) => term,
    searchOptions: {
      boost: { title: 2 },
      prefix: (term) => isLong(term, SHORTEST_PREFIX),
      fuzzy: (term) => (isLong(term, SHORTEST_FUZZY) ? FUZZINESS : false),
    },
  });
  for (const { id, title, publisher } of articles) miniSearch.add({ id, title, publisher });
  return { search: (text) => miniSearch.search(text).map(({ id }) => String(id)) };
}

function isSearchable({ kind }: Token): boolean {
  return kind !== 'part';
}

/** How many headlines an abstention offers. */
const HEADLINE_COUNT = 3;

/** What a question found that nothing answers. */
interface NearMiss {
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
