import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { LOG_LEVELS } from '../../src/config.ts';
import { createLog, type Logger } from '../../src/shared/log.ts';
import { createRedactor } from '../../src/shared/redact.ts';

const line = z.looseObject({ level: z.number(), time: z.number(), msg: z.string().optional() });

/** What is written to a log, in any format. */
function recordText(
  write: (log: Logger) => void,
  { token = null, logLevel = 'trace', logFormat = null }: Partial<Parameters<typeof createLog>[0]>,
  isTTY = false,
) {
  const chunks: string[] = [];
  const destination = { isTTY, write: (chunk: string) => void chunks.push(chunk) };
  write(createLog({ logLevel, token, logFormat }, destination));
  return { text: chunks.join('') };
}

/** What is written to a log, as text and line by line. */
function record(
  write: (log: Logger) => void,
  {
    token = 'very.secret-token',
    logLevel = 'trace',
  }: Partial<Parameters<typeof createLog>[0]> = {},
) {
  const { text } = recordText(write, { token, logLevel });
  const lines = text.split('\n').slice(0, -1);
  return { text, lines: lines.map((each) => line.parse(JSON.parse(each))) };
}

/** Ways in which something can hold something else, as libraries do. */
const WRAPPERS: readonly ((value: unknown) => unknown)[] = [
  (value) => [value],
  (value) => ({ value }),
  (value) => ({ [String(value)]: 1 }),
  (value) => ({ toJSON: () => value }),
  (value) => new Map([[value, value]]),
  (value) => new Set([value]),
  (value) => Buffer.from(String(value)),
  (value) => new Uint8Array(Buffer.from(String(value))),
  (value) => `Bot ${String(value)}`,
  (value) => [...Buffer.from(String(value))],
  (value) => JSON.stringify({ header: value }),
  (value) => new Error(String(value)),
  (value) => new Error('outer', { cause: value }),
  (value) => new AggregateError([value], 'several'),
  (value) => Object.assign(new Error('with more'), { requestBody: value, headers: [value] }),
  (value) => new URL(`https://example.com/?${encodeURIComponent(String(value))}`),
];

describe('the log', () => {
  test('is lines of JSON, one an entry', () => {
    const { text, lines } = record((log) => {
      log.info({ articles: 5 }, 'ready');
      log.error({ err: new Error('first\nsecond') }, 'failed');
    });
    expect(text.match(/\n/gu)).toHaveLength(2);
    expect(lines).toMatchObject([
      { level: 30, articles: 5, msg: 'ready' },
      { level: 50, err: { type: 'Error', message: 'first\nsecond' }, msg: 'failed' },
    ]);
  });

  test('is for people on a terminal, unless the setting says otherwise', () => {
    const write = (log: Logger) => log.info('ready');
    expect(recordText(write, {}, true).text).toContain('ready\n');
    expect(recordText(write, {}, true).text).not.toContain('{');
    expect(recordText(write, { logFormat: 'json' }, true).text).toMatch(/^\{.*\}\n$/u);
    expect(recordText(write, { logFormat: 'pretty' }).text).not.toContain('{');
    expect(recordText(write, {}).text).toMatch(/^\{.*\}\n$/u);
  });

  test.each(LOG_LEVELS)('at the level %s has that and what is graver', (logLevel) => {
    const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;
    const { lines } = record(
      (log) => {
        for (const level of levels) log[level](level);
      },
      { logLevel },
    );
    expect(lines.map(({ msg }) => msg)).toEqual(LOG_LEVELS.slice(LOG_LEVELS.indexOf(logLevel), -1));
  });
});

