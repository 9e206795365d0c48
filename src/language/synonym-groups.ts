import type { Range } from '../shared/range.ts';
import { isTerm, type Token } from './token.ts';

/** A stretch of a question with what people who keep the articles say means the same. */
export interface SynonymMatch extends Range {
  /** The other words and phrases, each as the terms that stand next to each other. */
  readonly others: readonly (readonly string[])[];
}

/** Finds the words and phrases of a question that are in a group of synonyms. */
export type FindSynonyms = (tokens: readonly Token[]) => SynonymMatch[];

/** A {@link FindSynonyms} over groups as they are written; a phrase without a term is left out. */
export function createSynonymFinder(
  groups: readonly (readonly string[])[],
  analyse: (text: string) => readonly Token[],
): FindSynonyms {
  const byFirst = new Map<string, { terms: readonly string[]; others: readonly string[][] }[]>();
  for (const group of groups) {
    const phrases = group
      .map((phrase) =>
        analyse(phrase)
          .filter(isTerm)
          .map(({ term }) => term),
      )
      .filter(({ length }) => length > 0);
    for (const terms of phrases) {
      const [first = ''] = terms;
      const others = phrases.filter((other) => other !== terms);
      if (others.length > 0) byFirst.set(first, [...(byFirst.get(first) ?? []), { terms, others }]);
    }
  }
  if (byFirst.size === 0) return () => [];

  return (tokens) => {
    const asked = tokens.filter(isTerm);
    return asked.flatMap(({ term, start }, index) =>
      (byFirst.get(term) ?? []).flatMap(({ terms, others }) => {
        const isWhole = terms.every((each, place) => asked[index + place]?.term === each);
        const end = asked[index + terms.length - 1]?.end ?? 0;
        return isWhole ? [{ start, end, others }] : [];
      }),
    );
  };
}
