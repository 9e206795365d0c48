import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from './config.ts';

export type { Logger } from 'pino';

/** A text in a JSON line under a key such as `token`, `DISCORD_TOKEN` or `Authorization`, at any depth. */
const SECRET_VALUE = /("(?:[^"\\]*token|authorization)":)"(?:[^"\\]|\\.)*"/giu;

/** Discord's addresses of interactions and webhooks hold a token after the id. */
const SECRET_PATH = /(\/(?:interactions|webhooks)\/\d+\/)[\w-]+/gu;

/**
 * A structured log as JSON lines. Texts under a key that names a secret are replaced at any depth,
 * and so is the token wherever it stands in a text, and those in Discord's addresses.
 *
 * @param destination where the lines go; standard output when left out.
 */
export function createLog(
  config: Pick<Config, 'logLevel' | 'token'>,
  destination?: DestinationStream,
): Logger {
  const { token, logLevel: level } = config;
  const options = { level, hooks: { streamWrite: (line: string) => redact(line, token) } };
  return destination ? pino(options, destination) : pino(options);
}

function redact(line: string, token: string | null): string {
  const safe = line
    .replaceAll(SECRET_VALUE, '$1"[redacted]"')
    .replaceAll(SECRET_PATH, '$1[redacted]');
  // As it is written inside a JSON text.
  return token === null ? safe : safe.replaceAll(JSON.stringify(token).slice(1, -1), '[redacted]');
}
