import { setImmediate } from 'node:timers/promises';
import { buildArticle, type Reading, rejectWith } from './build-article.ts';
import { assembleCorpus, type Corpus, type CorpusPart, type ParseCache } from './corpus.ts';
import { DEFAULT_MAX_FILES, type ListedFile, listFiles } from './folder/list-files.ts';
import { type Attempt, readWholeFile } from './folder/open-file.ts';
import {
  isPassing,
  type ParsedFile,
  type PlacedArticle,
  signatureOf,
} from './folder/parsed-file.ts';
import { decodePage } from './formats/charset.ts';
import { decodeUtf8 } from './formats/decode.ts';
import { withoutEmbeddedData } from './formats/embedded-data.ts';
import { readHtmlArticle } from './formats/read-html.ts';
import { readJsonLines } from './formats/read-jsonl.ts';
import { readTextArticle } from './formats/read-text.ts';
import { readSources } from './formats/sources-file.ts';
import { readSynonyms } from './formats/synonyms-file.ts';
import type { GivenMetadata } from './metadata/metadata.ts';
import { createError, createWarning } from './problem.ts';

/** The largest article that is read by default, in bytes. */
export const DEFAULT_MAX_ARTICLE_BYTES = 2 * 1024 * 1024;

/** The limits of reading a folder, and how to follow or stop it. */
export interface LoadCorpusOptions {
  /** Of one file (without the pictures of a page), and of one line of a `.jsonl`; default {@link DEFAULT_MAX_ARTICLE_BYTES}. */
  readonly maxArticleBytes?: number;
  /** Default {@link DEFAULT_MAX_FILES}. */
  readonly maxFiles?: number;
  /** Once aborted, the promise is rejected with its reason. */
  readonly signal?: AbortSignal;
  /** Called after each file. */
  readonly onProgress?: (progress: LoadProgress) => void;
  /** What files gave before, by file: those that have not changed since are not opened again. */
  readonly previous?: ParseCache;
  /** ms since the epoch; `Date.now` when left out. */
  readonly now?: () => number;
}

/** How far reading is. */
interface LoadProgress {
  readonly filesRead: number;
  readonly fileCount: number;
}

/**
 * Reads every article below a folder. Whatever is wrong with the folder or a file is a problem in
 * the result; only an aborted signal rejects. Other work goes on between files. The result is the
 * same with `previous` and without it.
 */
export async function loadCorpus(folder: string, options?: LoadCorpusOptions): Promise<Corpus> {
  return (await assembleCorpus(folder, readParts(folder, options))).corpus;
}

/**
 * The same part by part, in order, for an assembler: each file is read when it is asked for. One that
 * was not opened comes as it is in `previous`.
 */
export async function* readParts(
  folder: string,
  options: LoadCorpusOptions = {},
): AsyncGenerator<CorpusPart, void> {
  const { maxArticleBytes = DEFAULT_MAX_ARTICLE_BYTES, maxFiles = DEFAULT_MAX_FILES } = options;
  const { signal, onProgress, previous, now = Date.now } = options;
  const listing = await listFiles(folder, maxFiles, signal);
  const sources = readSources(listing);
  yield { kind: 'problems', problems: listing.problems };
  yield { kind: 'problems', problems: sources.problems };
  for (const parsed of readSynonyms(listing)) yield { kind: 'file', parsed };

  for (const [index, item] of listing.files.entries()) {
    signal?.throwIfAborted();
    const given = sources.byFile.get(item.file) ?? {};
    const cacheKey = JSON.stringify({ maxArticleBytes, given });
    const signature = signatureOf(item.path, now());
    const before = previous?.get(item.file);
    const isSame =
      before !== undefined &&
      signature !== null &&
      before.signature === signature &&
      before.path === item.path &&
      before.cacheKey === cacheKey;
    const parsed = isSame
      ? before
      : await readFile(item, { signature, cacheKey, given, maxArticleBytes, signal });
    yield { kind: 'file', parsed };
    onProgress?.({ filesRead: index + 1, fileCount: listing.files.length });
    await setImmediate();
  }
}

async function readFile(
  item: ListedFile,
  {
    signature,
    cacheKey,
    given,
    maxArticleBytes,
    signal,
  }: Pick<ParsedFile, 'signature' | 'cacheKey'> & {
    readonly given: GivenMetadata;
    readonly maxArticleBytes: number;
    readonly signal: AbortSignal | undefined;
  },
): Promise<ParsedFile> {
  const { drafts, problems: found } = await readListedFile(item, maxArticleBytes, signal);
  const problems = [...found];
  const articles: PlacedArticle[] = [];
  for (const draft of drafts) {
    const { article, problems: more } = buildArticle(draft, given);
    problems.push(...more);
    if (article) articles.push({ article, line: draft.line });
  }
  return {
    file: item.file,
    path: item.path,
    signature: isPassing(problems) ? null : signature,
    cacheKey,
    articles,
    problems,
  };
}

async function readListedFile(
  item: ListedFile,
  maxArticleBytes: number,
  signal: AbortSignal | undefined,
): Promise<Reading> {
  const { file, path, kind } = item;
  if (kind === 'jsonl') return readJsonLines(item, maxArticleBytes, signal);
  const attempt =
    kind === 'html' ? readPage(item, maxArticleBytes) : readWholeFile(path, file, maxArticleBytes);
  if (!attempt.ok) return rejectWith(attempt.problem);
  const page = kind === 'html' ? decodePage(attempt.value) : null;
  if (page !== null) {
    const reading = readHtmlArticle(page.text, file);
    if (page.replaced === 0) return reading;
    const warning = createWarning('bytes-replaced', { count: page.replaced }, file);
    return { ...reading, problems: [...reading.problems, warning] };
  }
  const decoded = decodeUtf8(attempt.value);
  if (decoded.kind === 'binary') return rejectWith(createError('binary', {}, file));
  if (decoded.kind === 'not-utf8') {
    return rejectWith(createError('not-utf8', { byteOffset: decoded.byteOffset }, file));
  }
  return readTextArticle(decoded.text, file);
}

/** How many times as large as an article a page with its pictures may be. */
const MOST_PAGE_SIZES = 16;

/** The bytes of a page of at most `maxBytes`, its pictures not counted and left out where it is larger. */
function readPage({ path, file }: ListedFile, maxBytes: number): Attempt<Uint8Array> {
  const whole = readWholeFile(path, file, maxBytes * MOST_PAGE_SIZES);
  if (!whole.ok) {
    const { problem } = whole;
    if (problem.code !== 'too-large') return whole;
    return { ok: false, problem: { ...problem, values: { ...problem.values, maxBytes } } };
  }
  if (whole.value.length <= maxBytes) return whole;
  const value = withoutEmbeddedData(whole.value);
  if (value.length <= maxBytes) return { ok: true, value };
  const values = { bytes: value.length, maxBytes };
  return { ok: false, problem: createError('too-large', values, file) };
}
