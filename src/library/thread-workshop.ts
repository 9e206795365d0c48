import { type Corpus, createCorpusAssembler, type FileReading } from '../corpus/index.ts';
import { inBatches, weightOfArticle, weightOfItem } from './batches.ts';
import { type LibraryLog, NO_LOG, ReindexError } from './library.ts';
import { createPartCollector, toItems } from './reading-items.ts';
import { startThread, type Thread, ThreadError } from './thread.ts';
import { createThreadIndex, type ThreadIndex } from './thread-index.ts';
import type { IndexFigures, Notice, ReadingItem, SnapshotPlace } from './worker-messages.ts';
import type {
  ArticleSource,
  CorpusReading,
  GenerationBuild,
  GenerationIndex,
  OnProgress,
  Readings,
  Workshop,
} from './workshop.ts';

/** What the snapshot is called in the folder of Verbatim's own files. */
export const SNAPSHOT_NAME = 'index.snapshot';

/** What {@link createThreadWorkshop} needs. */
interface ThreadWorkshopOptions {
  /** Null for none. */
  readonly snapshot: SnapshotPlace | null;
  /** How long reading and indexing may take together, in ms. */
  readonly timeLimitMs: number;
  /** MB that a thread may use. */
  readonly memoryLimitMb: number;
  /** How long a question may take, in ms; {@link QUESTION_LIMIT_MS} when left out. */
  readonly questionLimitMs?: number;
  readonly log?: LibraryLog;
  /** The file of the thread; the one beside this file when left out. */
  readonly workerUrl?: URL;
  /** Gets the threads as they start, so that whoever is interested can watch them. */
  readonly onThread?: (thread: Thread) => void;
}

/** A question that takes longer than this, in ms, is stuck: most take a hundredth of a second. */
const QUESTION_LIMIT_MS = 20_000;

/**
 * Makes each generation in a thread of its own, which then answers its questions. What the threads
 * send is small enough to hold nobody up. With a snapshot only articles that it does not have are
 * analysed.
 */
