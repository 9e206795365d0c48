/** What stands for the same as a term of a question. */
export interface Alternative {
  /** Terms that have to stand next to each other in a text, in this order. Never empty. */
  readonly terms: readonly string[];
  /** The share of the term's weight that a match carries, over 0 to 1. */
  readonly weight: number;
  /** It stands for a whole phrase that the term is a part of, and counts for every term of that. */
  readonly isOfPhrase?: boolean;
}

/**
 * What a synonym is worth beside the word that was asked, and a word that was asked as a part of a
 * date or an amount where it stands without the rest. One figure for both: the window of the
 * evidence keeps one weak weight for each term.
 */
export const WEAK_WEIGHT = 0.6;
