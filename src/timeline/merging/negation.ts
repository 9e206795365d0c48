import type { Range } from '../../language/index.ts';

const NEGATORS = new RegExp(
  [
    '\\b(?:not|never|no|neither|nor|without|unlikely|cannot|nobody|nothing|none|rather than|instead of)\\b',
    "n['’]t\\b",
    '\\b(?:fail|declin|refus)(?:e|ed|es|s|ing)? to\\b',
    '\\b(?:den(?:y|ied|ies|ying)|rul(?:e|es|ed|ing) out)\\b',
    '不(?![仅但只过久断少同得满管是])|没有?|尚?未(?!来)|无(?!锡)|否认',
    // Followed by the verb itself: "拒绝出售", not "拒绝了这一报价".
    '拒绝(?=[出转交签承认接])',
  ].join('|'),
  'giu',
);

/** More than a denial: "not only", "no longer than", "no later than". */
const NO_NEGATION = /^(?:not only|no (?:later|sooner|less|more|fewer) than)\b/iu;

/** What ends the reach of a "not". */
const REACH_END = /[,;:.!?，；：。！？、]|\b(?:but|and|because|although|while)\b/u;

/** How far a "not" reaches, in UTF-16 units: some three words, or the verb behind a Chinese adverb. */
const REACH = { en: 40, zh: 10 } as const;

/** How far a verb may stand before its "neither", in UTF-16 units. */
const LONGEST_VERB = 14;

/** The stretches of a text in which the first act is denied, in its order. UTF-16 offsets. */
export function findNegations(text: string): Range[] {
  return [...text.matchAll(NEGATORS)].flatMap(({ 0: written, index }) => {
    if (NO_NEGATION.test(text.slice(index, index + 20))) return [];
    const start = index + written.length;
    // "Sold neither to one nor to the other".
    const from = /^neither$/iu.test(written) ? Math.max(0, index - LONGEST_VERB) : start;
    const reach = /\p{sc=Han}/u.test(written) ? REACH.zh : REACH.en;
    const after = text.slice(start, start + reach);
    const end = REACH_END.exec(after)?.index ?? after.length;
    return [{ start: from, end: start + end }];
  });
}
