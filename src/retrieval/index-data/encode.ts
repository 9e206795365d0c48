import { z } from 'zod';
import { TOKEN_KINDS } from '../../language/index.ts';
import { countOf, type TokenData } from './index-data.ts';

/** Typed arrays of a snapshot begin at multiples of this many bytes, so that they can be used in place. */
const ALIGNMENT = 4;

/** The names of the arrays in the order in which they are written. */
const ARRAY_NAMES = [
  'articleHashes',
  'articlePassageFrom',
  'articleTitleFrom',
  'titleForms',
  'passageTokenFrom',
  'tokenForm',
  'tokenStart',
  'tokenLength',
  'formSurfaces',
  'formTerm',
  'formKind',
  'terms',
] as const satisfies readonly (keyof TokenData)[];

/** The lengths in bytes of what {@link encodeTokenData} gave, in its order. */
export type SectionLengths = readonly number[];

/** What {@link decodeTokenData} needs to know of the sections. */
export const sectionLengthsSchema = z.array(z.int().min(0)).length(ARRAY_NAMES.length);

/**
 * The arrays as bytes, one section each, in a fixed order; strings as JSON in UTF-8. Sections are
 * views of the arrays where they can be. Numbers are in the byte order of the machine.
 */
export function encodeTokenData(data: TokenData): Uint8Array[] {
  return ARRAY_NAMES.map((name) => {
    const array = data[name];
    return ArrayBuffer.isView(array)
      ? new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
      : new TextEncoder().encode(JSON.stringify(array));
  });
}

/** How many bytes follow a section so that the next one is aligned. */
export function paddingAfter(byteLength: number): number {
  return (ALIGNMENT - (byteLength % ALIGNMENT)) % ALIGNMENT;
}

/**
 * Reads what {@link encodeTokenData} gave, each section followed by its {@link paddingAfter padding}.
 * The result's arrays are views of `bytes`. Whatever the bytes are, what comes back can be walked: all
 * numbers point to what is there. Whether the tokens lie in their passages is to be seen when those
 * are known.
 *
 * @throws RangeError, SyntaxError or a zod error when the bytes are no such data.
 */
export function decodeTokenData(bytes: Uint8Array, lengths: SectionLengths): TokenData {
  const aligned = bytes.byteOffset % ALIGNMENT === 0 ? bytes : bytes.slice();
  const places = new Map<keyof TokenData, { start: number; length: number }>();
  let offset = 0;
  for (const [index, name] of ARRAY_NAMES.entries()) {
    const length = lengths[index] ?? 0;
    places.set(name, { start: aligned.byteOffset + offset, length });
    offset += length + paddingAfter(length);
  }
  if (offset > bytes.byteLength) throw new RangeError(`${bytes.byteLength} bytes, not ${offset}`);

  const at = (name: keyof TokenData) => places.get(name) ?? { start: 0, length: 0 };
  const u8 = (name: keyof TokenData) => {
    const { start, length } = at(name);
    return new Uint8Array(aligned.buffer, start, length);
  };
  const u16 = (name: keyof TokenData) => {
    const { start, length } = at(name);
    return new Uint16Array(aligned.buffer, start, length / Uint16Array.BYTES_PER_ELEMENT);
  };
  const u32 = (name: keyof TokenData) => {
    const { start, length } = at(name);
    return new Uint32Array(aligned.buffer, start, length / Uint32Array.BYTES_PER_ELEMENT);
  };
  const strings = (name: keyof TokenData) =>
    stringsSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(u8(name))));

  const data = {
    articleHashes: strings('articleHashes'),
    articlePassageFrom: u32('articlePassageFrom'),
    articleTitleFrom: u32('articleTitleFrom'),
    titleForms: u32('titleForms'),
    passageTokenFrom: u32('passageTokenFrom'),
    tokenForm: u32('tokenForm'),
    tokenStart: u16('tokenStart'),
    tokenLength: u16('tokenLength'),
    formSurfaces: strings('formSurfaces'),
    formTerm: u32('formTerm'),
    formKind: u8('formKind'),
    terms: strings('terms'),
  };
  checkTokenData(data);
  return data;
}

/** @throws RangeError when a number points to what is not there. */
function checkTokenData(data: TokenData): void {
  const { articleHashes, articlePassageFrom, articleTitleFrom, passageTokenFrom } = data;
  checkLength('articlePassageFrom', articlePassageFrom.length, articleHashes.length + 1);
  checkLength('articleTitleFrom', articleTitleFrom.length, articleHashes.length + 1);
  checkLength('tokenStart', data.tokenStart.length, data.tokenForm.length);
  checkLength('tokenLength', data.tokenLength.length, data.tokenForm.length);
  checkLength('formTerm', data.formTerm.length, data.formSurfaces.length);
  checkLength('formKind', data.formKind.length, data.formSurfaces.length);
  checkFrom('articlePassageFrom', articlePassageFrom, countOf(passageTokenFrom));
  checkFrom('articleTitleFrom', articleTitleFrom, data.titleForms.length);
  checkFrom('passageTokenFrom', passageTokenFrom, data.tokenForm.length);
  checkBelow('titleForms', data.titleForms, data.formSurfaces.length);
  checkBelow('tokenForm', data.tokenForm, data.formSurfaces.length);
  checkBelow('formTerm', data.formTerm, data.terms.length);
  checkBelow('formKind', data.formKind, TOKEN_KINDS.length);
  checkDifferent('articleHashes', articleHashes);
  checkDifferent('terms', data.terms);
}

function checkLength(name: string, length: number, expected: number): void {
  if (length !== expected) throw new RangeError(`${name} has ${length} items, not ${expected}`);
}

/** An `…From` array begins at 0, never descends, and ends where what it bounds ends. */
function checkFrom(name: string, from: Uint32Array, end: number): void {
  let last = 0;
  for (const value of from) {
    if (value < last) throw new RangeError(`${name} descends`);
    last = value;
  }
  if (from[0] !== 0 || last !== end) throw new RangeError(`${name} does not go from 0 to ${end}`);
}

function checkBelow(name: string, values: Uint32Array | Uint8Array, count: number): void {
  for (const value of values) {
    if (value >= count) throw new RangeError(`${name} has ${value}, which is not below ${count}`);
  }
}

function checkDifferent(name: string, values: readonly string[]): void {
  if (new Set(values).size !== values.length) throw new RangeError(`${name} has one twice`);
}

/** Checked without zod: it would take a second for a million strings. */
const stringsSchema = z.custom<string[]>(
  (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
  'must be a list of strings',
);
