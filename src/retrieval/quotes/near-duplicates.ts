import { createUnitSplitter } from './shingle-units.ts';

/** The share of the shorter text's shingles that the longer one must hold. */
const CONTAINMENT_NEEDED = 0.6;

/** In units; shorter texts share their words by chance. */
const SHORTEST_ECHO_LENGTH = 8;

const SHINGLE_LENGTH = 3;

/** A text cut into the units that echoes are compared by: words, numbers and Chinese characters. */
export interface Fingerprint {
  readonly units: readonly string[];
  /** Beside each unit: the form in which it counts, or null for a word that may be exchanged. */
  readonly claims: readonly (string | null)[];
  /** Beside each unit: the weekday on which it was said, where it is a word of saying. */
  readonly saidOn: readonly (string | null)[];
  /** The places at which a sentence begins, and the end of the text. */
  readonly edges: ReadonlySet<number>;
  /** Where each run of three units first stands, by its text. */
  readonly shingles: ReadonlyMap<string, number>;
}

/** Makes the {@link Fingerprint} of a text, with a folding table of its own. */
export function createFingerprinter(): (text: string) => Fingerprint {
  const split = createUnitSplitter();
  return (text) => {
    const units: string[] = [];
    const claims: (string | null)[] = [];
    const saidOn: (string | null)[] = [];
    const edges = new Set([0]);
    for (const sentence of split(text)) {
      for (const each of sentence) {
        units.push(each.unit);
        claims.push(each.claim);
        saidOn.push(each.saidOn);
      }
      edges.add(units.length);
    }
    const shingles = new Map<string, number>();
    for (let index = 0; index + SHINGLE_LENGTH <= units.length; index += 1) {
      const shingle = units.slice(index, index + SHINGLE_LENGTH).join(' ');
      if (!shingles.has(shingle)) shingles.set(shingle, index);
    }
    return { units, claims, saidOn, edges, shingles };
  };
}

/**
 * Whether two texts make the same statement in nearly the same words: most shingles of the shorter
 * stand in the longer one (containment; Broder, "On the resemblance and containment of documents",
 * 1997), and whole sentences of the longer one beside it have the same words in the same order, but
 * for articles, verbs of saying, where in the sentence its speaker is named, and a day on which it
 * was said that one of them leaves out. One other word, figure or sign makes it another claim, and so
 * does a clause that was dropped: it may be the condition. Precise rather than complete.
 */
export function isEcho(a: Fingerprint, b: Fingerprint): boolean {
  const [shorter, longer] = inOrder(a, b);
  if (shorter.units.length < SHORTEST_ECHO_LENGTH) return false;

  let first: [string, number] | undefined;
  let last: [string, number] | undefined;
  let shared = 0;
  for (const entry of shorter.shingles) {
    if (!longer.shingles.has(entry[0])) continue;
    first ??= entry;
    last = entry;
    shared += 1;
  }
  if (!first || !last || shared < CONTAINMENT_NEEDED * shorter.shingles.size) return false;

  // Beside the shorter text lies as much of the longer one before and after what they share.
  const from = (longer.shingles.get(first[0]) ?? 0) - first[1];
  const to = (longer.shingles.get(last[0]) ?? 0) + shorter.units.length - last[1];
  const edges = [...longer.edges];
  const start = nearest(edges, from);
  const end = nearest(edges, to);
  return (
    Math.abs(start - from) <= EDGE_SLACK &&
    Math.abs(end - to) <= EDGE_SLACK &&
    sameSequence(shorter.claims, longer.claims.slice(start, end)) &&
    sameDays(shorter.saidOn, longer.saidOn.slice(start, end))
  );
}

/** How many exchangeable words more or less one text may have at either end, in units. */
const EDGE_SLACK = 3;

function nearest(values: readonly number[], target: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (const value of values) {
    if (Math.abs(value - target) < Math.abs(best - target)) best = value;
  }
  return best;
}

/** The shorter one first; of two of one length always the same, so that neither order is another answer. */
function inOrder(a: Fingerprint, b: Fingerprint): [Fingerprint, Fingerprint] {
  const difference = a.units.length - b.units.length;
  if (difference !== 0) return difference < 0 ? [a, b] : [b, a];
  return a.units.join(' ') <= b.units.join(' ') ? [a, b] : [b, a];
}

/** Whether two reports can be of one day: either names none, or both name the same. */
function sameDays(a: readonly (string | null)[], b: readonly (string | null)[]): boolean {
  const isOpen = [a, b].some((days) => days.every((day) => day === null));
  return isOpen || sameSequence(a, b);
}

function sameSequence(a: readonly (string | null)[], b: readonly (string | null)[]): boolean {
  const inA = a.filter((claim) => claim !== null);
  const inB = b.filter((claim) => claim !== null);
  return inA.length === inB.length && inA.every((claim, index) => claim === inB[index]);
}
