import type { Article } from '../../corpus/index.ts';
import { createYielder } from '../../shared/yield.ts';
import { createGrowableArray } from '../index-data/growable-array.ts';
import { createUnitReader, isCharacter, type Unit } from './units.ts';

/** Some units of the articles that follow each other, as positions among all of them. */
export interface Run {
  readonly position: number;
  readonly length: number;
}

/** A place where a text and the articles have the same few units. */
export interface Hit {
  /** Among the units of all articles. */
  readonly position: number;
  /** Among the units of the text. */
  readonly offset: number;
}

/** Finds where units stand in the articles. Immutable. */
export interface PhraseIndex {
  readonly read: (text: string) => Unit[];
  /** The numbers of units, {@link UNKNOWN} for those that no article has. */
  readonly numbersOf: (units: readonly Unit[]) => Uint32Array;
  /** The numbers of the articles' units from one position to another, with 0 between two articles. */
  readonly numbersAt: (start: number, end: number) => Uint32Array;
  /** Where all of these units stand, so many places at most, in the order of the articles. */
  readonly occurrences: (numbers: Uint32Array, limit: number) => number[];
  /** The longest runs that are the same as the units from an offset on. */
  readonly longestRuns: (numbers: Uint32Array, offset: number) => readonly Run[];
  /** Where the articles have units of a text, by its rarest ones first. */
  readonly hits: (numbers: Uint32Array) => readonly Hit[];
  /** The article of a position, with the position of its first unit. */
  readonly articleAt: (position: number) => { readonly article: Article; readonly first: number };
}

/** The number of a unit that is in no article. */
export const UNKNOWN = 0xffff_ffff;

/** Stands between two articles. */
const SEPARATOR = 0;

/** So many places of few units are looked at for one text. */
const MOST_HITS = 4000;

/** Of the longest runs, so many are told. */
const MOST_RUNS = 50;

/**
 * Reads all articles into numbers, one for each different unit, and notes where each two words, or
 * three characters, stand: 12 bytes for each unit of the articles.
 */
export async function createPhraseIndex(
  articles: ReadonlyMap<string, Article>,
): Promise<PhraseIndex> {
  const yieldIfDue = createYielder();
  const { read } = createUnitReader();
  const known = new Map<string, number>();
  const characters = new Set<number>();
  const all = createGrowableArray(Uint32Array);
  const firsts: { readonly article: Article; readonly first: number }[] = [];
  const numberOf = (key: string): number => {
    const number = known.get(key) ?? known.size + 1;
    if (number > known.size) {
      known.set(detached(key), number);
      if (isCharacter(key)) characters.add(number);
    }
    return number;
  };
  all.push(SEPARATOR);
  for (const article of articles.values()) {
    firsts.push({ article, first: all.length });
    for (const { key } of read(article.text)) all.push(numberOf(key));
    all.push(SEPARATOR);
    await yieldIfDue();
  }
  const numbers = all.toArray();

  /** How many units are looked up together. */
  const spanAt = (of: Uint32Array, offset: number): number => {
    const span = characters.has(of[offset] ?? SEPARATOR) ? 3 : 2;
    if (offset + span > of.length) return 0;
    for (let each = offset; each < offset + span; each += 1) {
      if (of[each] === SEPARATOR || of[each] === UNKNOWN) return 0;
    }
    return span;
  };
  const table = await createTable(numbers, spanAt, yieldIfDue);

  const isSame = (position: number, of: Uint32Array, offset: number, length: number): boolean => {
    for (let each = 0; each < length; each += 1) {
      if (numbers[position + each] !== of[offset + each]) return false;
    }
    return true;
  };

  /** The places where few units of a text begin, the rarest first. */
  const placesOf = (of: Uint32Array) =>
    Array.from(of, (_, offset) => ({ offset, span: spanAt(of, offset) }))
      .filter(({ span }) => span > 0)
      .map((each) => ({ ...each, places: table.placesOf(of, each.offset, each.span) }))
      .toSorted((one, other) => one.places.length - other.places.length);

  return {
    read,
    numbersOf: (units) => Uint32Array.from(units, ({ key }) => known.get(key) ?? UNKNOWN),
    numbersAt: (start, end) => numbers.subarray(Math.max(0, start), end),
    occurrences(of, limit) {
      if (of.length === 0 || of.includes(UNKNOWN)) return [];
      const [rarest] = placesOf(of);
      const found: number[] = [];
      if (rarest) {
        for (const place of rarest.places) {
          const position = place - rarest.offset;
          if (found.length < limit && isSame(position, of, 0, of.length)) found.push(position);
        }
        return found;
      }
      const first = of[0] ?? UNKNOWN;
      let position = numbers.indexOf(first);
      while (position !== -1 && found.length < limit) {
        if (isSame(position, of, 0, of.length)) found.push(position);
        position = numbers.indexOf(first, position + 1);
      }
      return found;
    },
    longestRuns(of, offset) {
      const span = spanAt(of, offset);
      let longest = Math.max(1, span);
      let runs: Run[] = [];
      for (const position of span === 0 ? [] : table.placesOf(of, offset, span)) {
        let length = 0;
        while (offset + length < of.length && numbers[position + length] === of[offset + length]) {
          length += 1;
        }
        if (length > longest) {
          longest = length;
          runs = [];
        }
        if (length === longest && runs.length < MOST_RUNS) runs.push({ position, length });
      }
      return runs;
    },
    hits(of) {
      const hits: Hit[] = [];
      for (const { offset, span, places } of placesOf(of)) {
        if (hits.length > 0 && hits.length + places.length > MOST_HITS) break;
        for (const position of places.subarray(0, MOST_HITS)) {
          if (isSame(position, of, offset, span)) hits.push({ position, offset });
        }
      }
      return hits;
    },
    articleAt(position) {
      let [low, high] = [0, firsts.length];
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if ((firsts[middle]?.first ?? Infinity) <= position) low = middle;
        else high = middle;
      }
      const found = firsts[low];
      if (!found) throw new RangeError(`there is no article at ${position}`);
      return found;
    },
  };
}

