import { foldWord } from '../folding.ts';

/**
 * What two ways of writing one name in Latin letters put for each other, and what that costs. From the usual romanisations of Russian and
 * Ukrainian (English, French, German), of Arabic and Persian, and of German without its umlauts.
 */
const EXCHANGES: readonly (readonly [number, string])[] = [
  // Signs for one consonant.
  [
    0.1,
    'ck k, ck c, cc c, x ks, sch sh, tsh ch, tch ch, tsch ch, tsch tch, tz z, tz ts, ph f, mc mac',
  ],
  [0.1, 'gh g, dh d, rh r, dj j, dsh j, dzh j, shch schtsch, shch chtch, shch sch'],
  [
    0.2,
    'c k, q k, v w, th t, kh k, kh ch, zh j, zh sch, ts z, cs x, ff v, ch tj, ch sh, ks cs, dzh zh',
  ],
  [
    0.3,
    'q c, g q, gh q, kh h, ch h, x kh, s z, sh s, zh z, zh s, j zh, j g, v f, ff w, ts c, sh ch, ph v',
  ],
  [0.3, 'dh z, bh b, c ch, dj zh, dsch dj, w u'],
  [0.5, 'g k, h g'],
  // A glide, or none.
  [0.1, 'j y, j i, i y, ij y, iy y, ii i, ey ei, ie iye, ae aye, ya ia, yo io, ei ey, ai ay'],
  [0.3, 'ye e, yi i, je e, yo e, eo e, ie e, yu u, iu u, oi o'],
  // Vowels.
  [0.1, 'ae a, oe o, ue u, ou u, oo u, ee i, aa a, uu u, ai ae, ie i, yi ie, ii ie, eu eou'],
  [0.3, 'oe u, ei ai, ei e, ai e, au ou, uo o, ie y, ey y'],
  [0.35, 'o u, iv ov, eh a'],
  [0.4, 'i e, che cho, she sho, zhe zho, shche schtscho'],
  [0.8, 'a e, a u, a o'],
];

/** What a letter costs that only one of the names has. */
const LETTER_COSTS: ReadonlyMap<string, number> = new Map([['h', 0.3]]);

/** What a letter costs that nothing stands for: more than any name of one word may. */
const OTHER_COST = 1.5;

/** What an "e" between two consonants costs that only one of the names has: "Tehran", "Teheran". */
const EPENTHESIS_COST = 0.6;

/** The share of the longer name's letters up to which two names are one. */
const MOST_COST = 0.145;

/** In letters; shorter names are near to too many others. */
export const SHORTEST_LATIN_NAME = 4;

/** In letters: no name of one word is longer. */
const LONGEST_NAME = 24;

