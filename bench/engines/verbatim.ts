import { createCollection } from '../../src/retrieval/index.ts';
import { type Engine, RESULT_LIMIT } from './engine.ts';

/** Verbatim as a person meets it: passages, analysis, index, re-ranking, quotes and duplicates. */
export const verbatim: Engine = {
  label: 'Verbatim',
  yieldsWhileBuilding: true,
  build: async ({ articles, passages }) => {
    const collection = await createCollection(articles);
    return {
      ask: async (question) => {
        const answer = await collection.ask({ question, limit: RESULT_LIMIT, filter: {} });
        const quotes = answer.quotes.flatMap(({ quote, duplicates }) => [quote, ...duplicates]);
        return {
          holds: (number) => {
            const passage = passages[number];
            return quotes.some(
              ({ articleId, start, end }) =>
                articleId === passage?.articleId && start < passage.end && passage.start < end,
            );
          },
        };
      },
    };
  },
};
