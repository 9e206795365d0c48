import { existsSync } from 'node:fs';
import {
  assembleCorpus,
  type CorpusPart,
  type ParseCache,
  type ParsedCorpus,
  type Problem,
} from '../corpus/index.ts';
import { programBeside, startThread, type Thread, ThreadError } from '../shared/worker-rpc.ts';
import { inBatches, inPieces, itemsOf } from './batches.ts';
import type {
  GenerationApi,
  GenerationNotice,
  GenerationSettings,
  IndexFigures,
  SnapshotPlace,
} from './generation-api.ts';
import type {
  ArticleSource,
  GenerationBuilder,
  GenerationIndex,
  IndexHost,
  OnProgress,
} from './index-host.ts';
import { type LibraryLog, NO_LOG, ReindexError } from './library.ts';
import { createThreadIndex, type ThreadIndex, type ThreadIndexOptions } from './thread-index.ts';

/** What the snapshot is called in the folder of Verbatim's own files. */
export const SNAPSHOT_NAME = 'index.snapshot';

/** What {@link createThreadHost} needs. */
interface ThreadHostOptions {
  /** Null for none. */
  readonly snapshot: SnapshotPlace | null;
  /** How long reading and indexing may take together, in ms. */
  readonly timeLimitMs: number;
  /** MB that a thread may use. */
  readonly memoryLimitMb: number;
  /** How long a question may take, in ms; {@link QUESTION_LIMIT_MS} when left out. */
  readonly questionLimitMs?: number;
  readonly log?: LibraryLog;
  /** The program of the thread; the one beside this file when left out. */
  readonly program?: URL;
  /** Gets the threads as they start, so that whoever is interested can watch them. */
  readonly onThread?: (thread: Thread<GenerationApi>) => void;
}

/** What is to be indexed. */
interface Indexing {
  readonly parsed: ParsedCorpus;
  /** The thread has not read it itself. */
  readonly isGiven: boolean;
  /** See {@link SnapshotUse}. */
  readonly isReplaced: boolean;
  readonly limitMs: number;
  /** Starts another thread unless nobody waits for it any more. Left out: the snapshot is not read. */
  readonly restart?: () => Thread<GenerationApi> | null;
}

/** An index, and the thread that has it. */
type Indexed = Pick<ThreadIndexOptions, 'thread' | 'passageCount'>;

/** A question that takes longer than this, in ms, is stuck: most take a hundredth of a second. */
const QUESTION_LIMIT_MS = 20_000;

/**
 * Makes each generation in a thread of its own, which then answers its questions. What the threads
 * send is small enough to hold nobody up. With a snapshot only articles that it does not have are
 * analysed.
 */
