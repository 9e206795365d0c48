import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  HTTPError,
  RateLimitError,
} from 'discord.js';
import { z } from 'zod';
import { UserError } from '../../shared/errors.ts';

/** Why the bot cannot run, in one line for the person who runs it. */
export class StartupError extends UserError {
  constructor(message: string, options?: ErrorOptions) {
    super('startup', message, options);
  }
}

/** The base of Discord's REST API, without version. */
export const OFFICIAL_API = 'https://discord.com/api';

/** Close codes of the gateway after which it is no use to come back (Discord's reference). */
const CLOSE_REASONS: ReadonlyMap<number, string> = new Map([
  [4004, refusedToken()],
  [4010, 'Discord refused the shard of this process (close code 4010).'],
  [4011, 'Discord wants more shards: the bot is in too many servers for one (close code 4011).'],
  [
    4012,
    'Discord no longer speaks this version of its gateway (close code 4012): update Verbatim.',
  ],
  [4013, 'Discord does not know the requested intents (close code 4013): update Verbatim.'],
  [
    4014,
    'Discord does not allow the requested intents (close code 4014): check Bot > Privileged Gateway Intents in the developer portal.',
  ],
]);

const CODED = z.object({ code: z.string() });

/** Codes of node:dns, node:net and undici when nobody answers. */
const UNREACHABLE =
  /^(?:E(?:CONN(?:REFUSED|RESET|ABORTED)|NOTFOUND|AI_AGAIN|TIMEDOUT|HOSTUNREACH|NETUNREACH|PIPE|PROTO)|UND_ERR_.+|CERT_.+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE|ERR_TLS_.+|ERR_SSL_.+)$/u;

/** What a close of the gateway means, or null when discord.js will connect again. */
export function closeFailure(closeCode: number): StartupError | null {
  const reason = CLOSE_REASONS.get(closeCode);
  return reason === undefined ? null : new StartupError(reason);
}

/** The wait for Discord was over before the gateway was ready. */
export function notReadyFailure(waitedMs: number, apiUrl: string | null): StartupError {
  return new StartupError(
    `Discord (${apiUrl ?? OFFICIAL_API}) was not ready within ${waitedMs / 1000} seconds: check the network and https://discordstatus.com.`,
  );
}

/** An error of connecting or registering as one line, or the error itself when it is none of those. */
export function explainStartupError(error: unknown, apiUrl: string | null): unknown {
  const address = apiUrl ?? OFFICIAL_API;
  for (const cause of causesOf(error)) {
    const line = explainOne(cause, address);
    if (line !== null) return new StartupError(line, { cause: error });
  }
  return error;
}

/** Whether Discord says that it does not know the token: no later attempt would end otherwise. */
export function isTokenRefused(error: unknown): boolean {
  return causesOf(error).some(
    (cause) =>
      (cause instanceof DiscordjsError && cause.code === DiscordjsErrorCodes.TokenInvalid) ||
      ((cause instanceof DiscordAPIError || cause instanceof HTTPError) && cause.status === 401),
  );
}

function explainOne(error: unknown, address: string): string | null {
  if (isTokenRefused(error)) return refusedToken();
  if (error instanceof DiscordAPIError || error instanceof HTTPError) {
    if (error.status === 403) {
      return `Discord does not let the bot ${error.method} ${error.url} (${error.message}): check its permissions and that the token belongs to this application.`;
    }
    return `Discord (${address}) answered ${error.method} with status ${error.status} (${error.message.replaceAll(/\s+/gu, ' ')}).`;
  }
  const reason = unreachableReason(error);
  if (reason !== null) {
    return `Discord cannot be reached at ${address} (${reason}): check the network, or DISCORD_API_URL.`;
  }
  if (error instanceof RateLimitError) {
    const seconds = Math.ceil(Math.max(error.timeToReset, error.retryAfter) / 1000);
    return `Discord (${address}) asks for a pause of ${seconds} seconds before ${error.method} ${error.route}: start again after that.`;
  }
  return null;
}

function unreachableReason(error: unknown): string | null {
  if (error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError')) {
    return 'no answer in time';
  }
  const coded = CODED.safeParse(error);
  return coded.success && UNREACHABLE.test(coded.data.code) ? coded.data.code : null;
}

/** Why nobody answered, as a code such as `ECONNREFUSED`; null when somebody did. */
export function whyUnreachable(error: unknown): string | null {
  for (const cause of causesOf(error)) {
    const reason = unreachableReason(cause);
    if (reason !== null) return reason;
  }
  return null;
}

function refusedToken(): string {
  return 'Discord refused the token: check DISCORD_TOKEN in .env (or the file in DISCORD_TOKEN_FILE). The developer portal gives a new one under Bot > Reset Token.';
}

/** An error, what it holds, and what caused it, outermost first. */
function causesOf(error: unknown): unknown[] {
  const found: unknown[] = [];
  const waiting = [error];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (found.includes(next)) continue;
    found.push(next);
    if (next instanceof AggregateError) waiting.push(...next.errors);
    if (next instanceof Error && next.cause !== undefined) waiting.push(next.cause);
  }
  return found;
}
