import { foldWord } from '../folding.ts';
import type { FormPattern, MatchesOf } from './form-pattern.ts';
import type { NormalForm } from './normal-form.ts';

/**
 * Countries and unions by their short names, and a word that is also written as two. 美 alone is the country in a few words only: "美好" has
 * nothing to do with it.
 */
const NAMES: readonly (readonly [string, FormPattern])[] = [
  [
    'us',
    {
      pattern:
        /\bUnited\s+States(?:\s+of\s+America)?\b|美[国國]|(?<=[赴驻駐访訪])美(?![国國洲])|美(?=[方媒企军軍])/giu,
      character: /美/u,
      words: ['united'],
    },
  ],
  [
    'uk',
    {
      pattern: /\bUnited\s+Kingdom\b|\bGreat\s+Britain\b|英[国國]/giu,
      character: /英/u,
      words: ['united', 'great'],
    },
  ],
  [
    'eu',
    { pattern: /\bEuropean\s+Union\b|[欧歐]盟/giu, character: /[欧歐]/u, words: ['european'] },
  ],
  ['percent', { pattern: /\bper\s+cent\b/giu, character: null, words: ['per'] }],
  [
    'un',
    { pattern: /\bUnited\s+Nations\b|[联聯]合[国國]/giu, character: /[联聯]/u, words: ['united'] },
  ],
];

/**
 * Two words with a hyphen: "e-mail" is "email" as well, "start-up" is "startup". Found by the hyphen,
 * which is much rarer than letters are.
 */
const COMPOUND: FormPattern = {
  pattern:
    /(?<=(?<![\p{L}\p{N}-])(?<first>\p{Script=Latin}{1,12}))-(?<second>\p{Script=Latin}{2,12})(?![\p{L}\p{N}-])/gu,
  character: /-/u,
  words: [],
};

/** What {@link findNames} looks for. */
export const NAME_PATTERNS: readonly FormPattern[] = [
  ...NAMES.map(([, pattern]) => pattern),
  COMPOUND,
];

/** The names of a text that are also written in short or in another language, and compounds in one word. */
export function findNames(matchesOf: MatchesOf, normalise: (word: string) => string): NormalForm[] {
  const forms: NormalForm[] = [];
  for (const [term, pattern] of NAMES) {
    for (const { 0: written, index } of matchesOf(pattern)) {
      forms.push({ term, start: index, end: index + written.length, isApart: false });
    }
  }
  for (const { 0: written, index, groups } of matchesOf(COMPOUND)) {
    const { first = '', second = '' } = groups ?? {};
    const joined = foldWord(first + second);
    forms.push({
      term: normalise(joined),
      start: index - first.length,
      end: index + written.length,
      isApart: false,
    });
  }
  return forms;
}
