import { createHanFolding, foldWord } from '../../language/index.ts';

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
