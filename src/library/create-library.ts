import { createHash } from 'node:crypto';
import { type Corpus, diffCorpora, loadCorpus, type Problem } from '../corpus/index.ts';
import {
  createDictionaryLoader,
  type DictionaryLoader,
  type IndexData,
  indexArticles,
  openCollection,
} from '../retrieval/index.ts';
import { findDatedStatements } from '../timeline/index.ts';
import {
  type Generation,
  type Library,
  type LibraryProgress,
  type LibraryStatus,
  ReindexError,
  type ReindexReport,
} from './library.ts';

/** Where the articles are, and what reading them needs. */
export interface LibraryOptions {
  readonly folder: string;
  /** Bytes: the size over which one article is rejected. */
  readonly maxArticleBytes: number;
  /** Progress of the first reading and building. */
  readonly onProgress?: (progress: LibraryProgress) => void;
  /** ms since the epoch; `Date.now` when left out. */
  readonly now?: () => number;
  /** Reads the folder; the real reader when left out. */
  readonly readCorpus?: typeof loadCorpus;
}

/** How a problem names the folder itself. */
const ROOT = '.';

/** Counts as part of what went in: raise it when the same articles are to be analysed differently. */
const ANALYSIS_VERSION = 1;

/**
 * Reads the folder and builds the first generation. Nothing that is wrong with the folder or an
 * article is thrown: it is in `current().corpus.problems`, and the library may be empty.
 */
export async function createLibrary(options: LibraryOptions): Promise<Library> {
  const { now = Date.now } = options;
  const loadDictionary = createDictionaryLoader();
  let { generation, data } = await build(
    await read(options, options.onProgress),
    null,
    now,
    loadDictionary,
    options.onProgress,
  );
  let running: LibraryStatus['running'] = null;
  let last: LibraryStatus['last'] = null;

  /** Runs one at a time, and keeps the progress for whoever asks for the status. */
  async function alone<Result>(
    onProgress: ((progress: LibraryProgress) => void) | undefined,
    work: (report: (progress: LibraryProgress) => void) => Promise<Result>,
  ): Promise<Result> {
    if (running) throw new ReindexError('busy');
    const startedAt = now();
    running = { stage: 'reading', done: 0, total: 0, startedAt };
    try {
      return await work((progress) => {
        running = { ...progress, startedAt };
        onProgress?.(progress);
      });
    } finally {
      running = null;
    }
  }

  async function readUsable(report: (progress: LibraryProgress) => void): Promise<Corpus> {
    const corpus = await read(options, report);
    // A sub-folder counts when articles in use are below it: they would look removed.
    const inUse = generation.corpus.articles;
    const isLoss = ({ code, file }: Problem) =>
      code === 'folder-unreadable' &&
      (file === ROOT || inUse.some((article) => article.file.startsWith(`${file}/`)));
    if (corpus.problems.some(isLoss)) {
      throw new ReindexError('folder-unreadable', corpus.problems);
    }
    if (corpus.articles.length === 0) throw new ReindexError('no-articles', corpus.problems);
    return corpus;
  }

  return {
    current: () => generation,
    status: () => ({ generation, running, last }),
    preview: (onProgress) =>
      alone(onProgress, async (report) => {
        const startedAt = now();
        const corpus = await readUsable(report);
        return describe(generation, corpus, generation, now() - startedAt);
      }),
    apply: async (onProgress) => {
      try {
        const result = await alone(onProgress, async (report) => {
          const startedAt = now();
          const corpus = await readUsable(report);
          const before = generation;
          const next = await build(corpus, data, now, loadDictionary, report);
          ({ generation, data } = next);
          return describe(before, corpus, generation, now() - startedAt);
        });
        last = { endedAt: now(), error: null };
        return result;
      } catch (error) {
        const isBusy = error instanceof ReindexError && error.code === 'busy';
        if (!isBusy) last = { endedAt: now(), error: codeOf(error) };
        throw error;
      }
    },
  };
}

async function read(
  options: LibraryOptions,
  onProgress: ((progress: LibraryProgress) => void) | undefined,
): Promise<Corpus> {
  const { folder, maxArticleBytes, readCorpus = loadCorpus } = options;
  return readCorpus(folder, {
    maxArticleBytes,
    onProgress: ({ filesRead, fileCount }) =>
      onProgress?.({ stage: 'reading', done: filesRead, total: fileCount }),
  });
}

/** A generation, and the data that a next one can take unchanged articles from. */
interface Build {
  readonly generation: Generation;
  readonly data: IndexData;
}

async function build(
  corpus: Corpus,
  previous: IndexData | null,
  now: () => number,
  loadDictionary: DictionaryLoader,
  onProgress: ((progress: LibraryProgress) => void) | undefined,
): Promise<Build> {
  const data = await indexArticles(corpus.byId, {
    previous,
    onProgress: (progress) => onProgress?.({ stage: 'indexing', ...progress }),
  });
  let statements: ReturnType<Generation['datedStatements']> | undefined;
  const generation: Generation = {
    id: generationId(corpus),
    corpus,
    collection: await openCollection(corpus.byId, data, loadDictionary),
    datedStatements: () => (statements ??= findDatedStatements(corpus.articles)),
    builtAt: now(),
  };
  return { generation, data };
}

function generationId(corpus: Corpus): string {
  return createHash('sha256')
    .update(`${ANALYSIS_VERSION}\n${corpus.contentHash}`)
    .digest('hex')
    .slice(0, 12);
}

function describe(
  before: Generation,
  after: Corpus,
  inUse: Generation,
  durationMs: number,
): ReindexReport {
  return {
    ...diffCorpora(before.corpus, after),
    problems: after.problems,
    articleCount: after.articles.length,
    passageCount: inUse.collection.passageCount,
    generationId: inUse.id,
    durationMs,
  };
}

function codeOf(error: unknown): string {
  return error instanceof ReindexError ? error.code : 'unexpected';
}
