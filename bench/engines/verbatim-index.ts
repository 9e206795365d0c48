import { createAnalyser } from '../../src/language/analyser.ts';
import { indexArticles } from '../../src/retrieval/collection.ts';
import { createPostingsIndex } from '../../src/retrieval/index-data/postings-index.ts';
import { type Engine, holdsAny, RESULT_LIMIT } from './engine.ts';
import { termsOf } from './terms-of.ts';

/** Verbatim's passage index alone: the question's terms are looked up, and nothing is done after it. */
export const verbatimIndex: Engine = {
  label: "Verbatim's index alone",
  yieldsWhileBuilding: true,
  build: async ({ articles, passages }) => {
    const { analyse } = createAnalyser();
    const index = createPostingsIndex(await indexArticles(articles), articles);
    const keyOf = (articleId: string, start: number) => `${articleId}:${start}`;
    const numbers = new Map(
      passages.map(({ articleId, start }, number) => [keyOf(articleId, start), number]),
    );
    return {
      ask: async (question) => {
        const terms = [...new Set(termsOf(analyse, question))].map((term) => ({ term, weight: 1 }));
        const candidates = await index.search({
          terms,
          shownTerms: new Set(),
          limit: RESULT_LIMIT,
          filter: {},
        });
        return holdsAny(
          candidates.map(
            ({ passage }) => numbers.get(keyOf(passage.articleId, passage.start)) ?? -1,
          ),
        );
      },
    };
  },
};
