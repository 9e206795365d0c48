import { assembleCorpus, type Corpus, readParts } from '../corpus/index.ts';
import { createDictionaryLoader, type DictionaryLoader } from '../language/index.ts';
import {
  collectSuggestions,
  type IndexedArticles,
  indexArticles,
  openCollection,
  type TokenData,
} from '../retrieval/index.ts';
import { findTimeline } from '../timeline/index.ts';
import type { GenerationBuilder, GenerationIndex, IndexHost, OnProgress } from './index-host.ts';
import type { LibraryProgress } from './library.ts';

/**
 * Makes generations in this thread, giving way to other work every few ms. What one build analysed,
 * the next one takes over.
 *
 * @param readFolder reads the folder; the real reader when left out.
 */
export function createLocalHost(readFolder: typeof readParts = readParts): IndexHost {
  const loadDictionary = createDictionaryLoader();
  let latest: TokenData | null = null;
  return {
    begin({ folder, maxArticleBytes }): GenerationBuilder {
      let corpus: Corpus | null = null;
      let isDiscarded = false;
      /** The only place where work that goes on can be ended. */
      const follow = (onProgress: OnProgress, progress: LibraryProgress) => {
        if (isDiscarded) throw new Error('the build was given up');
        onProgress(progress);
      };
      return {
        async read(previous, onProgress) {
          const parts = readFolder(folder, {
            maxArticleBytes,
            previous,
            onProgress: ({ filesRead, fileCount }) =>
              follow(onProgress, { stage: 'reading', done: filesRead, total: fileCount }),
          });
          const parsed = await assembleCorpus(folder, parts);
          ({ corpus } = parsed);
          return parsed;
        },
        restore: async () => null,
        async index(onProgress) {
          if (!corpus) throw new Error('nothing was read');
          const indexed = await indexArticles(corpus.byId, {
            previous: latest,
            onProgress: (progress) => follow(onProgress, { stage: 'indexing', ...progress }),
          });
          latest = indexed.data.tokens;
          return openLocalIndex(corpus, indexed, loadDictionary);
        },
        async discard() {
          isDiscarded = true;
        },
      };
    },
    close: async () => {},
  };
}

/** An index in this thread. It ends with the last reference to it. */
export async function openLocalIndex(
  { byId, synonyms }: Pick<Corpus, 'byId' | 'synonyms'>,
  indexed: IndexedArticles,
  loadDictionary: DictionaryLoader | null,
): Promise<GenerationIndex> {
  return {
    ...(await openCollection(byId, indexed, { loadDictionary, synonyms })),
    timeline: () => findTimeline(byId, loadDictionary ?? createDictionaryLoader()),
    suggestions: () => collectSuggestions(byId),
    retire: () => {},
  };
}
