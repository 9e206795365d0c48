import { type Thread, ThreadError } from '../shared/worker-rpc.ts';
import type { TimelineEntry } from '../timeline/index.ts';
import { listOf } from './batches.ts';
import { createFairQueue } from './fair-queue.ts';
import type { GenerationApi } from './generation-api.ts';
import type { GenerationIndex } from './index-host.ts';
import { type LibraryLog, TimelineError } from './library.ts';

/** What {@link createThreadIndex} needs. */
export interface ThreadIndexOptions {
  /** The thread that made the index. */
  readonly thread: Thread<GenerationApi>;
  readonly passageCount: number;
  /** Starts another thread with the same index. */
  readonly replace: () => Promise<Thread<GenerationApi>>;
  /** How long one question may take, in ms. */
  readonly questionLimitMs: number;
  /** How long finding the entries of the timeline or what to suggest may take, in ms. */
  readonly timelineLimitMs: number;
  readonly log: LibraryLog;
  /** The indexes that have a thread or need one: this one adds and removes itself. */
  readonly living: Set<ThreadIndex>;
  /** Whether no more questions are taken. */
  readonly isClosed: () => boolean;
}

/** An index in a thread, which is replaced when it dies. */
export interface ThreadIndex extends GenerationIndex {
  /** Ends it for good once every question is answered; suggestions and the timeline are given up. */
  close(): Promise<void>;
}

/** A question that two threads died of is not asked of a third one, nor is the timeline. */
const MAX_DEATHS = 2;

/** One who asks faster than that is answered is told to wait for the answers. */
const MAX_WAITING_EACH = 20;

/** How long half-done work may take to be finished, in ms: a snapshot on a slow disk. */
const FINISH_LIMIT_MS = 10_000;

/**
 * Asks a thread, one question at a time: its time counts from when it is worked on, and it is known
 * which one a thread died of. Those who ask take turns, so that nobody waits for all that another
 * one asked. A thread that dies is replaced, and what it did not answer is asked
 * again.
 */
export function createThreadIndex(options: ThreadIndexOptions): ThreadIndex {
  const queue = createFairQueue(MAX_WAITING_EACH);
  const { passageCount, replace, questionLimitMs, timelineLimitMs, log, living } = options;
  let current: Promise<Thread<GenerationApi>> | null = null;
  let runningCount = 0;
  /** What runs that somebody waits for, besides what is only good for later. */
  let awaitedCount = 0;
  let isRetired = false;
  /** Settles with the question that is being asked. */
  let asking: Promise<unknown> = Promise.resolve();
  let whenIdle = () => {};
  let closing: Promise<void> | null = null;

  function register(): void {
    if (current !== null || runningCount > 0) living.add(index);
    else living.delete(index);
  }

  function use(thread: Promise<Thread<GenerationApi>>): void {
    current = thread;
    register();
    void watch(thread);
  }

  /** Forgets a thread that has died, so that the next one who asks starts another. */
  async function watch(thread: Promise<Thread<GenerationApi>>): Promise<void> {
    try {
      const { ended } = await thread;
      const reason = await ended;
      if (current !== thread) return;
      log.warn({ err: reason }, 'the thread that answers questions ended');
    } catch (error) {
      log.error({ err: error }, 'could not replace the thread that answers questions');
    }
    forget(thread);
  }

  function forget(thread: Promise<Thread<GenerationApi>> | null): void {
    if (current !== thread) return;
    current = null;
    register();
  }

  function livingThread(): Promise<Thread<GenerationApi>> {
    const thread = current ?? replace();
    if (!current) use(thread);
    return thread;
  }

  async function ask<Result>(
    work: (thread: Thread<GenerationApi>) => Promise<Result>,
  ): Promise<Result> {
    for (let deaths = 1; ; deaths += 1) {
      const thread = await livingThread();
      try {
        return await work(thread);
      } catch (error) {
        if (!(error instanceof ThreadError)) throw error;
        if (deaths === MAX_DEATHS) {
          throw new Error(`${deaths} threads ended before they answered`, { cause: error });
        }
        // Whoever else was told first may have replaced it already.
        await thread.ended;
      }
    }
  }

  /** One after another, in turns by person. */
  function inTurn<Result>(
    asker: string,
    work: (thread: Thread<GenerationApi>) => Promise<Result>,
  ): Promise<Result> {
    return queue.add(asker, () => {
      const answer = ask(work);
      asking = answer.catch(() => {});
      return answer;
    });
  }

  /** Finds the timeline beside the questions, any of which may be what its thread dies of. */
  async function findTimeline(): Promise<readonly TimelineEntry[]> {
    for (let deaths = 1; ; deaths += 1) {
      const thread = await livingThread();
      try {
        return await listOf(thread.stream('timeline', undefined, timelineLimitMs));
      } catch (error) {
        if (options.isClosed()) throw error;
        const isOwnDeath = !(error instanceof ThreadError) || error.call === 'timeline';
        if (isOwnDeath || deaths === MAX_DEATHS) {
          log.error({ err: error }, 'could not build the timeline of these articles');
          throw new TimelineError('the timeline cannot be found', { cause: error });
        }
        await thread.ended;
        // The question that was interrupted is asked again alone: it may have died of the timeline.
        await asking;
      }
    }
  }

  /** Counts what runs, so that the thread is ended when there is nothing more to do. */
  async function counted<Result>(work: () => Promise<Result>): Promise<Result> {
    if (options.isClosed()) throw new Error('the library is closed');
    runningCount += 1;
    register();
    try {
      return await work();
    } finally {
      runningCount -= 1;
      register();
      if (runningCount === 0 && isRetired) void endThread();
    }
  }

  /** The same for what {@link close} waits for. */
  async function awaited<Result>(work: () => Promise<Result>): Promise<Result> {
    return counted(async () => {
      awaitedCount += 1;
      try {
        return await work();
      } finally {
        awaitedCount -= 1;
        if (awaitedCount === 0) whenIdle();
      }
    });
  }

  async function endThread(): Promise<void> {
    const ending = current;
    forget(ending);
    // One that could not be started is told of where that is noticed.
    const thread = await ending?.catch(() => null);
    if (!thread) return;
    try {
      await thread.call('finish', undefined, FINISH_LIMIT_MS);
    } catch (error) {
      log.warn({ err: error }, 'a thread ended before it finished');
    }
    thread.kill(new ThreadError('ended', 'the thread is not needed any more'));
  }

  async function close(): Promise<void> {
    if (awaitedCount > 0) {
      await new Promise<void>((resolve) => {
        whenIdle = resolve;
      });
    }
    await endThread();
  }

  const index: ThreadIndex = {
    passageCount,
    ask: (request, asker = '') =>
      awaited(() => inTurn(asker, (thread) => thread.call('ask', request, questionLimitMs))),
    findClaims: (text, limit, asker = '') =>
      awaited(() =>
        inTurn(asker, (thread) => thread.call('findClaims', { text, limit }, questionLimitMs)),
      ),
    verify: (request, asker = '') =>
      awaited(() => inTurn(asker, (thread) => thread.call('verify', request, questionLimitMs))),
    timeline: () => counted(findTimeline),
    // Begun unasked, and perhaps what a thread dies of: whoever types on has it tried again.
    suggestions: () =>
      counted(async () => {
        const thread = await livingThread();
        return listOf(thread.stream('suggestions', undefined, timelineLimitMs));
      }),
    retire() {
      isRetired = true;
      if (runningCount === 0) void endThread();
    },
    close: () => (closing ??= close()),
  };
  use(Promise.resolve(options.thread));
  return index;
}
