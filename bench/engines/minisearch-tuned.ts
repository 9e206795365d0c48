import MiniSearch from 'minisearch';
import { createAnalyser } from '../../src/language/analyser.ts';
import { type Engine, type EngineDocument, holdsAny, RESULT_LIMIT } from './engine.ts';
import { termsOf } from './terms-of.ts';

/**
 * MiniSearch over Verbatim's own terms, in the settings that were best for it: a small title weight,
 * Chinese characters written as ASCII, scores divided by the number of matched terms, which MiniSearch
 * multiplies by, and a filter that keeps the best instead of sorting everything.
 */
export const miniSearchTuned: Engine = {
  label: 'MiniSearch, tuned',
  yieldsWhileBuilding: false,
  build: async ({ documents }) => {
    const { analyse } = createAnalyser();
    const toTerms = (text: string) => termsOf(analyse, text).map(encodeTerm);
    const miniSearch = new MiniSearch<EngineDocument>({
      fields: ['text', 'title'],
      tokenize: toTerms,
      processTerm: (term) => term,
      searchOptions: { boost: { title: 0.6 }, bm25: { k: 1.2, b: 0.7, d: 0.5 } },
    });
    miniSearch.addAll(documents);
    return {
      ask: async (question) => {
        const best: { readonly id: number; readonly score: number }[] = [];
        miniSearch.search([...new Set(toTerms(question))].join(' '), {
          tokenize: (text) => text.split(' ').filter(Boolean),
          filter: ({ id, score, queryTerms }) => {
            keepBest(best, { id: Number(id), score: score / queryTerms.length });
            return false;
          },
        });
        return holdsAny(best.map(({ id }) => id));
      },
    };
  },
};

/** Inserts a result where it belongs, best first, and drops the last of too many. */
function keepBest<Result extends { readonly score: number }>(best: Result[], result: Result): void {
  const last = best.at(-1);
  if (best.length === RESULT_LIMIT && last && last.score >= result.score) return;
  const place = best.findIndex(({ score }) => score < result.score);
  best.splice(place === -1 ? best.length : place, 0, result);
  if (best.length > RESULT_LIMIT) best.pop();
}

/**
 * Every Chinese character as ASCII: MiniSearch's radix tree has a node for every character, and one
 * with thousands of children is searched one by one. Upper case keeps these apart from words.
 */
function encodeTerm(term: string): string {
  return term.replace(/[^\p{ASCII}]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `U${code.toString(36).toUpperCase()}`;
  });
}
