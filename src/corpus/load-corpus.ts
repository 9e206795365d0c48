import { setImmediate } from 'node:timers/promises';
import type { Article } from './article.ts';
import { buildArticle, hash } from './build-article.ts';
import type { Corpus } from './corpus.ts';
import { decodeUtf8 } from './decode.ts';
import { type Draft, type Reading, rejectWith } from './draft.ts';
import { compareText, type ListedFile, listFiles } from './list-files.ts';
import type { GivenMetadata } from './metadata.ts';
import { readWholeFile } from './open-file.ts';
import { createError, type Problem } from './problem.ts';
import { readHtmlArticle } from './read-html.ts';
import { readJsonLines } from './read-jsonl.ts';
import { readTextArticle } from './read-text.ts';
import { readSources } from './sources-file.ts';

/** The largest article that is read by default, in bytes. */
export const DEFAULT_MAX_ARTICLE_BYTES = 2 * 1024 * 1024;

const DEFAULT_MAX_FILES = 100_000;

/** The limits of {@link loadCorpus}, and how to follow or stop it. */
export interface LoadCorpusOptions {
  /** Of one file, and of one line of a `.jsonl`; default {@link DEFAULT_MAX_ARTICLE_BYTES}. */
  readonly maxArticleBytes?: number;
  /** Default 100,000. */
  readonly maxFiles?: number;
  /** Once aborted, the promise is rejected with its reason. */
  readonly signal?: AbortSignal;
  /** Called after each file. */
  readonly onProgress?: (progress: LoadProgress) => void;
}

/** How far {@link loadCorpus} is. */
interface LoadProgress {
  readonly filesRead: number;
  readonly fileCount: number;
}

/**
 * Reads every article below a folder. Whatever is wrong with the folder or a file is a problem in
 * the result; only an aborted signal rejects. Other work goes on between files.
 */
export async function loadCorpus(folder: string, options: LoadCorpusOptions = {}): Promise<Corpus> {
  const { maxArticleBytes = DEFAULT_MAX_ARTICLE_BYTES, maxFiles = DEFAULT_MAX_FILES } = options;
  const { signal, onProgress } = options;
  const listing = await listFiles(folder, maxFiles, signal);
  const sources = await readSources(listing);
  const byId = new Map<string, Article>();
  const problems: Problem[] = [...listing.problems, ...sources.problems];
  const places = new Map<string, string>();

  for (const [index, item] of listing.files.entries()) {
    signal?.throwIfAborted();
    const reading = await readListedFile(item, maxArticleBytes, signal);
    // Not push(...): a file can have more problems than a call can have arguments.
    for (const problem of reading.problems) problems.push(problem);
    for (const draft of reading.drafts) {
      addArticle(draft, sources.byFile.get(item.file) ?? {}, { byId, places, problems });
    }
    onProgress?.({ filesRead: index + 1, fileCount: listing.files.length });
    await setImmediate();
  }

  const articles = [...byId.values()];
  return {
    folder,
    articles,
    byId,
    problems: problems.toSorted(compareProblems),
    contentHash: hash(articles.map((article) => article.contentHash)),
  };
}

async function readListedFile(
  item: ListedFile,
  maxArticleBytes: number,
  signal: AbortSignal | undefined,
): Promise<Reading> {
  const { file, path, kind } = item;
  if (kind === 'jsonl') return readJsonLines(item, maxArticleBytes, signal);
  const attempt = await readWholeFile(path, file, maxArticleBytes);
  if (!attempt.ok) return rejectWith(attempt.problem);
  const decoded = decodeUtf8(attempt.value);
  if (decoded.kind === 'binary') return rejectWith(createError('binary', {}, file));
  if (decoded.kind === 'not-utf8') {
    return rejectWith(createError('not-utf8', { byteOffset: decoded.byteOffset }, file));
  }
  const { text } = decoded;
  return kind === 'html' ? readHtmlArticle(text, file) : readTextArticle(text, file);
}

function addArticle(
  draft: Draft,
  sources: GivenMetadata,
  corpus: {
    readonly byId: Map<string, Article>;
    readonly places: Map<string, string>;
    readonly problems: Problem[];
  },
): void {
  const { article, problems } = buildArticle(draft, sources);
  corpus.problems.push(...problems);
  if (article === null) return;
  const { id } = article;
  const firstFile = corpus.places.get(id);
  if (firstFile === undefined) {
    corpus.byId.set(id, article);
    corpus.places.set(id, draft.line === null ? draft.file : `${draft.file}:${draft.line}`);
  } else {
    corpus.problems.push(createError('duplicate-id', { id, firstFile }, draft.file, draft.line));
  }
}

function compareProblems(one: Problem, other: Problem): number {
  return compareText(one.file, other.file) || (one.line ?? 0) - (other.line ?? 0);
}
