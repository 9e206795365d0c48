import { randomBytes } from 'node:crypto';
import { ConfigError } from '../config.ts';
import type { Locale } from '../i18n/index.ts';
import { UserError } from '../shared/errors.ts';
import type { Logger } from '../shared/log.ts';
import type { OutputStream } from './io.ts';
import { OutputClosedError, writeText } from './io.ts';
import { terminalMessages } from './messages.ts';
import { safeText } from './safe-text.ts';

/** Where an error is told to, and in which language. */
export interface ErrorReport {
  readonly stderr: OutputStream;
  readonly locale: Locale;
  readonly log: Logger;
}

/**
 * Tells a person about an error in one line: its message when it is meant for them, otherwise a
 * number under which the log has the cause. An {@link OutputClosedError} is thrown on, since there
 * is nobody left to tell.
 */
export async function reportError(error: unknown, report: ErrorReport): Promise<void> {
  if (error instanceof OutputClosedError) throw error;
  await writeText(report.stderr, `${safeText(messageFor(error, report))}\n`);
}

function messageFor(error: unknown, { locale, log }: ErrorReport): string {
  if (error instanceof UserError || error instanceof ConfigError) return error.message;
  const id = randomBytes(4).toString('hex');
  log.error({ err: error, id }, 'a command failed');
  return terminalMessages[locale].unexpected(id);
}
