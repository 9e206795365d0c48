import type { Token } from './analysis/token.ts';
import type { KnownWord } from './spelling.ts';

/** Which terms an index knows, and how often they occur. */
export interface Vocabulary {
  /** Counts one passage with the title above it. */
  add(tokens: readonly Token[], title: readonly Token[]): void;
  /** The number of passages with the term; for a term that stands in titles only, of those under them. */
  frequency(term: string): number;
  /** The words of an alphabet, each with a form in which it is written. */
  words(): Iterable<KnownWord & { readonly frequency: number }>;
}

/** An empty vocabulary. */
export function createVocabulary(): Vocabulary {
  const inText = new Map<string, number>();
  const inTitle = new Map<string, number>();
  const surfaces = new Map<string, string>();

  function count(counts: Map<string, number>, tokens: readonly Token[]): void {
    const seen = new Set<string>();
    for (const { term, surface, kind } of tokens) {
      if (seen.has(term)) continue;
      seen.add(term);
      counts.set(term, (counts.get(term) ?? 0) + 1);
      if (kind === 'word' && !surfaces.has(term)) surfaces.set(term, surface);
    }
  }

  const frequency = (term: string) => inText.get(term) ?? inTitle.get(term) ?? 0;
  return {
    add(tokens, title) {
      count(inText, tokens);
      count(inTitle, title);
    },
    frequency,
    words: () =>
      [...surfaces].map(([term, surface]) => ({ term, surface, frequency: frequency(term) })),
  };
}
