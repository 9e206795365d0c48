const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/** The start of a {@link hashByte} sequence: FNV-1a's offset basis. */
export const EMPTY_HASH = OFFSET_BASIS | 0;

/** FNV-1a, 32 bits: the hash of what was hashed before and one more byte. */
export function hashByte(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, PRIME);
}

/** Numbers by hash. Different keys can have the same hash: whoever asks has to compare. */
export interface HashIndex {
  add(hash: number, value: number): void;
  /** The values of a hash, last added first. */
  valuesFor(hash: number): number[];
}

/** A chained hash table in typed arrays: a few bytes for each value, and no string. */
export function createHashIndex(bucketBits = 17): HashIndex {
  const mask = 2 ** bucketBits - 1;
  const heads = new Int32Array(mask + 1).fill(-1);
  let hashes = new Int32Array(mask + 1);
  let values = new Int32Array(mask + 1);
  let next = new Int32Array(mask + 1);
  let size = 0;

  const grown = (old: Int32Array<ArrayBuffer>) => {
    const larger = new Int32Array(old.length * 2);
    larger.set(old);
    return larger;
  };
  const bucketOf = (hash: number) => (hash ^ (hash >>> 15)) & mask;

  return {
    add(hash, value) {
      if (size === values.length) {
        hashes = grown(hashes);
        values = grown(values);
        next = grown(next);
      }
      const bucket = bucketOf(hash);
      hashes[size] = hash;
      values[size] = value;
      next[size] = heads[bucket] ?? -1;
      heads[bucket] = size;
      size += 1;
    },
    valuesFor(hash) {
      const found: number[] = [];
      let at = heads[bucketOf(hash)] ?? -1;
      while (at >= 0) {
        if (hashes[at] === (hash | 0)) found.push(values[at] ?? 0);
        at = next[at] ?? -1;
      }
      return found;
    },
  };
}
