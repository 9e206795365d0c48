/** Counts very many phrases. */
export interface PhraseCounter {
  /** Adds the phrases of one article, by key. */
  readonly addArticle: (phrases: ReadonlyMap<string, FoundOften>) => void;
  /** The same, over all articles; rare ones may have been forgotten. */
  readonly counts: () => ReadonlyMap<string, PhraseCount>;
}

/** A phrase as it was first seen in an article, and how often it stands there. */
export interface FoundOften {
  readonly text: string;
  readonly count: number;
}

/** The same for all articles, with the number of those that have it. */
export interface PhraseCount extends FoundOften {
  readonly articleCount: number;
}

/** So many phrases are kept in mind: about 40 MB. */
const MOST_PHRASES = 200_000;

/**
 * A {@link PhraseCounter} that takes no more memory for a larger corpus. Whenever there are too many
 * phrases, the rarest are forgotten (Manku and Motwani, "Approximate frequency counts over data
 * streams", 2002): a frequent one is missed only where it came late, and its count is too low at most.
 */
export function createPhraseCounter(mostPhrases: number = MOST_PHRASES): PhraseCounter {
  const counts = new Map<string, { readonly text: string; count: number; articleCount: number }>();
  let forgottenCount = 0;

  function forgetRarest(): void {
    forgottenCount += 1;
    for (const [key, { articleCount }] of counts) {
      if (articleCount <= forgottenCount) counts.delete(key);
    }
  }

  return {
    addArticle(phrases) {
      for (const [key, { text, count }] of phrases) {
        const known = counts.get(key);
        if (known) {
          known.articleCount += 1;
          known.count += count;
        } else {
          counts.set(key, { text, count, articleCount: 1 });
        }
      }
      while (counts.size > mostPhrases) forgetRarest();
    },
    counts: () => counts,
  };
}
