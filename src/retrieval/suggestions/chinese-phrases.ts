import { CHINESE_FUNCTION_CHARACTERS } from '../../language/index.ts';

/** Characters that neither begin nor end what somebody looks for, besides the function characters. */
const EDGE_CHARACTERS: ReadonlySet<string> = new Set([
  ...CHINESE_FUNCTION_CHARACTERS,
  ...Array.from('将將对對为為从從向由已不也还還又再很最更让讓使给給比到去来來'),
  ...Array.from('上下中内內外前后後时時等个個名年月日号號亿億万萬元次项項种種于於及或此该該每各其'),
]);

/** Words in one phrase, and its characters. */
const LONGEST_PHRASE = 3;
const MOST_CHARACTERS = 8;

/** Characters that are segmented at once: longer runs have no punctuation and are hardly language. */
const LONGEST_RUN = 120;

const HAN_RUN = new RegExp(`\\p{sc=Han}{2,${LONGEST_RUN}}`, 'gu');

const NUMERAL = /^[〇零一二三四五六七八九十百千万萬亿億两兩]+/u;

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * The words of a text's Chinese runs and up to {@link LONGEST_PHRASE} of them next to each other, as
 * ICU's dictionary divides them. It does not know most names and divides them into characters; those
 * that belong together are told by how often they stand together, which whoever counts them finds.
 */
export function* findChinesePhrases(text: string): Generator<string> {
  for (const [run] of text.matchAll(HAN_RUN)) {
    const words = Array.from(WORDS.segment(run), ({ segment }) => segment);
    for (let start = 0; start < words.length; start += 1) {
      let phrase = '';
      for (const word of words.slice(start, start + LONGEST_PHRASE)) {
        phrase += word;
        if (phrase.length > MOST_CHARACTERS) break;
        if (phrase.length > 1 && hasGoodEdges(phrase)) yield phrase;
      }
    }
  }
}

function hasGoodEdges(phrase: string): boolean {
  const first = phrase.charAt(0);
  const last = phrase.charAt(phrase.length - 1);
  return !EDGE_CHARACTERS.has(first) && !EDGE_CHARACTERS.has(last) && !NUMERAL.test(phrase);
}
