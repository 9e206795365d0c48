import { randomBytes } from 'node:crypto';
import { languageOf } from '../language/index.ts';
import { createTermReader } from '../retrieval/index.ts';
import type { Logger } from '../shared/log.ts';
import type { Timers } from '../shared/timers.ts';
import {
  type InputOf,
  type OutputOf,
  programBeside,
  startThread,
  type Thread,
  ThreadError,
} from '../shared/worker-rpc.ts';
import type { DatabaseOptions } from './database.ts';
import { type AskedQuestion, type Feedback, FeedbackError } from './feedback.ts';
import type { FeedbackStore, OpenStore } from './sqlite-store.ts';

/** What feedback is made of. */
interface FeedbackOptions extends Omit<StoreThreadOptions, 'onSetAside'> {
  /** How many days everything is kept. */
  readonly keptDays: number;
  readonly timers: Timers;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** ms since the epoch; the machine's clock when left out. */
  readonly now?: () => number;
}

/** A day in ms: how often what is too old is deleted. */
const DAY_MS = 86_400_000;

/** The longest question that is kept, in UTF-16 units. */
const MAX_QUESTION_UNITS = 1000;

/** 72 bits: nobody guesses the id of another's question. */
const ID_BYTES = 9;

/**
 * Feedback with its store in a folder. What is too old is deleted now and every day. A failure of
 * the store is logged once for each reason until something works again.
 */
export function createFeedback(options: FeedbackOptions): Feedback {
  const { keptDays, timers, log, now = Date.now, ...storeOptions } = options;
  const keyOf = createGroupKey();
  const thread = createStoreThread({
    ...storeOptions,
    onSetAside: (name) =>
      log.error(
        { file: name, keptDays },
        'a feedback file was unusable; it was renamed and replaced with a new one',
      ),
  });
  const told = new Set<string>();

  async function guard<Result>(work: Promise<Result>): Promise<Result> {
    try {
      return await work;
    } catch (error) {
      if (error instanceof FeedbackError && !told.has(error.message)) {
        told.add(error.message);
        // What the file system refuses is for whoever runs the bot; anything else may be our fault.
        const { cause, message: reason } = error;
        const isRefused = cause instanceof Error && 'code' in cause;
        const fields = { folder: options.folder, ...(isRefused ? { reason } : { err: error }) };
        log.error(fields, 'feedback cannot be stored; answers are not affected');
      }
      throw error;
    }
  }

  /** The same for what is written, which alone shows that there is room again. */
  async function guardWriting<Result>(work: Promise<Result>): Promise<Result> {
    const result = await guard(work);
    if (told.size > 0) log.info({}, 'feedback is stored again');
    told.clear();
    return result;
  }

  async function keep(asked: AskedQuestion): Promise<void> {
    const question = asked.question.trim().slice(0, MAX_QUESTION_UNITS);
    const derived = { question, groupKey: keyOf(question), language: languageOf(question) };
    const input = { ...asked, ...derived };
    await guardWriting(thread.call('record', input));
  }

  /** For what nobody waits for. */
  function inBackground(work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      if (!(error instanceof FeedbackError)) log.error({ err: error }, 'feedback failed');
    });
  }

  let cancelPurge = () => {};
  function purge(): void {
    const input = now() - keptDays * DAY_MS;
    inBackground(guard(thread.call('deleteBefore', input)));
    cancelPurge = timers.after(DAY_MS, purge);
  }
  purge();

  return {
    keptDays,
    newQuestionId: () => randomBytes(ID_BYTES).toString('base64url'),
    record(asked) {
      inBackground(keep(asked));
    },
    vote: (input) => guardWriting(thread.call('vote', input)),
    unanswered: (input) => guard(thread.call('unanswered', input)),
    wrong: (input) => guard(thread.call('wrong', input)),
    exportCsv: (input) => guard(thread.call('exportCsv', input)),
    countOf: (input) => guard(thread.call('countOf', input)),
    deleteOf: (input) => guard(thread.call('deleteOf', input)),
    deleteAll: () => guard(thread.call('deleteAll', undefined)),
    async close() {
      cancelPurge();
      await thread.close();
    },
  };
}

/** What the thread of the store is given when it starts. */
export type StoreSettings = Omit<DatabaseOptions, 'onSetAside'>;

/** The store as it is reached from another thread. */
interface StoreThread {
  /** Calls the store. @throws FeedbackError with the reason; nothing was changed then. */
  readonly call: <Name extends keyof FeedbackStore>(
    name: Name,
    input: InputOf<OpenStore[Name]>,
  ) => Promise<OutputOf<OpenStore[Name]>>;
  /** Resolves when the calls so far are answered and the thread has ended. */
  readonly close: () => Promise<void>;
}

/** What a store's thread is started with. */
interface StoreThreadOptions extends DatabaseOptions {
  /** The program of the thread; the one beside this file when left out. */
  readonly program?: URL;
}

/** More than these wait for a disk that does not answer: about 2 MB. */
const MAX_WAITING = 1000;

/** How long a disk that does not answer holds up closing, in ms. */
const CLOSE_LIMIT_MS = 10_000;

/**
 * The store in a thread of its own, which is started by the first call. One that dies is replaced by
 * the next call.
 */
function createStoreThread(options: StoreThreadOptions): StoreThread {
  const { onSetAside, program = programBeside(import.meta.url, 'store-worker'), ...data } = options;
  let current: Thread<OpenStore> | null = null;
  let waitingCount = 0;
  let isClosed = false;

  function start(): Thread<OpenStore> {
    const thread = startThread<OpenStore, string>({ program, data, onNotice: onSetAside });
    void forgetAtEnd(thread);
    return thread;
  }

  async function forgetAtEnd(thread: Thread<OpenStore>): Promise<void> {
    await thread.ended;
    if (current === thread) current = null;
  }

  return {
    async call(name, input) {
      if (isClosed) throw new FeedbackError('the store is closed');
      if (waitingCount >= MAX_WAITING) throw new FeedbackError('too much is waiting for the disk');
      current ??= start();
      waitingCount += 1;
      try {
        return await current.call(name, input);
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new FeedbackError(reason, { cause });
      } finally {
        waitingCount -= 1;
      }
    },
    async close() {
      isClosed = true;
      const last = current;
      if (!last) return;
      // One that dies of it is closed as well.
      await Promise.allSettled([last.call('close', undefined, CLOSE_LIMIT_MS)]);
      last.kill(new ThreadError('ended', 'the store is closed'));
    },
  };
}

/**
 * Chinese words that ask, in both scripts. English ones are stop words of the analysis; these would
 * give bigrams with their neighbours, by which "何时开放" and "什么时候开放" would differ.
 */
const CHINESE_QUESTION_WORDS =
  /(?:为|為)?(?:什么|什麼|甚麼)(?:时候|時候|地方|原因)?|(?:何|几|幾)(?:时|時)|何(?:处|處|故|人)|(?:为|為)何|如何|怎(?:样|樣|么样|麼樣)|多少|哪(?:里|裡|裏|儿|兒|天|年|一天|一年)|(?:请|請)(?:问|問)/gu;

/**
 * A function that gives questions which ask the same the same key: their terms, whatever the order,
 * case, script and form of the words. A question without terms is its own key.
 */
export function createGroupKey(): (question: string) => string {
  const readTerms = createTermReader();
  return (question) => {
    const terms = [...readTerms(question.replace(CHINESE_QUESTION_WORDS, ' '))];
    if (terms.length > 0) return terms.toSorted().join(' ');
    return question.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
  };
}
