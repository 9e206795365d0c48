import { createMatchingKey } from './matching-key.ts';
import type { Suggestion, SuggestionKind } from './suggestion.ts';

/** What cannot be seen, or is no text. The joiners belong to some scripts and to emoji. */
const UNSAFE = /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/u;

/** Suggestions as they are put together. */
export interface SuggestionList {
  readonly suggestions: readonly Suggestion[];
  /** Adds texts of a kind, leaving out what cannot be shown on one line, and each but its first. */
  put(kind: SuggestionKind, texts: Iterable<string>): Promise<void>;
}

/** @param breathe is awaited between texts. */
export function createSuggestionList(breathe: () => Promise<void>): SuggestionList {
  const keyOf = createMatchingKey();
  const suggestions: Suggestion[] = [];
  return {
    suggestions,
    async put(kind, texts) {
      const keys = new Set<string>();
      for (const text of texts) {
        await breathe();
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
