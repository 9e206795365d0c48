/** What a suggestion is in the articles. */
export type SuggestionKind =
  /** The title of an article. */
  | 'headline'
  /** Who published an article. */
  | 'publisher'
  /** `YYYY-MM-DD`, the day of publication of an article. */
  | 'day'
  /** A person, place or body, written with capitals or given in both languages. */
  | 'name'
  /** Some words that several articles have next to each other; in Chinese a word as well. */
  | 'phrase'
  /** An English word that several articles have. */
  | 'word';

/** Something that stands in the articles and may be offered to a person who types. */
export interface Suggestion {
  readonly kind: SuggestionKind;
  /** As it stands in an article. */
  readonly text: string;
  /** {@link text} in the form that is compared, see `createMatchingKey`. */
  readonly key: string;
}
