/** What stands for the same as a term of a question. */
export interface Alternative {
  /** Terms that have to stand next to each other in a text, in this order. Never empty. */
  readonly terms: readonly string[];
  /** The share of the term's weight that a match carries, over 0 to 1. */
  readonly weight: number;
}
