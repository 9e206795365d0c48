import { isUtf8 } from 'node:buffer';
import { type Attempt, readWholeFile } from '../folder/open-file.ts';
import { createError } from '../problem.ts';

/** The text of some bytes, or why they have none. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binary' }
  | { readonly kind: 'not-utf8'; readonly byteOffset: number };

/** First bytes of formats that people mistake for text and that may lack a NUL. */
const MAGIC_NUMBERS: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d], // PDF
  [0x50, 0x4b, 0x03, 0x04], // zip, docx, epub
  [0x1f, 0x8b], // gzip
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
];

/** `bytes` as UTF-8, without one leading byte-order mark and otherwise unchanged. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  // UTF-16 is full of NULs, but to save it as UTF-8 is the better advice.
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) {
    return { kind: 'not-utf8', byteOffset: 0 };
  }
  if (isBinary(bytes)) return { kind: 'binary' };
  if (!isUtf8(bytes)) return { kind: 'not-utf8', byteOffset: findInvalidByte(bytes) };
  return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
}

/** The text of a file, or the problem that its bytes are. */
export function decodeFile(bytes: Uint8Array, file: string): Attempt<string> {
  const decoded = decodeUtf8(bytes);
  switch (decoded.kind) {
    case 'text':
      return { ok: true, value: decoded.text };
    case 'binary':
      return { ok: false, problem: createError('binary', {}, file) };
    case 'not-utf8': {
      const { byteOffset } = decoded;
      return { ok: false, problem: createError('not-utf8', { byteOffset }, file) };
    }
  }
}

/** The text of a file of at most `maxBytes`, or why there is none. */
export function readTextFile(path: string, file: string, maxBytes: number): Attempt<string> {
  const attempt = readWholeFile(path, file, maxBytes);
  return attempt.ok ? decodeFile(attempt.value, file) : attempt;
}

/** Whether `bytes` hold a NUL or begin as a well-known binary format does. */
export function isBinary(bytes: Uint8Array): boolean {
  return bytes.includes(0) || MAGIC_NUMBERS.some((magic) => startsWith(bytes, magic));
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

/** The offset of the first sequence that is not UTF-8; TextDecoder only says that there is one. */
function findInvalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length + 1;
  while (invalid - valid > 1) {
    const middle = Math.floor((valid + invalid) / 2);
    if (isUtf8Beginning(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  // The beginning may end inside a character that is never finished: step back to its start.
  while (valid > 0 && !isUtf8(bytes.subarray(0, valid))) valid -= 1;
  return valid;
}

function isUtf8Beginning(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
