import { z } from 'zod';
import { languageOf } from '../../language/index.ts';
import { findTemporalExpressions, withExclusiveEnd } from '../../timeline/index.ts';
import { type BatchResult, batchId, failedLine, parseJsonLine } from '../batch-line.ts';
import { parseOptions } from '../options.ts';

const inputSchema = z.object(
  {
    id: batchId,
    text: z.string('“text” must be a string.'),
    reference: z.iso
      .date('“reference” must be the day of publication, such as "2020-09-14", or null.')
      .nullish(),
    lang: z.enum(['en', 'zh', 'mixed'], '“lang” must be "en", "zh" or "mixed".').nullish(),
  },
  'must be a JSON object such as {"id":1,"text":"…","reference":"2020-09-14","lang":"en"}',
);

/**
 * Answers one line of `verbatim dates`: `{"id","text","reference"?,"lang"?}` gives
 * `{"id","spans":[{"start","end","value"}]}`, with UTF-16 offsets and TIMEX3 values; the end of
 * a range is exclusive. Without `lang`, or with "mixed", the script of the text tells it. A line that
 * cannot be used gives `{"id":null,"error":"line 3: …"}` and throws nothing.
 *
 * @param lineNumber 1-based.
 */
export function answerDatesLine(line: string, lineNumber: number): BatchResult {
  try {
    const { id, text, reference, lang } = parseOptions(inputSchema, parseJsonLine(line));
    // Each line is read by its own script; the language is that of lines without letters.
    const language = lang === 'en' || lang === 'zh' ? lang : languageOf(text);
    const context = { language, reference: reference ?? null };
    const spans = findTemporalExpressions(text, context).map(({ start, end, value }) => ({
      start,
      end,
      value: withExclusiveEnd(value),
    }));
    return { json: { id, spans }, ok: true };
  } catch (error) {
    return failedLine(lineNumber, error);
  }
}
