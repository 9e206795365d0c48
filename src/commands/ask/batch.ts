import { z } from 'zod';
import type { Library } from '../../library/index.ts';
import {
  BATCH_LOCALE,
  type BatchResult,
  batchId,
  failedLine,
  parseJsonLine,
} from '../batch-line.ts';
import { checkOrder, checkQuestion, optionSchemas, parseOptions } from '../options.ts';
import { answerJson } from './answer-json.ts';
import { answerQuestion } from './answer-question.ts';
import { toFilter } from './input.ts';

/** How many quotes a line gets that does not say how many. */
const DEFAULT_BATCH_LIMIT = 5;

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
    const answer = await answerQuestion({ question, limit, filter: toFilter(filter) }, generation);
    return { json: { id, ...answerJson(answer, generation.corpus.byId) }, ok: true };
  } catch (error) {
    return failedLine(lineNumber, error);
  }
}

function parseLine(line: string) {
  const schemas = optionSchemas(BATCH_LOCALE);
  const input = parseOptions(
    z.object(
      {
        id: batchId,
        question: schemas.text('question'),
        limit: schemas.limit('limit', DEFAULT_BATCH_LIMIT),
        source: schemas.optionalText('source'),
        language: schemas.choice('language', ['en', 'zh']),
        from: schemas.date(),
        to: schemas.date(),
      },
      'must be a JSON object such as {"id":1,"question":"…"}',
    ),
    parseJsonLine(line),
  );
  checkOrder(input, BATCH_LOCALE);
  checkQuestion(input.question, BATCH_LOCALE);
  return input;
}
