import type { Article } from '../../corpus/index.ts';
import type { Candidate } from '../passage-index.ts';
import type { Passage } from '../passages/split-passages.ts';
import type { Question } from '../query/question.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { createFinder, type Findings } from './matches.ts';
import { scoreEvidence } from './score.ts';

/** A passage with what was found in it. Offsets are offsets into the article's text. */
export interface RankedPassage {
  /** The question as it was put to this passage. */
  readonly question: Question;
  readonly article: Article;
  readonly passage: Passage;
  readonly findings: Findings;
  readonly evidence: Evidence;
  /** The index's score as a share of the question's idf mass. */
  readonly indexShare: number;
  /** What it keeps of its score: less where the question was asked in another language. */
  readonly share: number;
  /** {@link indexShare} plus the weighted evidence, times {@link share}. */
  readonly score: number;
}

/** What a passage keeps of its score that was found by a translated question. */
const TRANSLATED_SHARE = 0.8;

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
    const indexShare = indexShareOf(question, score, evidence);
    const share = question.isTranslated ? TRANSLATED_SHARE : 1;
    const total = share * (indexShare + scoreEvidence(evidence));
    const found = { article, passage, findings, evidence };
    return [{ question, ...found, indexShare, share, score: total }];
  });
  return ranked.toSorted((a, b) => b.score - a.score);
}

/**
 * The index's score as a share of the question's idf mass. The index counts every alternative of a
 * translated term, of which there are many: there the coverage, which counts one, stands for it.
 */
function indexShareOf(question: Question, score: number, { coverage }: Evidence): number {
  if (question.isTranslated) return coverage;
  return question.idfMass > 0 ? score / question.idfMass : 0;
}
