import type { Analyser, Translation } from '../language/index.ts';
import type { Answer, SearchFilter } from './answer.ts';
import { createClaimCheck } from './claims/claim-check.ts';
import type { HeadlineIndex } from './headlines.ts';
import { nearestHeadlines } from './headlines.ts';
import type { TermStatistics } from './passages/term-statistics.ts';
import { analyseQuestion } from './query/analyse-question.ts';
import type { PhraseMatcher } from './query/query-operators.ts';
import { createPhraseFilter, parseOperators, surveyPhrases } from './query/query-operators.ts';
import { tellCorrections, tellTerms } from './query/question-terms.ts';
import { variantsOf } from './query/question-variants.ts';
import type { Fingerprint } from './quotes/near-duplicates.ts';
import { groupNearDuplicates } from './quotes/near-duplicates.ts';
import { SCORE_SHARE_NEEDED, selectFromAll } from './quotes/quote-selection.ts';
import { createQuoter } from './quotes/ranked-quote.ts';
import { type CandidateContext, findCandidates } from './ranking/candidates.ts';
import { ABSTAIN_BELOW, confidenceOf, readSigns } from './ranking/confidence.ts';
import { type RankedPassage, rankPassages } from './ranking/rank-passages.ts';

/** What asking needs besides the question. */
export interface AskContext extends CandidateContext {
  readonly statistics: TermStatistics;
  readonly analyser: Analyser;
  readonly fingerprint: (text: string) => Fingerprint;
  readonly matcherOf: (phrase: string) => PhraseMatcher;
  /** How questions are put to passages of the other language; null when they are not. */
  readonly translation: Translation | null;
  /** Made when it is first needed: most questions are answered. */
  readonly headlines: () => HeadlineIndex;
}

/** What is asked. */
export interface AskRequest {
  readonly question: string;
  /** How many quotes at most. */
  readonly limit: number;
  /** How many of the best are left out; none without it. */
  readonly offset?: number;
  readonly filter: SearchFilter;
  /** The question is a statement: only quotes that have its figures and names can answer it. */
  readonly isClaim?: boolean;
}

/** Answers a question with quotes, best first, or abstains. */
export async function ask(request: AskRequest, context: AskContext): Promise<Answer> {
  const { statistics, articles, analyser, fingerprint, matcherOf } = context;
  const { limit, offset = 0, filter, isClaim = false } = request;

  const operators = parseOperators(request.question);
  const survey = await surveyPhrases(operators.phrases, articles, filter, matcherOf);
  const phraseFilter = createPhraseFilter(
    { phrases: survey.phrases, excluded: operators.excluded },
    analyser.analyse,
    matcherOf,
  );
  const text = applyCorrections(operators.text, survey.corrections);
  const question = await analyseQuestion(text, analyser, statistics);
  const variants = await variantsOf(question, filter, context.translation, statistics);
  const ranked: RankedPassage[] = [];
  for (const variant of variants) {
    const candidates = await findCandidates({ ...variant, phraseFilter, survey }, context);
    ranked.push(...rankPassages(variant.question, candidates, articles));
  }
  ranked.sort((a, b) => b.score - a.score);
  const selections = selectFromAll(ranked, phraseFilter);
  const asked = {
    question: request.question,
    corrections: [...survey.corrections, ...tellCorrections(question, analyser)],
    absentPhrases: survey.absent,
    terms: tellTerms([question, ...variants.map((variant) => variant.question)], analyser),
  };

  const [best] = selections;
  const scores = selections.map(({ quote }) => quote.score);
  // Where nothing but phrases is asked for, every passage that holds them is an answer.
  const isPhraseOnly =
    operators.phrases.length > 0 && analyser.analyse(operators.rest).length === 0;
  const sureness = () =>
    best && !isPhraseOnly ? confidenceOf(readSigns(best.passage, ranked, scores)) : 1;
  const confidence = best ? sureness() : 0;
  const scoreNeeded = SCORE_SHARE_NEEDED * (best?.quote.score ?? 0);
  const isFit = isClaim ? createClaimCheck(text, analyser.analyse) : () => true;
  const quotes =
    confidence < ABSTAIN_BELOW
      ? []
      : selections
          .map(({ quote }) => quote)
          .filter(({ score }) => score >= scoreNeeded)
          .filter(({ article, start, end }) => isFit(article.text.slice(start, end)));
  if (quotes.length === 0) {
    return {
      ...asked,
      abstained: true,
      confidence,
      quotes: [],
      quoteCount: 0,
      headlines: nearestHeadlines(
        { question: text, filter, ranked },
        articles,
        context.headlines(),
      ),
    };
  }
  const groups = groupNearDuplicates(quotes, fingerprint);
  const toRankedQuote = createQuoter(analyser, phraseFilter);
  return {
    ...asked,
    abstained: false,
    confidence,
    quotes: groups.slice(offset, offset + limit).map(toRankedQuote),
    quoteCount: groups.length,
    headlines: { are: 'near', items: [] },
  };
}

function applyCorrections(text: string, corrections: Answer['corrections']): string {
  return corrections.reduce((result, { from, to }) => result.replaceAll(from, () => to), text);
}
