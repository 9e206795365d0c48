import type { Passage } from '../passages/split-passages.ts';

/**
 * The tokens of analysed articles, in flat arrays: small, quick to walk, and written to a file and read
 * from it as they are. A pair of neighbouring values in an `…From` array bounds the part that belongs
 * to one item, so that such an array is one longer than there are items.
 *
 * Articles are numbered in the order of the corpus, passages in the order of their articles, forms
 * and terms in the order in which they first occur (title before text). The same articles therefore
 * give the same arrays, however they came about.
 */
export interface TokenData {
  /** By article: the content hash of what was analysed. */
  readonly articleHashes: readonly string[];
  /** By article: its first passage. */
  readonly articlePassageFrom: Uint32Array;
  /** By article: its first place in {@link titleForms}. */
  readonly articleTitleFrom: Uint32Array;
  /** The forms of the titles' tokens. */
  readonly titleForms: Uint32Array;

  /** By passage: its first token. */
  readonly passageTokenFrom: Uint32Array;
  /** By token: its form, and where it stands in its passage, in UTF-16 units. */
  readonly tokenForm: Uint32Array;
  readonly tokenStart: Uint16Array;
  readonly tokenLength: Uint16Array;

  /** By form: how it is written, folded and unstemmed; its term; an index into {@link TOKEN_KINDS}. */
  readonly formSurfaces: readonly string[];
  readonly formTerm: Uint32Array;
  readonly formKind: Uint8Array;

  /** By term. */
  readonly terms: readonly string[];
}

/** Passages in the order of their articles, with their tokens. */
export interface IndexData {
  readonly passages: readonly Passage[];
  readonly tokens: TokenData;
}

/** How many items an `…From` array bounds. */
export function countOf(from: Uint32Array): number {
  return from.length - 1;
}

/** The part of an `…From` array that belongs to an item, as `[start, end)`. */
export function partOf(from: Uint32Array, item: number): [start: number, end: number] {
  return [from[item] ?? 0, from[item + 1] ?? 0];
}
