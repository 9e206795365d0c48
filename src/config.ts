import path from 'node:path';
import { z } from 'zod';
import { DEFAULT_MAX_ARTICLE_BYTES } from './corpus/index.ts';
import {
  describeSettingFault,
  LOCALES,
  type Locale,
  SETTING_FAULT,
  type SettingFault,
} from './i18n/index.ts';

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
  /** Whether pages and feeds are fetched from the web. */
  readonly fetch: boolean;
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

/** A setting that cannot be used. */
export interface SettingIssue {
  readonly setting: string;
  readonly fault: SettingFault;
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
  options: ErrorOptions & { readonly locale?: Locale } = {},
): ConfigError {
  const { locale = 'en-US', ...rest } = options;
  const lines = issues.map(({ setting, fault }) => describeSettingFault(setting, fault, locale));
  return new ConfigError(lines.join('; '), { ...rest, issues });
}

/** What `read` makes of a value; a value for which it gives undefined has the fault. */
function checked<Value>(
  read: (value: string) => Value | undefined,
  faultOf: (value: string) => SettingFault,
) {
  return z.string().transform((given, context) => {
    const value = read(given);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', params: { fault: faultOf(given) } });
    return z.NEVER;
  });
}

function oneOf<const Value extends string>(...values: readonly Value[]) {
  return checked(
    (given) => values.find((value) => value === given),
    () => ({ kind: 'one-of', values }),
  );
}

function wholeNumber(min: number, max: number) {
  return checked(
    (given) => {
      const value = Number(given);
      return Number.isInteger(value) && value >= min && value <= max ? value : undefined;
    },
    () => ({ kind: 'whole-number', min, max }),
  );
}

function matching(pattern: RegExp, kind: 'id' | 'host') {
  return checked(
    (given) => (pattern.test(given) ? given : undefined),
    () => ({ kind }),
  );
}

/** The parts of a list, divided by commas or blanks. */
function partsOf(list: string): readonly string[] {
  return list.split(/[\s,]+/u).filter(Boolean);
}

const ID = /^\d{17,20}$/u;

const ID_LIST = checked(
  (given) => (partsOf(given).every((id) => ID.test(id)) ? partsOf(given) : undefined),
  (given) => ({ kind: 'ids', got: partsOf(given).find((id) => !ID.test(id)) ?? given }),
);

/** More shards than Discord's largest bots have. */
const MAX_SHARDS = 10_000;

/** `auto`, or ids and ranges of ids: `0,1`, `0-3`, `0-3, 8`. */
const SHARDS = checked(
  (given): 'auto' | readonly number[] | undefined => {
    if (given.toLowerCase() === 'auto') return 'auto';
    const ids = partsOf(given).map(shardsIn);
    if (ids.length === 0 || ids.includes(null)) return undefined;
    return [...new Set(ids.flatMap((part) => part ?? []))].toSorted((one, other) => one - other);
  },
  (given) => ({
    kind: 'shards',
    got: partsOf(given).find((part) => shardsIn(part) === null) ?? given,
    max: MAX_SHARDS - 1,
  }),
);

