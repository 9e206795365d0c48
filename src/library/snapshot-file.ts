import { createHash, randomUUID } from 'node:crypto';
import {
  type FileHandle,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import { endianness } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import {
  decodeTokenData,
  encodeTokenData,
  paddingAfter,
  sectionLengthsSchema,
  type TokenData,
} from '../retrieval/index.ts';

/** What a snapshot holds. */
export interface Snapshot {
  /** Of the corpus that was indexed; see `Corpus.contentHash`. */
  readonly corpusHash: string;
  readonly tokens: TokenData;
}

/** Why a snapshot was not used. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
}

const MAGIC = Buffer.from('VERBATIM');
const LENGTH_BYTES = 4;
const CHECKSUM_BYTES = 32;

/** The longest header that is read, in bytes: far more than one has. */
const LONGEST_HEADER = 65_536;

/** Raise it when the bytes are to be read otherwise. */
const FORMAT_VERSION = 2;

const TEMPORARY = /^\.index-[\da-f-]{36}\.tmp$/u;

const headerSchema = z.object({
  /** What made the snapshot; see {@link makerOf}. */
  maker: z.string(),
  corpusHash: z.string(),
  sectionLengths: sectionLengthsSchema,
});

/**
 * Writes a snapshot. Whatever happens meanwhile, the file is the old one or the new one, whole: it
 * is written under a temporary name in the same folder, flushed to the disk, and renamed. The
 * folder is made when it is missing; what an interrupted writing left there is removed once it is
 * old, by `now` in ms since the epoch.
 *
 * The layout: `VERBATIM`, the length of the header (4 bytes), the header as JSON, padded to 4
 * bytes, the sections of {@link encodeTokenData}, each padded, and the SHA-256 of all that.
 */
export async function writeSnapshot(
  file: string,
  { corpusHash, tokens }: Snapshot,
  analysisVersion: number,
  now: number = Date.now(),
): Promise<void> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeLeftovers(folder, now);
  const temporary = path.join(folder, `.index-${randomUUID()}.tmp`);
  const handle = await open(temporary, 'wx', 0o600);
  try {
    await writeChunks(handle, chunksOf({ corpusHash, tokens }, analysisVersion));
    await handle.sync();
  } catch (error) {
    await handle.close();
    await rm(temporary, { force: true });
    throw error;
  }
  await handle.close();
  await rename(temporary, file);
  await flushFolder(folder);
}

/**
 * Reads a snapshot, or gives null when there is none.
 *
 * @throws SnapshotError when it is broken, or was made by another version or on another kind of
 * machine; whatever reading the file throws.
 */
export async function readSnapshot(
  file: string,
  analysisVersion: number,
): Promise<Snapshot | null> {
  const bytes = await unlessMissing(readFile(file));
  if (!bytes) return null;
  const headerStart = MAGIC.length + LENGTH_BYTES;
  if (
    bytes.length < headerStart + CHECKSUM_BYTES ||
    !MAGIC.equals(bytes.subarray(0, MAGIC.length))
  ) {
    throw new SnapshotError('it is not a snapshot');
  }
  const bodyEnd = bytes.length - CHECKSUM_BYTES;
  const checksum = createHash('sha256').update(bytes.subarray(0, bodyEnd)).digest();
  if (!checksum.equals(bytes.subarray(bodyEnd))) throw new SnapshotError('its checksum is wrong');

  const headerLength = bytes.readUInt32LE(MAGIC.length);
  if (headerLength > Math.min(LONGEST_HEADER, bodyEnd)) {
    throw new SnapshotError('its header is too long');
  }
  const headerEnd = headerStart + headerLength;
  const header = headerSchema.parse(JSON.parse(bytes.toString('utf8', headerStart, headerEnd)));
  const maker = makerOf(analysisVersion);
  if (header.maker !== maker) {
    throw new SnapshotError(`it is of "${header.maker}", and this is "${maker}"`);
  }
  const sections = bytes.subarray(headerEnd + paddingAfter(headerEnd), bodyEnd);
  return {
    corpusHash: header.corpusHash,
    tokens: decodeTokenData(sections, header.sectionLengths),
  };
}

/**
 * What the contents depend on besides the articles: the formats, how texts are analysed, the byte
 * order, and ICU, which finds the ends of sentences.
 */
function makerOf(analysisVersion: number): string {
  const icu = process.versions['icu'] ?? 'none';
  return `format ${FORMAT_VERSION}, analysis ${analysisVersion}, ${endianness()}, ICU ${icu}`;
}

function* chunksOf(
  { corpusHash, tokens }: Snapshot,
  analysisVersion: number,
): Generator<Uint8Array> {
  const sections = encodeTokenData(tokens);
  const header = Buffer.from(
    JSON.stringify({
      maker: makerOf(analysisVersion),
      corpusHash,
      sectionLengths: sections.map(({ byteLength }) => byteLength),
    } satisfies z.input<typeof headerSchema>),
  );
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(header.length);
  const head = Buffer.concat([MAGIC, length, header]);
  const checksum = createHash('sha256');
  for (const part of [head, ...sections]) {
    const padding = new Uint8Array(paddingAfter(part.byteLength));
    checksum.update(part).update(padding);
    yield part;
    yield padding;
  }
  yield checksum.digest();
}

async function writeChunks(handle: FileHandle, chunks: Iterable<Uint8Array>): Promise<void> {
  for (const chunk of chunks) {
    let written = 0;
    while (written < chunk.byteLength) {
      const { bytesWritten } = await handle.write(chunk, written);
      written += bytesWritten;
    }
  }
}

/** A younger temporary file may be another process's, which is still writing it. */
const LEFTOVER_AGE_MS = 15 * 60 * 1000;

async function removeLeftovers(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!TEMPORARY.test(name)) continue;
    const leftover = path.join(folder, name);
    // Another process may have renamed it since it was listed.
    const stats = await unlessMissing(stat(leftover));
    if (stats && now - stats.mtimeMs > LEFTOVER_AGE_MS) await rm(leftover, { force: true });
  }
}

/** Makes the renaming last through a power cut. Windows cannot open folders, and does not need it. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function unlessMissing<Result>(attempt: Promise<Result>): Promise<Result | null> {
  try {
    return await attempt;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
