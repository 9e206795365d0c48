import type {
  Analyser,
  FindSynonyms,
  NameFinder,
  PassageLanguage,
  Translation,
} from '../language/index.ts';
import type { Answer, SearchFilter, Verdict } from './answer.ts';
import { createClaimCheck } from './claims/claim-check.ts';
import type { HeadlineIndex } from './headlines.ts';
import { nearestHeadlines } from './headlines.ts';
import type { TermStatistics } from './passages/term-statistics.ts';
import { analyseQuestion } from './query/analyse-question.ts';
import { asWritten, readFollowUp } from './query/follow-up.ts';
import type { PhraseFilter, PhraseMatcher } from './query/query-operators.ts';
import { createPhraseFilter, parseOperators, surveyPhrases } from './query/query-operators.ts';
import { applyCorrections, tellCorrections, tellTerms } from './query/question-terms.ts';
import { variantsOf } from './query/question-variants.ts';
import { putCorrectionsFirst } from './quotes/corrections.ts';
import { findEarlierFigures } from './quotes/earlier-figures.ts';
import type { Fingerprint } from './quotes/near-duplicates.ts';
import { groupNearDuplicates } from './quotes/near-duplicates.ts';
import {
  SCORE_SHARE_NEEDED,
  type SelectedQuote,
  type Selection,
  selectFromAll,
} from './quotes/quote-selection.ts';
import { createQuoter } from './quotes/ranked-quote.ts';
import { favourNewest } from './quotes/recency.ts';
import { type CandidateContext, findCandidates } from './ranking/candidates.ts';
import { confidenceOf, readSigns, verdictOf } from './ranking/confidence.ts';
import { leadPassages } from './ranking/leads.ts';
import { type RankedPassage, rankPassages } from './ranking/rank-passages.ts';

/** What asking needs besides the question. */
export interface AskContext extends CandidateContext {
  readonly statistics: TermStatistics;
  readonly analyser: Analyser;
  readonly findSynonyms: FindSynonyms;
  /** Null where names are found as they are spelled only. */
  readonly names: NameFinder | null;
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
  /** The language of whoever asks, for a question that is in none ("tldr"). */
  readonly reader?: PassageLanguage;
  /** What was asked before, the newest first: what a question may leave out. */
  readonly before?: readonly string[];
  /** The question is a statement: only quotes that have its figures and names can answer it. */
  readonly isClaim?: boolean;
}

/** How many quotes are shown where the articles may not answer. */
const CLOSEST_COUNT = 3;

/** Answers a question with quotes, best first; or gives the closest ones, or none, and says so. */
export async function ask(request: AskRequest, context: AskContext): Promise<Answer> {
  const { limit, offset = 0, filter } = request;
  const findings = await search(request, context);
  const { text, told, phraseFilter, ranked, confidence } = findings;
  const { verdict, quotes } = chooseQuotes(findings, request, context);
  if (quotes.length === 0) {
    return {
      ...told,
      verdict: 'nothing',
      confidence,
      quotes: [],
      quoteCount: 0,
      earlierFigures: [],
      headlines: nearestHeadlines(
        { question: text, filter, ranked },
        context.articles,
        context.headlines(),
      ),
    };
  }
  const groups = groupNearDuplicates(quotes, context.fingerprint).slice(
    0,
    verdict === 'closest' ? CLOSEST_COUNT : undefined,
  );
  return {
    ...told,
    verdict,
    confidence,
    quotes: groups.slice(offset, offset + limit).map(createQuoter(context.analyser, phraseFilter)),
    quoteCount: groups.length,
    earlierFigures: verdict === 'answered' ? findings.earlierFigures : [],
    headlines: { are: 'near', items: [] },
  };
}

/** What a search of the articles found for a question. */
interface SearchFindings {
  /** The question without its operators. */
  readonly text: string;
  /** What the answer says of the question itself. */
  readonly told: Pick<
    Answer,
    'question' | 'overview' | 'subject' | 'pronoun' | 'corrections' | 'absentPhrases' | 'terms'
  >;
  readonly phraseFilter: PhraseFilter;
  /** Best first. */
  readonly ranked: readonly RankedPassage[];
  readonly selections: readonly Selection[];
  readonly earlierFigures: readonly string[];
  readonly confidence: number;
  /** Nothing but phrases is asked for, and no passage has them. */
  readonly isPhraseMissed: boolean;
}

