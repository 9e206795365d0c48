/** Numbers by string. */
export interface StringNumbers {
  /** The number that was given to a string, or undefined. */
  get(key: string): number | undefined;
  /** Gives a number below 2 ** 32 - 1 to a string that has none. */
  add(key: string, value: number): void;
}

const FIRST_CAPACITY = 1024;

/** Nothing is stored under a key in so large a share of the places. */
const LARGEST_LOAD = 0.5;

/**
 * An empty table. Strings of two units, the bigrams of Chinese, are most of what an index holds:
 * they are kept in one flat array, by open addressing with linear probing (Knuth, "The Art of
 * Computer Programming", vol. 3, 6.4, algorithm L), without an object or a hash for each of them.
 */
export function createStringNumbers(): StringNumbers {
  const others = new Map<string, number>();
  // Pairs of a key and 1 more than its number, so that 0 stands for an empty place.
  let places = new Uint32Array(2 * FIRST_CAPACITY);
  let count = 0;

  /** The index of a key's pair, or of the empty one where it would stand. */
  function placeOf(key: number): number {
    const mask = places.length / 2 - 1;
    let place = hashOf(key) & mask;
    while (places[2 * place + 1] !== 0 && places[2 * place] !== key) place = (place + 1) & mask;
    return 2 * place;
  }

  function store(key: number, value: number): void {
    const place = placeOf(key);
    places[place] = key;
    places[place + 1] = value;
  }

  function grow(): void {
    const old = places;
    places = new Uint32Array(2 * old.length);
    for (let place = 0; place < old.length; place += 2) {
      const value = old[place + 1] ?? 0;
      if (value !== 0) store(old[place] ?? 0, value);
    }
  }

  return {
    get(key) {
      if (key.length !== 2) return others.get(key);
      const value = places[placeOf(keyOf(key)) + 1] ?? 0;
      return value === 0 ? undefined : value - 1;
    },
    add(key, value) {
      if (key.length !== 2) {
        others.set(key, value);
        return;
      }
      count += 1;
      if (count > LARGEST_LOAD * (places.length / 2)) grow();
      store(keyOf(key), value + 1);
    },
  };
}

/** The numbers of different strings: their places. */
export function numberStrings(strings: Iterable<string>): Pick<StringNumbers, 'get'> {
  const numbers = createStringNumbers();
  let count = 0;
  for (const each of strings) {
    numbers.add(each, count);
    count += 1;
  }
  return numbers;
}

function keyOf(pair: string): number {
  return ((pair.charCodeAt(0) << 16) | pair.charCodeAt(1)) >>> 0;
}

/** The finaliser of MurmurHash3 (Appleby), in one round: neighbouring characters lie apart. */
function hashOf(key: number): number {
  const mixed = Math.imul(key ^ (key >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
