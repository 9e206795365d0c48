import type { Article } from '../corpus/index.ts';
import type { Analyser } from './analysis/analyser.ts';
import type { Answer, RankedQuote, SearchFilter } from './answer.ts';
import { ABSTAIN_BELOW, COMPARED_COUNT, confidenceOf, readSigns } from './confidence.ts';
import type { Fingerprint } from './echoes.ts';
import { foldEchoes, type QuoteGroup } from './fold-echoes.ts';
import type { HeadlineIndex } from './headline-index.ts';
import { markMatches } from './marks.ts';
import { nearestHeadlines } from './nearest.ts';
import type { PassageIndex, QueryTerm } from './passage-index.ts';
import { analyseQuestion, type Question } from './question.ts';
import { tellCorrections, tellTerms } from './question-terms.ts';
import { createQuote, type Quote } from './quote.ts';
import { highestQuoteScore, type SelectedQuote, selectQuote } from './quote-selection.ts';
import { createFinder, SYNONYM_WEIGHT } from './ranking/matches.ts';
import { type RankedPassage, rankPassages } from './ranking/rank-passages.ts';
import { createTopList } from './top-list.ts';

/** How many candidates are taken from the index: the right passage is there for 98-99 % of questions. */
const CANDIDATE_COUNT = 100;

/** A quote with a smaller share of the best quote's score is not worth showing beside it. */
const SCORE_SHARE_NEEDED = 0.6;

/** What asking needs besides the question. */
export interface AskContext {
  readonly index: PassageIndex;
  readonly articles: ReadonlyMap<string, Article>;
  readonly analyser: Analyser;
  readonly fingerprint: (text: string) => Fingerprint;
  /** Made when it is first needed: most questions are answered. */
  readonly headlines: () => HeadlineIndex;
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
  const { index, articles, analyser, fingerprint } = context;
  const { limit, filter } = request;

  const question = await analyseQuestion(request.question, analyser, index);
  const candidates = await index.search({
    terms: queryTerms(question),
    shownTerms: shownTerms(question),
    limit: CANDIDATE_COUNT,
    filter,
  });
  const ranked = rankPassages(question, candidates, articles);
  const asked = {
    question: request.question,
    corrections: tellCorrections(question, analyser),
    terms: tellTerms(question, analyser),
  };

  const selections = selectFromAll(question, ranked);
  const [best] = selections;
  const scores = selections.map(({ quote }) => quote.score);
  const confidence = best ? confidenceOf(readSigns(question, best.passage, ranked, scores)) : 0;
  if (!best || confidence < ABSTAIN_BELOW) {
    return {
      ...asked,
      abstained: true,
      confidence,
      quotes: [],
      quoteCount: 0,
      headlines: nearestHeadlines(
        { question: request.question, filter, ranked },
        articles,
        context.headlines(),
      ),
    };
  }
  const quotes = selections
    .map(({ quote }) => quote)
    .filter(({ score }) => score >= SCORE_SHARE_NEEDED * best.quote.score);
  const groups = foldEchoes(quotes, fingerprint);
  const quoteOf = createQuoter(question, analyser);
  return {
    ...asked,
    abstained: false,
    confidence,
    quotes: groups.slice(0, limit).map((group) => toRankedQuote(group, quoteOf)),
    quoteCount: groups.length,
    headlines: { are: 'near', items: [] },
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

/** Everything of a question that counts where it stands in a passage. */
function shownTerms({ terms, parts }: Question): ReadonlySet<string> {
  return new Set([...terms.flatMap(({ term, synonyms }) => [term, ...synonyms]), ...parts.keys()]);
}

interface Selection {
  readonly passage: RankedPassage;
  readonly quote: SelectedQuote;
}

/**
 * The best stretch of every passage that can be shown or tells how sure the best one is, best first.
 * Passages are looked at in the order of their scores, and no longer than a stretch of them can
 * still count: it scores at most what {@link highestQuoteScore} says.
 */
function selectFromAll(question: Question, ranked: readonly RankedPassage[]): Selection[] {
  const scores = createTopList<number>(COMPARED_COUNT + 1, (score) => score);
  const selections: Selection[] = [];
  let best = 0;
  for (const passage of ranked) {
    const highest = highestQuoteScore(passage.score);
    if (highest < SCORE_SHARE_NEEDED * best && !scores.wouldKeep(highest)) break;
    const quote = selectQuote(question, passage);
    if (!quote) continue;
    selections.push({ passage, quote });
    scores.add(quote.score);
    best = Math.max(best, quote.score);
  }
  return selections.toSorted((a, b) => b.quote.score - a.quote.score);
}

function toRankedQuote(
  { shown, score, echoes }: QuoteGroup,
  quoteOf: (selected: SelectedQuote) => Quote,
): RankedQuote {
  return {
    quote: quoteOf(shown),
    language: shown.language,
    score,
    echoes: echoes.map(quoteOf),
  };
}

/** Marks in all sentences of a quote, also in one that stands before the passage, what was asked for. */
function createQuoter(question: Question, analyser: Analyser): (selected: SelectedQuote) => Quote {
  const find = createFinder(question);
  return (selected) => {
    const { article, start, end } = selected;
    const words = article.text.slice(start, end);
    const { matches } = find(analyser.analyse(words));
    const marks = markMatches(words, { start: 0, end: words.length }, matches);
    return createQuote(
      article,
      selected,
      marks.map((mark) => ({ start: mark.start + start, end: mark.end + start })),
    );
  };
}