/** The letters which folding leaves that are no ASCII ones. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['ł', 'l'],
  ['ø', 'o'],
  ['œ', 'oe'],
  ['æ', 'ae'],
  ['đ', 'dj'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
  ['ə', 'a'],
]);

/** A name in the small letters "a" to "z" alone; empty for one in other letters, or that is too long. */
export function plainLetters(name: string): string {
  const letters = foldWord(name)
    .replaceAll(/['’ʼ.-]/gu, '')
    .replaceAll(/[^a-z]/gu, (letter) => LETTERS.get(letter) ?? letter);
  return /^[a-z]+$/u.test(letters) && letters.length <= LONGEST_NAME ? letters : '';
}

/** By the last letters of one side, then of the other: the cost. */
function exchangeTable(): ReadonlyMap<string, readonly (readonly [string, string, number])[]> {
  const table = new Map<string, [string, string, number][]>();
  for (const [cost, pairs] of EXCHANGES) {
    for (const pair of pairs.split(', ')) {
      const [one = '', other = ''] = pair.split(' ');
      for (const [from, to] of [
        [one, other],
        [other, one],
      ] as const) {
        const key = from.slice(-1) + to.slice(-1);
        const known = table.get(key);
        if (known) known.push([from, to, cost]);
        else table.set(key, [[from, to, cost]]);
      }
    }
  }
  return table;
}

/** Tells whether two names, in {@link plainLetters}, are one: the cost as a share of the longer one's letters, or null. */
export type CompareSpellings = (one: string, other: string) => number | null;

/**
 * A {@link CompareSpellings}: the least sum of what has to be exchanged, left out or added, as
 * Levenshtein's distance, with the exchanges of transliteration at a lower cost.
 */
export function createSpellingComparison(): CompareSpellings {
  const exchanges = exchangeTable();
  const letterCost = (name: string, at: number) => {
    const letter = name.charAt(at);
    if (letter === name.charAt(at - 1)) return 0.1;
    if (letter === 'e' && /^[^aeiouy]e[^aeiouy]$/u.test(name.slice(at - 1, at + 2))) {
      return EPENTHESIS_COST;
    }
    return LETTER_COSTS.get(letter) ?? OTHER_COST;
  };

  return (one, other) => {
    const most = MOST_COST * Math.max(one.length, other.length);
    if (Math.abs(one.length - other.length) > 4) return null;
    const width = other.length + 1;
    const costs = new Float64Array((one.length + 1) * width);
    const at = (i: number, j: number) => costs[i * width + j] ?? 0;
    for (let i = 0; i <= one.length; i += 1) {
      let least = Number.POSITIVE_INFINITY;
      for (let j = 0; j <= other.length; j += 1) {
        if (i === 0 && j === 0) {
          least = 0;
          continue;
        }
        const a = one.charAt(i - 1);
        const b = other.charAt(j - 1);
        let best = Number.POSITIVE_INFINITY;
        if (i > 0) best = at(i - 1, j) + letterCost(one, i - 1);
        if (j > 0) best = Math.min(best, at(i, j - 1) + letterCost(other, j - 1));
        if (i > 0 && j > 0) {
          best = Math.min(best, at(i - 1, j - 1) + (a === b ? 0 : OTHER_COST));
          for (const [from, to, cost] of exchanges.get(a + b) ?? []) {
            if (from.length > i || to.length > j) continue;
            if (!one.startsWith(from, i - from.length)) continue;
            if (!other.startsWith(to, j - to.length)) continue;
            best = Math.min(best, at(i - from.length, j - to.length) + cost);
          }
        }
        costs[i * width + j] = best;
        least = Math.min(least, best);
      }
      // An exchange skips rows, so that one row over the limit says little.
      if (least > most + 1) return null;
    }
    const cost = at(one.length, other.length);
    return cost <= most ? cost / Math.max(one.length, other.length) : null;
  };
}

const CONSONANTS: readonly (readonly [RegExp, string])[] = [
  // Whatever is written with c, g, j, k, q, s, x or z may be written with another of them.
  [/mac/gu, 'mc'],
  [/ph/gu, 'f'],
  [/[td](?=[szcj])/gu, ''],
  [/w(?![aeiouy])/gu, 'v'],
  [/w/gu, 'v'],
  [/[cgjkqsxz]+h?/gu, 'k'],
  [/[vf]+/gu, 'f'],
  [/[aeiouyh]/gu, ''],
  [/(?<letter>[a-z])\k<letter>+/gu, '$1'],
];

/**
 * Coarse keys of a name in {@link plainLetters}: two spellings of one name share one of them. Made of
 * the consonants, in classes that romanisations do not keep apart.
 */
export function spellingKeys(letters: string): string[] {
  const glides = letters.includes('j') ? [letters, letters.replaceAll(/j/gu, '')] : [letters];
  // "Igor" and "Ihor"; "Dawha" and "Doha".
  const others = glides.flatMap((each) => [
    each,
    each.replace(/(?<![cgkstzpdb])h(?=[aeiouy]|$)/u, 'k'),
    each.replace(/(?<=[aeiou])w/u, ''),
  ]);
  return [
    ...new Set(
      others.map((each) =>
        CONSONANTS.reduce((key, [pattern, to]) => key.replace(pattern, to), each),
      ),
    ),
  ].filter(Boolean);
}
