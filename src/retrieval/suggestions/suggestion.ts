import { createHanFolding, foldWord } from '../../language/index.ts';

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

/** What cannot be seen, or is no text. The joiners belong to some scripts and to emoji. */
const UNSAFE = /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/u;

/** Suggestions as they are put together. */
interface SuggestionList {
  readonly suggestions: readonly Suggestion[];
  /** Adds texts of a kind, leaving out what cannot be shown on one line, and each but its first. */
  put(kind: SuggestionKind, texts: Iterable<string>): Promise<void>;
}

/** @param yieldIfDue is awaited between texts. */
export function createSuggestionList(yieldIfDue: () => Promise<void>): SuggestionList {
  const keyOf = createMatchingKey();
  const suggestions: Suggestion[] = [];
  return {
    suggestions,
    async put(kind, texts) {
      const keys = new Set<string>();
      for (const text of texts) {
        await yieldIfDue();
        const key = keyOf(text);
        if (UNSAFE.test(text) || text.trim() !== text || key.trim() === '' || keys.has(key)) {
          continue;
        }
        keys.add(key);
        suggestions.push({ kind, text, key });
      }
    },
  };
}

/**
 * A function that gives the form in which what is typed and what is suggested are compared: without
 * case, accents and full-width forms, traditional Chinese as simplified, white space as one space
 * each. White space at the ends stays, since "a " is typed for another reason than "a".
 */
export function createMatchingKey(): (text: string) => string {
  const foldHan = createHanFolding();
  return (text) =>
    foldWord(text)
      .replaceAll(/\p{sc=Han}/gu, (character) => foldHan(character))
      .replaceAll(/\s+/gu, ' ');
}

/** Compares by UTF-16 units, the same in every place. @returns as `sort` wants it. */
export function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