describe('a secret', () => {
  test('is not written under a key that names it, at any depth and in any case', () => {
    const { text, lines } = record((log) => {
      log.info({
        token: 'hidden-1',
        DISCORD_TOKEN: 'hidden-2',
        request: { headers: { Authorization: 'Bot hidden-3' }, authorization: 'hidden-4' },
        calls: [{ interaction: { token: 'a "hidden-5" \\' } }],
        kept: 'a token',
      });
    });
    expect(text).not.toContain('hidden');
    expect(lines).toMatchObject([
      {
        token: '[redacted]',
        DISCORD_TOKEN: '[redacted]',
        request: { headers: { Authorization: '[redacted]' }, authorization: '[redacted]' },
        calls: [{ interaction: { token: '[redacted]' } }],
        kept: 'a token',
      },
    ]);
  });

  test('of a few letters costs no word its letters', () => {
    const lines: string[] = [];
    for (const token of ['x', 'index', '1']) {
      const redact = createRedactor(token);
      lines.push(redact(JSON.stringify({ msg: 'the next index', articles: 14, token })));
    }
    const shown = '{"msg":"the next index","articles":14,"token":"[redacted]"}';
    expect(lines).toEqual([shown, shown, shown]);
  });

  test('is not written when it is the bot token, wherever it stands', () => {
    const { text, lines } = record((log) => {
      const error = new Error('Bot very.secret-token was refused');
      log.warn(
        { 'very.secret-token': 1, err: error, list: ['very.secret-token'] },
        'very.secret-token!',
      );
      log.child({ with: 'very.secret-token' }).info('as well');
    });
    expect(text).not.toContain('very.secret-token');
    expect(lines).toMatchObject([
      { msg: '[redacted]!', list: ['[redacted]'], err: { message: 'Bot [redacted] was refused' } },
      { msg: 'as well', with: '[redacted]' },
    ]);
  });

  test('is not written in the addresses that Discord gives to interactions and webhooks', () => {
    const { lines } = record((log) => {
      log.error({
        url: 'https://discord.com/api/v10/interactions/123/aW50ZXJhY3Rpb24_-x/callback?a=1',
        path: '/webhooks/123/hidden/messages/@original',
      });
    });
    expect(lines).toMatchObject([
      {
        url: 'https://discord.com/api/v10/interactions/123/[redacted]/callback?a=1',
        path: '/webhooks/123/[redacted]/messages/@original',
      },
    ]);
  });

  test('is kept out whatever it is made of, and the lines stay JSON', () => {
    const token = fc.string({ unit: 'grapheme', minLength: 12 });
    fc.assert(
      fc.property(token, fc.string(), (secret, around) => {
        const { lines } = record(
          (log) => log.info({ text: `${around}${secret}${around}` }, secret),
          { token: secret },
        );
        expect(JSON.stringify(lines)).not.toContain(JSON.stringify(secret).slice(1, -1));
      }),
    );
  });

  test('is kept out however deep, and in whatever, it stands', () => {
    const characters = 'ABCabc019_-'.split('');
    const part = (length: number) =>
      fc
        .array(fc.constantFrom(...characters), { minLength: length, maxLength: length })
        .map((each) => each.join(''));
    const realToken = fc.tuple(part(24), part(6), part(27)).map((parts) => parts.join('.'));
    fc.assert(
      fc.property(realToken, fc.array(fc.nat({ max: WRAPPERS.length - 1 })), (token, layers) => {
        const wrapped = layers.reduce<unknown>((value, layer) => WRAPPERS[layer]?.(value), token);
        for (const logFormat of ['json', 'pretty'] as const) {
          const { text } = recordText(
            (log) => log.warn({ wrapped, err: wrapped }, String(wrapped)),
            {
              token,
              logFormat,
            },
          );
          for (const form of [token, token.slice(32), [...Buffer.from(token)].join(',')]) {
            expect(text).not.toContain(form);
          }
        }
      }),
    );
  });

  test('is not written as what signs it alone, without the id of the bot before it', () => {
    const token = `MTEwMDAwMDAwMDAwMDAwMDAwMQ.GabcdE.${'s'.repeat(27)}`;
    const { text } = record((log) => log.info({ part: 's'.repeat(27), id: 'MTEw' }), { token });
    expect(text).toContain('"part":"[redacted]","id":"MTEw"');
  });

  test('is not written from what Discord was sent, nor is what a person asked', () => {
    const error = Object.assign(new Error('Invalid Form Body'), {
      url: 'https://discord.com/api/v10/webhooks/123/hidden-1/messages/@original',
      status: 400,
      requestBody: { files: [], json: { content: 'What did hidden-2 ask?' } },
      headers: { authorization: 'Bot hidden-3' },
      body: JSON.stringify({ token: 'hidden-4', kept: JSON.stringify({ token: 'hidden-5' }) }),
    });
    const { text, lines } = record((log) => log.error({ err: error }, 'failed'));
    expect(text).not.toContain('hidden');
    expect(lines).toMatchObject([{ err: { message: 'Invalid Form Body', status: 400 } }]);
  });

  test('is not looked for where there is none', () => {
    const { lines } = record((log) => log.info('nothing to hide'), { token: null });
    expect(lines).toMatchObject([{ msg: 'nothing to hide' }]);
  });
});
