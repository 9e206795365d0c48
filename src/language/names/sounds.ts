/**
 * How a name sounds, one character a sound: consonants in capitals, without what transcription into
 * Chinese does not keep apart (b and p, d and t, g and k, l and r), vowels in small letters; "." is
 * a vowel that only carries the consonant before it ("si" for an s).
 */
export type Sounds = string;

const INITIAL_SOUNDS: ReadonlyMap<string, string> = new Map(
  'b P, p P, m M, f F, d T, t T, n N, l L, g K, k K, h H, j J, q Q, x X, zh Z, ch C, sh S, r R, z Z, c C, s S, w W'
    .split(', ')
    .map((pair): [string, string] => [pair.slice(0, -2), pair.slice(-1)]),
);

/** Syllables that most often stand for a consonant alone. */
const CONSONANT_SYLLABLES = /^(?:si|ke|te|de|ge|mu|pu|bu|fu|he|ci|zi|qi|shi|chi|zhi|ri|hu|le)$/u;

/** The sounds of a syllable in pinyin, without its tone. */
function soundsOfSyllable(syllable: string): Sounds {
  if (syllable === 'er') return 'L';
  const initial = /^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsw])/u.exec(syllable)?.[0] ?? '';
  const consonant = INITIAL_SOUNDS.get(initial) ?? '';
  const final = syllable
    .slice(initial.length)
    .replace(/^yu/u, 'u')
    .replace(/^y(?=i)/u, '')
    .replace(/^y/u, 'i')
    .replace(/ng?$/u, 'N')
    .replace(/uo|ou/u, 'o')
    .replace(/ao/u, 'au')
    .replace(/^ian|^iaN$/u, 'iaN');
  return consonant + (CONSONANT_SYLLABLES.test(syllable) ? '.' : final);
}

/** The sounds of Chinese characters, given their readings. */
export function soundsOfPinyin(syllables: readonly string[]): Sounds {
  return syllables.map(soundsOfSyllable).join('');
}

/** What it costs that one sound stands for another: 1 for two that have nothing in common. */
const SOUND_COSTS: readonly (readonly [number, string])[] = [
  [0.1, 'ZC ZS CS ZJ CQ SX JQ QX JX JC JS QS QC XC XZ QZ'],
  [0.2, 'FW RL oa ou ae ei .e .a .i .o .u RJ RZ RS'],
  [0.35, 'JK QK CK CH XH HK ai MN FP iu eo eu'],
  [0.5, 'JT ZT CT HF LN ST'],
];

/** What a sound costs that only one of the names has. */
const LOST_COSTS: ReadonlyMap<string, number> = new Map([
  ...Array.from('.', (sound): [string, number] => [sound, 0.05]),
  ...Array.from('aeiou', (sound): [string, number] => [sound, 0.25]),
  ...Array.from('HW', (sound): [string, number] => [sound, 0.3]),
  ...Array.from('LTKN', (sound): [string, number] => [sound, 0.6]),
]);

const OTHER_COST = 1;

/** What two sounds that begin the names cost more: transcriptions keep the beginning. */
const AT_THE_BEGINNING = 1.5;

/** How far two names are apart, as a share of their sounds: 0 for the same. */
export type CompareSounds = (one: Sounds, other: Sounds) => number;

/** A {@link CompareSounds}: Levenshtein's distance with the costs of what is exchanged. */
export function createSoundComparison(): CompareSounds {
  const exchanges = new Map<string, number>();
  for (const [cost, pairs] of SOUND_COSTS) {
    for (const pair of pairs.split(' ')) {
      exchanges.set(pair, cost).set(pair.charAt(1) + pair.charAt(0), cost);
    }
  }
  const exchangeCost = (a: string, b: string) =>
    a === b ? 0 : (exchanges.get(a + b) ?? (isVowel(a) === isVowel(b) ? OTHER_COST : 2));
  const lostCost = (sound: string) => LOST_COSTS.get(sound) ?? OTHER_COST;

  return (one, other) => {
    let previous = [0];
    for (const b of other) {
      const factor = previous.length === 1 ? AT_THE_BEGINNING : 1;
      previous.push((previous.at(-1) ?? 0) + factor * lostCost(b));
    }
    let isFirst = true;
    for (const a of one) {
      const row = [(previous[0] ?? 0) + lostCost(a)];
      let j = 0;
      for (const b of other) {
        const factor = isFirst && j === 0 ? AT_THE_BEGINNING : 1;
        row.push(
          Math.min(
            (previous[j] ?? 0) + factor * exchangeCost(a, b),
            (previous[j + 1] ?? 0) + (isFirst ? AT_THE_BEGINNING : 1) * lostCost(a),
            (row[j] ?? 0) + (j === 0 ? AT_THE_BEGINNING : 1) * lostCost(b),
          ),
        );
        j += 1;
      }
      previous = row;
      isFirst = false;
    }
    return (previous.at(-1) ?? 0) / Math.max(weightOf(one), weightOf(other));
  };
}

function isVowel(sound: string): boolean {
  return /[aeiou.]/u.test(sound);
}

/** Consonants count 1, vowels half. */
function weightOf(sounds: Sounds): number {
  return Array.from(sounds).reduce(
    (sum, sound) => sum + (sound === '.' ? 0.1 : isVowel(sound) ? 0.5 : 1),
    0,
  );
}

/** The consonants of a name in coarse classes: those of two ways of writing it hardly differ. */
export function consonantKey(sounds: Sounds): string {
  return sounds
    .replaceAll(/[aeiou.HW]/gu, '')
    .replaceAll(/[ZCSJQXR]/gu, 'S')
    .replaceAll('M', 'N');
}
