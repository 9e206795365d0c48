import { CHINESE_SYNONYMS } from './chinese/synonyms.ts';
import { ENGLISH_SYNONYMS, PHRASAL_VERBS } from './english/synonyms.ts';
import { CHINESE_FUNCTION_CHARACTERS } from './stop-words.ts';

/** How many words may stand between a verb and its particle: "turn the software company down". */
const MAX_OBJECT_WORDS = 4;

/** The synonyms of a question's term; the question tells "turn down" from "turn". */
export type Synonyms = (term: string, question: string) => readonly string[];

/**
 * A {@link Synonyms} look-up. `normalise` makes an English word the term under which it is indexed.
 * Of the Chinese words it knows those that are one term.
 */
export function createThesaurus(normalise: (word: string) => string): Synonyms {
  const toTerms = (words: readonly string[]) => words.map(normalise);
  const groups = new Map<string, readonly string[]>();
  for (const terms of [
    ...ENGLISH_SYNONYMS.map(toTerms),
    ...CHINESE_SYNONYMS.map((words) => words.filter(isBigram)),
  ]) {
    for (const term of terms) groups.set(term, terms);
  }
  const phrasal = PHRASAL_VERBS.map(({ verb, particles, meaning }) => ({
    verb: normalise(verb),
    particles,
    terms: toTerms(meaning.split(' ')),
  }));

  return (term, question) => {
    const words = question.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
    const at = words.findIndex((word) => normalise(word) === term);
    const following = new Set(words.slice(at + 1, at + 2 + MAX_OBJECT_WORDS));
    const meant = phrasal.filter(
      ({ verb, particles }) =>
        verb === term && particles.some((particle) => following.has(particle)),
    );
    const terms = [...meant.flatMap((entry) => entry.terms), ...(groups.get(term) ?? [])];
    return [...new Set(terms)].filter((other) => other !== term);
  };
}

/** Whether a Chinese word is indexed as one bigram; bigrams do not reach across function characters. */
export function isBigram(word: string): boolean {
  return (
    /^\p{sc=Han}{2}$/u.test(word) &&
    Array.from(word).every((character) => !CHINESE_FUNCTION_CHARACTERS.has(character))
  );
}