/** A copy: what was cut from a text can keep all of it in memory. */
function detached(key: string): string {
  return Buffer.from(key, 'utf16le').toString('utf16le');
}

/** Where units that hash alike begin: positions by bucket. */
interface Table {
  readonly placesOf: (of: Uint32Array, offset: number, span: number) => Uint32Array;
}

/** How many positions are worked through before others may go on. */
const POSITIONS_AT_ONCE = 20_000;

async function createTable(
  numbers: Uint32Array,
  spanAt: (of: Uint32Array, offset: number) => number,
  yieldIfDue: () => Promise<void>,
): Promise<Table> {
  const bits = Math.max(8, 32 - Math.clz32(numbers.length));
  const bucketOf = (of: Uint32Array, offset: number, span: number): number => {
    let hash = span;
    for (let each = offset; each < offset + span; each += 1) {
      hash = Math.imul(hash ^ (of[each] ?? 0), 0x9e37_79b1);
      hash ^= hash >>> 15;
    }
    return Math.imul(hash, 0x85eb_ca6b) >>> (32 - bits);
  };
  const ends = new Uint32Array(2 ** bits + 1);
  const forEach = async (work: (position: number, bucket: number) => void) => {
    // Backwards, so that the positions of a bucket end up in order.
    for (let position = numbers.length - 1; position >= 0; position -= 1) {
      const span = spanAt(numbers, position);
      if (span > 0) work(position, bucketOf(numbers, position, span));
      if (position % POSITIONS_AT_ONCE === 0) await yieldIfDue();
    }
  };
  await forEach((_, bucket) => {
    ends[bucket] = (ends[bucket] ?? 0) + 1;
  });
  for (let bucket = 1; bucket < ends.length; bucket += 1) {
    ends[bucket] = (ends[bucket] ?? 0) + (ends[bucket - 1] ?? 0);
  }
  const places = new Uint32Array(ends.at(-1) ?? 0);
  await forEach((position, bucket) => {
    const place = (ends[bucket] ?? 0) - 1;
    ends[bucket] = place;
    places[place] = position;
  });
  // What were ends are beginnings now.
  return {
    placesOf(of, offset, span) {
      const bucket = bucketOf(of, offset, span);
      return places.subarray(ends[bucket], ends[bucket + 1]);
    },
  };
}
