import type { Token } from '../analysis/token.ts';
import type { Question } from '../question.ts';
import type { Range } from '../quote.ts';
import { WEAK_WEIGHT } from '../weak-weight.ts';

/** One place where a term of the question, or a synonym of one, stands in a text. */
export interface Match {
  /** Index into the question's terms. */
  readonly termIndex: number;
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
  /** The word stands there in the very form of the question, not only with the same stem. */
  readonly exact: boolean;
  /** The share of the term's weight that this place carries: 1, or less for a synonym. */
  readonly weight: number;
}

/** One place where a single Chinese character of the question stands. */
export interface CharacterMatch {
  readonly character: string;
  readonly start: number;
  readonly end: number;
}

/** Everything of a question that stands in a text, in the order of the text. */
export interface Findings {
  readonly matches: readonly Match[];
  readonly characters: readonly CharacterMatch[];
}

/** Looks a question's terms, forms, synonyms and characters up in texts. Prepared once for all candidates. */
export function createFinder(question: Question): (tokens: readonly Token[]) => Findings {
  const wanted = new Map<string, { termIndex: number; weight: number; isForm: boolean }[]>();
  const want = (term: string, termIndex: number, weight: number, isForm = false) => {
    const others = (wanted.get(term) ?? []).filter((other) => other.termIndex !== termIndex);
    wanted.set(term, [...others, { termIndex, weight, isForm }]);
  };
  for (const [termIndex, { synonyms }] of question.terms.entries()) {
    for (const synonym of synonyms) want(synonym, termIndex, WEAK_WEIGHT);
  }
  for (const [termIndex, { term, weight, forms }] of question.terms.entries()) {
    want(term, termIndex, weight);
    for (const form of forms) want(form, termIndex, 1, true);
  }
  const { parts } = question;

  return (tokens) => {
    const matches: Match[] = [];
    const characters: CharacterMatch[] = [];
    for (const { term, surface, kind, start, end } of tokens) {
      // A lone character of the question may stand inside a longer phrase of the text.
      for (const { termIndex, weight, isForm } of wanted.get(term) ?? []) {
        const exact = isForm || question.terms[termIndex]?.surface === surface;
        matches.push({ termIndex, weight, exact, start, end });
      }
      if ((kind === 'part' || kind === 'character') && parts.has(term)) {
        characters.push({ character: term, start, end });
      }
    }
    return { matches, characters };
  };
}

/** The part of the findings that lies inside a range. */
export function findingsWithin({ matches, characters }: Findings, range: Range): Findings {
  return { matches: itemsWithin(matches, range), characters: itemsWithin(characters, range) };
}

/** The part of a list in text order that lies inside a range. */
export function itemsWithin<Item extends Range>(
  items: readonly Item[],
  { start, end }: Range,
): readonly Item[] {
  let from = 0;
  while (from < items.length && (items[from]?.start ?? 0) < start) from += 1;
  let to = from;
  while (to < items.length && (items[to]?.end ?? 0) <= end) to += 1;
  return from === 0 && to === items.length ? items : items.slice(from, to);
}
