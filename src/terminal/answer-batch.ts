import { randomBytes } from 'node:crypto';
import type { BatchResult } from '../commands/index.ts';
import { formatCount, messagesFor } from '../i18n/index.ts';
import { terminalMessages } from './messages.ts';
import { writeText } from './output.ts';
import { type InputLine, MAX_LINE_LENGTH, readLines } from './read-lines.ts';
import { safeJson } from './safe-text.ts';
import type { Session } from './session.ts';

// Programs read it, and are told what is wrong in one language, as the lines' own errors are.
const BATCH_LOCALE = 'en-US';
const messages = messagesFor(terminalMessages, BATCH_LOCALE);

/** Answers one line of input; the number is 1-based. */
export type AnswerLine = (text: string, number: number) => BatchResult | Promise<BatchResult>;

/**
 * Answers JSON Lines from standard input one for one, in order and as they come; empty lines are
 * passed over. A line that cannot be answered gets a line that says why, and the rest goes on.
 *
 * @returns the exit code: 1 when any line could not be answered.
 */
export async function answerBatch(session: Session, answer: AnswerLine): Promise<number> {
  let exitCode = 0;
  for await (const line of readLines(session.io.stdin)) {
    if (line.text?.trim() === '') continue;
    const { json, ok } = await answerLine(line, answer, session);
    if (!ok) exitCode = 1;
    await writeText(session.io.stdout, `${safeJson(json)}\n`);
  }
  return exitCode;
}

async function answerLine(
  line: InputLine,
  answer: AnswerLine,
  { log }: Session,
): Promise<BatchResult> {
  const fail = (reason: string) => ({
    json: { id: null, error: `line ${line.number}: ${reason}` },
    ok: false,
  });
  if (line.text === null)
    return fail(messages.lineTooLong(formatCount(MAX_LINE_LENGTH, BATCH_LOCALE)));
  try {
    return await answer(line.text, line.number);
  } catch (error) {
    const id = randomBytes(4).toString('hex');
    log.error({ err: error, id, line: line.number }, 'a line could not be answered');
    return fail(messages.unexpected(id));
  }
}
