import {
  type Article,
  createCorpusAssembler,
  type ParsedFile,
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
import { inBatches, weightOfArticle, weightOfItem } from './batches.ts';
import type {
  GenerationApi,
  GenerationNotice,
  GenerationSettings,
  IndexFigures,
  ReadingItem,
} from './generation-api.ts';
import type { LibraryProgress } from './library.ts';
import { createPartCollector, toItems } from './reading-items.ts';
import {
  readSnapshot,
  readSnapshotArticles,
  type Snapshot,
  type SnapshotContents,
  writeSnapshot,
} from './snapshot-file.ts';

/** Nobody reads faster, in ms. */
const PROGRESS_INTERVAL_MS = 100;

/** What an entry of the timeline weighs in a message, with its reports; a suggestion is a line. */
const ENTRY_WEIGHT = 600;
const SUGGESTION_WEIGHT = 250;

const BYTES_PER_MB = 1024 * 1024;

/** Makes one generation, as it is asked to, and answers its questions. */
export function serveGeneration(settings: GenerationSettings): GenerationApi {
  const { folder, maxArticleBytes } = settings;
  const place = settings.snapshot;
  const previous = new Map<string, ParsedFile>();
  const collector = createPartCollector(new Map(), (part) => {
    if (part.kind === 'file') previous.set(part.parsed.file, part.parsed);
  });
  const loadDictionary = createDictionaryLoader();
  const givenArticles = new Map<string, Article>();
  let articles: ReadonlyMap<string, Article> = givenArticles;
  let isReadWhole = true;
  let collection: Collection | null = null;
  let writing = Promise.resolve();
  const questions = createPriority();

  const tell = (notice: GenerationNotice) => notify(notice);
  const tellProgress = createThrottle((progress) => tell({ type: 'progress', progress }));
  const follow = (progress: LibraryProgress) => {
    if (tellProgress(progress)) checkMemory(settings);
  };

  async function* read(): AsyncGenerator<ReadingItem, void> {
    const assembler = createCorpusAssembler(folder);
    collector.end();
    const parts = readParts(folder, {
      maxArticleBytes,
      previous,
      onProgress: ({ filesRead, fileCount }) =>
        follow({ stage: 'reading', done: filesRead, total: fileCount }),
    });
    for await (const part of parts) {
      assembler.add(part);
      yield* toItems(part, previous);
    }
    const { corpus } = assembler.finish();
    articles = corpus.byId;
    isReadWhole = corpus.problems.every(({ code }) => code !== 'folder-unreadable');
    previous.clear();
  }

  async function* restore(): AsyncGenerator<readonly Article[], void> {
    const saved = place && (await readSnapshotArticles(place.file, folder));
    if (!saved || saved.length === 0) return;
    articles = new Map(saved.map((article) => [article.id, article]));
    isReadWhole = false;
    yield* inBatches(saved, weightOfArticle);
  }

  async function index(corpusHash: string): Promise<IndexFigures> {
    const { snapshot, problem } = await loadSnapshot(place?.file ?? null);
    const isCurrent = snapshot?.corpusHash === corpusHash;
    const made = await indexArticles(articles, {
      previous: snapshot?.tokens ?? null,
      onProgress: (progress) => follow({ stage: 'indexing', ...progress }),
    });
    collection = await openCollection(articles, made, loadDictionary);
    checkMemory(settings);
    const { tokens } = made.data;
    if (!isCurrent && place?.isKept) {
      // A folder that is not mounted must not cost the index of what is in it.
      if (isReadWhole && articles.size > 0) {
        const contents = { corpusHash, tokens, folder, articles: articles.values() };
        writing = write(place.file, contents);
      } else if (snapshot) tell({ type: 'snapshot-kept' });
    }
    return {
      passageCount: collection.passageCount,
      reusedCount: made.reusedCount,
      snapshotProblem: problem,
    };
  }

  /** Questions are answered meanwhile; that it fails is told and harms nobody. */
  async function write(file: string, snapshot: SnapshotContents): Promise<void> {
    try {
      await writeSnapshot(file, snapshot, ANALYSIS_VERSION);
      tell({ type: 'snapshot', problem: null });
    } catch (error) {
      tell({ type: 'snapshot', problem: reasonOf(error) });
    }
  }

  /** @throws Error before the articles are indexed. */
  function indexed(): Collection {
    if (!collection) throw new Error('nothing is indexed');
    return collection;
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
    return findTimeline(articles, loadDictionary, {
      yieldIfDue: createBackgroundYielder(),
      onCut: ({ file }) => tell({ type: 'article-cut', file }),
    });
  }

  return {
    takeReadings(items) {
      for (const item of items) collector.add(item);
    },
    read: () => inBatches(read(), weightOfItem),
    restore,
    takeArticles(given) {
      for (const article of given) givenArticles.set(article.id, article);
    },
    index,
    ask: (request) => questions.before(() => indexed().ask(request)),
    findClaims: ({ text, limit }) => questions.before(() => indexed().findClaims(text, limit)),
    async *timeline() {
      yield* inBatches(await findEntries(), () => ENTRY_WEIGHT);
    },
    async *suggestions() {
      yield* inBatches(
        await collectSuggestions(articles, createBackgroundYielder()),
        () => SUGGESTION_WEIGHT,
      );
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
