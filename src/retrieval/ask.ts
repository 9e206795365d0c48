import type { Article } from '../corpus/index.ts';
import type { Analyser } from './analysis/analyser.ts';
import type { Answer, RankedQuote, SearchFilter } from './answer.ts';
import { ABSTAIN_BELOW, confidenceOf } from './confidence.ts';
import type { Fingerprint } from './echoes.ts';
import { foldEchoes, type QuoteGroup } from './fold-echoes.ts';
import { markMatches } from './marks.ts';
import { nearestHeadlines } from './nearest.ts';
import type { PassageIndex, QueryTerm } from './passage-index.ts';
import { analyseQuestion, type Question } from './question.ts';
import { tellTerms } from './question-terms.ts';
import { createQuote } from './quote.ts';
import { type SelectedQuote, selectQuote } from './quote-selection.ts';
import { SYNONYM_WEIGHT } from './ranking/matches.ts';
import { type RankedPassage, rankPassages } from './ranking/rank-passages.ts';
import { languageOf } from './script-language.ts';
import type { TokensOf } from './token-cache.ts';

/** How many candidates are taken from the index: the right passage is there for 98-99 % of questions. */
const CANDIDATE_COUNT = 100;

/** Of how many passages the best stretch is looked for, for every quote that is wanted. */
const PASSAGES_PER_QUOTE = 4;

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
  const confidence = confidenceIn(question, ranked);
  const terms = tellTerms(question, analyser);
  if (confidence < ABSTAIN_BELOW) {
    const nearest = nearestHeadlines(ranked, articles, filter);
    return {
      question: request.question,
      abstained: true,
      confidence,
      quotes: [],
      quoteCount: 0,
      nearest,
      terms,
    };
  }
  const selected = selectQuotes(question, ranked.slice(0, limit * PASSAGES_PER_QUOTE));
  const groups = foldEchoes(selected, fingerprint);
  return {
    question: request.question,
    abstained: false,
    confidence,
    quotes: groups.slice(0, limit).map(toRankedQuote),
    quoteCount: groups.length,
    nearest: [],
    terms,
  };
}

/** What the index is asked for: the terms that it knows, and synonyms with their smaller weight. */
function queryTerms(question: Question): QueryTerm[] {
  const weights = new Map<string, number>();
  for (const { synonyms } of question.terms) {
    for (const synonym of synonyms) weights.set(synonym, SYNONYM_WEIGHT);
  }
  for (const { term, known } of question.terms) if (known) weights.set(term, 1);
  return [...weights].map(([term, weight]) => ({ term, weight }));
}

function confidenceIn(question: Question, ranked: readonly RankedPassage[]): number {
  const best = Math.max(0, ...ranked.map(({ matchScore }) => matchScore));
  return ranked.length > 0 ? confidenceOf(best, languageOf(question.text)) : 0;
}

function selectQuotes(question: Question, ranked: readonly RankedPassage[]): SelectedQuote[] {
  const quotes = ranked
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
