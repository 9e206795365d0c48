import {
  ENGINE_FIELDS,
  type PassageDocument,
  type SearchEngineFactory,
} from '../../../src/retrieval/engines/search-engine.ts';

const BOOSTS = { text: 1, heading: 1, title: 0.6 } as const;

/** BM25+ over every passage and every term, with nothing left out and nothing made quick. */
export const referenceEngine: SearchEngineFactory = {
  name: 'brute force',
  async build(documents) {
    const all: PassageDocument[] = [];
    for await (const batch of documents) all.push(...batch);
    const lengths = all.map(lengthOf);
    const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, all.length);
    return {
      search: async ({ terms, within, language, limit }) => {
        const frequencies = new Map(
          terms.map(({ term }) => [
            term,
            all.filter((document) => occurrencesIn(document, term) > 0).length,
          ]),
        );
        const scored = all.flatMap((document, place) => {
          if (language !== null && document.language !== language) return [];
          if (within !== null && !within.has(document.articleId)) return [];
          let score = 0;
          for (const { term, weight } of terms) {
            const occurrences = occurrencesIn(document, term);
            if (occurrences === 0) continue;
            const n = frequencies.get(term) ?? 0;
            const idf = Math.log(1 + (all.length - n + 0.5) / (n + 0.5));
            const norm = 1.2 * (0.3 + (0.7 * (lengths[place] ?? 0)) / mean);
            score += weight * idf * (0.5 + (occurrences * 2.2) / (occurrences + norm));
          }
          return score > 0 ? [{ id: document.id, score }] : [];
        });
        return scored
          .toSorted((a, b) => b.score - a.score || a.id - b.id)
          .slice(0, limit)
          .map(({ id }) => id);
      },
    };
  },
};

function occurrencesIn({ fields }: PassageDocument, term: string): number {
  let sum = 0;
  for (const name of ENGINE_FIELDS) {
    sum += BOOSTS[name] * fields[name].filter((each) => each === term).length;
  }
  return sum;
}

function lengthOf({ fields }: PassageDocument): number {
  return ENGINE_FIELDS.reduce((sum, name) => sum + BOOSTS[name] * fields[name].length, 0);
}
