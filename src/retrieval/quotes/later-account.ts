import type { Analyser } from '../../language/index.ts';
import { massOf, termsBesideAnswer } from '../ranking/beside-answer.ts';
import { createFinder, findingsWithin } from '../ranking/matches.ts';
import type { RankedPassage } from '../ranking/rank-passages.ts';
import type { Selection } from './quote-selection.ts';

/** What of the question beside the best quote's figure must stand beside another one's, or in its headline. */
const SAME_FIGURE = 0.9;

/** What of the question that the best quote and its article hold another one and its article must hold. */
const SAME_MATTER = 0.95;

/** What of the best quote's score another one must have. */
const SCORE_NEEDED = 0.25;

/** What this share of the articles says goes without saying. */
const COMMON = 0.5;
const FEWEST_COMMON = 2;

/** A year in a question asks for the figure of that year. */
const YEAR = /(?<!\d)(?:1[89]|20)\d\d(?!\d)/u;

/** Words for those whom a figure counts: "the number of dead" leaves them out. */
export const PERSONS = /^(?:people|persons?|men|women|ppl|folks?|人)$/u;

/**
 * Tells of a quote whether it has a later figure for what the best quote has one for, in fewer of the
 * question's words: a later article does not name again what its headline names, or what most of the
 * articles are about.
 */
export function createLaterAccountTest(
  best: Selection,
  ranked: readonly RankedPassage[],
  asked: string,
  analyse: Analyser['analyse'],
): (each: Selection) => boolean {
  const { question } = best.quote;
  const found = ranked.filter((passage) => passage.question === question);
  const terms = question.terms.map((term) =>
    PERSONS.test(term.surface) ? { ...term, idf: 0 } : term,
  );
  const find = createFinder(question);
  const inArticle = termsByArticle(found);
  const isCommon = (index: number) => {
    const count = [...inArticle.values()].filter((held) => held.has(index)).length;
    return count >= Math.max(FEWEST_COMMON, COMMON * inArticle.size);
  };
  const common = new Set([...question.terms.keys()].filter(isCommon));
  const own = tellFigure(best);
  const ownFigure = own ? massOf(own.beside, terms) : 0;
  if (!own || ownFigure === 0 || YEAR.test(asked)) return () => false;
  return (each) => {
    if (each.quote.question !== question || dayOf(each) <= dayOf(best)) return false;
    if (each.quote.score < SCORE_NEEDED * best.quote.score) return false;
    const other = tellFigure(each);
    return (
      other !== null &&
      massOf(
        [...own.beside].filter((index) => other.beside.has(index)),
        terms,
      ) >=
        SAME_FIGURE * ownFigure &&
      massOf(other.held, terms) >= SAME_MATTER * massOf(own.held, terms)
    );
  };

  function tellFigure({ passage: { article, passage, findings }, quote: { core } }: Selection) {
    const text = article.text.slice(core.start, core.end);
    const { matches } = findingsWithin(findings, core);
    const beside = termsBesideAnswer(question, matches, core, text, passage.language);
    if (!beside || beside.size === 0) return null;
    const title = find(analyse(article.title ?? '')).matches.map(({ termIndex }) => termIndex);
    return {
      beside: new Set([...beside, ...title]),
      held: new Set([...beside, ...title, ...common, ...(inArticle.get(article.id) ?? [])]),
    };
  }
}

function termsByArticle(passages: readonly RankedPassage[]): ReadonlyMap<string, Set<number>> {
  const terms = new Map<string, Set<number>>();
  for (const { article, findings } of passages) {
    const held = terms.get(article.id) ?? new Set();
    for (const { termIndex } of findings.matches) held.add(termIndex);
    terms.set(article.id, held);
  }
  return terms;
}

function dayOf({ passage }: Selection): string {
  return passage.article.published ?? '';
}
