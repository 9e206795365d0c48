/** The kinds of token, in the order in which an index numbers them. */
export const TOKEN_KINDS = ['word', 'number', 'bigram', 'character', 'part', 'form'] as const;

/**
 * One searchable unit of a text. `term` is what is looked up, `surface` the folded form before
 * stemming, `[start, end)` the UTF-16 offsets in the text that was analysed.
 *
 * A "word" is a word of an alphabet, a "number" begins with a digit. Chinese gives a "bigram" for
 * every two neighbouring characters, a "character" for one that stands alone, and a "part" for each
 * character inside bigrams: too common to find by, but weak evidence in ranking. A "form" stands
 * beside the tokens of a date, an amount or a name and is the same however that is written.
 */
export interface Token {
  readonly term: string;
  readonly surface: string;
  readonly kind: (typeof TOKEN_KINDS)[number];
  readonly start: number;
  readonly end: number;
}

/** Whether a token is a word, a number or Chinese as it is written: no part of one, and no normal form. */
export function isTerm({ kind }: Pick<Token, 'kind'>): boolean {
  return kind !== 'part' && kind !== 'form';
}
