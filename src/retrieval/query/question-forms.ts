import type { Analyser, Token } from '../../language/index.ts';
import type { Range } from '../../shared/range.ts';

/** A term that stands for a stretch of a question however that is written. */
export interface FormOccurrence extends Range {
  readonly term: string;
  /** Whether the words alone are weak evidence: "20" without its month, "45" without its "%". */
  readonly isFigure: boolean;
}

/** Two words with a space between that may be one: "tik tok". */
const NEIGHBOURS =
  /(?<![\p{L}\p{N}])(?<first>\p{Script=Latin}{2,12}) (?=(?<second>\p{Script=Latin}{2,12})(?![\p{L}\p{N}]))/gu;

/** The normal forms in a question, as the analysis of its text found them. */
export function formsIn(tokens: readonly Token[]): FormOccurrence[] {
  return tokens
    .filter(({ kind }) => kind === 'form')
    .map(({ term, start, end }) => ({ term, start, end, isFigure: /\d/u.test(term) }));
}

/** Neighbouring words of a question written as one. Whether that is a word only the index can tell. */
export function joinedWords(text: string, analyse: Analyser['analyse']): FormOccurrence[] {
  return [...text.matchAll(NEIGHBOURS)].flatMap(({ index, groups }) => {
    const { first = '', second = '' } = groups ?? {};
    const [token] = analyse(first + second);
    const end = index + first.length + 1 + second.length;
    return token ? [{ term: token.term, start: index, end, isFigure: false }] : [];
  });
}

/** The forms that cover a token, alone or together with the forms beside them. */
export function formsCovering(token: Range, forms: readonly FormOccurrence[]): FormOccurrence[] {
  const touching = forms
    .filter(({ start, end }) => start < token.end && end > token.start)
    .toSorted((a, b) => a.start - b.start);
  let covered = token.start;
  for (const { start, end } of touching) {
    if (start <= covered) covered = Math.max(covered, end);
  }
  return covered >= token.end ? touching : [];
}

/** What the forms of a question mean for one of its terms. */
export interface TermForms {
  readonly forms: readonly string[];
  /** The most that the term weighs: a part of a form is never rarer than the form itself. */
  readonly maxWeight: number;
  /** What the term is worth in finding candidates. */
  readonly searchWeight: number;
  /** Whether it was asked as a part of a date or an amount only. */
  readonly isFigure: boolean;
}

/** The forms of a question, weighed. */
export interface WeighedForms {
  readonly forms: readonly { readonly term: string; readonly searchWeight: number }[];
  readonly ofTerm: ReadonlyMap<string, TermForms>;
}

/**
 * Weighs the terms that each form covers. The form adds nothing to their weight: in a text it is as
 * good as all of them, and in finding candidates a text that holds both gets their weight once.
 */
export function weighForms(
  tokens: readonly Token[],
  forms: readonly FormOccurrence[],
  weightOf: (term: string) => number,
): WeighedForms {
  const members = new Map<FormOccurrence, Set<string>>();
  const covered = new Map<string, { main: FormOccurrence; forms: Set<string> }>();
  const uncovered = new Set<string>();
  for (const token of tokens) {
    const covering = formsCovering(token, forms);
    const main = covering.toSorted((a, b) => b.end - b.start - (a.end - a.start))[0];
    if (!main) {
      uncovered.add(token.term);
      continue;
    }
    const known = covered.get(token.term) ?? { main, forms: new Set() };
    for (const { term } of covering) known.forms.add(term);
    covered.set(token.term, known);
    members.set(known.main, (members.get(known.main) ?? new Set()).add(token.term));
  }

  const ofTerm = new Map<string, TermForms>();
  const weighed: { term: string; searchWeight: number }[] = [];
  for (const [form, terms] of members) {
    const own = weightOf(form.term);
    const together = [...terms].reduce((sum, term) => sum + weightOf(term), 0);
    // For one term there is nothing to share, however often its form stands in other languages.
    const maxWeight = terms.size > 1 ? own : Number.POSITIVE_INFINITY;
    const capped = [...terms].reduce((sum, term) => sum + Math.min(weightOf(term), maxWeight), 0);
    const searchWeight = capped / (own + together);
    weighed.push({ term: form.term, searchWeight });
    for (const term of terms) {
      ofTerm.set(term, {
        forms: [...(covered.get(term)?.forms ?? [])].filter((other) => other !== term),
        maxWeight,
        searchWeight,
        isFigure: form.isFigure && !uncovered.has(term),
      });
    }
  }
  return { forms: weighed, ofTerm };
}
