import { ENGLISH_NUMERAL } from '../../language/index.ts';
import type { Quote } from '../quotes/quote.ts';
import type { Difference, Typography } from './typography.ts';

/**
 * What became of a claimed quotation:
 *
 * - `exact`: a slice of an article.
 * - `typography-only`: exact but for case, marks, dashes, spaces, width, script or punctuation.
 * - `altered`: a passage has most of it, with other words, without some or with more.
 * - `stitched`: its parts stand in different places.
 * - `other-speaker`: the words are there, said by somebody else than is claimed.
 * - `absent`: no article has it.
 * - `too-short`: it could stand anywhere.
 */
export type QuotationVerdict =
  | 'exact'
  | 'typography-only'
  | 'altered'
  | 'stitched'
  | 'other-speaker'
  | 'absent'
  | 'too-short';

/** What a changed word may be; the first three change what is said the most. */
export type ChangeKind = 'number' | 'negation' | 'name' | 'words';

/** A change of words: what the article has, and what the text has. */
export interface WordChange extends Difference {
  readonly kind: ChangeKind;
}

/** A place in an article, and who says it there, as the article names them; null where that is not plain. */
export interface QuotationMatch {
  readonly quote: Quote;
  readonly speaker: string | null;
}

/** A quotation that was looked up in the articles. */
export interface QuotationCheck {
  /** The words as they are claimed. */
  readonly text: string;
  /** Who is claimed to have said them, or null. */
  readonly speaker: string | null;
  readonly verdict: QuotationVerdict;
  /**
   * The places: of the whole, earliest article first; of its parts in their order, if it is
   * stitched; the nearest passage, if it is altered. Empty if it is absent or too short.
   */
  readonly matches: readonly QuotationMatch[];
  /** Changed words, numbers, negations and names first; or the differences of typography. */
  readonly differences: readonly (Difference & { readonly kind?: ChangeKind })[];
  /** In what the typography differs. */
  readonly typography: readonly Typography[];
  /** What comes nearest to a quotation that is absent, or null. */
  readonly closest: Quote | null;
}

const ENGLISH_NUMBER = new RegExp(`\\b(?:${ENGLISH_NUMERAL})\\b`, 'iu');
const NUMBER = /[\p{N}〇零一二三四五六七八九十百千万萬亿億两兩]/u;

const NEGATION =
  /\b(?:not?|never|none|nobody|nothing|neither|nor|without|cannot)\b|n['’]t\b|[不没沒无無未非别別勿莫]/giu;

const NAME = /\p{Lu}\p{M}*\p{L}/u;

/** What kind of words were changed. */
export function kindOfChange(from: string, to: string): ChangeKind {
  const has = (pattern: RegExp) => pattern.test(from) || pattern.test(to);
  if (has(NUMBER) || has(ENGLISH_NUMBER)) return 'number';
  if (countOf(from, NEGATION) !== countOf(to, NEGATION)) return 'negation';
  return has(NAME) ? 'name' : 'words';
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
