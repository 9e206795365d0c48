import type { MessagePort } from 'node:worker_threads';
import { type Article, type FileReading, loadCorpus } from '../corpus/index.ts';
import { createDictionaryLoader } from '../language/index.ts';
import {
  type Collection,
  collectSuggestions,
  indexArticles,
  openCollection,
  type Suggestion,
} from '../retrieval/index.ts';
import { createYielder } from '../shared/yield.ts';
import { findTimeline, type TimelineEntry } from '../timeline/index.ts';
import { ANALYSIS_VERSION } from './analysis-version.ts';
import { createOutbox, type Outbox, weightOfItem } from './batches.ts';
import type { LibraryProgress } from './library.ts';
import { createPrecedence } from './precedence.ts';
import { createPartCollector, toItems } from './reading-items.ts';
import { readSnapshot, type Snapshot, writeSnapshot } from './snapshot-file.ts';
import {
  type FromThread,
  type Notice,
  type ReadingItem,
  type Reply,
  type Request,
  type ThreadSettings,
  type ToThread,
  toPlainError,
} from './worker-messages.ts';

/** Nobody reads faster, in ms. */
const PROGRESS_INTERVAL_MS = 100;

/** How many entries go into one message. */
const ENTRIES_PER_MESSAGE = 400;

/** The same for suggestions, which are a line each. */
const SUGGESTIONS_PER_MESSAGE = 1000;

const BYTES_PER_MB = 1024 * 1024;

/** Building takes more memory than it may. */
export const MEMORY_LIMIT_CODE = 'ERR_INDEX_MEMORY';

/** Makes one generation, as it is asked to over the port, and answers its questions. */
export function serveGeneration(port: MessagePort, settings: ThreadSettings): void {
  const { folder, maxArticleBytes } = settings;
  const place = settings.snapshot;
  const previous = new Map<string, FileReading>();
  const collector = createPartCollector(new Map(), (part) => {
    if (part.kind === 'file') previous.set(part.reading.file, part.reading);
  });
  const loadDictionary = createDictionaryLoader();
  const givenArticles = new Map<string, Article>();
  let articles: ReadonlyMap<string, Article> = givenArticles;
  let outbox: Outbox<ReadingItem> | null = null;
  let collection: Collection | null = null;
  let entries: Promise<readonly TimelineEntry[]> | null = null;
  let suggestions: Promise<readonly Suggestion[]> | null = null;
  let writing = Promise.resolve();
  const questions = createPrecedence();

  const tell = (message: FromThread) => port.postMessage(message);
  const notify = (notice: Notice) => tell({ kind: 'notice', notice });
  const tellProgress = createThrottle((progress) => notify({ type: 'progress', progress }));
  const follow = (progress: LibraryProgress) => {
    if (tellProgress(progress)) checkMemory(settings);
  };

  function startReading(): Outbox<ReadingItem> {
    const items = createOutbox(weightOfItem);
    collector.end();
    readInto(items).then(
      () => items.end(),
      (error: unknown) => items.fail(error),
    );
    return items;
  }

  async function readInto(items: Outbox<ReadingItem>): Promise<void> {
    const corpus = await loadCorpus(folder, {
      maxArticleBytes,
      previous,
      onPart: (part) => {
        for (const item of toItems(part, previous)) items.put(item);
      },
      onProgress: ({ filesRead, fileCount }) =>
        follow({ stage: 'reading', done: filesRead, total: fileCount }),
    });
    articles = corpus.byId;
    previous.clear();
  }

  async function index(corpusHash: string): Promise<Reply> {
    const { snapshot, problem } = await loadSnapshot(place?.file ?? null);
    const isCurrent = snapshot?.corpusHash === corpusHash;
    const made = await indexArticles(articles, {
      previous: snapshot?.tokens ?? null,
      onProgress: (progress) => follow({ stage: 'indexing', ...progress }),
    });
    collection = await openCollection(articles, made, loadDictionary);
    checkMemory(settings);
    const { tokens } = made.data;
    if (!isCurrent && place?.isKept) writing = write(place.file, { corpusHash, tokens });
    return {
      type: 'indexed',
      passageCount: collection.passageCount,
      reusedCount: made.reusedCount,
      snapshotProblem: problem,
    };
  }

  /** Questions are answered meanwhile; that it fails is told and harms nobody. */
  async function write(file: string, snapshot: Snapshot): Promise<void> {
    try {
      await writeSnapshot(file, snapshot, ANALYSIS_VERSION);
      notify({ type: 'snapshot', problem: null });
    } catch (error) {
      notify({ type: 'snapshot', problem: reasonOf(error) });
    }
  }

  /** @throws Error before the articles are indexed. */
  function indexed(): Collection {
    if (!collection) throw new Error('nothing is indexed');
    return collection;
  }

  function collectUnhurriedly(): Promise<readonly Suggestion[]> {
    const yieldIfDue = createYielder();
    return collectSuggestions(articles, async () => {
      await yieldIfDue();
      await questions.whenIdle();
    });
  }

  async function answer(request: Request): Promise<Reply> {
    switch (request.type) {
      case 'take-readings':
        for (const item of request.items) collector.add(item);
        return { type: 'taken' };
      case 'read-on':
        outbox ??= startReading();
        return { type: 'readings', ...(await outbox.take()) };
      case 'take-articles':
        for (const article of request.articles) givenArticles.set(article.id, article);
        return { type: 'taken' };
      case 'index':
        return index(request.corpusHash);
      case 'ask':
        return questions.before(async () => ({
          type: 'answer',
          answer: await indexed().ask(request.request),
        }));
      case 'find-claims':
        return questions.before(async () => ({
          type: 'claims',
          found: await indexed().findClaims(request.text, request.limit),
        }));
      case 'find-entries': {
        entries ??= findTimeline(articles, loadDictionary);
        const all = await entries;
        const end = request.from + ENTRIES_PER_MESSAGE;
        const isLast = end >= all.length;
        // The other side keeps them.
        if (isLast) entries = null;
        return { type: 'entries', entries: all.slice(request.from, end), isLast };
      }
      case 'find-suggestions': {
        suggestions ??= collectUnhurriedly();
        const all = await suggestions;
        const end = request.from + SUGGESTIONS_PER_MESSAGE;
        const isLast = end >= all.length;
        if (isLast) suggestions = null;
        return { type: 'suggestions', suggestions: all.slice(request.from, end), isLast };
      }
      case 'finish':
        await writing;
        return { type: 'finished' };
    }
  }

  port.on('message', ({ id, request }: ToThread) => {
    answer(request).then(
      (reply) => tell({ kind: 'reply', id, reply }),
      (error: unknown) =>
        tell({ kind: 'reply', id, reply: { type: 'failed', error: toPlainError(error) } }),
    );
  });
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
 * @throws Error with the code {@link MEMORY_LIMIT_CODE} above the limit.
 */
function checkMemory({ memoryLimitMb }: ThreadSettings): void {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  if (heapUsed + arrayBuffers <= memoryLimitMb * BYTES_PER_MB) return;
  const error = new Error(`building took more than ${memoryLimitMb} MB`);
  throw Object.assign(error, { code: MEMORY_LIMIT_CODE });
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
