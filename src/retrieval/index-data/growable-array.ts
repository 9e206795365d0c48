type Words = Uint8Array | Uint16Array | Uint32Array;

/** A typed array that grows while it is filled. */
export interface GrowableArray<Array extends Words> {
  readonly length: number;
  /** @throws RangeError when the array's type cannot hold the value. */
  push(value: number): void;
  at(index: number): number;
  /** A copy of what was filled. */
  toArray(): Array;
}

interface WordsConstructor<Array extends Words> {
  new (length: number): Array;
  readonly BYTES_PER_ELEMENT: number;
}

const FIRST_CAPACITY = 1024;

/** An empty array; it doubles whenever it is full, so that n values are copied n times at most. */
export function createGrowableArray<Array extends Words>(
  constructor: WordsConstructor<Array>,
): GrowableArray<Array> {
  const limit = 2 ** (8 * constructor.BYTES_PER_ELEMENT);
  let values = new constructor(FIRST_CAPACITY);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (!(value >= 0 && value < limit)) throw new RangeError(`${value} is not below ${limit}`);
      if (length === values.length) {
        const larger = new constructor(2 * length);
        larger.set(values);
        values = larger;
      }
      values[length] = value;
      length += 1;
    },
    at: (index) => values[index] ?? 0,
    toArray() {
      const copy = new constructor(length);
      copy.set(values.subarray(0, length));
      return copy;
    },
  };
}
