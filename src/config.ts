import path from 'node:path';
import { z } from 'zod';
import { DEFAULT_MAX_ARTICLE_BYTES } from './corpus/index.ts';
import { LOCALES, type Locale } from './i18n/index.ts';

/** Every setting, checked. Paths are absolute. */
export interface Config {
  /** Null when neither `DISCORD_TOKEN` nor `DISCORD_TOKEN_FILE` is given. */
  readonly token: string | null;
  /** Register commands there at once; empty: globally. */
  readonly guildIds: readonly string[];
  readonly moderatorRoleIds: readonly string[];
  /** Base of Discord's REST API without version, or null for Discord's own. */
  readonly discordApiUrl: string | null;
  readonly corpusDir: string;
  readonly dataDir: string;
  /** Bytes: the size over which one article is rejected. */
  readonly maxArticleBytes: number;
  /** Whether moderators may change the folder of articles from Discord. */
  readonly corpusCommands: boolean;
  /** Whether the folder is indexed by itself when it changes. */
  readonly watchCorpus: boolean;
  /** Seconds: how long a reindex may take. */
  readonly indexTimeLimitSeconds: number;
  /** MB: how much memory an index may take while it is built and asked. */
  readonly indexMemoryLimitMb: number;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Null: the front end decides (the person's locale in Discord, the environment in a terminal). */
  readonly defaultLocale: Locale | null;
}

/** The levels of the log, quietest last. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** A setting that cannot be used. The message is one line that says which, and what to put there. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const SNOWFLAKE_LIST = z.string().transform((value, context) => {
  const ids = value.split(/[\s,]+/u).filter(Boolean);
  const wrong = ids.find((id) => !/^\d{17,20}$/u.test(id));
  if (wrong === undefined) return ids;
  context.addIssue(`must be ids of 17 to 20 digits with commas between them, got "${wrong}"`);
  return z.NEVER;
});

const HTTP_URL = z
  .url({ protocol: /^https?$/u, error: 'must be an address such as https://discord.com/api' })
  .transform((url) => url.replace(/\/+$/u, ''));

const ON_OR_OFF = z
  .enum(['on', 'off'], { error: 'must be on or off' })
  .transform((value) => value === 'on');

const SETTINGS = z.object({
  DISCORD_TOKEN: z.string().optional(),
  DISCORD_TOKEN_FILE: z.string().optional(),
  DISCORD_GUILD_IDS: SNOWFLAKE_LIST.default([]),
  MODERATOR_ROLE_IDS: SNOWFLAKE_LIST.default([]),
  DISCORD_API_URL: HTTP_URL.optional(),
  CORPUS_DIR: z.string().optional(),
  DATA_DIR: z.string().default('data'),
  MAX_ARTICLE_BYTES: z.coerce
    .number({ error: 'must be a number of bytes such as 2097152' })
    // Each ends the checks, so that a setting is named once.
    .max(64 * 1024 ** 2, { error: 'must be at most 67108864 bytes (64 MiB)', abort: true })
    .min(1024, { error: 'must be at least 1024 bytes', abort: true })
    .int('must be a whole number of bytes')
    .default(DEFAULT_MAX_ARTICLE_BYTES),
  CORPUS_COMMANDS: ON_OR_OFF.default(true),
  WATCH_CORPUS: ON_OR_OFF.default(false),
  INDEX_TIME_LIMIT_SECONDS: z.coerce
    .number({ error: 'must be a number of seconds such as 600' })
    .max(86_400, { error: 'must be at most 86400 seconds (a day)', abort: true })
    .min(1, { error: 'must be at least 1 second', abort: true })
    .int('must be a whole number of seconds')
    .default(600),
  INDEX_MEMORY_LIMIT_MB: z.coerce
    .number({ error: 'must be a number of megabytes such as 2048' })
    .max(1_048_576, { error: 'must be at most 1048576 MB', abort: true })
    // A thread needs some 30 MB before it has read anything.
    .min(64, { error: 'must be at least 64 MB', abort: true })
    .int('must be a whole number of megabytes')
    .default(2048),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` })
    .default('info'),
  DEFAULT_LOCALE: z.enum(LOCALES, { error: `must be one of ${LOCALES.join(', ')}` }).optional(),
});

/** The names of all settings, as they stand in the environment and in `.env.example`. */
export const SETTING_NAMES: readonly string[] = Object.keys(SETTINGS.shape);

/** What {@link parseConfig} needs from outside, so that it stays pure. */
export interface ConfigSources {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Relative paths in settings start here. */
  readonly workingDir: string;
  /** The articles used when `CORPUS_DIR` is not set. */
  readonly defaultCorpusDir: string;
  /** Reads the file named by `DISCORD_TOKEN_FILE`. */
  readonly readFile: (file: string) => string;
}

/**
 * The settings in `env`. An empty value counts as not given, as in a freshly copied `.env`.
 *
 * @throws ConfigError naming every setting that cannot be used.
 */
export function parseConfig(sources: ConfigSources): Config {
  const given = Object.fromEntries(
    SETTING_NAMES.map((name) => [name, sources.env[name]?.trim() || undefined]),
  );
  const result = SETTINGS.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new ConfigError(lines.join('; '));
  }
  const settings = result.data;
  return {
    token: checkToken(settings.DISCORD_TOKEN ?? readToken(settings.DISCORD_TOKEN_FILE, sources)),
    guildIds: settings.DISCORD_GUILD_IDS,
    moderatorRoleIds: settings.MODERATOR_ROLE_IDS,
    discordApiUrl: settings.DISCORD_API_URL ?? null,
    corpusDir: settings.CORPUS_DIR
      ? path.resolve(sources.workingDir, settings.CORPUS_DIR)
      : sources.defaultCorpusDir,
    dataDir: path.resolve(sources.workingDir, settings.DATA_DIR),
    maxArticleBytes: settings.MAX_ARTICLE_BYTES,
    corpusCommands: settings.CORPUS_COMMANDS,
    watchCorpus: settings.WATCH_CORPUS,
    indexTimeLimitSeconds: settings.INDEX_TIME_LIMIT_SECONDS,
    indexMemoryLimitMb: settings.INDEX_MEMORY_LIMIT_MB,
    logLevel: settings.LOG_LEVEL,
    defaultLocale: settings.DEFAULT_LOCALE ?? null,
  };
}

/**
 * The token, for what cannot do without.
 *
 * @throws ConfigError naming the setting that is missing and where to put it.
 */
export function requireToken({ token }: Pick<Config, 'token'>): string {
  if (token !== null) return token;
  throw new ConfigError(
    'DISCORD_TOKEN is not set: put the bot\'s token in .env (see .env.example). To try Verbatim without one, run "npx verbatim console".',
  );
}

/** A token with anything else in it cannot be sent at all, and would look like a network that is down. */
function checkToken(token: string | null): string | null {
  if (token === null || /^[\x21-\x7e]+$/u.test(token)) return token;
  throw new ConfigError(
    'DISCORD_TOKEN has a character that no token has, such as a space or a typographic quotation mark: copy it again from the developer portal',
  );
}

function readToken(file: string | undefined, sources: ConfigSources): string | null {
  if (file === undefined) return null;
  let token: string;
  try {
    token = sources.readFile(path.resolve(sources.workingDir, file)).trim();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`DISCORD_TOKEN_FILE cannot be read: ${reason}`, { cause: error });
  }
  if (token === '') throw new ConfigError(`DISCORD_TOKEN_FILE is empty: ${file}`);
  return token;
}