/** Finds what the articles have for a question, and how sure it is that they answer it. */
async function search(
  { question: asked, filter, reader, before = [], isClaim = false }: AskRequest,
  context: AskContext,
): Promise<SearchFindings> {
  const { statistics, articles, analyser, matcherOf } = context;
  const followUp = isClaim
    ? { text: asked, subject: null, pronoun: null }
    : readFollowUp(asked, before, analyser.analyse);
  const operators = parseOperators(followUp.text);
  const survey = await surveyPhrases(operators.phrases, articles, filter, matcherOf);
  const text = applyCorrections(operators.text, survey.corrections);
  const question = await analyseQuestion(text, context);
  const variants = await variantsOf(question, filter, context.translation, statistics);
  const isWholeStory = question.overview !== null && question.terms.length === 0;
  const overview = question.overview && {
    topic: isWholeStory ? '' : question.text.trim(),
    isNewest: question.overview.isNewest,
    language: question.overview.isInAnyLanguage ? (reader ?? question.language) : question.language,
  };
  const find = async (phrases: readonly string[]) => {
    const phraseFilter = createPhraseFilter(
      { phrases, excluded: operators.excluded },
      analyser.analyse,
      matcherOf,
    );
    const ranked = isWholeStory
      ? leadPassages(
          { ...question, ...(overview && { language: overview.language }) },
          articles,
          filter,
        )
      : [];
    for (const variant of variants) {
      const candidates = await findCandidates({ ...variant, phraseFilter, survey }, context);
      ranked.push(...rankPassages(variant.question, candidates, articles));
    }
    ranked.sort((a, b) => b.score - a.score);
    return { phraseFilter, ranked, selections: selectFromAll(ranked, phraseFilter) };
  };
  // A phrase gives way where no article has it, and all do where no passage has them together.
  const held = survey.phrases.filter((phrase) => !survey.absent.includes(phrase));
  const strict = await find(held);
  const isStrict = strict.selections.length > 0 || held.length === 0;
  const found = isStrict ? strict : await find([]);
  const { phraseFilter, ranked } = found;

  const [best] = found.selections;
  // Where nothing but phrases is asked for, every passage that holds them is an answer.
  const isPhraseOnly =
    operators.phrases.length > 0 && analyser.analyse(operators.rest).length === 0;
  const isGiven = isWholeStory || (isPhraseOnly && isStrict && held.length > 0);
  const scores = found.selections.map(({ quote }) => quote.score);
  const signs = best && !isGiven ? readSigns(best.passage, ranked, scores) : null;
  const told = {
    question: asked,
    overview,
    subject: followUp.subject && asWritten(followUp.subject, textsOf(articles)),
    pronoun: followUp.pronoun,
    corrections: [...survey.corrections, ...tellCorrections(question, analyser)],
    absentPhrases: survey.absent,
    terms: tellTerms([question, ...variants.map((variant) => variant.question)], analyser),
  };
  const confidence = signs ? confidenceOf(signs) : best ? 1 : 0;
  const { selections: newestFirst, comparable } = favourNewest(
    found.selections,
    { question, asked: followUp.text, ranked },
    analyser.analyse,
  );
  const selections = putCorrectionsFirst(newestFirst);
  const [first] = selections;
  const earlierFigures = first ? findEarlierFigures(first, comparable, analyser.analyse) : [];
  const isPhraseMissed = isPhraseOnly && !isGiven;
  return {
    text,
    told,
    phraseFilter,
    ranked,
    selections,
    earlierFigures,
    confidence,
    isPhraseMissed,
  };
}

/**
 * What may be quoted, best first. A statement is answered only by quotes that have its figures and
 * names; others are the closest to it.
 */
function chooseQuotes(
  { text, told: { pronoun }, selections, confidence, isPhraseMissed }: SearchFindings,
  { isClaim = false }: AskRequest,
  { analyser }: AskContext,
): { verdict: Verdict; quotes: readonly SelectedQuote[] } {
  const sure = verdictOf(confidence);
  if (sure === 'nothing') return { verdict: sure, quotes: [] };
  const verdict = isPhraseMissed || pronoun !== null ? 'closest' : sure;
  const highest = Math.max(...selections.map(({ quote }) => quote.score));
  const scoreNeeded = SCORE_SHARE_NEEDED * highest;
  // A later account that comes first may have fewer of the question's words.
  const quotes = selections
    .map(({ quote }) => quote)
    .filter(({ score }, place) => place === 0 || score >= scoreNeeded);
  if (!isClaim) return { verdict, quotes };
  const isFit = createClaimCheck(text, analyser.analyse);
  const fit = quotes.filter(({ article, start, end }) => isFit(article.text.slice(start, end)));
  return fit.length > 0 ? { verdict, quotes: fit } : { verdict: 'closest', quotes };
}

function* textsOf(articles: AskContext['articles']): Generator<string> {
  for (const { text } of articles.values()) yield text;
}
