/** What is known of the index in use. */
export interface IndexFigures {
  readonly articles: number;
  readonly passages: number;
  /** The id of the generation. */
  readonly generation: string;
  /** ms since the epoch. */
  readonly builtAt: number;
}
