import { readFileSync } from 'node:fs';
import path from 'node:path';
import dotenv from 'dotenv';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Config,
  ConfigError,
  issuesError,
  parseConfig,
  requireToken,
  SETTING_NAMES,
} from '../src/config.ts';
import { DEFAULT_MAX_ARTICLE_BYTES } from '../src/corpus/index.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const workingDir = path.resolve('/work/dir');
const defaultCorpusDir = path.resolve('/app/seeds');

function noFile(file: string): never {
  throw new Error(`ENOENT: no such file or directory, open '${file}'`);
}

function parse(
  env: Readonly<Record<string, string | undefined>>,
  readFile: (file: string) => string = noFile,
): Config {
  return parseConfig({ env, workingDir, defaultCorpusDir, readFile });
}

function configErrorOf(...given: Parameters<typeof parse>): ConfigError {
  try {
    parse(...given);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('expected a ConfigError');
}

function errorOf(...given: Parameters<typeof parse>): string {
  return configErrorOf(...given).message;
}

const DEFAULTS: Config = {
  token: null,
  guildIds: [],
  moderatorRoleIds: [],
  auditChannelId: null,
  discordApiUrl: null,
  shards: 'auto',
  shardCount: null,
  questionsPerMinute: 20,
  corpusDir: defaultCorpusDir,
  dataDir: path.join(workingDir, 'data'),
  maxArticleBytes: DEFAULT_MAX_ARTICLE_BYTES,
  corpusCommands: true,
  watchCorpus: false,
  fetch: false,
  indexTimeLimitSeconds: 600,
  indexMemoryLimitMb: 2048,
  feedback: false,
  feedbackDays: 90,
  logLevel: 'info',
  logFormat: null,
  healthPort: null,
  healthHost: '127.0.0.1',
  defaultLocale: null,
};

describe('the settings', () => {
  test('have defaults', () => {
    expect(parse({})).toEqual(DEFAULTS);
  });

  test.each(['', '   ', '\t\r\n'])('count as not given when they are %j', (blank) => {
    expect(parse(Object.fromEntries(SETTING_NAMES.map((name) => [name, blank])))).toEqual(DEFAULTS);
  });

  test('may all be given, with white space around them', () => {
    const env = {
      DISCORD_TOKEN: ' a.b.c\r\n',
      AUDIT_CHANNEL_ID: ' 12345678901234569 ',
      DISCORD_GUILD_IDS: '12345678901234567, 12345678901234567890',
      MODERATOR_ROLE_IDS: ' 12345678901234568 12345678901234569,',
      DISCORD_API_URL: 'http://localhost:3000/api//',
      CORPUS_DIR: 'articles',
      DATA_DIR: '../mine',
      MAX_ARTICLE_BYTES: ' 1024 ',
      INDEX_TIME_LIMIT_SECONDS: '30',
      INDEX_MEMORY_LIMIT_MB: '512',
      FEEDBACK: 'on',
      FEEDBACK_DAYS: '30',
      LOG_LEVEL: 'silent',
      LOG_FORMAT: 'pretty',
      HEALTH_PORT: '0',
      HEALTH_HOST: '::1',
      SHARDS: '0, 2-3',
      SHARD_COUNT: '4',
      QUESTIONS_PER_MINUTE: '0',
      DEFAULT_LOCALE: 'zh-TW',
      CORPUS_COMMANDS: 'off',
      WATCH_CORPUS: ' on ',
      FETCH: 'on',
    };
    expect(parse(env)).toEqual({
      corpusCommands: false,
      watchCorpus: true,
      fetch: true,
      token: 'a.b.c',
      auditChannelId: '12345678901234569',
      guildIds: ['12345678901234567', '12345678901234567890'],
      moderatorRoleIds: ['12345678901234568', '12345678901234569'],
      discordApiUrl: 'http://localhost:3000/api',
      corpusDir: path.join(workingDir, 'articles'),
      dataDir: path.resolve(workingDir, '../mine'),
      maxArticleBytes: 1024,
      indexTimeLimitSeconds: 30,
      shards: [0, 2, 3],
      shardCount: 4,
      questionsPerMinute: 0,
      indexMemoryLimitMb: 512,
      feedback: true,
      feedbackDays: 30,
      logLevel: 'silent',
      logFormat: 'pretty',
      healthPort: 0,
      healthHost: '::1',
      defaultLocale: 'zh-TW',
    });
  });

  test('may have absolute paths', () => {
    const given = { CORPUS_DIR: path.resolve('/articles'), DATA_DIR: path.resolve('/data') };
    expect(parse(given)).toMatchObject({ corpusDir: given.CORPUS_DIR, dataDir: given.DATA_DIR });
  });

  test('pass over other variables of the environment', () => {
    expect(parse({ PATH: '/bin', LOG_LEVELS: 'loud', discord_token: 'x' })).toEqual(DEFAULTS);
  });
});

describe('a setting that cannot be used', () => {
  test.each([
    [
      'DISCORD_GUILD_IDS',
      '12',
      'must be ids of 17 to 20 digits with commas between them, not "12"',
    ],
    [
      'MODERATOR_ROLE_IDS',
      '12345678901234567,@mods',
      'must be ids of 17 to 20 digits with commas between them, not "@mods"',
    ],
    ['DISCORD_API_URL', 'discord.com/api', 'must be an address such as https://discord.com/api'],
    ['DISCORD_API_URL', 'ftp://discord.com', 'must be an address such as https://discord.com/api'],
    ...[
      ['MAX_ARTICLE_BYTES', 1024, 67_108_864],
      ['INDEX_TIME_LIMIT_SECONDS', 1, 86_400],
      ['INDEX_MEMORY_LIMIT_MB', 64, 1_048_576],
      ['SHARD_COUNT', 1, 10_000],
      ['QUESTIONS_PER_MINUTE', 0, 6000],
      ['FEEDBACK_DAYS', 1, 3650],
      ['HEALTH_PORT', 0, 65_535],
    ].flatMap(([name, min, max]) =>
      ['many', '2 MiB', 'Infinity', '1e30', `${min}.5`, Number(min) - 1, Number(max) + 1].map(
        (value) => [String(name), String(value), `must be a whole number from ${min} to ${max}`],
      ),
    ),
    ['SHARDS', 'all', 'must be "auto", or shards from 0 to 9999 such as 0,1 or 0-3, not "all"'],
    ['SHARDS', '3-1', 'must be "auto", or shards from 0 to 9999 such as 0,1 or 0-3, not "3-1"'],
    [
      'SHARDS',
      '0-10000',
      'must be "auto", or shards from 0 to 9999 such as 0,1 or 0-3, not "0-10000"',
    ],
    ['SHARDS', ',', 'must be "auto", or shards from 0 to 9999 such as 0,1 or 0-3, not ","'],
    ['LOG_LEVEL', 'loud', 'must be one of trace, debug, info, warn, error, fatal, silent'],
    ['LOG_FORMAT', 'xml', 'must be json or pretty'],
    ['HEALTH_HOST', 'a host', 'must be an address such as 127.0.0.1'],
    ['DEFAULT_LOCALE', 'fr', 'must be one of en-US, en-GB, zh-CN, zh-TW'],
  ])('is named once with the remedy: %s=%s', (name, value, remedy) => {
    expect(errorOf({ [name]: value })).toBe(`${name} ${remedy}`);
  });

  test.each([
    ['zh-CN', 'LOG_FORMAT 必须是下列之一：json, pretty；HEALTH_PORT 必须是 0 到 65535 之间的整数'],
    ['zh-TW', 'LOG_FORMAT 必須是下列之一：json, pretty；HEALTH_PORT 必須是 0 到 65535 之間的整數'],
  ] as const)('is told in %s where that is asked for', (locale, expected) => {
    const { issues } = configErrorOf({ LOG_FORMAT: 'xml', HEALTH_PORT: 'http' });
    expect(issuesError(issues, { locale }).message.replace('; ', '；')).toBe(expected);
  });

  test('is told together with the others, on one line', () => {
    expect(errorOf({ LOG_LEVEL: 'loud', DEFAULT_LOCALE: 'fr', MAX_ARTICLE_BYTES: '1' })).toBe(
      'MAX_ARTICLE_BYTES must be a whole number from 1024 to 67108864; LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent; DEFAULT_LOCALE must be one of en-US, en-GB, zh-CN, zh-TW',
    );
  });

  test('does not take the token along into the message', () => {
    expect(errorOf({ DISCORD_TOKEN: 'very.secret', LOG_LEVEL: 'loud' })).not.toContain('secret');
  });

  test('is the only thing that is ever wrong, and its line names a setting', () => {
    const env = fc.dictionary(fc.constantFrom(...SETTING_NAMES), fc.string({ unit: 'binary' }));
    const names = SETTING_NAMES.join('|');
    const line = new RegExp(`^(?:${names}) .+$`, 'u');
    fc.assert(
      fc.property(env, (given) => {
        expect(outcomeOf({ ...given, DISCORD_TOKEN_FILE: '' })).toMatch(line);
      }),
    );
  });
});

/** The error of settings that cannot be used, or a line like one for others. */
function outcomeOf(env: Readonly<Record<string, string>>): string {
  try {
    return `LOG_LEVEL ${parse(env).logLevel}`;
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

describe('the token', () => {
  test('is read from a file, with a path from the working directory', () => {
    const files: string[] = [];
    const { token } = parse({ DISCORD_TOKEN_FILE: 'secrets/token' }, (file) => {
      files.push(file);
      return '\uFEFFa.b.c\r\n';
    });
    expect(token).toBe('a.b.c');
    expect(files).toEqual([path.join(workingDir, 'secrets', 'token')]);
  });

  test('itself goes before a file, which is then not read', () => {
    expect(parse({ DISCORD_TOKEN: 'a.b.c', DISCORD_TOKEN_FILE: 'token' }).token).toBe('a.b.c');
  });

  test('file that cannot be read is an error that says why', () => {
    const file = path.join(workingDir, 'token');
    expect(errorOf({ DISCORD_TOKEN_FILE: 'token' })).toBe(
      `DISCORD_TOKEN_FILE cannot be read: ENOENT: no such file or directory, open '${file}'`,
    );
  });

  test('file that is empty is an error', () => {
    expect(errorOf({ DISCORD_TOKEN_FILE: 'token' }, () => ' \n')).toBe(
      'DISCORD_TOKEN_FILE names an empty file: token',
    );
  });
});

describe('what cannot do without a token', () => {
  const token = ['a'.repeat(24), 'b'.repeat(6), 'c'.repeat(38)].join('.');

  test('takes one that has the form of a token', () => {
    expect(requireToken({ token, discordApiUrl: null })).toBe(token);
  });

  test.each([
    ['a word', 'hello'],
    ['a client secret', 'd'.repeat(32)],
    ['half a token', token.slice(0, 33)],
  ])('refuses %s before Discord is asked, and does not repeat it', (_, secret) => {
    const refusal = (): string => requireToken({ token: secret, discordApiUrl: null });
    expect(refusal).toThrow(/DISCORD_TOKEN .+ does not hold a bot token/u);
    expect(refusal).not.toThrow(secret);
  });

  test('takes any secret for another address than that of Discord', () => {
    const discordApiUrl = 'http://127.0.0.1:1/api';
    expect(requireToken({ token: 'hello', discordApiUrl })).toBe('hello');
  });

  test('says where to put one that is missing', () => {
    expect(() => requireToken({ token: null, discordApiUrl: null })).toThrow(
      'DISCORD_TOKEN is not set',
    );
  });
});

describe('.env.example', () => {
  const text = readFileSync(path.join(ROOT, '.env.example'), 'utf8');
  const lines = text.split('\n');

  test('has every setting, and nothing else, in the order of the code or any other', () => {
    expect(Object.keys(dotenv.parse(text)).toSorted()).toEqual(SETTING_NAMES.toSorted());
  });

  test('has each of them once, with a line above that says what it does', () => {
    const settings = [...lines.entries()].filter(([, line]) => /^[A-Z_]+=/u.test(line));
    expect(settings).toHaveLength(SETTING_NAMES.length);
    for (const [index, line] of settings) {
      expect([line, lines[index - 1]]).toEqual([line, expect.stringMatching(/^# \S.{10,}/u)]);
    }
  });

  test('gives the defaults when it is copied as it is', () => {
    expect(parse(dotenv.parse(text))).toEqual(DEFAULTS);
  });
});

describe('shards', () => {
  test.each([
    [{ SHARD_COUNT: '3' }, { shards: 'auto', shardCount: 3 }],
    [{ SHARDS: 'AUTO' }, { shards: 'auto', shardCount: null }],
    [
      { SHARDS: '1,0,1', SHARD_COUNT: '2' },
      { shards: [0, 1], shardCount: 2 },
    ],
    [
      { SHARDS: '4-6', SHARD_COUNT: '8' },
      { shards: [4, 5, 6], shardCount: 8 },
    ],
  ])('%j', (env, expected) => {
    expect(parse(env)).toMatchObject(expected);
  });

  test('some of them need the number of all of them', () => {
    expect(errorOf({ SHARDS: '0,1' })).toBe(
      'SHARDS lists shards, so SHARD_COUNT must say how many there are in all',
    );
  });

  test('are below the number of all of them', () => {
    expect(errorOf({ SHARDS: '0-4', SHARD_COUNT: '4' })).toBe(
      'SHARDS has shard 4, but SHARD_COUNT=4 means 0 to 3: remove it, or raise SHARD_COUNT',
    );
  });
});

test('the documentation lists every setting, with the default of .env.example', () => {
  const text = readFileSync(path.join(ROOT, 'docs/operations.md'), 'utf8');
  const rows = new Map(
    [...text.matchAll(/^\| `([A-Z_]+)` \| (?:`([^`]*)` )?\| \S/gmu)].map(([, name, value = '']) => [
      name,
      value,
    ]),
  );
  const example = dotenv.parse(readFileSync(path.join(ROOT, '.env.example'), 'utf8'));
  expect(SETTING_NAMES.map((name) => [name, rows.get(name)])).toEqual(
    SETTING_NAMES.map((name) => [name, example[name]]),
  );
});

test.each(['“quoted-token”', 'two words', 'zero\u200bwidth'])(
  'a token that cannot be one is named before it is sent: %s',
  (token) => {
    expect(errorOf({ DISCORD_TOKEN: token })).toContain('DISCORD_TOKEN has a character');
    expect(errorOf({ DISCORD_TOKEN: token })).not.toContain(token);
  },
);
