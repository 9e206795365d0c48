import type { Database } from 'node-sqlite3-wasm';
import { z } from 'zod';
import {
  type DatabaseOptions,
  inTransaction,
  openDatabase,
  removeSetAside,
  rowsOf,
} from './database.ts';
import { toCsv } from './export-csv.ts';
import type { AskedQuestion, Feedback, RecordCounts } from './feedback.ts';
import { openPersonHash, type PersonHash } from './person-hash.ts';

/** A question as the store takes it. */
export interface QuestionRecord extends AskedQuestion {
  /** The same for questions that ask the same. */
  readonly groupKey: string;
  readonly language: string;
}

/**
 * The store of feedback. Each call is one transaction: when it returns, what it changed has reached
 * the disk; when it throws, nothing was changed.
 */
export type FeedbackStore = {
  readonly [Name in Answered]: (
    ...input: Parameters<Feedback[Name]>
  ) => Awaited<ReturnType<Feedback[Name]>>;
} & {
  readonly record: (question: QuestionRecord) => void;
  /** Deletes what is from before a time, in ms since the epoch. */
  readonly deleteBefore: (time: number) => RecordCounts;
};

/** What feedback answers by the store alone. */
type Answered =
  | 'vote'
  | 'unanswered'
  | 'wrong'
  | 'exportCsv'
  | 'countOf'
  | 'deleteOf'
  | 'deleteAll';

/** A store that is open. */
export type OpenStore = FeedbackStore & { readonly close: () => void };

const COUNT = z.object({ value: z.number() });

const PASSAGE = { article: z.string(), start: z.number(), end: z.number(), hash: z.string() };

const ASKED = z.object({
  question: z.string(),
  group_key: z.string(),
  language: z.string(),
  generation: z.string(),
  article: z.string().nullable(),
  start: z.number().nullable(),
  end: z.number().nullable(),
  hash: z.string().nullable(),
});

const GROUP = z
  .object({
    question: z.string(),
    people: z.number(),
    times: z.number(),
    first_at: z.number(),
    last_at: z.number(),
  })
  .transform(({ first_at: firstAt, last_at: lastAt, ...rest }) => ({ ...rest, firstAt, lastAt }));

const WRONG = z
  .object({
    ...PASSAGE,
    question: z.string(),
    people: z.number(),
    people_for_it: z.number(),
    first_at: z.number(),
    last_at: z.number(),
  })
  .transform(({ question, people, ...row }) => ({
    question,
    people,
    peopleForIt: row.people_for_it,
    firstAt: row.first_at,
    lastAt: row.last_at,
    passage: { articleId: row.article, start: row.start, end: row.end, hash: row.hash },
  }));

/** Every question that asks the same as a vote's does; `answered` is named for the index. */
const SAME_QUESTIONS =
  'FROM questions WHERE answered IN (0, 1) AND questions.group_key = votes.group_key';

/**
 * After questions were deleted, others' votes still have their words. They take those of the latest
 * question that asks the same, and are deleted where none is kept.
 */
const FORGET_WORDS = `
  DELETE FROM votes WHERE NOT EXISTS (SELECT 1 ${SAME_QUESTIONS});
  UPDATE votes SET question = (SELECT question ${SAME_QUESTIONS} ORDER BY at DESC LIMIT 1)
    WHERE NOT EXISTS (SELECT 1 ${SAME_QUESTIONS} AND questions.question = votes.question);
`;

/**
 * Opens the store of a folder. Everything waits for the disk: it belongs into a thread of its own.
 *
 * @throws when the folder or its files cannot be used.
 */
