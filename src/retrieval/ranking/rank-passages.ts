import type { Article } from '../../corpus/index.ts';
import type { Candidate } from '../passage-index.ts';
import type { Passage } from '../passages.ts';
import type { Question } from '../question.ts';
import type { TokensOf } from '../token-cache.ts';
import { lacksKind } from './answer-kind.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { createFinder, type Findings } from './matches.ts';
import { scoreEvidence } from './score.ts';

/** A passage with what was found in it. Offsets are offsets into the article's text. */
export interface RankedPassage {
  /** The question as it was put to this passage. */
  readonly question: Question;
  /** Whether it was asked in another language. */
  readonly isTranslated: boolean;
  readonly article: Article;
  readonly passage: Passage;
  readonly findings: Findings;
  readonly evidence: Evidence;
  /** The index's score as a share of the question's idf mass, plus the weighted evidence. */
  readonly score: number;
  /**
   * What the confidence is decided on: the score without {@link Evidence.answerKind}, because a text
   * that holds some date is no surer to be on the subject, and less when it can hold no answer.
   */
  readonly matchScore: number;
}

/** What a passage loses in sureness that has no date, or no figure, where one is asked for. */
const LACKING_PENALTY = 0.8;

/** What a passage keeps of its score that was found by a translated question. */
export const TRANSLATED_SHARE = 0.8;

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
    const text = article.text.slice(passage.start, passage.end);
    const evidence = gatherEvidence(question, findings, text, passage.language);
    const indexScore = indexShare(question, score, evidence);
    const lacking = question.wants !== null && lacksKind(text, question.wants, passage.language);
    const matchScore =
      indexScore + scoreEvidence({ ...evidence, answerKind: 0 }) - (lacking ? LACKING_PENALTY : 0);
    const fullScore = indexScore + scoreEvidence(evidence);
    const kept = question.isTranslated ? TRANSLATED_SHARE : 1;
    const scores = { score: kept * fullScore, matchScore: kept * matchScore };
    const { isTranslated } = question;
    return [{ question, isTranslated, article, passage, findings, evidence, ...scores }];
  });
  return ranked.toSorted((a, b) => b.score - a.score);
}

/**
 * The index's score as a share of the question's idf mass. The index counts every alternative of a
 * translated term, of which there are many: there the coverage, which counts one, stands for it.
 */
function indexShare(question: Question, score: number, { coverage }: Evidence): number {
  if (question.isTranslated) return coverage;
  return question.idfMass > 0 ? score / question.idfMass : 0;
}
