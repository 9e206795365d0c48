import type { Analyser } from './analysis/analyser.ts';
import type { Answer, RankedQuote, SearchFilter } from './answer.ts';
import { type CandidateContext, findCandidates } from './candidates.ts';
import { ABSTAIN_BELOW, confidenceOf } from './confidence.ts';
import type { Fingerprint } from './echoes.ts';
import { foldEchoes, type QuoteGroup } from './fold-echoes.ts';
import { markMatches } from './marks.ts';
import { nearestHeadlines } from './nearest.ts';
import type { PhraseMatcher } from './phrase-matcher.ts';
import { analyseQuestion, type Question } from './question.ts';
import { tellCorrections, tellTerms } from './question-terms.ts';
import { createQuote } from './quote.ts';
import { type SelectedQuote, selectQuote } from './quote-selection.ts';
import { type RankedPassage, rankPassages } from './ranking/rank-passages.ts';
import { languageOf } from './script-language.ts';
import { parseWishes } from './wishes.ts';
import { prepareWording, surveyPhrases, type Wording } from './wording.ts';

/** A passage that is less sure than this is not quoted, not even beside a better one. */
const SHOW_ABOVE = 0.4;

/** A quote with a smaller share of the best quote's score is not worth showing beside it. */
const SCORE_SHARE_NEEDED = 0.6;

/** What asking needs besides the question. */
export interface AskContext extends CandidateContext {
  readonly analyser: Analyser;
  readonly fingerprint: (text: string) => Fingerprint;
  readonly matcherOf: (phrase: string) => PhraseMatcher;
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
  const { index, articles, analyser, tokensOf, fingerprint, matcherOf } = context;
  const { limit, filter } = request;

  const wishes = parseWishes(request.question);
  const survey = await surveyPhrases(wishes.phrases, articles, filter, matcherOf);
  const wished = { phrases: survey.phrases, excluded: wishes.excluded };
  const wording = prepareWording(wished, analyser.analyse, matcherOf);
  const text = applyCorrections(wishes.text, survey.corrections);
  const question = await analyseQuestion(text, analyser, index);
  const candidates = await findCandidates({ question, filter, wording, survey }, context);
  const ranked = rankPassages(question, candidates, articles, tokensOf);
  const language = languageOf(question.text);
  // Where nothing but phrases is asked for, every passage that holds them is an answer.
  const isPhraseOnly = wishes.phrases.length > 0 && analyser.analyse(wishes.rest).length === 0;
  const sureness = ({ matchScore }: { readonly matchScore: number }) =>
    isPhraseOnly ? 1 : confidenceOf(matchScore, language);
  const asked = {
    question: request.question,
    corrections: [...survey.corrections, ...tellCorrections(question, analyser)],
    absentPhrases: survey.absent,
    terms: tellTerms(question, analyser),
  };

  const quotes = selectQuotes(question, ranked, wording, sureness);
  const first = quotes[0];
  if (!first || sureness(first) < ABSTAIN_BELOW) {
    return {
      ...asked,
      abstained: true,
      confidence: Math.max(0, ...ranked.map(sureness)),
      quotes: [],
      quoteCount: 0,
      nearest: nearestHeadlines(ranked, articles, filter),
    };
  }
  const groups = foldEchoes(quotes, fingerprint);
  return {
    ...asked,
    abstained: false,
    confidence: sureness(first),
    quotes: groups.slice(0, limit).map((group) => toRankedQuote(group, wording)),
    quoteCount: groups.length,
    nearest: [],
  };
}

function applyCorrections(text: string, corrections: Answer['corrections']): string {
  return corrections.reduce((result, { from, to }) => result.replaceAll(from, () => to), text);
}

/** The best stretch of every passage that is sure enough, best first. */
function selectQuotes(
  question: Question,
  ranked: readonly RankedPassage[],
  wording: Wording,
  sureness: (passage: RankedPassage) => number,
): SelectedQuote[] {
  const quotes = ranked
    .filter((passage) => sureness(passage) >= SHOW_ABOVE)
    .map((passage) => selectQuote(question, passage, wording.isHeldBy))
    .filter((quote) => quote !== null)
    .toSorted((a, b) => b.score - a.score);
  const best = quotes[0]?.score ?? 0;
  return quotes.filter(({ score }) => score >= SCORE_SHARE_NEEDED * best);
}

function toRankedQuote({ shown, echoes }: QuoteGroup, wording: Wording): RankedQuote {
  return {
    quote: quoteOf(shown, wording),
    language: shown.language,
    score: shown.score,
    echoes: echoes.map((echo) => quoteOf(echo, wording)),
  };
}

function quoteOf(selected: SelectedQuote, wording: Wording) {
  const { article, matches } = selected;
  const places = [...matches, ...wording.placesIn(article.text, selected)];
  return createQuote(article, selected, markMatches(article.text, selected, places));
}
