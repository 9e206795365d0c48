import MiniSearch from 'minisearch';
import { type Engine, type EngineDocument, holdsAny, RESULT_LIMIT } from './engine.ts';

/** MiniSearch as it comes, all options at their defaults: the peer that the others are compared with. */
export const miniSearchAsItComes: Engine = {
  label: 'MiniSearch as it comes',
  yieldsWhileBuilding: false,
  build: async ({ documents }) => {
    const miniSearch = new MiniSearch<EngineDocument>({ fields: ['text', 'title'] });
    miniSearch.addAll(documents);
    return {
      ask: async (question) =>
        holdsAny(
          miniSearch
            .search(question)
            .slice(0, RESULT_LIMIT)
            .map(({ id }) => Number(id)),
        ),
    };
  },
};
