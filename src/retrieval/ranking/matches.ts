import type { PassageLanguage, Token } from '../../language/index.ts';
import type { Range } from '../../shared/range.ts';
import type { Question } from '../query/question.ts';

/** One place where a term of the question, or an alternative of one, stands in a text. */
export interface Match {
  /** Index into the question's terms. */
  readonly termIndex: number;
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
  /** The word stands there in the very form of the question, not only with the same stem. */
  readonly exact: boolean;
  /** The share of the term's weight that this place carries: 1, or less for an alternative. */
  readonly weight: number;
}

/** The gap in UTF-16 units up to which the terms of an alternative stand next to each other: room for "of the". */
const SEQUENCE_GAP: Readonly<Record<PassageLanguage, number>> = { en: 12, zh: 0 };

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

const NOTHING: readonly never[] = [];

/** What is looked for: terms that stand next to each other. */
interface Wanted {
  readonly terms: readonly string[];
  readonly termIndex: number;
  readonly weight: number;
  /** A normal form is as good as the very words. */
  readonly isForm: boolean;
}

/** Looks a question's terms, alternatives and characters up in texts. Prepared once for all candidates. */
export function createFinder(question: Question): (tokens: readonly Token[]) => Findings {
  const wanted = groupByFirst(wantedOf(question));
  const gap = SEQUENCE_GAP[question.language];
  const { parts } = question;

  return (tokens) => {
    const matches: Match[] = [];
    const characters: CharacterMatch[] = [];
    let index = -1;
    for (const { term, surface, kind, start, end } of tokens) {
      index += 1;
      // A lone character of the question may stand inside a longer phrase of the text.
      for (const { terms, termIndex, weight, isForm } of wanted.get(term) ?? NOTHING) {
        const matchEnd = terms.length === 1 ? end : endOfSequence(terms, tokens, index, gap);
        if (matchEnd === null) continue;
        const exact = isForm || question.terms[termIndex]?.surface === surface;
        matches.push({ termIndex, weight, exact, start, end: matchEnd });
      }
      if ((kind === 'part' || kind === 'character') && parts.has(term)) {
        characters.push({ character: term, start, end });
      }
    }
    return { matches, characters };
  };
}

/**
 * The terms themselves, their forms and their alternatives. An alternative of several terms counts
 * for one, and for none where it was asked for itself.
 */
function wantedOf({ terms }: Question): Wanted[] {
  const alternatives = new Map<string, Wanted>();
  for (const [termIndex, term] of terms.entries()) {
    for (const alternative of term.alternatives) {
      const sequence = alternative.terms.join(' ');
      const key = alternative.isOfPhrase ? `${sequence} ${termIndex}` : sequence;
      if ((alternatives.get(key)?.weight ?? 0) <= alternative.weight) {
        alternatives.set(key, { ...alternative, termIndex, isForm: false });
      }
    }
  }
  const own = terms.flatMap(({ term, weight, forms }, termIndex): Wanted[] => [
    { terms: [term], termIndex, weight, isForm: false },
    ...forms.map((form) => ({ terms: [form], termIndex, weight: 1, isForm: true })),
  ]);
  for (const { terms: asked } of own) alternatives.delete(asked.join(' '));
  return [...alternatives.values(), ...own];
}

function groupByFirst(all: Iterable<Wanted>): ReadonlyMap<string, readonly Wanted[]> {
  const groups = new Map<string, Wanted[]>();
  for (const wanted of all) {
    const [first = ''] = wanted.terms;
    const group = groups.get(first);
    if (group) group.push(wanted);
    else groups.set(first, [wanted]);
  }
  return groups;
}

/** Where a sequence ends that begins with the token at `from`, or null when it does not go on there. */
function endOfSequence(
  terms: readonly string[],
  tokens: readonly Token[],
  from: number,
  gap: number,
): number | null {
  let last = from;
  for (const term of terms.slice(1)) {
    const next = nextOf(term, tokens, last, gap);
    if (next === null) return null;
    last = next;
  }
  return tokens[last]?.end ?? null;
}

/**
 * The index of the token with this term that stands beside the one at `index`. Function words are no
 * tokens, and characters inside bigrams do not come between.
 */
function nextOf(term: string, tokens: readonly Token[], index: number, gap: number): number | null {
  const { start = 0, end = 0 } = tokens[index] ?? {};
  for (let at = index + 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || token.start > end + gap) return null;
    if (token.term === term && token.start > start) return at;
    if (token.kind !== 'part' && token.start >= end) return null;
  }
  return null;
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
