import { createHash, randomUUID } from 'node:crypto';

import { type FileHandle, open, readdir, rename, rm, stat } from 'node:fs/promises';

import { endianness } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import {
  type Article,
  assembleCorpus,
  type CorpusPart,
  type ParsedCorpus,
  readSavedArticle,
  readSavedSynonyms,
  type SynonymGroup,
  toSavedArticle,
  toSavedSynonyms,
} from '../corpus/index.ts';
import {
  decodeTokenData,
  encodeTokenData,
  paddingAfter,
  sectionLengthsSchema,
  type TokenData,
} from '../retrieval/index.ts';
import { createFolder } from '../shared/fs.ts';

/** What a snapshot tells of the index. */
export interface Snapshot {
  /** Of the corpus that was indexed; see `Corpus.contentHash`. */
  readonly corpusHash: string;
  readonly tokens: TokenData;
}

/** All that is written. */
export interface SnapshotContents extends Snapshot {
  /** Where the articles were read. */
  readonly folder: string;
  /** In the order of the corpus. */
  readonly articles: Iterable<Article>;
  /** What people have said that means the same. */
  readonly synonyms: readonly SynonymGroup[];
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
const FORMAT = 'format 3,';

const TEMPORARY = /^\.index-[\da-f-]{36}\.tmp$/u;

const headerSchema = z.object({
  /** What made the snapshot; see {@link makerOf}. */
  maker: z.string(),
  corpusHash: z.string(),
  /** Absolute. */
  folder: z.string(),
  sectionLengths: sectionLengthsSchema,
});

type Header = z.infer<typeof headerSchema>;

/**
 * Writes a snapshot. Whatever happens meanwhile, the file is the old one or the new one, whole: it
 * is written under a temporary name in the same folder, flushed to the disk, and renamed. The
 * folder is made when it is missing; what an interrupted writing left there is removed once it is
 * old, by `now` in ms since the epoch.
 *
 * The layout: `VERBATIM`, the length of the header (4 bytes), the header as JSON, padded to 4
 * bytes, the sections of {@link encodeTokenData}, each padded, and the SHA-256 of all that. Then the
 * synonyms, if there are any, and the articles, a line of JSON each, and the SHA-256 of those: most starts do not read them.
 */
export async function writeSnapshot(
  file: string,
  contents: SnapshotContents,
  analysisVersion: number,
  now: number = Date.now(),
): Promise<void> {
  const folder = path.dirname(file);
  await createFolder(folder);
  await removeLeftovers(folder, now);
  const temporary = path.join(folder, `.index-${randomUUID()}.tmp`);
  const handle = await open(temporary, 'wx', 0o600);
  try {
    await writeChunks(handle, chunksOf(contents, analysisVersion));
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
 * Reads what a snapshot tells of the index, or gives null when there is none that this version of the
 * program and of Node.js made: after an upgrade that is as it should be.
 *
 * @throws SnapshotError when it is broken; whatever reading the file throws.
 */
export async function readSnapshot(
  file: string,
  analysisVersion: number,
): Promise<Snapshot | null> {
  return withSnapshot(file, async (handle, size) => {
    const { header, sectionsStart, articlesStart } = await readHeader(handle, size);
    const bytes = await readBytes(handle, 0, articlesStart);
    const body = checkedBody(bytes);
    // Another version of the program or of Node.js made it: as good as none.
    if (header.maker !== makerOf(analysisVersion)) return null;
    return {
      corpusHash: header.corpusHash,
      tokens: decodeTokenData(body.subarray(sectionsStart), header.sectionLengths),
    };
  });
}

/**
 * Reads the articles of a snapshot, or gives null when there is none that this version of the program and of Node.js made. Their files are to be read
 * again. The version of the analysis and the kind of machine do not matter to them.
 *
 * @param folder where they must have been read.
 * @throws SnapshotError when they are broken, of another folder, or not those that were indexed;
 * whatever reading the file and the articles throws.
 */
export async function readSnapshotCorpus(
  file: string,
  folder: string,
): Promise<ParsedCorpus | null> {
  return withSnapshot(file, async (handle, size) => {
    const { header, articlesStart } = await readHeader(handle, size);
    if (!header.maker.startsWith(FORMAT)) throw new SnapshotError(`it is of "${header.maker}"`);
    if (header.folder !== path.resolve(folder)) {
      throw new SnapshotError(`it is of the folder ${header.folder}`);
    }
    const lines = checkedBody(await readBytes(handle, articlesStart, size));
    const parsed = await assembleCorpus(folder, savedParts(lines));
    if (parsed.corpus.contentHash !== header.corpusHash) {
      throw new SnapshotError('its articles are not those that were indexed');
    }
    return parsed;
  });
}

/** Whether the snapshot in a file is of a folder, or of none that can be told. */
export async function isOfFolder(file: string, folder: string): Promise<boolean> {
  try {
    const written = await withSnapshot(file, readHeader);
    return !written || written.header.folder === path.resolve(folder);
  } catch (error) {
    if (error instanceof SnapshotError) return true;
    throw error;
  }
}

/** One by one: all lines can be longer than a string may be. */
function* savedParts(lines: Buffer): Generator<CorpusPart, void> {
  for (let start = 0; start < lines.length; ) {
    const end = lines.indexOf('\n', start);
    if (end < 0) throw new SnapshotError('its last article has no end');
    const line = lines.toString('utf8', start, end);
    const from = { path: '', signature: null, cacheKey: '', problems: [] };
    const synonyms = readSavedSynonyms(line);
    if (synonyms) {
      yield { kind: 'file', parsed: { ...from, file: '', articles: [], synonyms } };
    } else {
      const article = readSavedArticle(line);
      const { file } = article;
      yield { kind: 'file', parsed: { ...from, file, articles: [{ article, line: null }] } };
    }
    start = end + 1;
  }
}

/** Opens a snapshot for as long as it is read; null when there is none. */
async function withSnapshot<Result>(
  file: string,
  read: (handle: FileHandle, size: number) => Promise<Result>,
): Promise<Result | null> {
  const handle = await unlessMissing(open(file));
  if (!handle) return null;
  try {
    const { size } = await handle.stat();
    return await read(handle, size);
  } finally {
    await handle.close();
  }
}

/** The header and the places that follow from it, in bytes. Its own checksum is not looked at. */
async function readHeader(handle: FileHandle, size: number) {
  const headerStart = MAGIC.length + LENGTH_BYTES;
  const start = await readBytes(handle, 0, Math.min(size, headerStart));
  if (start.length < headerStart || !MAGIC.equals(start.subarray(0, MAGIC.length))) {
    throw new SnapshotError('it is not a snapshot');
  }
  const headerEnd = headerStart + start.readUInt32LE(MAGIC.length);
  if (headerEnd > Math.min(headerStart + LONGEST_HEADER, size)) {
    throw new SnapshotError('its header is too long');
  }
  const header = parseHeader(await readBytes(handle, headerStart, headerEnd));
  const sectionsStart = headerEnd + paddingAfter(headerEnd);
  const articlesStart = header.sectionLengths.reduce(
    (end, length) => end + length + paddingAfter(length),
    sectionsStart + CHECKSUM_BYTES,
  );
  if (articlesStart + CHECKSUM_BYTES > size) throw new SnapshotError('it is cut off');
  return { header, sectionsStart, articlesStart };
}

function parseHeader(bytes: Buffer): Header {
  try {
    return headerSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch (cause) {
    throw new SnapshotError('its header is of another version, or broken', { cause });
  }
}

/** The bytes from `start` to `end`. */
async function readBytes(handle: FileHandle, start: number, end: number): Promise<Buffer> {
  const bytes = Buffer.alloc(end - start);
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, start + length);
    if (bytesRead === 0) throw new SnapshotError('it is cut off');
    length += bytesRead;
  }
  return bytes;
}

/** What a checksum at the end is of. */
function checkedBody(bytes: Buffer): Buffer {
  const body = bytes.subarray(0, bytes.length - CHECKSUM_BYTES);
  const checksum = createHash('sha256').update(body).digest();
  if (!checksum.equals(bytes.subarray(body.length))) {
    throw new SnapshotError('its checksum is wrong');
  }
  return body;
}

/**
 * What the contents depend on besides the articles: the formats, how texts are analysed, the byte
 * order, and ICU, which finds the ends of sentences.
 */
function makerOf(analysisVersion: number): string {
  const icu = process.versions['icu'] ?? 'none';
  return `${FORMAT} analysis ${analysisVersion}, ${endianness()}, ICU ${icu}`;
}

async function* chunksOf(
  { corpusHash, tokens, folder, articles, synonyms }: SnapshotContents,
  analysisVersion: number,
): AsyncGenerator<Uint8Array, void> {
  const sections = encodeTokenData(tokens);
  const header = Buffer.from(
    JSON.stringify({
      maker: makerOf(analysisVersion),
      corpusHash,
      folder: path.resolve(folder),
      sectionLengths: sections.map(({ byteLength }) => byteLength),
    } satisfies Header),
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
  const linesChecksum = createHash('sha256');
  for (const written of linesOf(synonyms, articles)) {
    const line = Buffer.from(written);
    linesChecksum.update(line);
    yield line;
  }
  yield linesChecksum.digest();
}

function* linesOf(
  synonyms: readonly SynonymGroup[],
  articles: Iterable<Article>,
): Generator<string, void> {
  if (synonyms.length > 0) yield toSavedSynonyms(synonyms);
  for (const article of articles) yield toSavedArticle(article);
}

async function writeChunks(handle: FileHandle, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of chunks) {
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
