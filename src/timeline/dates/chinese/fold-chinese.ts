import { simplifiedForms } from '../../../language/index.ts';

const SIMPLIFIED = simplifiedForms();

/**
 * A text with its Chinese in simplified characters and its figures and Latin letters in half width,
 * each UTF-16 unit in the place of one, so that offsets stay as they are.
 */
export function foldChinese(text: string): string {
  return text.replaceAll(/[\u3400-\u9fff０-９Ａ-Ｚａ-ｚ]/gu, (character) => {
    const folded = SIMPLIFIED.get(character) ?? character.normalize('NFKC');
    return folded.length === character.length ? folded : character;
  });
}
