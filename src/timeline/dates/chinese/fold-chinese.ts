import { createHanFolding } from '../../../retrieval/index.ts';

/**
 * A function that writes Chinese in simplified characters and figures and Latin letters in half
 * width, each UTF-16 unit in the place of one, so that offsets stay as they are.
 */
export function createChineseFolding(): (text: string) => string {
  const fold = createHanFolding();
  return (text) =>
    text.replaceAll(/[\u3400-\u9fff\uf900-\ufaff]|[０-９Ａ-Ｚａ-ｚ]/gu, (character) => {
      const folded = /[\uff00-\uffef]/u.test(character)
        ? character.normalize('NFKC')
        : fold(character);
      return folded.length === character.length ? folded : character;
    });
}