export function openSqliteStore(options: DatabaseOptions): OpenStore {
  const database = openDatabase(options);
  let hashOf: PersonHash;
  try {
    hashOf = openPersonHash(options.folder, options.onSetAside);
  } catch (error) {
    database.close();
    throw error;
  }
  const countOf = (table: 'questions' | 'votes', where: string, values: (Uint8Array | number)[]) =>
    rowsOf(database, COUNT, `SELECT COUNT(*) AS value FROM ${table} WHERE ${where}`, values)[0]
      ?.value ?? 0;
  const countsOf = (where: string, values: (Uint8Array | number)[]): RecordCounts => ({
    questions: countOf('questions', where, values),
    votes: countOf('votes', where, values),
  });
  const deleteWhere = (where: string, values: (Uint8Array | number)[]): RecordCounts =>
    inTransaction(database, () => {
      const questions = database.run(`DELETE FROM questions WHERE ${where}`, values).changes;
      const votes = database.run(`DELETE FROM votes WHERE ${where}`, values).changes;
      if (questions > 0) database.exec(FORGET_WORDS);
      return { questions, votes };
    });

  return {
    record({ passage, filter, personId, ...asked }) {
      database.run(
        `INSERT INTO questions (id, at, person, question, group_key, language, answered, confidence,
           generation, filter, article, start, "end", hash)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          asked.id,
          asked.at,
          personId === null ? null : hashOf(personId),
          withoutNul(asked.question),
          withoutNul(asked.groupKey),
          asked.language,
          asked.isAnswered,
          asked.confidence,
          asked.generationId,
          JSON.stringify(filter),
          passage?.articleId ?? null,
          passage?.start ?? null,
          passage?.end ?? null,
          passage?.hash ?? null,
        ],
      );
    },

    vote({ questionId, personId, isRight, at }) {
      const asked = rowsOf(
        database,
        ASKED,
        `SELECT question, group_key, language, generation, article, start, "end", hash
         FROM questions WHERE id = ?`,
        [questionId],
      )[0];
      if (!asked || asked.article === null) return 'unknown';
      const key = [hashOf(personId), asked.group_key, asked.article, asked.start, asked.end];
      const named = [...key, asked.hash];
      return inTransaction(database, () => {
        const { changes } = database.run(
          `DELETE FROM votes WHERE person = ? AND group_key = ? AND article = ? AND start = ?
             AND "end" = ? AND hash = ?`,
          named,
        );
        database.run(
          `INSERT INTO votes (person, group_key, article, start, "end", hash, at, question,
             language, generation, is_right) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          [...named, at, asked.question, asked.language, asked.generation, isRight],
        );
        return changes > 0 ? 'replaced' : 'counted';
      });
    },

    // MAX makes the columns beside it those of the latest row (https://sqlite.org/lang_select.html#bareagg).
    unanswered: ({ offset, limit }) => ({
      items: rowsOf(
        database,
        GROUP,
        `SELECT question, COUNT(DISTINCT person) AS people, COUNT(*) AS times,
           (SELECT MIN(at) FROM questions AS all_of_it
             WHERE answered = 0 AND all_of_it.group_key = questions.group_key) AS first_at,
           MAX(at) AS last_at
         FROM questions WHERE answered = 0 GROUP BY group_key
         ORDER BY people DESC, times DESC, last_at DESC, group_key LIMIT ? OFFSET ?`,
        [limit, offset],
      ),
      total: countDistinct(database, 'SELECT group_key FROM questions WHERE answered = 0'),
    }),

    wrong: ({ offset, limit }) => ({
      items: rowsOf(
        database,
        WRONG,
        `SELECT question, article, start, "end", hash, COUNT(*) AS people,
           (SELECT COUNT(*) FROM votes AS rights
             WHERE is_right = 1 AND rights.group_key = votes.group_key
               AND rights.article = votes.article AND rights.start = votes.start
               AND rights."end" = votes."end" AND rights.hash = votes.hash) AS people_for_it,
           (SELECT MIN(at) FROM votes AS wrongs
             WHERE is_right = 0 AND wrongs.group_key = votes.group_key
               AND wrongs.article = votes.article AND wrongs.start = votes.start
               AND wrongs."end" = votes."end" AND wrongs.hash = votes.hash) AS first_at,
           MAX(at) AS last_at
         FROM votes WHERE is_right = 0 GROUP BY group_key, article, start, "end", hash
         ORDER BY people DESC, last_at DESC, group_key, article, start, "end", hash
         LIMIT ? OFFSET ?`,
        [limit, offset],
      ),
      total: countDistinct(
        database,
        'SELECT group_key, article, start, "end", hash FROM votes WHERE is_right = 0',
      ),
    }),

    exportCsv: (maxBytes) => toCsv(database, maxBytes),
    countOf: (personId) => countsOf('person = ?', [hashOf(personId)]),
    deleteOf: (personId) => deleteWhere('person = ?', [hashOf(personId)]),
    deleteAll() {
      const deleted = deleteWhere('1', []);
      removeSetAside(options.folder, Number.POSITIVE_INFINITY);
      return deleted;
    },
    deleteBefore(time) {
      const deleted = deleteWhere('at < ?', [time]);
      removeSetAside(options.folder, time);
      return deleted;
    },
    close: () => database.close(),
  };
}

/** The package would end a text there. */
function withoutNul(text: string): string {
  return text.replaceAll('\u0000', '\ufffd');
}

function countDistinct(database: Database, select: string): number {
  const sql = `SELECT COUNT(*) AS value FROM (SELECT DISTINCT${select.slice('SELECT'.length)})`;
  return rowsOf(database, COUNT, sql)[0]?.value ?? 0;
}
