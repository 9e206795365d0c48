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
  /** Where what moderators do is told, or null for the log alone. */
  readonly auditChannelId: string | null;
  /** Base of Discord's REST API without version, or null for Discord's own. */
  readonly discordApiUrl: string | null;
  /** The shards of this process; `auto`: as many as Discord recommends, all of them here. */
  readonly shards: 'auto' | readonly number[];
  /** How many shards there are in all processes; null: as `shards` says. */
  readonly shardCount: number | null;
  /** How many questions one person may ask a minute; 0: no limit. */
  readonly questionsPerMinute: number;
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
  /** Whether questions and what people say about the answers are kept. */
  readonly feedback: boolean;
  /** Days: how long they are kept. */
  readonly feedbackDays: number;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Null: pretty on a terminal, JSON elsewhere. */
  readonly logFormat: 'json' | 'pretty' | null;
  /** Where health and metrics are answered; null: nowhere. 0: any port that is free. */
  readonly healthPort: number | null;
  readonly healthHost: string;
  /** Null: the front end decides (the person's locale in Discord, the environment in a terminal). */
  readonly defaultLocale: Locale | null;
}

/** The levels of the log, quietest last. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** A setting that cannot be used, and what to put there. */
export interface SettingIssue {
  readonly setting: string;
  readonly message: string;
}

/** Settings that cannot be used. The message is one line that says which, and what to put there. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  /** Each setting by itself; empty when it is not about the value of one. */
  readonly issues: readonly SettingIssue[];

  constructor(message: string, options: ErrorOptions & { issues?: readonly SettingIssue[] } = {}) {
    const { issues = [], ...rest } = options;
    super(message, rest);
    this.issues = issues;
  }
}

/** One error for settings that cannot be used, with a line that names all of them. */
export function issuesError(
  issues: readonly SettingIssue[],
  options: ErrorOptions = {},
): ConfigError {
  const lines = issues.map(({ setting, message }) => `${setting} ${message}`);
  return new ConfigError(lines.join('; '), { ...options, issues });
}

const SNOWFLAKE_LIST = z.string().transform((value, context) => {
  const ids = value.split(/[\s,]+/u).filter(Boolean);
  const wrong = ids.find((id) => !/^\d{17,20}$/u.test(id));
  if (wrong === undefined) return ids;
  context.addIssue(`must be ids of 17 to 20 digits with commas between them, got "${wrong}"`);
  return z.NEVER;
});

/** More shards than Discord's largest bots have. */
const MAX_SHARDS = 10_000;

