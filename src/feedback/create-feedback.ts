import { randomBytes } from 'node:crypto';
import { languageOf } from '../language/index.ts';
import { type AskedQuestion, type Feedback, FeedbackError } from './feedback.ts';
import { createGroupKey } from './group-key.ts';
import { createStoreThread, type StoreThreadOptions } from './store-thread.ts';

/** Where feedback tells what went wrong; a pino logger is one. */
export interface FeedbackLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Timers as an argument, so that tests decide when time passes. */
interface FeedbackTimers {
  /** Runs `run` once after `ms`, unless the function it returns is called before. */
  readonly after: (ms: number, run: () => void) => () => void;
}

/** What feedback is made of. */
export interface FeedbackOptions extends Omit<StoreThreadOptions, 'onSetAside'> {
  /** How many days everything is kept. */
  readonly keptDays: number;
  readonly timers: FeedbackTimers;
  readonly log: FeedbackLog;
  /** ms since the epoch; the machine's clock when left out. */
  readonly now?: () => number;
}

/** A day in ms: how often what is too old is deleted. */
export const DAY_MS = 86_400_000;

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
        log.error({ err: error }, 'feedback cannot be stored; answers are not affected');
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
