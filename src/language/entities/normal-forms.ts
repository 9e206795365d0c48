import type { Token } from '../token.ts';
import { AMOUNT_PATTERNS, findAmounts } from './amounts.ts';
import { DATE_PATTERNS, findDates } from './dates.ts';
import { createFormFinder, type FormPattern } from './form-pattern.ts';
import { findNames, NAME_PATTERNS } from './names.ts';
import type { NormalForm } from './normal-form.ts';

/** Everything that has a normal form. */
export const FORM_PATTERNS: readonly FormPattern[] = [
  ...DATE_PATTERNS,
  ...AMOUNT_PATTERNS,
  ...NAME_PATTERNS,
];

/**
 * Finds the dates, amounts, currencies and names of a text in one form each, whatever language they
 * are written in. They stand beside the words that they are made of and do not replace them.
 *
 * @param normalise makes a folded English word the term under which it is indexed.
 */
export function createNormalForms(
  normalise: (word: string) => string,
): (text: string) => NormalForm[] {
  const find = createFormFinder(FORM_PATTERNS);
  return (text) => {
    const matchesOf = find(text);
    return [
      ...findDates(matchesOf, normalise),
      ...findAmounts(matchesOf),
      ...findNames(matchesOf, normalise),
    ];
  };
}

/** Normal forms as tokens. */
export function formTokens(forms: readonly NormalForm[]): Token[] {
  return forms.map(({ term, start, end }) => ({ term, surface: term, kind: 'form', start, end }));
}

/** The offsets over which no Chinese bigram reaches. */
export function edgesOf(forms: readonly NormalForm[]): ReadonlySet<number> {
  return new Set(forms.flatMap(({ start, end, isApart }) => (isApart ? [start, end] : [])));
}
