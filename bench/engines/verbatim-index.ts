import { createAnalyser } from '../../src/retrieval/analysis/analyser.ts';
import { createMiniSearchIndex } from '../../src/retrieval/minisearch-index.ts';
import { type Engine, holdsAny, RESULT_LIMIT } from './engine.ts';
import { termsOf } from './terms-of.ts';

/** Verbatim's passage index alone: the question's terms are looked up, and nothing is done after it. */
export const verbatimIndex: Engine = {
  label: "Verbatim's index alone",
  yieldsWhileBuilding: true,
  build: async ({ articles, passages }) => {
    const { analyse } = createAnalyser();
    const index = await createMiniSearchIndex({ articles, passages }, analyse);
    const numbers = new Map(passages.map((passage, number) => [passage, number]));
    return {
      ask: async (question) => {
        const terms = [...new Set(termsOf(analyse, question))].map((term) => ({ term, weight: 1 }));
        const candidates = await index.search(terms, RESULT_LIMIT, {});
        return holdsAny(candidates.map(({ passage }) => numbers.get(passage) ?? -1));
      },
    };
  },
};
