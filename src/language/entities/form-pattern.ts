/** A pattern of stretches that have a normal form, and how they begin. */
export interface FormPattern {
  /** Never matches nothing, and never right behind an ASCII letter where it matches by {@link words}. */
  readonly pattern: RegExp;
  /** Every character other than an ASCII letter with which a match can begin; null where none can. */
  readonly character: RegExp | null;
  /** Every run of ASCII letters with which a match can begin, in small letters. */
  readonly words: readonly string[];
}

/** All matches of a pattern in a text, as `matchAll` finds them. */
export type MatchesOf = (pattern: FormPattern) => RegExpExecArray[];

/** The bit of a unit that was looked at before. */
const KNOWN = 2 ** 31;

/** So many letters of a word tell whether a match may begin with it. */
const PREFIX_LENGTH = 3;

/**
 * Finds the matches of up to 31 patterns in one walk over a text: each is tried only where one of
 * its matches can begin. That is several times as quick as searching for one after the other.
 */
export function createFormFinder(patterns: readonly FormPattern[]): (text: string) => MatchesOf {
  const places = new Map(patterns.map((pattern, place) => [pattern, place]));
  const sticky = patterns.map(
    ({ pattern: { source, flags } }) => new RegExp(source, `${flags.replace('g', '')}y`),
  );
  const ofUnit = new Uint32Array(2 ** 16);
  const ofPrefix = prefixTable(patterns);

  function charactersBits(character: string): number {
    return bitsOf(patterns, (pattern) => pattern.character?.test(character) ?? false);
  }

  function unitBits(text: string, at: number, unit: number): number {
    const known = ofUnit[unit] ?? 0;
    if (known !== 0) return known;
    if (isSurrogate(unit)) {
      const point = text.codePointAt(at) ?? unit;
      return point > 0xffff ? charactersBits(String.fromCodePoint(point)) : 0;
    }
    const bits = charactersBits(String.fromCharCode(unit)) + KNOWN;
    ofUnit[unit] = bits;
    return bits;
  }

  return (text) => {
    const starts = new Map<number, number[]>();
    const add = (bits: number, at: number) => {
      for (let rest = bits & ~KNOWN; rest !== 0; rest &= rest - 1) {
        const place = 31 - Math.clz32(rest & -rest);
        const known = starts.get(place);
        if (known) known.push(at);
        else starts.set(place, [at]);
      }
    };
    let at = 0;
    while (at < text.length) {
      const unit = text.charCodeAt(at);
      if (letterNumber(text, at) > 0) {
        const bits = ofPrefix[prefixNumber(text, at)] ?? 0;
        if (bits !== 0) add(bits, at);
        do at += 1;
        while (letterNumber(text, at) > 0);
      } else {
        const bits = unitBits(text, at, unit);
        if ((bits & ~KNOWN) !== 0) add(bits, at);
        at += isSurrogate(unit) && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
      }
    }
    return (pattern) => {
      const place = places.get(pattern);
      if (place === undefined) throw new RangeError(`no such pattern: ${pattern.pattern}`);
      const expression = sticky[place];
      return expression ? matchesAt(text, expression, starts.get(place) ?? []) : [];
    };
  };
}

/** Matches at some of the starts, none inside another. */
function matchesAt(text: string, sticky: RegExp, starts: readonly number[]): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  let end = 0;
  for (const start of starts) {
    if (start < end) continue;
    sticky.lastIndex = start;
    const match = sticky.exec(text);
    if (!match) continue;
    matches.push(match);
    end = start + match[0].length;
  }
  return matches;
}

function bitsOf(
  patterns: readonly FormPattern[],
  isAmong: (pattern: FormPattern) => boolean,
): number {
  return patterns.reduce(
    (bits, pattern, place) => (isAmong(pattern) ? bits + 2 ** place : bits),
    0,
  );
}

/** By {@link prefixNumber}: the bits of the patterns of which a match can begin so. */
function prefixTable(patterns: readonly FormPattern[]): Uint32Array {
  const table = new Uint32Array(LETTERS ** PREFIX_LENGTH);
  for (const [place, { words }] of patterns.entries()) {
    for (const word of words) {
      const prefix = prefixNumber(word, 0);
      table[prefix] = (table[prefix] ?? 0) | (2 ** place);
    }
  }
  return table;
}

/** How many values {@link letterNumber} has. */
const LETTERS = 27;

/** The first letters of a run, as a number; a run that is shorter ends with zeros. */
function prefixNumber(text: string, at: number): number {
  let number = 0;
  let isInside = true;
  for (let index = 0; index < PREFIX_LENGTH; index += 1) {
    const letter: number = isInside ? letterNumber(text, at + index) : 0;
    isInside = letter > 0;
    number = number * LETTERS + letter;
  }
  return number;
}

/** 1 to 26 for "a" to "z" and what a pattern with the flags "iu" takes for them, otherwise 0. */
function letterNumber(text: string, at: number): number {
  // Beyond the end it is NaN, which is no letter.
  const unit = text.charCodeAt(at);
  const small = unit | 0x20;
  if (small >= 0x61 && small <= 0x7a) return small - 0x60;
  if (unit === LONG_S) return 's'.charCodeAt(0) - 0x60;
  return unit === KELVIN_SIGN ? 'k'.charCodeAt(0) - 0x60 : 0;
}

const LONG_S = 0x17f;
const KELVIN_SIGN = 0x212a;

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
