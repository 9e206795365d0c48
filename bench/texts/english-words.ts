import type { Random } from './random.ts';

const ONSETS =
  'b c d f g h j k l m n p r s t v w br ch cl cr dr fl fr gl gr pl pr qu sc sh sl sp st str th tr tw'.split(
    ' ',
  );
const VOWELS = 'a e i o u a e i o ai ea ee ie oa ou'.split(' ');
const CODAS = [
  '',
  '',
  '',
  ...'b d ck l m n p r t ct ld ll lt nd ng nt rd rk rm rn rt sh st'.split(' '),
];
const ENDINGS = 'ion ment er al ity ance ive ous age ist'.split(' ');

/** Real function words, the most frequent first. */
export const ENGLISH_FUNCTION_WORDS: readonly string[] =
  `the of to and a in that for is on with was as by at from it he his has be an are have but not said
   will its they this who which their or had were been more would she about one after when we there
   her than if out all up what over into also some could no can two other new only so most last first
   before while during against because under between how since through where may those any`
    .split(/\s+/u)
    .filter(Boolean);

/** How a word is varied in a text, and how often. */
const INFLECTIONS: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => word,
  (word) => word,
  (word) => `${word}s`,
  (word) => `${word}s`,
  (word) => `${word}ed`,
  (word) => `${word}ing`,
];

/** `count` different invented words, for frequent ranks shorter than for rare ones. */
export function inventEnglishWords(random: Random, count: number): string[] {
  const words = new Set<string>();
  const taken = new Set(ENGLISH_FUNCTION_WORDS);
  while (words.size < count) {
    const rareness = words.size / count;
    const word = inventWord(random, rareness);
    if (word.length >= 3 && !taken.has(word)) words.add(word);
  }
  return [...words];
}

/** `count` different invented names, each of one word. */
export function inventEnglishNames(random: Random, count: number): string[] {
  const names = new Set<string>();
  while (names.size < count) {
    const name = syllables(random, random.between(2, 3));
    names.add(name.charAt(0).toUpperCase() + name.slice(1));
  }
  return [...names];
}

/** One of the forms in which a word stands in texts. */
export function inflect(random: Random, word: string): string {
  return random.pick(INFLECTIONS)(word);
}

function inventWord(random: Random, rareness: number): string {
  const length = 1 + (random.chance(0.4 + rareness) ? 1 : 0) + (random.chance(rareness) ? 1 : 0);
  const ending = random.chance(0.15) ? random.pick(ENDINGS) : '';
  return syllables(random, length) + ending;
}

function syllables(random: Random, count: number): string {
  let word = '';
  for (let syllable = 0; syllable < count; syllable += 1) {
    word += random.pick(ONSETS) + random.pick(VOWELS);
  }
  return word + random.pick(CODAS);
}
