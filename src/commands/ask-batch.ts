import { z } from 'zod';
import { UserError } from '../errors.ts';
import type { Library } from '../library/index.ts';
import { answerJson } from './answer-json.ts';
import { toFilter } from './ask.ts';
import { checkOrder, checkQuestion, optionSchemas, parseOptions } from './options.ts';

/** How many quotes a line gets that does not say how many. */
const DEFAULT_BATCH_LIMIT = 5;

/** A batch is read by programs, which are told what is wrong in one language. */
const BATCH_LOCALE = 'en-US';

/** What is printed for one line of a batch. `ok` is false for a line that could not be used. */
export interface BatchResult {
  readonly json: unknown;
  readonly ok: boolean;
}

/**
 * Answers one line of `ask --batch`:
 * `{"id","question","limit"?,"language"?,"source"?,"from"?,"to"?}`. A line that cannot be used gives
 * `{"id":null,"error":"line 3: …"}` and throws nothing.
 *
 * @param lineNumber 1-based.
 */
export async function answerBatchLine(
  line: string,
  lineNumber: number,
  library: Library,
): Promise<BatchResult> {
  const generation = library.current();
  try {
    const { id, question, limit, ...filter } = parseLine(line);
    const answer = await generation.collection.ask({ question, limit, filter: toFilter(filter) });
    return { json: { id, ...answerJson(answer, generation.corpus.byId) }, ok: true };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const reasons = error.message.replaceAll('\n', '; ');
    return { json: { id: null, error: `line ${lineNumber}: ${reasons}` }, ok: false };
  }
}

function parseLine(line: string) {
  const schemas = optionSchemas(BATCH_LOCALE);
  const input = parseOptions(
    z.object(
      {
        id: z.union([z.string(), z.number()], 'id: must be a string or a number'),
        question: schemas.text('question'),
        limit: schemas.limit('limit', DEFAULT_BATCH_LIMIT),
        source: schemas.optionalText('source'),
        language: schemas.choice('language', ['en', 'zh']),
        from: schemas.date('from'),
        to: schemas.date('to'),
      },
      'must be a JSON object such as {"id":1,"question":"…"}',
    ),
    parseJson(line),
  );
  checkOrder(input, BATCH_LOCALE);
  checkQuestion(input.question, BATCH_LOCALE);
  return input;
}

function parseJson(line: string): unknown {
  try {
    // Some editors begin a file with a byte-order mark.
    return JSON.parse(line.replace(/^\uFEFF/u, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError('invalid-json', `is not JSON: ${reason}`, { cause: error });
  }
}
