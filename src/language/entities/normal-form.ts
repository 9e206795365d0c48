/** A stretch of a text that can be written in several ways, and the one term for all of them. */
export interface NormalForm {
  readonly term: string;
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** Whether it is no part of a longer Chinese word, so that no bigram reaches over its edges. */
  readonly isApart: boolean;
}