/** The ids in one part such as `3` or `0-3`; null when it is neither. */
function shardsIn(part: string): readonly number[] | null {
  const [, first = '', last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/u.exec(part) ?? [];
  const count = Number(last) - Number(first) + 1;
  if (first === '' || count < 1 || Number(last) >= MAX_SHARDS) return null;
  return Array.from({ length: count }, (_, index) => Number(first) + index);
}

const HTTP_URL = checked(
  (given) =>
    z.url({ protocol: /^https?$/u }).safeParse(given).success
      ? given.replace(/\/+$/u, '')
      : undefined,
  () => ({ kind: 'url' }),
);

const ON_OR_OFF = oneOf('on', 'off').transform((value) => value === 'on');

const SETTINGS = z.object({
  DISCORD_TOKEN: z.string().optional(),
  DISCORD_TOKEN_FILE: z.string().optional(),
  DISCORD_GUILD_IDS: ID_LIST.default([]),
  MODERATOR_ROLE_IDS: ID_LIST.default([]),
  AUDIT_CHANNEL_ID: matching(ID, 'id').optional(),
  DISCORD_API_URL: HTTP_URL.optional(),
  SHARDS: SHARDS.default('auto'),
  SHARD_COUNT: wholeNumber(1, MAX_SHARDS).optional(),
  QUESTIONS_PER_MINUTE: wholeNumber(0, 6000).default(20),
  CORPUS_DIR: z.string().optional(),
  DATA_DIR: z.string().default('data'),
  MAX_ARTICLE_BYTES: wholeNumber(1024, 64 * 1024 ** 2).default(DEFAULT_MAX_ARTICLE_BYTES),
  CORPUS_COMMANDS: ON_OR_OFF.default(true),
  WATCH_CORPUS: ON_OR_OFF.default(false),
  FETCH: ON_OR_OFF.default(false),
  INDEX_TIME_LIMIT_SECONDS: wholeNumber(1, 86_400).default(600),
  // A thread needs some 30 MB before it has read anything.
  INDEX_MEMORY_LIMIT_MB: wholeNumber(64, 1_048_576).default(2048),
  FEEDBACK: ON_OR_OFF.default(false),
  FEEDBACK_DAYS: wholeNumber(1, 3650).default(90),
  LOG_LEVEL: oneOf(...LOG_LEVELS).default('info'),
  LOG_FORMAT: oneOf('json', 'pretty').optional(),
  HEALTH_PORT: wholeNumber(0, 65_535).optional(),
  HEALTH_HOST: matching(/^[\w.:-]+$/u, 'host').default('127.0.0.1'),
  DEFAULT_LOCALE: oneOf(...LOCALES).optional(),
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
    throw issuesError(result.error.issues.map(toIssue));
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
    fetch: settings.FETCH,
    indexTimeLimitSeconds: settings.INDEX_TIME_LIMIT_SECONDS,
    indexMemoryLimitMb: settings.INDEX_MEMORY_LIMIT_MB,
    feedback: settings.FEEDBACK,
    feedbackDays: settings.FEEDBACK_DAYS,
    logLevel: settings.LOG_LEVEL,
    logFormat: settings.LOG_FORMAT ?? null,
    healthPort: settings.HEALTH_PORT ?? null,
    healthHost: settings.HEALTH_HOST,
    defaultLocale: settings.DEFAULT_LOCALE ?? null,
  };
}

/** Every issue of {@link SETTINGS} is one that {@link checked} added. */
function toIssue({ path: at, ...issue }: z.core.$ZodIssue): SettingIssue {
  const { fault } = z
    .object({ fault: SETTING_FAULT })
    .parse(issue.code === 'custom' ? issue.params : null);
  return { setting: at.join('.'), fault };
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
      'DISCORD_TOKEN is not set: put the bot\'s token in .env (see .env.example). To try Verbatim without a token, run "npx verbatim console".',
    );
  }
  // A proxy or a Discord of tests may want another secret.
  if (discordApiUrl === null && !isTokenShaped(token)) {
    throw new ConfigError(
      'DISCORD_TOKEN (or the file in DISCORD_TOKEN_FILE) does not hold a bot token, which has three parts with dots between them: copy it under Bot > Reset Token in the developer portal. It is not the public key or the client secret.',
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
  const setting = 'SHARDS';
  if (shardCount === null) throw issuesError([{ setting, fault: { kind: 'shard-count-missing' } }]);
  const shard = shards.find((id) => id >= shardCount);
  if (shard === undefined) return { shards, shardCount };
  throw issuesError([{ setting, fault: { kind: 'shard-too-high', shard, shardCount } }]);
}

/** A token with anything else in it cannot be sent at all, and would look like a network that is down. */
function checkToken(token: string, setting: string): string {
  if (/^[\x21-\x7e]+$/u.test(token)) return token;
  throw issuesError([{ setting, fault: { kind: 'token' } }]);
}

function readToken(file: string | undefined, sources: ConfigSources): string | null {
  if (file === undefined) return null;
  const setting = 'DISCORD_TOKEN_FILE';
  let token: string;
  try {
    token = sources.readFile(path.resolve(sources.workingDir, file)).trim();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw issuesError([{ setting, fault: { kind: 'unreadable', reason } }], { cause: error });
  }
  if (token === '') throw issuesError([{ setting, fault: { kind: 'empty-file', file } }]);
  return checkToken(token, setting);
}
