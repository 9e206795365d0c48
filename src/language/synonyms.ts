import { CHINESE_FUNCTION_CHARACTERS } from './chinese/function-characters.ts';
import { CHINESE_SYNONYMS } from './chinese/synonyms.ts';
import { ENGLISH_SYNONYMS, PHRASAL_VERBS } from './english/synonyms.ts';
import type { FoldCharacter } from './folding.ts';
import { isTerm, type Token } from './token.ts';

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
function isBigram(word: string): boolean {
  return (
    /^\p{sc=Han}{2}$/u.test(word) &&
    Array.from(word).every((character) => !CHINESE_FUNCTION_CHARACTERS.has(character))
  );
}

/** A Chinese word of a question with what is exchanged for it. */
interface PhraseSynonym {
  /** UTF-16 offsets in the question. */
  readonly start: number;
  readonly end: number;
  /** Other words, each as the terms that stand next to each other where it stands. */
  readonly others: readonly (readonly string[])[];
}

/** Finds the Chinese words of a question that are, or stand for, more than one term. */
export type FindPhraseSynonyms = (question: string) => readonly PhraseSynonym[];

/** A {@link FindPhraseSynonyms}. Pairs of single terms are left to the thesaurus. */
export function createPhraseSynonyms(
  analyse: (text: string) => readonly Token[],
  foldHan: FoldCharacter,
): FindPhraseSynonyms {
  const termsOf = (word: string) =>
    analyse(word)
      .filter(isTerm)
      .map(({ term }) => term);
  const entries = CHINESE_SYNONYMS.flatMap((words) =>
    words.flatMap((word) => {
      const others = words
        .filter((other) => other !== word && !(isBigram(word) && isBigram(other)))
        .map(termsOf);
      return others.length > 0 ? [{ word: word.toLowerCase(), others }] : [];
    }),
  );
  return (question) => {
    const folded = Array.from(question, foldHan).join('').toLowerCase();
    // A few letters change their length in lower case: then no place would be right.
    if (folded.length !== question.length) return [];
    return entries.flatMap(({ word, others }) => {
      const start = startOf(word, folded);
      return start === -1 ? [] : [{ start, end: start + word.length, others }];
    });
  };
}

/** Where a word stands; one of a single character only where it stands alone. */
function startOf(word: string, text: string): number {
  if (word.length > 1) return text.indexOf(word);
  return text.search(
    new RegExp(`(?<![\\p{sc=Han}--[被把给让]])${word}(?![\\p{sc=Han}--[了过着的]])`, 'v'),
  );
}
