import createWinkBm25 from 'wink-bm25-text-search';
import { createAnalyser } from '../../src/language/analyser.ts';
import { type Engine, holdsAny, RESULT_LIMIT } from './engine.ts';
import { termsOf } from './terms-of.ts';

/**
 * Another engine: plain BM25F, both fields of the same weight. It brings no analysis and wants to
 * be given one, so it gets ours, in both languages.
 */
export const winkBm25: Engine = {
  label: 'wink-bm25-text-search',
  yieldsWhileBuilding: false,
  build: async ({ documents }) => {
    const { analyse } = createAnalyser();
    const wink = createWinkBm25();
    wink.defineConfig({ fldWeights: { text: 1, title: 1 } });
    wink.definePrepTasks([(text) => termsOf(analyse, text)]);
    for (const { id, text, title } of documents) wink.addDoc({ text, title }, id);
    wink.consolidate();
    return {
      ask: async (question) =>
        holdsAny(wink.search(question, RESULT_LIMIT).map(([id]) => Number(id))),
    };
  },
};
