import { setImmediate } from 'node:timers/promises';
import { assembleCorpus, type Corpus, type CorpusPart, type ParseCache } from './corpus.ts';
import { DEFAULT_MAX_FILES, isDocument, listFiles } from './folder/list-files.ts';
import { isPassing, signatureOf } from './folder/parsed-file.ts';
import { readFeedsFile } from './formats/feeds-file.ts';
import { readSources } from './formats/sources-file.ts';
import { readSynonyms } from './formats/synonyms-file.ts';
import { createIsolatedReader } from './isolated-reader.ts';
import { readFile } from './read-file.ts';

/** The largest article that is read by default, in bytes. */
export const DEFAULT_MAX_ARTICLE_BYTES = 2 * 1024 * 1024;

/** The limits of reading a folder, and how to follow or stop it. */
export interface LoadCorpusOptions {
  /**
   * Of one file (of a page without its pictures, of a document its text), and of one line of a
   * `.jsonl`; default {@link DEFAULT_MAX_ARTICLE_BYTES}.
   */
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
  /** Whether a thread of its own reads all files, and not documents alone. */
  readonly isolatesAll?: boolean;
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
  const { signal, onProgress, previous, now = Date.now, isolatesAll = false } = options;
  const listing = await listFiles(folder, maxFiles, signal);
  const sources = readSources(listing);
  yield { kind: 'problems', problems: listing.problems };
  yield { kind: 'problems', problems: sources.problems };
  for (const parsed of readSynonyms(listing)) yield { kind: 'file', parsed };
  for (const feeds of listing.feeds) {
    yield { kind: 'problems', problems: readFeedsFile(feeds).problems };
  }

  const isolated = createIsolatedReader();
  try {
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
      if (isSame) yield { kind: 'file', parsed: before };
      else {
        const request = { item, given, maxArticleBytes };
        const isIsolated = isolatesAll || isDocument(item.kind);
        const read = await (isIsolated ? isolated.read(request) : readFile(request, signal));
        const { file, path } = item;
        const lasting = isPassing(read.problems) ? null : signature;
        yield { kind: 'file', parsed: { file, path, signature: lasting, cacheKey, ...read } };
      }
      onProgress?.({ filesRead: index + 1, fileCount: listing.files.length });
      await setImmediate();
    }
  } finally {
    isolated.close();
  }
}
