import type { FileHandle } from 'node:fs/promises';
import { type Reading, rejectWith } from '../build-article.ts';
import type { ListedFile } from '../folder/list-files.ts';
import { type Attempt, withRegularFile } from '../folder/open-file.ts';
import { createError } from '../problem.ts';
import { decodeUtf8, isBinary } from './decode.ts';
import { createCollector, parseJson, readValue } from './json-record.ts';

/**
 * Reads one article a line. A bad line is a problem of its own and the others stay, but for those
 * after a thousand bad ones; `maxLineBytes` is the limit of one line, the file may be of any size.
 */
export async function readJsonLines(
  { file, path }: ListedFile,
  maxLineBytes: number,
  signal?: AbortSignal,
): Promise<Reading> {
  const attempt = await withRegularFile(path, file, async (handle): Promise<Attempt<Reading>> => {
    const value = await readFrom(handle, file, maxLineBytes, signal);
    return { ok: true, value };
  });
  return attempt.ok ? attempt.value : rejectWith(attempt.problem);
}

async function readFrom(
  handle: FileHandle,
  file: string,
  maxLineBytes: number,
  signal: AbortSignal | undefined,
): Promise<Reading> {
  const { drafts, problems, add } = createCollector(file);
  for await (const line of readLines(handle, maxLineBytes, signal)) {
    if (line.number === 1 && line.bytes !== null && isBinary(line.bytes)) {
      return { drafts, problems: [createError('binary', {}, file)] };
    }
    if (!add(readLine(line, file, maxLineBytes), line.number)) return { drafts, problems };
  }
  if (drafts.length === 0 && problems.length === 0) problems.push(createError('empty', {}, file));
  return { drafts, problems };
}

function readLine(line: Line, file: string, maxBytes: number): Reading {
  const { number, bytes, byteLength, offset } = line;
  if (bytes === null) {
    return rejectWith(createError('too-large', { bytes: byteLength, maxBytes }, file, number));
  }
  const decoded = decodeUtf8(bytes);
  if (decoded.kind === 'binary') return rejectWith(createError('binary', {}, file, number));
  if (decoded.kind === 'not-utf8') {
    const byteOffset = offset + decoded.byteOffset;
    return rejectWith(createError('not-utf8', { byteOffset }, file, number));
  }
  if (decoded.text.trim() === '') return rejectWith();

  const parsed = parseJson(decoded.text);
  if ('cause' in parsed) return rejectWith(createError('invalid-json', parsed, file, number));
  return readValue(parsed.value, file, number);
}

const CHUNK_BYTES = 256 * 1024;

/** One line of a file, without its line feed. */
interface Line {
  /** 1-based. */
  readonly number: number;
  /** Where it begins, in bytes from the start of the file. */
  readonly offset: number;
  /** How long it is, in bytes, also when it was too long to be kept. */
  readonly byteLength: number;
  /** Null when the line is longer than the limit. */
  readonly bytes: Uint8Array | null;
}

/**
 * The lines of an open file, read a chunk at a time; never holds more than a chunk and a line of
 * `maxLineBytes`. Throws the signal's reason once aborted, and the file system's errors.
 */
async function* readLines(
  handle: FileHandle,
  maxLineBytes: number,
  signal?: AbortSignal,
): AsyncGenerator<Line> {
  let number = 1;
  let offset = 0;
  let byteLength = 0;
  let parts: Uint8Array[] = [];
  const extend = (part: Uint8Array): void => {
    byteLength += part.length;
    if (byteLength > maxLineBytes) parts = [];
    else parts.push(part);
  };
  const finish = (): Line => {
    const bytes = byteLength > maxLineBytes ? null : Buffer.concat(parts);
    const line = { number, offset, byteLength, bytes };
    number += 1;
    offset += byteLength + 1;
    byteLength = 0;
    parts = [];
    return line;
  };

  for (;;) {
    signal?.throwIfAborted();
    // A new chunk each time, for lines keep parts of it.
    const chunk = new Uint8Array(CHUNK_BYTES);
    const { bytesRead } = await handle.read(chunk, 0, CHUNK_BYTES, null);
    if (bytesRead === 0) break;
    let start = 0;
    while (start < bytesRead) {
      const feed = chunk.indexOf(0x0a, start);
      const isWhole = feed !== -1 && feed < bytesRead;
      extend(chunk.subarray(start, isWhole ? feed : bytesRead));
      if (isWhole) yield finish();
      start = isWhole ? feed + 1 : bytesRead;
    }
  }
  if (byteLength > 0) yield finish();
}
