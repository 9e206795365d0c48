import type { Article } from '../../corpus/index.ts';
import type { DictionaryLoader } from '../translation/dictionary.ts';
import { collectNames, type HeldName, type HeldNames } from './held-names.ts';
import { createSpellingComparison, plainLetters, SHORTEST_LATIN_NAME } from './latin-spelling.ts';
import { isOrdinaryWord } from './ordinary-words.ts';

/** Finds the names of the articles by other spellings. */
export interface NameFinder {
  /**
   * The capitalised word of the articles that is another spelling of a word; null where there is
   * none, and for an ordinary word.
   *
   * @param stem the term under which the word is indexed.
   */
  latin(word: string, stem: string): Promise<string | null>;
  /** Whether an English word is an ordinary one, and so no name and no typing error. */
  isOrdinary(word: string, stem: string): Promise<boolean>;
}

/** A {@link NameFinder}. The names are collected and the dictionary is loaded when first needed. */
export function createNameFinder(
  articles: ReadonlyMap<string, Article>,
  loadDictionary: DictionaryLoader,
): NameFinder {
  const compare = createSpellingComparison();
  let collecting: Promise<HeldNames> | undefined;
  const held = () => (collecting ??= collectNames(articles.values()));

  return {
    isOrdinary: async (word, stem) =>
      isOrdinaryWord(plainLetters(word), stem, await loadDictionary()),
    async latin(word, stem) {
      const letters = plainLetters(word);
      if (letters.length < SHORTEST_LATIN_NAME) return null;
      let best: { name: HeldName; cost: number } | null = null;
      for (const name of (await held()).spelledLike(letters)) {
        const cost = compare(letters, name.letters);
        if (cost === null) continue;
        const isBetter =
          !best || cost < best.cost || (cost === best.cost && name.count > best.name.count);
        if (isBetter) best = { name, cost };
      }
      if (!best) return null;
      const dictionary = await loadDictionary();
      const isOrdinary = [
        [letters, stem] as const,
        [best.name.letters, best.name.letters] as const,
      ].some(([each, term]) => isOrdinaryWord(each, term, dictionary));
      return isOrdinary ? null : best.name.written;
    },
  };
}
