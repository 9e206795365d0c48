import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import type { QuestionRecord } from '../../src/feedback/sqlite-store.ts';
import { type OpenStore, openSqliteStore } from '../../src/feedback/sqlite-store.ts';

/** The thread of the store as it is installed; `dist/` is built before any test. */
export const STORE_PROGRAM = new URL('../../dist/feedback/store-worker.js', import.meta.url);

/** A question that was asked and answered, by default. */
export function recordOf(fields: Partial<QuestionRecord> = {}): QuestionRecord {
  return {
    id: 'question-1',
    at: Date.UTC(2024, 4, 3, 12),
    question: 'When did the bridge open?',
    groupKey: 'bridg open',
    language: 'en',
    isAnswered: true,
    confidence: 0.75,
    generationId: '0123456789ab',
    filter: {},
    passage: { articleId: 'opening', start: 3, end: 40, hash: 'f'.repeat(64) },
    personId: 'ada',
    ...fields,
  };
}

/** Does something with a store in a new folder, which is gone afterwards. */
export function withStore<Result>(
  use: (store: OpenStore, folder: string) => Result,
  options: { readonly maxPages?: number } = {},
): Result {
  const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-feedback-'));
  const store = openSqliteStore({
    folder,
    onSetAside: (name) => {
      throw new Error(`set aside: ${name}`);
    },
    ...options,
  });
  try {
    return use(store, folder);
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Few people, questions, passages and days, so that they meet. */
export const somePerson = fc.constantFrom('ada', 'ben', 'cleo', '1100000000000000099');
export const someTime = fc.integer({ min: 0, max: 200 }).map((day) => Date.UTC(2024, 0, 1 + day));

/** Records of a few groups, each with an id of its own. */
export const someRecords: fc.Arbitrary<QuestionRecord[]> = fc
  .array(
    fc.record({
      at: someTime,
      question: fc.string({ unit: 'grapheme', maxLength: 30 }),
      groupKey: fc.constantFrom('bridg open', '大桥 开放', 'ferri'),
      isAnswered: fc.boolean(),
      personId: fc.option(somePerson),
      passage: fc.constantFrom(
        { articleId: 'opening', start: 3, end: 40, hash: 'f'.repeat(64) },
        { articleId: 'wire', start: 0, end: 9, hash: '0'.repeat(64) },
      ),
    }),
    { maxLength: 25 },
  )
  .map((all) =>
    all.map((fields, index) =>
      recordOf({
        ...fields,
        id: `question-${index}`,
        passage: fields.isAnswered ? fields.passage : null,
      }),
    ),
  );
