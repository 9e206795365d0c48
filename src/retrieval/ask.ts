import type { Article } from '../corpus/index.ts';
import type { Analyser } from './analysis/analyser.ts';
import type { Answer, PassageLanguage, RankedQuote, SearchFilter } from './answer.ts';
import { ABSTAIN_BELOW, confidenceOf } from './confidence.ts';
import type { Fingerprint } from './echoes.ts';
import { foldEchoes, type QuoteGroup } from './fold-echoes.ts';
import { markMatches } from './marks.ts';
import { nearestHeadlines } from './nearest.ts';
import type { PassageIndex, QueryTerm } from './passage-index.ts';
import { analyseQuestion, type Question } from './question.ts';
import { tellCorrections, tellTerms } from './question-terms.ts';
import { createQuote } from './quote.ts';
import { type SelectedQuote, selectQuote } from './quote-selection.ts';
import { type RankedPassage, rankPassages } from './ranking/rank-passages.ts';
import { languageOf } from './script-language.ts';
import type { TokensOf } from './token-cache.ts';

/** How many candidates are taken from the index: the right passage is there for 98-99 % of questions. */
const CANDIDATE_COUNT = 100;

/** A passage that is less sure than this is not quoted, not even beside a better one. */
const SHOW_ABOVE = 0.4;

/** A quote with a smaller share of the best quote's score is not worth showing beside it. */
const SCORE_SHARE_NEEDED = 0.6;

/** What asking needs besides the question. */
export interface AskContext {
  readonly index: PassageIndex;
  readonly articles: ReadonlyMap<string, Article>;
  readonly analyser: Analyser;
  readonly tokensOf: TokensOf;
  readonly fingerprint: (text: string) => Fingerprint;
}

/** What is asked. */
export interface AskRequest {
  readonly question: string;
  /** How many quotes at most. */
  readonly limit: number;
  readonly filter: SearchFilter;
}

/** Answers a question with quotes, best first, or abstains. */
export async function ask(request: AskRequest, context: AskContext): Promise<Answer> {
  const { index, articles, analyser, tokensOf, fingerprint } = context;
  const { limit, filter } = request;

  const question = await analyseQuestion(request.question, analyser, index);
  const candidates = await index.search(queryTerms(question), CANDIDATE_COUNT, filter);
  const ranked = rankPassages(question, candidates, articles, tokensOf);
  const language = languageOf(question.text);
  const asked = {
    question: request.question,
    corrections: tellCorrections(question, analyser),
    terms: tellTerms(question, analyser),
  };

  const quotes = selectQuotes(question, ranked, language);
  const first = quotes[0];
  if (!first || confidenceOf(first.matchScore, language) < ABSTAIN_BELOW) {
    const best = Math.max(...ranked.map(({ matchScore }) => matchScore));
    return {
      ...asked,
      abstained: true,
      confidence: ranked.length > 0 ? confidenceOf(best, language) : 0,
      quotes: [],
      quoteCount: 0,
      nearest: nearestHeadlines(ranked, articles, filter),
    };
  }
  const groups = foldEchoes(quotes, fingerprint);
  return {
    ...asked,
    abstained: false,
    confidence: confidenceOf(first.matchScore, language),
    quotes: groups.slice(0, limit).map(toRankedQuote),
    quoteCount: groups.length,
    nearest: [],
  };
}

/**
 * What the index is asked for: the terms that it knows, and alternatives with their smaller weight.
 * The index knows nothing of sequences: the terms of one share its weight.
 */
function queryTerms(question: Question): QueryTerm[] {
  const weights = new Map<string, number>();
  for (const { alternatives } of question.terms) {
    for (const { terms, weight } of alternatives) {
      for (const term of terms) {
        weights.set(term, Math.max(weights.get(term) ?? 0, weight / terms.length));
      }
    }
  }
  for (const { term, known } of question.terms) if (known) weights.set(term, 1);
  return [...weights].map(([term, weight]) => ({ term, weight }));
}

/** The best stretch of every passage that is sure enough, best first. */
function selectQuotes(
  question: Question,
  ranked: readonly RankedPassage[],
  language: PassageLanguage,
): SelectedQuote[] {
  const quotes = ranked
    .filter(({ matchScore }) => confidenceOf(matchScore, language) >= SHOW_ABOVE)
    .map((passage) => selectQuote(question, passage))
    .filter((quote) => quote !== null)
    .toSorted((a, b) => b.score - a.score);
  const best = quotes[0]?.score ?? 0;
  return quotes.filter(({ score }) => score >= SCORE_SHARE_NEEDED * best);
}

function toRankedQuote({ shown, echoes }: QuoteGroup): RankedQuote {
  return {
    quote: quoteOf(shown),
    language: shown.language,
    score: shown.score,
    echoes: echoes.map(quoteOf),
  };
}

function quoteOf(selected: SelectedQuote) {
  const { article, matches } = selected;
  return createQuote(article, selected, markMatches(article.text, selected, matches));
}
