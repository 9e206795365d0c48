import type { Database } from 'node-sqlite3-wasm';
import { z } from 'zod';
import { csvLine } from '../shared/csv.ts';
import type { FeedbackExport } from './feedback.ts';

/** The columns, in their order. People are left out: their hashes would tie their questions together. */
const COLUMNS = [
  'kind',
  'time',
  'question',
  'language',
  'result',
  'confidence',
  'generation',
  'filter',
  'article',
  'start',
  'end',
  'hash',
] as const;

const ROW = z.object({
  kind: z.enum(['question', 'feedback']),
  at: z.number(),
  question: z.string(),
  language: z.string(),
  result: z.string(),
  confidence: z.number().nullable(),
  generation: z.string(),
  filter: z.string().nullable(),
  article: z.string().nullable(),
  start: z.number().nullable(),
  end: z.number().nullable(),
  hash: z.string().nullable(),
});

/** Latest first, so that what there is no room for is the oldest. */
const SELECT = `
  SELECT 'question' AS kind, at, question, language,
    CASE WHEN answered = 1 THEN 'answered' WHEN article IS NULL THEN 'nothing' ELSE 'closest' END AS result,
    confidence, generation, filter, article, start, "end", hash
  FROM questions
  UNION ALL
  SELECT 'feedback', at, question, language, CASE is_right WHEN 1 THEN 'right' ELSE 'wrong' END,
    NULL, generation, NULL, article, start, "end", hash
  FROM votes
  ORDER BY at DESC`;

/** By which spreadsheets know UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * The latest records of a database as CSV (RFC 4180): a header line, then a line for each.
 *
 * @param maxBytes how long the file may be at most.
 */
export function toCsv(database: Database, maxBytes: number): FeedbackExport {
  const header = Buffer.from(`${BYTE_ORDER_MARK}${csvLine(COLUMNS)}`);
  const lines = [header];
  let bytes = header.length;
  let omitted = 0;
  const statement = database.prepare(SELECT);
  try {
    for (const row of statement.iterate()) {
      const { at, ...rest } = ROW.parse(row);
      const time = new Date(at).toISOString();
      const line = Buffer.from(
        csvLine(COLUMNS.map((name) => (name === 'time' ? time : rest[name]))),
      );
      // Once one is left out, so are all that are older.
      if (omitted > 0 || bytes + line.length > maxBytes) omitted += 1;
      else {
        lines.push(line);
        bytes += line.length;
      }
    }
  } finally {
    statement.finalize();
  }
  return { csv: new Uint8Array(Buffer.concat(lines)), rows: lines.length - 1, omitted };
}
