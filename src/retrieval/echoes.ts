import stem from 'wink-porter2-stemmer';
import { createHanFolding, foldWord } from './analysis/folding.ts';
import { CHINESE_FUNCTION_CHARACTERS, ENGLISH_STOP_WORDS } from './analysis/stop-words.ts';

/** The share of the shorter text's shingles that the longer one must hold. */
const CONTAINMENT_NEEDED = 0.6;

/** In units; shorter texts share their words by chance. */
const SHORTEST_ECHO_LENGTH = 8;

const SHINGLE_LENGTH = 3;

const UNIT_PATTERN =
  /\p{sc=Han}|\p{Nd}+(?:[.,]\p{Nd}+)*|(?:\p{L}\.){2,}|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

const NEGATION = /^(?:not|no|never|none|neither|nor|nobody|nothing|without|cannot|[a-z]+n't)$/u;

/** Words that only say that something was said: two reports of one statement may differ in them. */
const REPORTING_WORDS: ReadonlySet<string> = new Set(
  'say says said saying state states stated tell tells told add adds added note noted write wrote'.split(
    ' ',
  ),
);

/** A text cut into the units that echoes are compared by: words, numbers and Chinese characters. */
export interface Fingerprint {
  readonly units: readonly string[];
  /** Beside each unit: what it adds to the claim, or null for a word that could be exchanged. */
  readonly claims: readonly (string | null)[];
  /** Where each run of three units first stands, by its text. */
  readonly shingles: ReadonlyMap<string, number>;
}

/** Makes the {@link Fingerprint} of a text, with a folding table of its own. */
export function createFingerprinter(): (text: string) => Fingerprint {
  const foldHan = createHanFolding();
  return (text) => {
    const units: string[] = [];
    const claims: (string | null)[] = [];
    for (const [written] of text.matchAll(UNIT_PATTERN)) {
      const isHan = /^\p{sc=Han}$/u.test(written);
      const unit = isHan
        ? foldHan(written)
        : foldWord(written.replaceAll('.', '')).replace(/'s$/u, '');
      units.push(unit);
      claims.push(isHan ? claimOfCharacter(unit) : claimOfWord(unit));
    }
    const shingles = new Map<string, number>();
    for (let index = 0; index + SHINGLE_LENGTH <= units.length; index += 1) {
      const shingle = units.slice(index, index + SHINGLE_LENGTH).join(' ');
      if (!shingles.has(shingle)) shingles.set(shingle, index);
    }
    return { units, claims, shingles };
  };
}

function claimOfCharacter(character: string): string | null {
  return CHINESE_FUNCTION_CHARACTERS.has(character) ? null : character;
}

function claimOfWord(word: string): string | null {
  if (NEGATION.test(word)) return 'not';
  return ENGLISH_STOP_WORDS.has(word) || REPORTING_WORDS.has(word) ? null : stem(word);
}

/**
 * Whether two texts make the same statement in nearly the same words: most shingles of the shorter
 * stand in the longer one (containment; Broder, "On the resemblance and containment of documents",
 * 1997), and the shorter text and the stretch of the longer one beside it have the same names,
 * numbers, negations and other content words. One other figure, or one "not" more, makes it another
 * claim. Precise rather than complete: a copy that was edited more than that is shown by itself.
 */
export function isEcho(a: Fingerprint, b: Fingerprint): boolean {
  const [shorter, longer] = a.units.length <= b.units.length ? [a, b] : [b, a];
  if (shorter.units.length < SHORTEST_ECHO_LENGTH) return false;

  const shared = [...shorter.shingles].filter(([shingle]) => longer.shingles.has(shingle));
  const first = shared[0];
  const last = shared.at(-1);
  if (!first || !last || shared.length < CONTAINMENT_NEEDED * shorter.shingles.size) return false;

  // Beside the shorter text lies as much of the longer one before and after what they share.
  const from = (longer.shingles.get(first[0]) ?? 0) - first[1];
  const to = (longer.shingles.get(last[0]) ?? 0) + shorter.units.length - last[1];
  return sameClaims(shorter.claims, longer.claims.slice(Math.max(0, from), to));
}

function sameClaims(a: readonly (string | null)[], b: readonly (string | null)[]): boolean {
  const inA = new Set(a);
  const inB = new Set(b);
  inA.delete(null);
  inB.delete(null);
  return inA.size === inB.size && [...inA].every((claim) => inB.has(claim));
}
