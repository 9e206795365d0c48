import { findAmounts } from './amounts.ts';
import { findDates } from './dates.ts';
import { findNames } from './names.ts';
import type { NormalForm } from './normal-form.ts';
import type { Token } from './token.ts';

/**
 * The dates, amounts, currencies and names of a text in one form each, whatever language they are
 * written in. They stand beside the words that they are made of and do not replace them.
 *
 * @param normalise makes a folded English word the term under which it is indexed.
 */
export function findNormalForms(text: string, normalise: (word: string) => string): NormalForm[] {
  return [...findDates(text, normalise), ...findAmounts(text), ...findNames(text, normalise)];
}

/** Normal forms as tokens. */
export function formTokens(forms: readonly NormalForm[]): Token[] {
  return forms.map(({ term, start, end }) => ({ term, surface: term, kind: 'form', start, end }));
}

/** The offsets over which no Chinese bigram reaches. */
export function edgesOf(forms: readonly NormalForm[]): ReadonlySet<number> {
  return new Set(forms.flatMap(({ start, end, isApart }) => (isApart ? [start, end] : [])));
}
