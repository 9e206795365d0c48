import { z } from 'zod';
import type { Library } from '../../library/index.ts';
import {
  BATCH_LOCALE,
  type BatchResult,
  batchId,
  failedLine,
  parseJsonLine,
} from '../batch-line.ts';
import { optionSchemas, parseOptions } from '../options.ts';
import { quotationJson } from './json.ts';

/** The longest text whose quotations are checked, in UTF-16 units. */
export const MAX_VERIFIED_LENGTH = 6000;

/**
 * Checks the quotation of one line of `verify --batch`: `{"id","text","speaker"?}`, whose whole text
 * is the quotation. A line that cannot be used gives `{"id":null,"error":"line 3: …"}` and throws
 * nothing.
 *
 * @param lineNumber 1-based.
 */
export async function answerVerifyLine(
  line: string,
  lineNumber: number,
  library: Library,
): Promise<BatchResult> {
  const generation = library.current();
  try {
    const { id, text, speaker = null } = parseLine(line);
    const { checks } = await generation.collection.verify({ text, whole: { speaker }, limit: 1 });
    const [check] = checks;
    if (!check) throw new Error('a quotation was not checked');
    return { json: { id, ...quotationJson(check, generation) }, ok: true };
  } catch (error) {
    return failedLine(lineNumber, error);
  }
}

function parseLine(line: string) {
  const schemas = optionSchemas(BATCH_LOCALE);
  return parseOptions(
    z.object(
      {
        id: batchId,
        text: schemas.text('text', MAX_VERIFIED_LENGTH),
        speaker: schemas.optionalText('speaker'),
      },
      'must be a JSON object such as {"id":1,"text":"…","speaker":"…"}',
    ),
    parseJsonLine(line),
  );
}
