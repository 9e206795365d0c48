import { z } from 'zod';
import { UserError } from '../shared/errors.ts';

/** A batch is read by programs, which are told what is wrong in one language. */
export const BATCH_LOCALE = 'en-US';

/** What is printed for one line of a batch. `ok` is false for a line that could not be used. */
export interface BatchResult {
  readonly json: unknown;
  readonly ok: boolean;
}

/** What a line and its answer are known by. */
export const batchId = z.union([z.string(), z.number()], '“id” must be a string or a number.');

/**
 * The line for one that cannot be used: `{"id":null,"error":"line 3: …"}`.
 *
 * @param lineNumber 1-based.
 * @param error what was thrown; anything but a UserError is thrown again.
 */
export function failedLine(lineNumber: number, error: unknown): BatchResult {
  if (!(error instanceof UserError)) throw error;
  const reasons = error.message.replaceAll('\n', ' ');
  return { json: { id: null, error: `line ${lineNumber}: ${reasons}` }, ok: false };
}

/** The value of a line of JSON Lines. @throws UserError when it is not JSON. */
export function parseJsonLine(line: string): unknown {
  try {
    // Some editors begin a file with a byte-order mark.
    return JSON.parse(line.replace(/^\uFEFF/u, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError('invalid-json', `is not JSON: ${reason}`, { cause: error });
  }
}
