/** A half-open range `[start, end)` of UTF-16 offsets into an article's text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}
