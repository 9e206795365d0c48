import { z } from 'zod';
import type { IndexData } from './index-data.ts';

/** Typed arrays of a snapshot begin at multiples of this many bytes, so that they can be used in place. */
const ALIGNMENT = 4;

/** The names of the arrays in the order in which they are written. */
const ARRAY_NAMES = [
  'articleIds',
  'articleHashes',
  'articlePassageFrom',
  'articleTitleFrom',
  'titleForms',
  'passageStart',
  'passageEnd',
  'passageBeforeStart',
  'passageBeforeEnd',
  'passageBeforeCuts',
  'passageLanguage',
  'passageSentenceFrom',
  'passageTokenFrom',
  'sentenceStart',
  'sentenceEnd',
  'sentenceCuts',
  'tokenForm',
  'tokenStart',
  'tokenLength',
  'formSurfaces',
  'formTerm',
  'formKind',
  'terms',
  'termPostingFrom',
  'postingPassage',
  'postingWeight',
] as const satisfies readonly (keyof IndexData)[];

/** The lengths in bytes of what {@link encodeIndexData} gave, in its order. */
export type SectionLengths = readonly number[];

/** What {@link decodeIndexData} needs to know of the sections. */
export const sectionLengthsSchema = z.array(z.int().min(0)).length(ARRAY_NAMES.length);

/**
 * The arrays as bytes, one section each, in a fixed order; strings as JSON in UTF-8. Sections are
 * views of the arrays where they can be. Numbers are in the byte order of the machine.
 */
export function encodeIndexData(data: IndexData): Uint8Array[] {
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
 * Reads what {@link encodeIndexData} gave, each section followed by its {@link paddingAfter padding}.
 * The result's arrays are views of `bytes`. The contents are trusted: check a checksum first.
 *
 * @throws RangeError when the sections do not fit into the bytes; SyntaxError or a zod error when
 * strings are none.
 */
export function decodeIndexData(bytes: Uint8Array, lengths: SectionLengths): IndexData {
  const aligned = bytes.byteOffset % ALIGNMENT === 0 ? bytes : bytes.slice();
  const places = new Map<keyof IndexData, { start: number; length: number }>();
  let offset = 0;
  for (const [index, name] of ARRAY_NAMES.entries()) {
    const length = lengths[index] ?? 0;
    places.set(name, { start: aligned.byteOffset + offset, length });
    offset += length + paddingAfter(length);
  }
  if (offset > bytes.byteLength) throw new RangeError(`${bytes.byteLength} bytes, not ${offset}`);

  const at = (name: keyof IndexData) => places.get(name) ?? { start: 0, length: 0 };
  const u8 = (name: keyof IndexData) => {
    const { start, length } = at(name);
    return new Uint8Array(aligned.buffer, start, length);
  };
  const u16 = (name: keyof IndexData) => {
    const { start, length } = at(name);
    return new Uint16Array(aligned.buffer, start, length / Uint16Array.BYTES_PER_ELEMENT);
  };
  const u32 = (name: keyof IndexData) => {
    const { start, length } = at(name);
    return new Uint32Array(aligned.buffer, start, length / Uint32Array.BYTES_PER_ELEMENT);
  };
  const strings = (name: keyof IndexData) =>
    stringsSchema.parse(JSON.parse(new TextDecoder().decode(u8(name))));

  return {
    articleIds: strings('articleIds'),
    articleHashes: strings('articleHashes'),
    articlePassageFrom: u32('articlePassageFrom'),
    articleTitleFrom: u32('articleTitleFrom'),
    titleForms: u32('titleForms'),
    passageStart: u32('passageStart'),
    passageEnd: u32('passageEnd'),
    passageBeforeStart: u32('passageBeforeStart'),
    passageBeforeEnd: u32('passageBeforeEnd'),
    passageBeforeCuts: u8('passageBeforeCuts'),
    passageLanguage: u8('passageLanguage'),
    passageSentenceFrom: u32('passageSentenceFrom'),
    passageTokenFrom: u32('passageTokenFrom'),
    sentenceStart: u32('sentenceStart'),
    sentenceEnd: u32('sentenceEnd'),
    sentenceCuts: u8('sentenceCuts'),
    tokenForm: u32('tokenForm'),
    tokenStart: u16('tokenStart'),
    tokenLength: u16('tokenLength'),
    formSurfaces: strings('formSurfaces'),
    formTerm: u32('formTerm'),
    formKind: u8('formKind'),
    terms: strings('terms'),
    termPostingFrom: u32('termPostingFrom'),
    postingPassage: u32('postingPassage'),
    postingWeight: u8('postingWeight'),
  };
}

/** Checked without zod: it would take a second for a million strings. */
const stringsSchema = z.custom<string[]>(
  (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
  'must be a list of strings',
);
