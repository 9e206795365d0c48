import { UserError } from '../shared/errors.ts';

/** A batch is read by programs, which are told what is wrong in one language. */
export const BATCH_LOCALE = 'en-US';

/** What is printed for one line of a batch. `ok` is false for a line that could not be used. */
export interface BatchResult {
  readonly json: unknown;
  readonly ok: boolean;
}

/** The line for one that cannot be used: `{"id":null,"error":"line 3: …"}`. `lineNumber` is 1-based. */
export function failedLine(lineNumber: number, error: UserError): BatchResult {
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
