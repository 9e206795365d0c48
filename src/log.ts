import process from 'node:process';
import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import type { Config } from './config.ts';
import { renderLogLine } from './pretty-log.ts';
import { createRedactor } from './redact.ts';

export type { Logger } from 'pino';

/** Where lines go. */
type LogStream = DestinationStream & { readonly isTTY?: boolean };

/**
 * A structured log: lines of JSON, or lines for people when the format says so or, without one,
 * when they go to a terminal. Secrets are taken out of each line; see {@link createRedactor}.
 *
 * @param destination where the lines go; standard output when left out.
 */
export function createLog(
  config: Pick<Config, 'logLevel' | 'token'> & Partial<Pick<Config, 'logFormat'>>,
  destination?: LogStream,
): Logger {
  const { logLevel: level, token, logFormat } = config;
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
