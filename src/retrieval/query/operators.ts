/** A question with its exact wishes taken out of it. */
export interface Wishes {
  /** The question without exclusions and without the quotation marks of phrases. */
  readonly text: string;
  /** {@link text} without the phrases as well. */
  readonly rest: string;
  /** Phrases in quotation marks, each once: an answer holds all of them word for word. */
  readonly phrases: readonly string[];
  /** What an answer must not hold: `-word` counts in every form of the word, `-"a phrase"` as written. */
  readonly excluded: {
    readonly words: readonly string[];
    readonly phrases: readonly string[];
  };
}

const LETTER_OR_DIGIT = '[[\\p{L}\\p{M}\\p{N}]--[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}]]';

/**
 * Anything between quotation marks of one kind. Straight and curly ones are mixed by keyboards;
 * one that touches a word from the wrong side is an inch or a slip.
 */
const QUOTED = [
  `(?<!${LETTER_OR_DIGIT})["“”＂](?!\\s)[^"“”＂]+(?<!\\s)["“”＂](?!${LETTER_OR_DIGIT})`,
  '「[^「」]+」',
  '『[^『』]+』',
  '«[^«»]+»',
].join('|');

/** So many exact wishes are read. Each phrase is looked for in every article, and nobody means more. */
const MOST_WISHES = 10;

/** A word begins with a letter, so that "-5" stays a number; "U.S." keeps its last dot. */
const EXCLUDED_WORD = String.raw`(?:[A-Za-z]\.){2,}|\p{L}(?:[\p{L}\p{M}\p{N}'’._\-]*[\p{L}\p{M}\p{N}])?`;

/** A dash before an exclusion follows white space or punctuation; one inside a word or between words excludes nothing. */
const WISH_PATTERN = new RegExp(
  `(?<=^|[\\s\\(（,，、;；.。?？!！])[\\-－](?:(?<notPhrase>${QUOTED})|(?<notWord>${EXCLUDED_WORD}))|(?<phrase>${QUOTED})`,
  'gv',
);

/**
 * Reads the exact wishes in a question: phrases in quotation marks (`"…"`, `“…”`, `「…」`, `『…』`,
 * `«…»`) and exclusions (`-word`, `-"a phrase"`, also with a full-width dash). Marks without a
 * letter or digit between them wish nothing; what comes after {@link MOST_WISHES} is ordinary text.
 * Never throws.
 */
export function parseWishes(question: string): Wishes {
  const phrases = new Set<string>();
  const words = new Set<string>();
  const notPhrases = new Set<string>();
  let text = '';
  let rest = '';
  let end = 0;
  for (const match of question.matchAll(WISH_PATTERN)) {
    const { phrase, notPhrase, notWord } = match.groups ?? {};
    const wished = wordsOf(phrase ?? notPhrase ?? '');
    if (notWord === undefined && wished === '') continue;
    if (phrases.size + notPhrases.size + words.size >= MOST_WISHES) break;
    const between = question.slice(end, match.index);
    end = match.index + match[0].length;
    // A space, so that words on both sides of a wish stay apart.
    rest += `${between} `;
    text += phrase === undefined ? `${between} ` : `${between} ${wished} `;
    if (phrase !== undefined) phrases.add(wished);
    else if (notPhrase !== undefined) notPhrases.add(wished);
    else if (notWord !== undefined) words.add(notWord);
  }
  return {
    text: (text + question.slice(end)).trim(),
    rest: (rest + question.slice(end)).trim(),
    phrases: [...phrases],
    excluded: { words: [...words], phrases: [...notPhrases] },
  };
}

/**
 * A text that nobody wrote as a question, with every sign blanked that would make an exact wish of
 * it. The length stays.
 */
export function withoutWishes(text: string): string {
  return text.replaceAll(/["“”＂「」『』«»]|(?<=^|[\s\p{P}])[-－](?=\S)/gu, ' ');
}

/** Whether a question wishes something away and asks for nothing. */
export function onlyExcludes({ text, excluded }: Wishes): boolean {
  return excluded.words.length + excluded.phrases.length > 0 && !/[\p{L}\p{N}]/u.test(text);
}

/** From the first letter, digit or sign of a quoted stretch to the last; empty when it has no letter or digit. */
function wordsOf(quoted: string): string {
  const inside = quoted.slice(1, -1);
  if (!/[\p{L}\p{N}]/u.test(inside)) return '';
  return inside.replace(/^[\p{P}\s]+/u, '').replace(/(?<![\p{P}\s])[\p{P}\s]+$/u, '');
}
