import type { Dictionary } from '../translation/dictionary.ts';
import { phrasesOf } from '../translation/lexicon.ts';

/** In what forms a dictionary may have an English word: as it is and as its stem, with what stemming takes. */
function formsOf(word: string, stem: string): string[] {
  return [...new Set([word, stem, `${stem}e`, stem.replace(/i$/u, 'y')])];
}

/**
 * Whether an English word, in small letters, is an ordinary one: a definition of the dictionary has
 * it by itself and without a capital, as it is or in another form.
 */
export function isOrdinaryWord(word: string, stem: string, dictionary: Dictionary): boolean {
  const forms = formsOf(word, stem);
  return dictionary
    .entriesLike([forms])
    .some(({ definitions }) => phrasesOf(definitions).some(({ words }) => forms.includes(words)));
}
