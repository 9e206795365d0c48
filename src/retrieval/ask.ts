import type { Article } from '../corpus/index.ts';
import type { Analyser } from './analysis/analyser.ts';
import type { Answer, PassageLanguage, RankedQuote, SearchFilter } from './answer.ts';
import { ABSTAIN_BELOW, confidenceOf } from './confidence.ts';
import type { Fingerprint } from './echoes.ts';
import { foldEchoes, type QuoteGroup } from './fold-echoes.ts';
import { markMatches } from './marks.ts';
import { nearestHeadlines } from './nearest.ts';
import type { PassageIndex, QueryTerm } from './passage-index.ts';
import { analyseQuestion, type Question, translatedQuestion } from './question.ts';
import { tellCorrections, tellTerms } from './question-terms.ts';
import { createQuote } from './quote.ts';
import { type SelectedQuote, selectQuote } from './quote-selection.ts';
import { type RankedPassage, rankPassages } from './ranking/rank-passages.ts';
import { languageOf } from './script-language.ts';
import type { TokensOf } from './token-cache.ts';
import type { Translate } from './translation/concept.ts';

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
  /** How questions are put to passages of the other language; null when they are not. */
  readonly translation: Translation | null;
}

/** What asking across languages needs. */
export interface Translation {
  /** The languages of which there are passages. */
  readonly languages: ReadonlySet<PassageLanguage>;
  /** Loads what is needed when that is first asked for. */
  readonly load: () => Promise<Translate>;
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
  const translated = await translate(question, filter, context);
  const ranked: RankedPassage[] = [];
  for (const put of translated ? [question, translated] : [question]) {
    const narrowed = narrow(filter, put.language, context);
    if (!narrowed) continue;
    const candidates = await index.search(queryTerms(put), CANDIDATE_COUNT, narrowed);
    ranked.push(...rankPassages(put, candidates, articles, tokensOf));
  }
  if (translated) ranked.sort((a, b) => b.score - a.score);
  const language = languageOf(question.text);
  const surenessOf = (scored: Scored) =>
    confidenceOf(scored.matchScore, language, scored.isTranslated);
  const asked = {
    question: request.question,
    corrections: tellCorrections(question, analyser),
    terms: tellTerms(translated ? [question, translated] : [question], analyser),
  };

  const quotes = selectQuotes(ranked, surenessOf);
  const first = quotes[0];
  if (!first || surenessOf(first) < ABSTAIN_BELOW) {
    return {
      ...asked,
      abstained: true,
      confidence: Math.max(0, ...ranked.map(surenessOf)),
      quotes: [],
      quoteCount: 0,
      nearest: nearestHeadlines(ranked, articles, filter),
    };
  }
  const groups = foldEchoes(quotes, fingerprint);
  return {
    ...asked,
    abstained: false,
    confidence: surenessOf(first),
    quotes: groups.slice(0, limit).map(toRankedQuote),
    quoteCount: groups.length,
    nearest: [],
  };
}

/** What the confidence is decided on. */
type Scored = Pick<RankedPassage, 'matchScore' | 'isTranslated'>;

/** The question as it is put to passages of the other language, where there are any that it may find. */
async function translate(
  question: Question,
  filter: SearchFilter,
  { translation, index }: AskContext,
): Promise<Question | null> {
  const other: PassageLanguage = question.language === 'en' ? 'zh' : 'en';
  if (!translation?.languages.has(other)) return null;
  if (filter.language !== undefined && filter.language !== other) return null;
  const toConcepts = await translation.load();
  const concepts = await toConcepts(question.text, other, (terms) =>
    index.documentFrequencies(terms),
  );
  return translatedQuestion(question, other, concepts, index.passageCount);
}

/**
 * The filter for passages of one language, because each is judged by the question in its own; null
 * when it lets none through. All are judged by the question as it is where nothing is translated.
 */
function narrow(
  filter: SearchFilter,
  language: PassageLanguage,
  { translation }: AskContext,
): SearchFilter | null {
  if (!translation) return filter;
  if (filter.language !== undefined && filter.language !== language) return null;
  return translation.languages.has(language) ? { ...filter, language } : null;
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
  ranked: readonly RankedPassage[],
  surenessOf: (scored: Scored) => number,
): SelectedQuote[] {
  const quotes = ranked
    .filter((passage) => surenessOf(passage) >= SHOW_ABOVE)
    .map(selectQuote)
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