export function createThreadHost(options: ThreadHostOptions): IndexHost {
  const { log = NO_LOG, questionLimitMs = QUESTION_LIMIT_MS } = options;
  const { program = programBeside(import.meta.url, 'generation-worker') } = options;
  const { snapshot, timeLimitMs, memoryLimitMb, onThread } = options;
  const living = new Set<ThreadIndex>();
  const builders = new Set<GenerationBuilder>();
  let isClosed = false;

  function start(
    { folder, maxArticleBytes }: ArticleSource,
    place: SnapshotPlace | null,
    onProgress: OnProgress,
  ): Thread<GenerationApi> {
    const data: GenerationSettings = { folder, maxArticleBytes, snapshot: place, memoryLimitMb };
    const thread = startThread<GenerationApi, GenerationNotice>({
      program,
      data,
      heapLimitMb: memoryLimitMb,
      onNotice: (notice) => hear(notice, onProgress),
    });
    onThread?.(thread);
    return thread;
  }

  function hear(notice: GenerationNotice, onProgress: OnProgress): void {
    if (notice.type === 'progress') onProgress(notice.progress);
    else if (notice.type === 'snapshot-kept') {
      const why = 'the folder is empty, or not all of it can be read';
      log.warn({ file: snapshot?.file }, `the last snapshot is kept: ${why}`);
    } else if (notice.type === 'article-cut') {
      log.warn({ file: notice.file }, 'only the beginning of this article is on the timeline');
    } else if (notice.problem === null)
      log.info({ file: snapshot?.file }, 'a snapshot was written');
    else {
      const fields = { file: snapshot?.file, reason: notice.problem };
      log.warn(fields, 'could not write the snapshot');
    }
  }

  function tellIndexed({ passageCount, reusedCount, snapshotProblem }: IndexFigures): void {
    if (snapshotProblem !== null) {
      log.warn({ file: snapshot?.file, reason: snapshotProblem }, 'the snapshot is unusable');
    }
    log.info({ passages: passageCount, reused: reusedCount }, 'the articles are indexed');
  }

  /**
   * Indexes what a thread has read, or is given. Reading the snapshot may be what it dies, fails or
   * hangs of: then another thread does so without it.
   */
  async function indexIn(
    thread: Thread<GenerationApi>,
    { parsed, isGiven, isReplaced, limitMs, restart }: Indexing,
  ): Promise<Indexed> {
    try {
      const figures = await within(limitMs, thread, async () => {
        if (isGiven) await give(thread, parsed.parseCache);
        return thread.call('index', { isRead: restart !== undefined, isReplaced });
      });
      tellIndexed(figures);
      return { thread, passageCount: figures.passageCount };
    } catch (error) {
      thread.kill(new ThreadError('ended', 'the build was given up'));
      const another = snapshot && existsSync(snapshot.file) ? restart?.() : null;
      if (!another) throw error;
      const fields = { file: snapshot?.file, err: error };
      log.warn(fields, 'could not index with the snapshot; trying once more without it');
      return indexIn(another, { parsed, isGiven: true, isReplaced, limitMs: timeLimitMs });
    }
  }

  /** A thread for a generation that has lost its own: the articles are still here. */
  async function replace(
    source: ArticleSource,
    parsed: ParsedCorpus,
  ): Promise<Thread<GenerationApi>> {
    // By now there may be a newer generation, whose snapshot is to stay.
    const begin = () => start(source, snapshot && { ...snapshot, replaces: 'none' }, () => {});
    const rest = { isGiven: true, isReplaced: false, limitMs: timeLimitMs };
    const { thread } = await indexIn(begin(), { parsed, restart: begin, ...rest });
    return thread;
  }

  function open(indexed: Indexed, source: ArticleSource, parsed: ParsedCorpus): GenerationIndex {
    return createThreadIndex({
      ...indexed,
      replace: () => replace(source, parsed),
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
      let parsed: ParsedCorpus | null = null;
      const startedAt = performance.now();
      let isReplaced = false;
      let isDiscarded = false;
      const begin = () => start(source, snapshot, (progress) => onProgress(progress));
      let thread = begin();
      const timeLeft = () => timeLimitMs - (performance.now() - startedAt);

      async function restoreFrom(problems: readonly Problem[]): Promise<ParsedCorpus | null> {
        try {
          const parts = itemsOf(thread.stream('restore', undefined));
          const restored = await assembleCorpus(source.folder, parts, problems);
          return restored.corpus.articles.length > 0 ? restored : null;
        } catch (error) {
          if (error instanceof ThreadError) throw error;
          const fields = { file: snapshot?.file, err: error };
          log.warn(fields, 'the articles of the snapshot are unusable');
          return null;
        }
      }

      const builder: GenerationBuilder = {
        async read(previous, follow) {
          onProgress = follow;
          parsed = await within(timeLeft(), thread, async () => {
            await give(thread, previous);
            return assembleCorpus(source.folder, itemsOf(thread.stream('read', undefined)));
          });
          // A folder that is not mounted must not cost the index of what is in it.
          isReplaced = parsed.corpus.problems.every(({ code }) => code !== 'folder-unreadable');
          return parsed;
        },
        async restore(problems) {
          const restored = await within(timeLeft(), thread, () => restoreFrom(problems));
          if (restored) {
            parsed = restored;
            isReplaced = false;
          }
          return restored;
        },
        async index(follow) {
          if (!parsed) throw new Error('nothing was read');
          onProgress = follow;
          const indexed = await indexIn(thread, {
            parsed,
            isGiven: false,
            isReplaced,
            limitMs: timeLeft(),
            restart() {
              if (isDiscarded) return null;
              thread = begin();
              return thread;
            },
          });
          builders.delete(builder);
          return open(indexed, source, parsed);
        },
        async discard() {
          builders.delete(builder);
          isDiscarded = true;
          thread.kill(new ThreadError('ended', 'the build was given up'));
        },
      };
      builders.add(builder);
      return builder;
    },
    async close() {
      isClosed = true;
      await Promise.all([...builders].map((builder) => builder.discard()));
      await Promise.all([...living].map((index) => index.close()));
    },
  };
}

/**
 * Does some of a build, and ends its thread when the time is over.
 *
 * @throws ReindexError when the thread ends meanwhile, or is ended.
 */
async function within<Result>(
  limitMs: number,
  thread: Thread<GenerationApi>,
  work: () => Promise<Result>,
): Promise<Result> {
  const timer = setTimeout(
    () => thread.kill(new ThreadError('time-limit', 'building took too long')),
    Math.max(0, limitMs),
  );
  try {
    return await work();
  } catch (error) {
    const code = reindexCodeOf(error);
    if (code === null) throw error;
    throw new ReindexError(code, [], { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** Null for what is wrong with the build itself. A thread can live on after it met its own limit. */
function reindexCodeOf(error: unknown): ReindexError['code'] | null {
  if (error instanceof Error && 'code' in error && error.code === 'memory-limit') {
    return 'memory-limit';
  }
  if (!(error instanceof ThreadError)) return null;
  return error.code === 'ended' ? 'thread-ended' : error.code;
}

/** Tells a thread what is known of a corpus. */
async function give(thread: Thread<GenerationApi>, files: ParseCache): Promise<void> {
  for await (const parts of inBatches(piecesOf(files))) await thread.call('take', parts);
}

function* piecesOf(files: ParseCache): Generator<CorpusPart, void> {
  for (const parsed of files.values()) yield* inPieces({ kind: 'file', parsed });
}
