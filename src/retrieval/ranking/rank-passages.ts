import type { Article } from '../../corpus/index.ts';
import type { Candidate } from '../passage-index.ts';
import type { Passage } from '../passages.ts';
import type { Question } from '../question.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { createFinder, type Findings } from './matches.ts';
import { scoreEvidence } from './score.ts';

/** A passage with what was found in it. Offsets are offsets into the article's text. */
export interface RankedPassage {
  readonly article: Article;
  readonly passage: Passage;
  readonly findings: Findings;
  readonly evidence: Evidence;
  /** The index's score as a share of the question's idf mass. */
  readonly indexShare: number;
  /** {@link indexShare} plus the weighted evidence. */
  readonly score: number;
}

/** Ranks the candidates of an index anew, by the evidence in their own text. Best first. */
export function rankPassages(
  question: Question,
  candidates: readonly Candidate[],
  articles: ReadonlyMap<string, Article>,
): RankedPassage[] {
  const find = createFinder(question);
  const ranked = candidates.flatMap(({ passage, score, tokens }): RankedPassage[] => {
    const article = articles.get(passage.articleId);
    if (!article) return [];
    const findings = find(tokens);
    const text = article.text.slice(passage.start, passage.end);
    const evidence = gatherEvidence(question, findings, text, passage.language);
    const indexShare = question.idfMass > 0 ? score / question.idfMass : 0;
    const total = indexShare + scoreEvidence(evidence);
    return [{ article, passage, findings, evidence, indexShare, score: total }];
  });
  return ranked.toSorted((a, b) => b.score - a.score);
}
