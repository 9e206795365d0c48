/**
 * Everything that a search needs, in flat arrays: small, quick to walk, and written to a file and
 * read from it as they are. A pair of neighbouring values in an `…From` array bounds the part that
 * belongs to one item, so that such an array is one longer than there are items.
 *
 * Articles are numbered in the order of the corpus, passages in the order of their articles, forms
 * and terms in the order in which they first occur (title before text). The same articles therefore
 * give the same arrays, however they came about.
 */
export interface IndexData {
  /** By article. */
  readonly articleIds: readonly string[];
  /** By article: the content hash of what was analysed. */
  readonly articleHashes: readonly string[];
  /** By article: its first passage. */
  readonly articlePassageFrom: Uint32Array;
  /** By article: its first place in {@link titleForms}. */
  readonly articleTitleFrom: Uint32Array;
  /** The forms of the titles' tokens. */
  readonly titleForms: Uint32Array;

  /** By passage: UTF-16 offsets in the article's text. */
  readonly passageStart: Uint32Array;
  readonly passageEnd: Uint32Array;
  /** By passage: the sentence before it; an empty range when there is none. */
  readonly passageBeforeStart: Uint32Array;
  readonly passageBeforeEnd: Uint32Array;
  /** By passage: how the sentence before it is cut, as in {@link sentenceCuts}. */
  readonly passageBeforeCuts: Uint8Array;
  /** By passage: an index into {@link PASSAGE_LANGUAGES}. */
  readonly passageLanguage: Uint8Array;
  /** By passage: its first sentence, and its first token. */
  readonly passageSentenceFrom: Uint32Array;
  readonly passageTokenFrom: Uint32Array;

  /** By sentence: UTF-16 offsets in the article's text. */
  readonly sentenceStart: Uint32Array;
  readonly sentenceEnd: Uint32Array;
  /** By sentence: 1 when it is cut before, plus 2 when it is cut after. */
  readonly sentenceCuts: Uint8Array;

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
  /** By term: its first posting. */
  readonly termPostingFrom: Uint32Array;
  /** By posting: the passage, ascending within a term. */
  readonly postingPassage: Uint32Array;
  /** By posting: {@link WEIGHT_UNIT} times the weighted number of occurrences, 255 at most. */
  readonly postingWeight: Uint8Array;
}

/** What an occurrence in a passage's own text counts in {@link IndexData.postingWeight}. */
export const WEIGHT_UNIT = 10;

/** The languages of passages, as they are numbered. */
export const PASSAGE_LANGUAGES = ['en', 'zh'] as const;

/** How many items an `…From` array bounds. */
export function countOf(from: Uint32Array): number {
  return from.length - 1;
}

/** The part of an `…From` array that belongs to an item, as `[start, end)`. */
export function partOf(from: Uint32Array, item: number): [start: number, end: number] {
  return [from[item] ?? 0, from[item + 1] ?? 0];
}
