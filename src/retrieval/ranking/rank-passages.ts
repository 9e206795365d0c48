import type { Article } from '../../corpus/index.ts';
import type { StoredPassage } from '../passages/passage-store.ts';
import type { Passage } from '../passages/split-passages.ts';
import type { Question } from '../query/question.ts';
import { bm25Share, inTitle } from './bm25.ts';
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
  /** See {@link bm25Share}. */
  readonly bm25: number;
  /** What it keeps of its score: less where the question was asked in another language. */
  readonly share: number;
  /** {@link bm25} plus the weighted evidence, times {@link share}. */
  readonly score: number;
}

/** What a passage keeps of its score that was found by a translated question. */
const TRANSLATED_SHARE = 0.8;

/**
 * How many candidates are looked at word by word: those with the best {@link bm25Share}. An engine
 * gives more, because it looks at the rarest terms of a question only.
 */
const EXAMINED_COUNT = 50;

/**
 * From so many terms on the evidence of an English question counts less: a long one asks for more
 * than one passage has, and its words stand near each other by chance. Chinese terms overlap, so that
 * they stand near each other in any case.
 */
const FEW_TERMS = 4;

/** What the evidence counts for a question of some length, 0 to 1. */
export function fadingOf({ terms, language }: Question): number {
  return language === 'zh' ? 1 : Math.min(1, (FEW_TERMS / Math.max(1, terms.length)) ** 2);
}

/** Ranks the candidates of a search engine anew, by the evidence in their own text. Best first. */
export function rankPassages(
  question: Question,
  candidates: readonly StoredPassage[],
  articles: ReadonlyMap<string, Article>,
): RankedPassage[] {
  const find = createFinder(question);
  const share = question.isTranslated ? TRANSLATED_SHARE : 1;
  const texts = createTextRecord();
  const found = candidates
    .flatMap(({ tokens, passage, ...rest }) => {
      const article = articles.get(passage.articleId);
      if (!article) return [];
      const findings = find(tokens);
      texts.add(article, findings);
      const bm25 = bm25Share(question, findings.matches, rest);
      return [{ article, passage, findings, bm25, titleCounts: rest.titleCounts }];
    })
    .toSorted((a, b) => b.bm25 - a.bm25)
    .slice(0, EXAMINED_COUNT);
  const ranked = found.map((candidate): RankedPassage => {
    const { article, passage, findings, bm25, titleCounts } = candidate;
    const text = article.text.slice(passage.start, passage.end);
    const leads = () =>
      question.overview ? 1 : titleOnlyShare(question, titleCounts, texts.termsOf(article));
    const evidence = {
      ...gatherEvidence(question, findings, passage, text, passage.language),
      lead: passage.before === null ? leads() : 0,
    };
    return {
      article,
      passage,
      findings,
      bm25,
      question,
      evidence,
      share,
      score: share * (bm25 + fadingOf(question) * scoreEvidence(evidence)),
    };
  });
  return ranked.toSorted((a, b) => b.score - a.score);
}

/** Which terms of a question stand in the texts of articles. */
function createTextRecord() {
  const termsByArticle = new Map<string, Set<number>>();
  const termsOf = ({ id }: Article): ReadonlySet<number> => termsByArticle.get(id) ?? new Set();
  return {
    termsOf,
    add({ id }: Article, { matches }: Findings) {
      const terms = termsByArticle.get(id) ?? new Set();
      for (const { termIndex } of matches) terms.add(termIndex);
      termsByArticle.set(id, terms);
    },
  };
}

/**
 * The share of the question's idf mass that an article has in its headline alone: that is what its
 * lead is about.
 */
function titleOnlyShare(
  { terms, idfMass }: Question,
  titleCounts: StoredPassage['titleCounts'],
  inText: ReadonlySet<number>,
): number {
  if (idfMass === 0) return 0;
  const mass = terms.reduce(
    (sum, term, index) =>
      inText.has(index) ? sum : sum + term.idf * Math.min(1, inTitle(term, titleCounts)),
    0,
  );
  return mass / idfMass;
}
