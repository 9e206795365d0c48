import { createAnalyser } from '../../src/language/index.ts';
import { indexArticles } from '../../src/retrieval/collection.ts';
import { type Engine, holdsAny, RESULT_LIMIT } from './engine.ts';
import { termsOf } from './terms-of.ts';

/** Verbatim's search engine alone: the question's terms are looked up, and nothing is done after it. */
export const verbatimIndex: Engine = {
  label: "Verbatim's engine alone",
  yieldsWhileBuilding: true,
  build: async ({ articles }) => {
    const { analyse } = createAnalyser();
    const { engine } = await indexArticles(articles);
    return {
      ask: async (question) => {
        const terms = [...new Set(termsOf(analyse, question))].map((term) => ({ term, weight: 1 }));
        const query = { terms, within: null, language: null, limit: RESULT_LIMIT };
        return holdsAny(await engine.search(query));
      },
    };
  },
};
