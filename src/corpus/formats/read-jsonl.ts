import type { FileHandle } from 'node:fs/promises';
import { METADATA_KEYS } from '../article.ts';
import { type Draft, inferId, type Reading, rejectWith } from '../build-article.ts';
import type { ListedFile } from '../folder/list-files.ts';
import { type Attempt, withRegularFile } from '../folder/open-file.ts';
import { describeValue, readMetadata } from '../metadata/metadata.ts';
import { createError, type Problem, type ProblemValues } from '../problem.ts';
import { decodeUtf8, isBinary } from './decode.ts';

/** How much may be wrong with one file before the rest of it is left unread: more than anyone reads. */
const MAX_PROBLEMS = 1000;

/**
 * Reads one article a line. A bad line is a problem of its own and the others stay, but for those
 * after {@link MAX_PROBLEMS}; `maxLineBytes` is the limit of one line, the file may be of any size.
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
  const drafts: Draft[] = [];
  const problems: Problem[] = [];
  // An unknown key is in every line or in none: one warning a file says it.
  const unknownKeys = new Set<string>();
  for await (const line of readLines(handle, maxLineBytes, signal)) {
    if (line.number === 1 && line.bytes !== null && isBinary(line.bytes)) {
      return { drafts, problems: [createError('binary', {}, file)] };
    }
    const reading = readLine(line, file, maxLineBytes);
    drafts.push(...reading.drafts);
    for (const problem of reading.problems) {
      if (problem.code === 'unknown-key') {
        if (unknownKeys.has(problem.values.key)) continue;
        unknownKeys.add(problem.values.key);
      }
      // Only what is lost ends the reading.
      if (problem.severity === 'warning' && problems.length >= MAX_PROBLEMS) continue;
      if (problems.length >= MAX_PROBLEMS) {
        const values = { maxProblems: MAX_PROBLEMS };
        problems.push(createError('too-many-problems', values, file, line.number));
        return { drafts, problems };
      }
      problems.push(problem);
    }
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
  const { value } = parsed;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const got = describeValue(value);
    return rejectWith(
      createError('invalid-value', { key: '', expected: 'mapping', got }, file, number),
    );
  }
  return readRecord(new Map<string, unknown>(Object.entries(value)), file, number);
}

const KNOWN_KEYS: readonly string[] = [...METADATA_KEYS, 'text'];

/** What news services call an article's text, the best first. */
const TEXT_KEYS = ['text', 'content', 'body', 'articleBody', 'fulltext', 'full_text'] as const;

function readRecord(record: ReadonlyMap<string, unknown>, file: string, line: number): Reading {
  const textKey = TEXT_KEYS.find((key) => record.has(key)) ?? 'text';
  const entries = [...record]
    .filter(([key]) => !TEXT_KEYS.some((name) => name === key))
    .map(([key, value]) => ({ key, value: nameOf(value), line }));
  const { given, problems } = readMetadata(entries, file, KNOWN_KEYS);
  const text = readText(record.get(textKey), file, line);
  if (typeof text !== 'string') return { drafts: [], problems: [...problems, text] };
  const draft: Draft = {
    file,
    line,
    inferredId: `${inferId(file)}:${line}`,
    given,
    text,
    linesBeforeText: 0,
    inferred: {},
    headings: [],
  };
  return { drafts: [draft], problems };
}

/** `{"name": "Harbour Post"}` → "Harbour Post", as JSON-LD and news services write a source. */
function nameOf(value: unknown): unknown {
  const isNamed = typeof value === 'object' && value !== null && 'name' in value;
  return isNamed && typeof value.name === 'string' ? value.name : value;
}

function readText(value: unknown, file: string, line: number): string | Problem {
  if (value === undefined || value === null) return createError('missing-text', {}, file, line);
  if (typeof value !== 'string') {
    const got = describeValue(value);
    return createError('invalid-value', { key: 'text', expected: 'text', got }, file, line);
  }
  // JSON can escape what no UTF-8 file can hold.
  if (value.includes('\0')) return createError('binary', {}, file, line);
  if (/\p{Surrogate}/u.test(value)) {
    const values = { position: null, cause: 'half a surrogate pair in "text"' };
    return createError('invalid-json', values, file, line);
  }
  return value;
}

function parseJson(text: string): { readonly value: unknown } | ProblemValues['invalid-json'] {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const [, offset] = /at position (\d+)/u.exec(message) ?? [];
    return {
      position: offset === undefined ? null : Number(offset) + 1,
      cause: describeValue(message.replace(/ is not valid JSON$/u, '')),
    };
  }
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
