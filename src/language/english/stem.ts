import porter2 from 'wink-porter2-stemmer';

/** In UTF-16 units. No word of a language is longer, and the stemmer takes the square of the length. */
const LONGEST_WORD = 64;

/** The Porter2 stem of a folded word; of a longer run of letters only its beginning. */
export function stemWord(word: string): string {
  return word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : porter2(word);
}
