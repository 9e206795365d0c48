import type { Article } from '../../corpus/index.ts';
import type { SearchFilter } from '../answer.ts';
import type { EngineQuery, QueryTerm, SearchEngine } from '../engines/search-engine.ts';
import type { PassageStore, StoredPassage } from '../passages/passage-store.ts';
import { splitPassages } from '../passages/split-passages.ts';
import type { PhraseFilter, PhraseSurvey } from '../query/query-operators.ts';
import type { Question } from '../query/question.ts';
import { isInFilter, matchesFilter } from '../search-filter.ts';

/** How many candidates are taken from the engine; docs/measurements.md tells what they hold. */
const CANDIDATE_COUNT = 200;

/** How many times as many are asked for when phrases and exclusions leave too few. */
const WIDENING = 8;

/** Where candidates are looked for. */
export interface CandidateContext {
  readonly engine: SearchEngine;
  readonly store: PassageStore;
  readonly articles: ReadonlyMap<string, Article>;
}

/** What candidates are looked for by. */
export interface CandidateRequest {
  readonly question: Question;
  readonly filter: SearchFilter;
  readonly phraseFilter: PhraseFilter;
  readonly survey: PhraseSurvey;
}

/**
 * The best passages for a question that pass its filter and hold its phrases and exclusions, best first. The
 * search is widened until there are enough of them or the engine has no more, so that better
 * passages without a phrase do not hide the one that has it.
 */
export async function findCandidates(
  request: CandidateRequest,
  { engine, store, articles }: CandidateContext,
): Promise<readonly StoredPassage[]> {
  const { question, filter, phraseFilter, survey } = request;
  const shownTerms = new Set([...placedTerms(question), ...phraseFilter.excludedTerms]);
  const query = { terms: queryTerms(question), ...scopeOf(filter, articles) };
  const search = async (limit: number) =>
    store.read(await engine.search({ ...query, limit }), shownTerms);
  if (phraseFilter.isFree) return search(CANDIDATE_COUNT);

  const admitted = await searchWidely(search, (candidate) => {
    const article = articles.get(candidate.passage.articleId);
    return article !== undefined && phraseFilter.admits(article, candidate);
  });
  if (admitted.length > 0 || phraseFilter.phrases.length === 0) return admitted;

  // No passage has a term of a phrase such as "to be or not to be".
  return survey.holding
    .flatMap((article) =>
      splitPassages(article)
        .passages.filter((passage) => matchesFilter(article, passage.language, filter))
        .map((passage) => ({ passage, tokens: [], titleCounts: new Map(), relativeLength: 1 }))
        .filter((candidate) => phraseFilter.admits(article, candidate)),
    )
    .slice(0, CANDIDATE_COUNT);
}

/** The articles and the language that a filter lets through, as an engine takes them. */
function scopeOf(
  { language, ...ofArticles }: SearchFilter,
  articles: ReadonlyMap<string, Article>,
): Pick<EngineQuery, 'within' | 'language'> {
  const isFree = Object.values(ofArticles).every((value) => value === undefined);
  const passing = isFree
    ? null
    : [...articles.values()].filter((article) => isInFilter(article, ofArticles));
  return { within: passing && new Set(passing.map(({ id }) => id)), language: language ?? null };
}

async function searchWidely(
  search: (limit: number) => Promise<readonly StoredPassage[]>,
  isAdmitted: (candidate: StoredPassage) => boolean,
): Promise<StoredPassage[]> {
  const admitted: StoredPassage[] = [];
  const seen = new Set<StoredPassage['passage']>();
  for (let limit = CANDIDATE_COUNT; ; limit *= WIDENING) {
    // A wider search looks at more terms, so that it may order those that were seen otherwise.
    const found = await search(limit);
    for (const candidate of found) {
      if (seen.has(candidate.passage)) continue;
      seen.add(candidate.passage);
      if (isAdmitted(candidate)) admitted.push(candidate);
      if (admitted.length === CANDIDATE_COUNT) return admitted;
    }
    if (found.length < limit) return admitted;
  }
}

/**
 * What the engine is asked for: the terms that it knows, their forms, and alternatives with their
 * smaller weight. A form and the terms that it is made of share the weight that they have together.
 * An engine knows nothing of sequences: the terms of one share its weight.
 */
function queryTerms(question: Question): QueryTerm[] {
  const weights = new Map<string, number>();
  for (const { terms, weight } of question.terms.flatMap(({ alternatives }) => alternatives)) {
    for (const term of terms) {
      weights.set(term, Math.max(weights.get(term) ?? 0, weight / terms.length));
    }
  }
  for (const { term, searchWeight } of question.forms) weights.set(term, searchWeight);
  for (const { term, isHeld, searchWeight } of question.terms) {
    if (isHeld) weights.set(term, searchWeight);
  }
  return [...weights].map(([term, weight]) => ({ term, weight }));
}

/** Everything of a question that counts where it stands in a passage. */
function placedTerms({ terms, parts }: Question): string[] {
  const own = terms.flatMap(({ term, forms, alternatives }) => [
    term,
    ...forms,
    ...alternatives.flatMap((alternative) => alternative.terms),
  ]);
  return [...own, ...parts.keys()];
}