/** `auto`, or ids and ranges of ids: `0,1`, `0-3`, `0-3, 8`. */
const SHARDS = z.string().transform((value, context): 'auto' | readonly number[] => {
  if (value.toLowerCase() === 'auto') return 'auto';
  const ids = new Set<number>();
  for (const part of value.split(/[\s,]+/u).filter(Boolean)) {
    const [, first = '', last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/u.exec(part) ?? [];
    if (first === '' || Number(last) < Number(first) || Number(last) >= MAX_SHARDS) {
      context.addIssue(
        `must be "auto", or shards from 0 to ${MAX_SHARDS - 1} such as 0,1 or 0-3, got "${part}"`,
      );
      return z.NEVER;
    }
    for (let id = Number(first); id <= Number(last); id += 1) ids.add(id);
  }
  if (ids.size === 0) {
    context.addIssue('must be "auto", or shards such as 0,1 or 0-3');
    return z.NEVER;
  }
  return [...ids].toSorted((one, other) => one - other);
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
  AUDIT_CHANNEL_ID: z
    .string()
    .regex(/^\d{17,20}$/u, { error: 'must be the id of one channel, 17 to 20 digits' })
    .optional(),
  DISCORD_API_URL: HTTP_URL.optional(),
  SHARDS: SHARDS.default('auto'),
  SHARD_COUNT: z.coerce
    .number({ error: 'must be a number of shards such as 4' })
    .max(MAX_SHARDS, { error: `must be at most ${MAX_SHARDS}`, abort: true })
    .min(1, { error: 'must be at least 1', abort: true })
    .int('must be a whole number of shards')
    .optional(),
  QUESTIONS_PER_MINUTE: z.coerce
    .number({ error: 'must be a number such as 20, or 0 for no limit' })
    .max(6000, { error: 'must be at most 6000 (or 0 for no limit)', abort: true })
    .min(0, { error: 'must be at least 0, which means no limit', abort: true })
    .int('must be a whole number')
    .default(20),
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
  FEEDBACK: z.enum(['on', 'off'], { error: 'must be on or off' }).default('off'),
  FEEDBACK_DAYS: z.coerce
    .number({ error: 'must be a number of days such as 90' })
    .max(3650, { error: 'must be at most 3650 days', abort: true })
    .min(1, { error: 'must be at least 1 day', abort: true })
    .int('must be a whole number of days')
    .default(90),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` })
    .default('info'),
  LOG_FORMAT: z.enum(['json', 'pretty'], { error: 'must be json or pretty' }).optional(),
  HEALTH_PORT: z.coerce
    .number({ error: 'must be the number of a port such as 9464' })
    .max(65_535, { error: 'must be at most 65535', abort: true })
    .min(0, { error: 'must be at least 0', abort: true })
    .int('must be a whole number')
    .optional(),
  HEALTH_HOST: z
    .string()
    .regex(/^[\w.:-]+$/u, 'must be an address such as 127.0.0.1')
    .default('127.0.0.1'),
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
    throw issuesError(
      result.error.issues.map(({ path: at, message }) => ({ setting: at.join('.'), message })),
    );
  }
  const settings = result.data;
  return {
    token: settings.DISCORD_TOKEN
      ? checkToken(settings.DISCORD_TOKEN, 'DISCORD_TOKEN')
      : readToken(settings.DISCORD_TOKEN_FILE, sources),
    guildIds: settings.DISCORD_GUILD_IDS,
    moderatorRoleIds: settings.MODERATOR_ROLE_IDS,
    auditChannelId: settings.AUDIT_CHANNEL_ID ?? null,
    discordApiUrl: settings.DISCORD_API_URL ?? null,
    ...checkShards(settings.SHARDS, settings.SHARD_COUNT ?? null),
    questionsPerMinute: settings.QUESTIONS_PER_MINUTE,
    corpusDir: settings.CORPUS_DIR
      ? path.resolve(sources.workingDir, settings.CORPUS_DIR)
      : sources.defaultCorpusDir,
    dataDir: path.resolve(sources.workingDir, settings.DATA_DIR),
    maxArticleBytes: settings.MAX_ARTICLE_BYTES,
    corpusCommands: settings.CORPUS_COMMANDS,
    watchCorpus: settings.WATCH_CORPUS,
    indexTimeLimitSeconds: settings.INDEX_TIME_LIMIT_SECONDS,
    indexMemoryLimitMb: settings.INDEX_MEMORY_LIMIT_MB,
    feedback: settings.FEEDBACK === 'on',
    feedbackDays: settings.FEEDBACK_DAYS,
    logLevel: settings.LOG_LEVEL,
    logFormat: settings.LOG_FORMAT ?? null,
    healthPort: settings.HEALTH_PORT ?? null,
    healthHost: settings.HEALTH_HOST,
    defaultLocale: settings.DEFAULT_LOCALE ?? null,
  };
}

/**
 * The token, for what cannot do without.
 *
 * @throws ConfigError naming the setting that is missing or cannot be a token, and what to do.
 */
export function requireToken({
  token,
  discordApiUrl,
}: Pick<Config, 'token' | 'discordApiUrl'>): string {
  if (token === null) {
    throw new ConfigError(
      'DISCORD_TOKEN is not set: put the bot\'s token in .env (see .env.example). To try Verbatim without one, run "npx verbatim console".',
    );
  }
  // A proxy or a Discord of tests may want another secret.
  if (discordApiUrl === null && !isTokenShaped(token)) {
    throw new ConfigError(
      'What DISCORD_TOKEN (or the file in DISCORD_TOKEN_FILE) holds is no token of a bot, which has three parts with dots between them: copy it under Bot > Reset Token in the developer portal. It is not the public key or the client secret.',
    );
  }
  return token;
}

/** Whether this looks like a token of Discord: the id of the bot in Base64, a time, a signature. */
export function isTokenShaped(token: string): boolean {
  return /^[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}$/u.test(token);
}

/** Shards of other processes are counted by SHARD_COUNT alone, so that every process says the same. */
function checkShards(
  shards: Config['shards'],
  shardCount: number | null,
): Pick<Config, 'shards' | 'shardCount'> {
  if (shards === 'auto') return { shards, shardCount };
  if (shardCount === null) {
    throw new ConfigError(
      'SHARD_COUNT is not set: with shards in SHARDS, put there how many there are in all',
    );
  }
  const tooHigh = shards.find((id) => id >= shardCount);
  if (tooHigh === undefined) return { shards, shardCount };
  throw new ConfigError(
    `SHARDS has shard ${tooHigh}, and with SHARD_COUNT=${shardCount} there are 0 to ${shardCount - 1}: take it out, or raise SHARD_COUNT`,
  );
}

/** A token with anything else in it cannot be sent at all, and would look like a network that is down. */
function checkToken(token: string, setting: string): string {
  if (/^[\x21-\x7e]+$/u.test(token)) return token;
  const message =
    'has a character that no token has, such as a space or a typographic quotation mark: copy it again from the developer portal';
  throw issuesError([{ setting, message }]);
}

function readToken(file: string | undefined, sources: ConfigSources): string | null {
  if (file === undefined) return null;
  const setting = 'DISCORD_TOKEN_FILE';
  let token: string;
  try {
    token = sources.readFile(path.resolve(sources.workingDir, file)).trim();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw issuesError([{ setting, message: `cannot be read: ${reason}` }], { cause: error });
  }
  if (token === '') throw issuesError([{ setting, message: `is empty: ${file}` }]);
  return checkToken(token, setting);
}
