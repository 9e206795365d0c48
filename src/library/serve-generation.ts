import {
  assembleCorpus,
  type Corpus,
  type CorpusPart,
  createCorpusAssembler,
  type ParsedCorpus,
  readParts,
} from '../corpus/index.ts';
import { createDictionaryLoader } from '../language/index.ts';
import {
  type Collection,
  collectSuggestions,
  indexArticles,
  openCollection,
} from '../retrieval/index.ts';
import { notify, ThreadError } from '../shared/worker-rpc.ts';
import { createYielder } from '../shared/yield.ts';
import { findTimeline, type TimelineEntry } from '../timeline/index.ts';
import { ANALYSIS_VERSION } from './analysis-version.ts';
import { inBatches, inPieces } from './batches.ts';
import type {
  GenerationApi,
  GenerationNotice,
  GenerationSettings,
  IndexFigures,
  SnapshotPlace,
  SnapshotUse,
} from './generation-api.ts';
import type { LibraryProgress } from './library.ts';
import {
  isOfFolder,
  readSnapshot,
  readSnapshotCorpus,
  type Snapshot,
  type SnapshotContents,
  writeSnapshot,
} from './snapshot-file.ts';

/** Nobody reads faster, in ms. */
const PROGRESS_INTERVAL_MS = 100;

const BYTES_PER_MB = 1024 * 1024;

/** What can be asked. */
interface OpenedGeneration {
  readonly collection: Collection;
  readonly articles: Corpus['byId'];
}

/** Makes one generation, as it is asked to, and answers its questions. */
export function serveGeneration(settings: GenerationSettings): GenerationApi {
  const { folder, maxArticleBytes } = settings;
  const place = settings.snapshot;
  const loadDictionary = createDictionaryLoader();
  let taken: CorpusPart[] = [];
  let corpus: Corpus | null = null;
  let opened: OpenedGeneration | null = null;
  let writing = Promise.resolve();
  const questions = createPriority();

  const tell = (notice: GenerationNotice) => notify(notice);
  const tellProgress = createThrottle((progress) => tell({ type: 'progress', progress }));
  const follow = (progress: LibraryProgress) => {
    if (tellProgress(progress)) checkMemory(settings);
  };

  async function takeAll(): Promise<ParsedCorpus> {
    const parsed = await assembleCorpus(folder, taken);
    taken = [];
    return parsed;
  }

  async function* read(): AsyncGenerator<CorpusPart, void> {
    const { parseCache: previous } = await takeAll();
    const assembler = createCorpusAssembler(folder);
    const parts = readParts(folder, {
      maxArticleBytes,
      previous,
      onProgress: ({ filesRead, fileCount }) =>
        follow({ stage: 'reading', done: filesRead, total: fileCount }),
    });
    for await (const part of parts) {
      assembler.add(part);
      yield* inPieces(part);
    }
    ({ corpus } = assembler.finish());
  }

  async function* restore(): AsyncGenerator<CorpusPart, void> {
    const saved = place && (await readSnapshotCorpus(place.file, folder));
    if (!saved || saved.corpus.articles.length === 0) return;
    ({ corpus } = saved);
    for (const parsed of saved.parseCache.values()) yield* inPieces({ kind: 'file', parsed });
  }

  async function index({ isRead, isReplaced }: SnapshotUse): Promise<IndexFigures> {
    corpus ??= (await takeAll()).corpus;
    const { byId: articles, contentHash: corpusHash, synonyms } = corpus;
    const { snapshot, problem } = await loadSnapshot(isRead && place ? place.file : null);
    const isCurrent = snapshot?.corpusHash === corpusHash;
    const made = await indexArticles(articles, {
      previous: snapshot?.tokens ?? null,
      onProgress: (progress) => follow({ stage: 'indexing', ...progress }),
    });
    const collection = await openCollection(articles, made, { loadDictionary, synonyms });
    opened = { collection, articles };
    checkMemory(settings);
    const { tokens } = made.data;
    if (!isCurrent && place && place.replaces !== 'none') {
      if (isReplaced && articles.size > 0) {
        const contents = { corpusHash, tokens, folder, articles: articles.values(), synonyms };
        writing = write(place, contents);
      } else if (snapshot) tell({ type: 'snapshot-kept' });
    }
    return {
      passageCount: collection.passageCount,
      reusedCount: made.reusedCount,
      snapshotProblem: problem,
    };
  }

  /** Questions are answered meanwhile; that it fails is told and harms nobody. */
  async function write(
    { file, replaces }: SnapshotPlace,
    snapshot: SnapshotContents,
  ): Promise<void> {
    try {
      if (replaces === 'same-folder' && !(await isOfFolder(file, folder))) return;
      await writeSnapshot(file, snapshot, ANALYSIS_VERSION);
      tell({ type: 'snapshot', problem: null });
    } catch (error) {
      tell({ type: 'snapshot', problem: reasonOf(error) });
    }
  }

  /** @throws Error before the articles are indexed. */
  function indexed(): OpenedGeneration {
    if (!opened) throw new Error('nothing is indexed');
    return opened;
  }

  /** Between the steps of work in the background: questions go first. */
  function createBackgroundYielder(): () => Promise<void> {
    const yieldIfDue = createYielder();
    return async () => {
      await yieldIfDue();
      await questions.whenIdle();
    };
  }

  function findEntries(): Promise<readonly TimelineEntry[]> {
    return findTimeline(indexed().articles, loadDictionary, {
      yieldIfDue: createBackgroundYielder(),
      onCut: ({ file }) => tell({ type: 'article-cut', file }),
    });
  }

  return {
    take(parts) {
      for (const part of parts) taken.push(part);
    },
    read: () => inBatches(read()),
    restore: () => inBatches(restore()),
    index,
    ask: (request) => questions.before(() => indexed().collection.ask(request)),
    findClaims: ({ text, limit }) =>
      questions.before(() => indexed().collection.findClaims(text, limit)),
    verify: (request) => questions.before(() => indexed().collection.verify(request)),
    async *timeline() {
      yield* inBatches(await findEntries());
    },
    async *suggestions() {
      yield* inBatches(await collectSuggestions(indexed().articles, createBackgroundYielder()));
    },
    finish: () => writing,
  };
}

