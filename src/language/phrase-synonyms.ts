import { CHINESE_SYNONYMS } from './chinese/synonyms.ts';
import type { FoldCharacter } from './folding.ts';
import { isBigram } from './thesaurus.ts';
import { isTerm, type Token } from './token.ts';

/** A Chinese word of a question with what is exchanged for it. */
export interface PhraseSynonym {
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
      const start = folded.indexOf(word);
      return start === -1 ? [] : [{ start, end: start + word.length, others }];
    });
  };
}
