import type { FoldCharacter } from '../folding.ts';
import { CHINESE_FUNCTION_CHARACTERS } from '../stop-words.ts';

/** One Chinese character as it is indexed. */
export interface HanTerm {
  readonly term: string;
  /** Whether it joins phrases and is no part of one. */
  readonly isFunction: boolean;
}

/** Looks up Chinese characters by code point; each is folded once. */
export function createHanTerms(foldHan: FoldCharacter): (point: number) => HanTerm {
  const terms = new Map<number, HanTerm>();
  return (point) => {
    const known = terms.get(point);
    if (known) return known;
    const term = foldHan(String.fromCodePoint(point));
    const made = { term, isFunction: CHINESE_FUNCTION_CHARACTERS.has(term) };
    terms.set(point, made);
    return made;
  };
}