export function createThreadWorkshop(options: ThreadWorkshopOptions): Workshop {
  const { log = NO_LOG, questionLimitMs = QUESTION_LIMIT_MS, workerUrl = OWN_WORKER } = options;
  const { snapshot, timeLimitMs, memoryLimitMb, onThread } = options;
  const living = new Set<ThreadIndex>();
  const builds = new Set<GenerationBuild>();
  let isClosed = false;

  function start(
    { folder, maxArticleBytes }: ArticleSource,
    place: SnapshotPlace | null,
    onProgress: OnProgress,
  ): Thread {
    const thread = startThread({
      url: workerUrl,
      settings: { folder, maxArticleBytes, snapshot: place, memoryLimitMb },
      onNotice: (notice) => hear(notice, onProgress),
    });
    onThread?.(thread);
    return thread;
  }

  function hear(notice: Notice, onProgress: OnProgress): void {
    if (notice.type === 'progress') onProgress(notice.progress);
    else if (notice.problem === null) log.info({ file: snapshot?.file }, 'a snapshot was written');
    else {
      const fields = { file: snapshot?.file, reason: notice.problem };
      log.warn(fields, 'the snapshot could not be written');
    }
  }

  function tellIndexed({ passageCount, reusedCount, snapshotProblem }: IndexFigures): void {
    if (snapshotProblem !== null) {
      log.warn({ file: snapshot?.file, reason: snapshotProblem }, 'the snapshot cannot be used');
    }
    log.info({ passages: passageCount, reused: reusedCount }, 'the articles are indexed');
  }

  /** A thread for a generation that has lost its own: the articles are still here. */
  async function replace(source: ArticleSource, corpus: Corpus): Promise<Thread> {
    // By now there may be a newer generation, whose snapshot is to stay.
    const thread = start(source, snapshot && { ...snapshot, isKept: false }, () => {});
    try {
      await within(timeLimitMs, thread, async () => {
        for (const articles of inBatches(corpus.articles, weightOfArticle)) {
          await thread.call({ type: 'take-articles', articles }, 'taken');
        }
        const request = { type: 'index', corpusHash: corpus.contentHash } as const;
        tellIndexed(await thread.call(request, 'indexed'));
      });
      return thread;
    } catch (error) {
      thread.kill(new ThreadError('ended', 'the replacement was given up'));
      throw error;
    }
  }

  function open(
    thread: Thread,
    passageCount: number,
    source: ArticleSource,
    corpus: Corpus,
  ): GenerationIndex {
    return createThreadIndex({
      thread,
      passageCount,
      replace: () => replace(source, corpus),
      questionLimitMs,
      timelineLimitMs: timeLimitMs,
      log,
      living,
      isClosed: () => isClosed,
    });
  }

  return {
    begin(source) {
      let onProgress: OnProgress = () => {};
      let corpus: Corpus | null = null;
      const startedAt = performance.now();
      const thread = start(source, snapshot, (progress) => onProgress(progress));
      const timeLeft = () => timeLimitMs - (performance.now() - startedAt);
      const build: GenerationBuild = {
        async read(previous, follow) {
          onProgress = follow;
          const reading = await within(timeLeft(), thread, () =>
            readThrough(thread, source.folder, previous),
          );
          ({ corpus } = reading);
          return reading;
        },
        async index(follow) {
          if (!corpus) throw new Error('nothing was read');
          onProgress = follow;
          const request = { type: 'index', corpusHash: corpus.contentHash } as const;
          const figures = await within(timeLeft(), thread, () => thread.call(request, 'indexed'));
          tellIndexed(figures);
          builds.delete(build);
          return open(thread, figures.passageCount, source, corpus);
        },
        async discard() {
          builds.delete(build);
          thread.kill(new ThreadError('ended', 'the build was given up'));
        },
      };
      builds.add(build);
      return build;
    },
    async close() {
      isClosed = true;
      await Promise.all([...builds].map((build) => build.discard()));
      await Promise.all([...living].map((index) => index.close()));
    },
  };
}

// Seen from src/ as well as from dist/, where the compiler has put it.
const OWN_WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './generation-worker.ts' : './generation-worker.js',
  import.meta.url,
);

/**
 * Does some of a build, and ends its thread when the time is over.
 *
 * @throws ReindexError when the thread ends meanwhile, or is ended.
 */
async function within<Result>(
  limitMs: number,
  thread: Thread,
  work: () => Promise<Result>,
): Promise<Result> {
  const timer = setTimeout(
    () => thread.kill(new ThreadError('time-limit', 'building took too long')),
    Math.max(0, limitMs),
  );
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ThreadError)) throw error;
    const code = error.code === 'ended' ? 'thread-ended' : error.code;
    throw new ReindexError(code, [], { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** Has the folder read by a thread, and puts together here what it sends. */
async function readThrough(
  thread: Thread,
  folder: string,
  previous: Readings,
): Promise<CorpusReading> {
  for (const items of inBatches(knownItems(previous), weightOfItem)) {
    await thread.call({ type: 'take-readings', items }, 'taken');
  }
  const assembler = createCorpusAssembler(folder);
  const readings = new Map<string, FileReading>();
  const collector = createPartCollector(previous, (part) => {
    assembler.add(part);
    if (part.kind === 'file') readings.set(part.reading.file, part.reading);
  });
  for (;;) {
    const { items, isLast } = await thread.call({ type: 'read-on' }, 'readings');
    for (const item of items) collector.add(item);
    if (isLast) break;
  }
  collector.end();
  return { corpus: assembler.finish(), readings };
}

function* knownItems(previous: Readings): Generator<ReadingItem> {
  for (const reading of previous.values()) yield* toItems({ kind: 'file', reading }, new Map());
}
