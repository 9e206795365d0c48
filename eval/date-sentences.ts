import { z } from 'zod';
import { QuestionSetError } from './question.ts';
import { parseJson } from './read-questions.ts';

const expression = z.strictObject({
  /** UTF-16 offsets into the text, the end exclusive. */
  start: z.int().nonnegative(),
  end: z.int().positive(),
  text: z.string().min(1),
  type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
  /** As in TimeML's TIMEX3. */
  value: z.string().min(1),
  /** Every value that is right, where several are; the first is `value`. */
  values: z.array(z.string().min(1)).min(2).optional(),
  modifier: z.enum(['START', 'MID', 'END', 'MORE_THAN']).optional(),
  /** Whether it is neither asked for nor wrong. */
  optional: z.literal(true).optional(),
});

const line = z.strictObject({
  id: z.string().min(1),
  lang: z.enum(['en', 'zh']),
  text: z.string().min(1),
  /** The day of publication. */
  reference: z.iso.date(),
  spans: z.array(expression),
});

/** A sentence or a short paragraph with the expressions of time in it. */
export type DateSentence = z.infer<typeof line>;

/**
 * Reads sentences with their expressions of time, one JSON object a line.
 *
 * @param file the name for messages.
 * @throws QuestionSetError for a line that is not as it must be.
 */
export function readDateSentences(source: string, file: string): DateSentence[] {
  return source
    .trimEnd()
    .split('\n')
    .map((json, index) => {
      const place = `${file}:${index + 1}`;
      const parsed = line.safeParse(parseJson(json, place));
      if (!parsed.success) throw new QuestionSetError(place, z.prettifyError(parsed.error));
      return parsed.data;
    });
}