/** Lets what is waited for go before what goes on in the background. */
export interface Priority {
  /** Does work that goes before, at once. */
  before<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Resolves when none of that is being done. To be awaited between the steps of other work. */
  whenIdle(): Promise<void>;
}

/** A {@link Priority} with nothing to do yet. */
export function createPriority(): Priority {
  let runningCount = 0;
  let idle = Promise.resolve();
  let tellIdle = () => {};
  return {
    async before(work) {
      if (runningCount === 0) {
        idle = new Promise((resolve) => {
          tellIdle = resolve;
        });
      }
      runningCount += 1;
      try {
        return await work();
      } finally {
        runningCount -= 1;
        if (runningCount === 0) tellIdle();
      }
    },
    whenIdle: () => idle,
  };
}

/** Passes on what comes first, what comes last, and in between what comes after a while. */
function createThrottle(
  pass: (progress: LibraryProgress) => void,
): (progress: LibraryProgress) => boolean {
  let passedAt = 0;
  return (progress) => {
    const { done, total } = progress;
    const time = performance.now();
    if (done > 1 && done < total && time - passedAt < PROGRESS_INTERVAL_MS) return false;
    passedAt = time;
    pass(progress);
    return true;
  };
}

/**
 * The limit of the thread's heap does not count typed arrays.
 *
 * @throws ThreadError `memory-limit`.
 */
function checkMemory({ memoryLimitMb }: GenerationSettings): void {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  if (heapUsed + arrayBuffers <= memoryLimitMb * BYTES_PER_MB) return;
  throw new ThreadError('memory-limit', `building took more than ${memoryLimitMb} MB`);
}

/** The snapshot that is there, or why it is of no use. */
async function loadSnapshot(
  file: string | null,
): Promise<{ readonly snapshot: Snapshot | null; readonly problem: string | null }> {
  if (file === null) return { snapshot: null, problem: null };
  try {
    return { snapshot: await readSnapshot(file, ANALYSIS_VERSION), problem: null };
  } catch (error) {
    return { snapshot: null, problem: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
