import type { Article } from '../../corpus/index.ts';
import type { SearchFilter } from '../answer.ts';
import { splitPassages } from '../passages/split-passages.ts';
import type { Question } from '../query/question.ts';
import { matchesFilter } from '../search-filter.ts';
import type { RankedPassage } from './rank-passages.ts';

/** How many articles tell a story to somebody who asks for nothing in it. */
const LEAD_COUNT = 5;

const NO_EVIDENCE = {
  window: 0,
  orderedPairs: 0,
  exact: 0,
  characters: 0,
  answerKind: 0,
  besideAnswer: 0,
  person: 0,
  lead: 1,
} as const;

/**
 * The first passages of the newest articles that pass a filter; of one day those in the language of
 * the question first.
 */
export function leadPassages(
  question: Question,
  articles: ReadonlyMap<string, Article>,
  filter: SearchFilter,
): RankedPassage[] {
  return [...articles.values()]
    .flatMap((article) => {
      const [passage] = splitPassages(article).passages;
      return passage && matchesFilter(article, passage.language, filter)
        ? [{ article, passage }]
        : [];
    })
    .toSorted(
      (a, b) =>
        (b.article.published ?? '').localeCompare(a.article.published ?? '') ||
        isOther(a.passage.language) - isOther(b.passage.language),
    )
    .slice(0, LEAD_COUNT)
    .map(({ article, passage }, rank) => ({
      question,
      article,
      passage,
      findings: { matches: [], characters: [] },
      evidence: NO_EVIDENCE,
      bm25: 0,
      share: 1,
      score: 1 - rank / (10 * LEAD_COUNT),
    }));

  function isOther(language: Question['language']): number {
    return language === question.language ? 0 : 1;
  }
}
