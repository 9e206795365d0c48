import { randomBytes } from 'node:crypto';
import type { BatchResult } from '../commands/index.ts';
import type { InputStream } from './io.ts';
import { writeText } from './io.ts';
import { terminalMessages } from './messages.ts';
import { safeJson } from './safe-text.ts';
import type { Session } from './session.ts';

// Programs read it, and are told what is wrong in one language, as the lines' own errors are.
const messages = terminalMessages['en-US'];

/** Answers one line of input; the number is 1-based. */
type AnswerLine = (text: string, number: number) => BatchResult | Promise<BatchResult>;

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
  if (line.text === null) return fail(messages.lineTooLong(MAX_LINE_LENGTH));
  try {
    return await answer(line.text, line.number);
  } catch (error) {
    const id = randomBytes(4).toString('hex');
    log.error({ err: error, id, line: line.number }, 'could not answer a line');
    return fail(messages.unexpected(id));
  }
}

/** One line of input, or the fact that it was too long to be kept. */
type InputLine =
  | { readonly number: number; readonly text: string }
  | { readonly number: number; readonly text: null };

/** UTF-16 units; far over any question, and small enough to hold. */
export const MAX_LINE_LENGTH = 1024 ** 2;

/**
 * The lines of a stream, numbered from 1, without their `\n` or `\r\n`; a byte-order mark at the
 * start is dropped. A line over {@link MAX_LINE_LENGTH} is skipped to its end and given as null, so
 * that memory stays bounded whatever comes in.
 *
 * Not `node:readline`, which also breaks lines at U+2028, and those may stand in JSON.
 */
export async function* readLines(stream: InputStream): AsyncGenerator<InputLine> {
  const decoder = new TextDecoder();
  let number = 0;
  let parts: string[] = [];
  let length = 0;

  const add = (part: string) => {
    length += part.length;
    if (length <= MAX_LINE_LENGTH) parts.push(part);
    else parts = [];
  };
  const finish = (): InputLine => {
    number += 1;
    const text = length > MAX_LINE_LENGTH ? null : parts.join('').replace(/\r$/u, '');
    parts = [];
    length = 0;
    return { number, text };
  };

  for await (const chunk of stream) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const pieces = text.split('\n');
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) yield finish();
      add(piece);
    }
  }
  add(decoder.decode());
  if (length > 0) yield finish();
}
