import type { Article } from './article.ts';
import type { Corpus } from './corpus.ts';

/** What is different between two readings of a folder, each list in the order of its corpus. */
export interface CorpusDifference {
  readonly added: readonly Article[];
  readonly changed: readonly { readonly before: Article; readonly after: Article }[];
  readonly removed: readonly Article[];
}

/** Compares two corpora by the ids and the content hashes of their articles. */
export function diffCorpora(before: Corpus, after: Corpus): CorpusDifference {
  return {
    added: after.articles.filter(({ id }) => !before.byId.has(id)),
    changed: after.articles.flatMap((article) => {
      const old = before.byId.get(article.id);
      const isSame = old === undefined || old.contentHash === article.contentHash;
      return isSame ? [] : [{ before: old, after: article }];
    }),
    removed: before.articles.filter(({ id }) => !after.byId.has(id)),
  };
}
