import type { Article } from '../../corpus/index.ts';
import type { Candidate } from '../passage-index.ts';
import type { Passage } from '../passages.ts';
import type { Question } from '../question.ts';
import type { TokensOf } from '../token-cache.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { createFinder, type Findings } from './matches.ts';
import { scoreEvidence } from './score.ts';

/** A passage with what was found in it. Offsets are offsets into the article's text. */
export interface RankedPassage {
  readonly article: Article;
  readonly passage: Passage;
  readonly findings: Findings;
  readonly evidence: Evidence;
  /** The index's score as a share of the question's idf mass, plus the weighted evidence. */
  readonly score: number;
  /**
   * The score without {@link Evidence.answerKind}: a text that holds some date is no surer to be on
   * the subject of a question for a date.
   */
  readonly matchScore: number;
}

/** Ranks the candidates of an index anew, by the evidence in their own text. Best first. */
export function rankPassages(
  question: Question,
  candidates: readonly Candidate[],
  articles: ReadonlyMap<string, Article>,
  tokensOf: TokensOf,
): RankedPassage[] {
  const find = createFinder(question);
  const ranked = candidates.flatMap(({ passage, score }): RankedPassage[] => {
    const article = articles.get(passage.articleId);
    if (!article) return [];
    const findings = find(tokensOf(article, passage));
    const evidence = gatherEvidence(
      question,
      findings,
      article.text.slice(passage.start, passage.end),
      passage.language,
    );
    const indexScore = question.idfMass > 0 ? score / question.idfMass : 0;
    const matchScore = indexScore + scoreEvidence({ ...evidence, answerKind: 0 });
    const fullScore = indexScore + scoreEvidence(evidence);
    return [{ article, passage, findings, evidence, score: fullScore, matchScore }];
  });
  return ranked.toSorted((a, b) => b.score - a.score);
}
