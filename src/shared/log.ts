import process from 'node:process';
import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import { renderLogLine } from './pretty-log.ts';
import { createRedactor } from './redact.ts';

export type { Logger } from 'pino';

/** Where lines go. */
type LogStream = DestinationStream & { readonly isTTY?: boolean };

/** The settings of a log. */
export interface LogSettings {
  readonly logLevel: string;
  /** Chosen by where the lines go when left out or null. */
  readonly logFormat?: 'json' | 'pretty' | null;
  /** The secret that no line may show. */
  readonly token: string | null;
}

/**
 * A structured log: lines of JSON, or lines for people when the format says so or, without one,
 * when they go to a terminal. Secrets are taken out of each line; see {@link createRedactor}.
 *
 * @param destination where the lines go; standard output when left out.
 */
export function createLog(
  { logLevel: level, logFormat, token }: LogSettings,
  destination?: LogStream,
): Logger {
  const out: LogStream = destination ?? process.stdout;
  const isTerminal = out.isTTY === true;
  const options: LoggerOptions = {
    level,
    serializers: { err: serializeError },
    hooks: { streamWrite: createRedactor(token) },
  };
  if ((logFormat ?? (isTerminal ? 'pretty' : 'json')) === 'pretty') {
    const isColoured = isTerminal && !process.env['NO_COLOR'];
    return pino(options, { write: (line) => out.write(renderLogLine(line, isColoured)) });
  }
  return destination ? pino(options, destination) : pino(options);
}

/** Without what was sent to Discord: a message holds what a person asked. */
function serializeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { requestBody: _, ...fields } = pino.stdSerializers.err(error);
  return fields;
}
