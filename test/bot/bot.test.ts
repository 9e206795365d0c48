import {
  type APIInteraction,
  type APIMessage,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { PROGRESS_INTERVAL_MS } from '../../src/bot/response/progress.ts';
import {
  COMMAND_TIMEOUT_MS,
  DEFER_AFTER_MS,
  MODERATOR_COMMAND_TIMEOUT_MS,
} from '../../src/bot/response/respond.ts';
import type { Block, CommandCall, Reply } from '../../src/commands/index.ts';
import { createQuote } from '../../src/retrieval/index.ts';
import { UserError } from '../../src/shared/errors.ts';
import { GUILD_ID } from '../discord/guild-payloads.ts';
import { inScripts } from '../support/in-scripts.ts';
import { commandOf, deferred } from './support/fakes.ts';
import { textsOf } from './support/messages.ts';
import { quoteBlock, replyOf } from './support/replies.ts';
import {
  ARTICLE,
  EMOJI_ARTICLE,
  MODERATOR_ROLE_ID,
  type RunningBot,
  startBot,
} from './support/running-bot.ts';

const answer = replyOf([quoteBlock(ARTICLE, [{ start: 21, end: 33 }])]);
const ANSWER_TEXT =
  '> Americans have until **15 September**. \\*Nothing\\* else is known.\n-# The Guardian · Sep 14, 2020 · TikTok ban looms';

let calls: CommandCall[];
let slow: ReturnType<typeof deferred<Reply>>;
let running: RunningBot;

beforeEach(async () => {
  calls = [];
  slow = deferred<Reply>();
  const apply = { name: 'apply', description: inScripts('A', '一', '一'), options: [] };
  running = await startBot([
    commandOf('ask', (call) => {
      calls.push(call);
      return answer;
    }),
    commandOf('slow', () => slow.promise),
    commandOf('secret', async () => ({ ...(await slow.promise), visibility: 'private' })),
    commandOf('refuse', () => {
      throw new UserError('bad-date', '"*x*" is not a date');
    }),
    commandOf('break', () => {
      throw new TypeError('token of the database', { cause: new Error('inner') });
    }),
    commandOf(
      'reindex',
      async (call) => {
        calls.push(call);
        if (!call.isModerator) throw new UserError('not-a-moderator', 'Moderators only.');
        return slow.promise;
      },
      { access: 'moderators', options: [], subcommands: [apply] },
    ),
  ]);
});

afterEach(async () => {
  slow.resolve(answer);
  await running.bot.stop();
  await running.discord.stop();
});

const privacyOf = (message: { flags?: number }) =>
  ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;

const OTHER_ID = '1100000000000000070';

/** Another interaction made of one, for what the fake's builders do not make. */
function again(payload: object, token: string, fields: object): APIInteraction {
  return z.custom<APIInteraction>().parse({ ...payload, id: OTHER_ID, token, ...fields });
}

const reindex = (origin: object) =>
  running.discord.slash({ name: 'reindex', subcommand: 'apply', ...origin });

describe('a question', () => {
  test('is answered with a quote, at once and in public', async () => {
    const { discord, logged } = running;
    const asked = discord.slash({ name: 'ask', options: { question: 'When?' }, locale: 'en-US' });
    const message = await asked.settled();
    expect(asked.events.map(({ kind }) => kind)).toEqual(['callback']);
    expect(textsOf(message)).toContain(ANSWER_TEXT);
    expect(privacyOf(message)).toBe(false);
    expect(calls).toMatchObject([
      { subcommand: null, options: { question: 'When?' }, locale: 'en-US', isModerator: false },
    ]);
    // A person's question is theirs: it does not belong in the log.
    expect(JSON.stringify(logged)).not.toContain('When?');
    discord.assertNoViolations();
  });

  test('with private: true is answered to the asker alone', async () => {
    const { discord } = running;
    const asked = discord.slash({ name: 'ask', options: { private: true } });
    expect(privacyOf(await asked.settled())).toBe(true);
    discord.assertNoViolations();
  });

  test('works in direct messages', async () => {
    const { discord } = running;
    const asked = discord.slash({ name: 'ask', guildId: null });
    expect(textsOf(await asked.settled())).toContain(ANSWER_TEXT);
    discord.assertNoViolations();
  });

  test.each([
    ['zh-TW', 'en-US', 'zh-TW'],
    ['en-GB', 'zh-CN', 'en-GB'],
    ['fr', 'zh-CN', 'zh-CN'],
    ['fr', 'de', 'en-US'],
  ] as const)(
    'by a person with %s in a server with %s is heard as %s',
    async (locale, guildLocale, expected) => {
      const { discord } = running;
      await discord.slash({ name: 'ask', locale, guildLocale }).settled();
      expect(calls).toMatchObject([{ locale: expected }]);
    },
  );

  test('that takes long is deferred before the deadline and edited then', async () => {
    const { discord, clock, timers } = running;
    const asked = discord.slash({ name: 'slow' });
    await timers.set(DEFER_AFTER_MS);
    clock.advance(DEFER_AFTER_MS);
    timers.fire(DEFER_AFTER_MS);
    await asked.response();
    clock.advance(10_000);
    slow.resolve(answer);
    expect(textsOf(await asked.settled())).toContain(ANSWER_TEXT);
    expect(asked.events.map(({ kind }) => kind)).toEqual(['callback', 'edit']);
    discord.assertNoViolations();
  });

  test('that takes long and is private stays private', async () => {
    const { discord, timers } = running;
    const asked = discord.slash({ name: 'slow', options: { private: true } });
    await timers.set(DEFER_AFTER_MS);
    timers.fire(DEFER_AFTER_MS);
    await asked.response();
    slow.resolve(answer);
    expect(privacyOf(await asked.settled())).toBe(true);
    discord.assertNoViolations();
  });

  test('whose answer turns out private after a public wait is not shown to others', async () => {
    const { discord, timers } = running;
    const asked = discord.slash({ name: 'secret' });
    await timers.set(DEFER_AFTER_MS);
    timers.fire(DEFER_AFTER_MS);
    await asked.response();
    slow.resolve(answer);
    await discord.request('POST /webhooks/:app/:token');
    expect(asked.events.map(({ kind }) => kind)).toEqual(['callback', 'delete', 'follow-up']);
    expect(asked.followUps.map(privacyOf)).toEqual([true]);
    discord.assertNoViolations();
  });
});

describe('what goes wrong', () => {
  test('a mistake of the person is told to them alone, in plain text', async () => {
    const { discord, logged } = running;
    const message = await discord.slash({ name: 'refuse' }).settled();
    expect(textsOf(message)).toEqual(['"\\*x\\*" is not a date']);
    expect(privacyOf(message)).toBe(true);
    expect(logged.filter(({ level }) => level >= 40)).toEqual([]);
    discord.assertNoViolations();
  });

  test('a fault of ours gives an id, in the reply and in the log, and nothing of the cause', async () => {
    const { discord, logged } = running;
    const message = await discord.slash({ name: 'break', locale: 'zh-CN' }).settled();
    expect(textsOf(message)).toEqual([
      '我这边出了点问题。如果再次发生，请把这个编号告诉管理员：abcd1234',
    ]);
    expect(privacyOf(message)).toBe(true);
    expect(logged).toContainEqual(
      expect.objectContaining({
        level: 50,
        errorId: 'abcd1234',
        command: 'break',
        err: expect.objectContaining({ stack: expect.stringContaining('caused by: Error: inner') }),
      }),
    );
    discord.assertNoViolations();
  });

  test('a command that never ends is given up', async () => {
    const { discord, timers } = running;
    const asked = discord.slash({ name: 'slow' });
    await timers.set(DEFER_AFTER_MS);
    timers.fire(DEFER_AFTER_MS);
    await asked.response();
    timers.fire(COMMAND_TIMEOUT_MS);
    await discord.request('POST /webhooks/:app/:token');
    expect(asked.followUps.flatMap(textsOf).join('')).toContain('abcd1234');
    discord.assertNoViolations();
  });

  test.each([
    ['an answer of 500, which discord.js retries', { status: 500 }],
    ['a broken connection, which it does not', { dropSocket: true }],
  ])('an answer whose confirmation is lost in %s is not given twice', async (_, failure) => {
    const { discord, bot, logged } = running;
    discord.loseAnswer('POST /interactions/*', failure);
    const asked = discord.slash({ name: 'ask' });
    await asked.settled();
    await bot.stop();
    expect(asked.events).toHaveLength(1);
    expect(logged.filter(({ level }) => level >= 40)).toEqual([]);
    discord.assertNoViolations();
  });

  test('an answer after a deferral whose confirmation got lost is an edit', async () => {
    const { discord, timers } = running;
    discord.failNext('POST /interactions/*', { dropSocket: true });
    const asked = discord.slash({ name: 'slow' });
    await timers.set(DEFER_AFTER_MS);
    discord.loseAnswer('POST /interactions/*', { dropSocket: true });
    timers.fire(DEFER_AFTER_MS);
    await asked.response();
    slow.resolve(answer);
    expect(textsOf(await asked.settled())).toContain(ANSWER_TEXT);
  });

  test('an answer that comes too late is logged, and the bot goes on', async () => {
    const { discord, clock, logged } = running;
    const late = discord.slash({ name: 'slow' });
    await running.timers.set(DEFER_AFTER_MS);
    clock.advance(3001);
    slow.resolve(answer);
    await discord.request('POST /interactions/*');
    await discord.slash({ name: 'ask' }).settled();
    expect(late.events).toEqual([]);
    expect(logged.map(({ msg }) => msg)).toContainEqual(expect.stringContaining('came too late'));
  });

  test('a command that is registered and not known is told so', async () => {
    const { discord } = running;
    const asked = discord.slash({ name: 'ask' });
    await asked.settled();
    const { payload } = asked;
    const data = { ...('data' in payload ? payload.data : {}), name: 'gone' };
    const unknown = discord.interact(again(payload, 'other', { data }));
    expect(textsOf(await unknown.settled())).toEqual([
      'I don’t know \\/gone. It may have been removed or renamed; reload Discord to see the current commands.',
    ]);
    discord.assertNoViolations();
  });
});

describe('/reindex', () => {
  test.each([
    ['who manages the server', { permissions: PermissionFlagsBits.ManageGuild }, true],
    ['who is an administrator', { permissions: PermissionFlagsBits.Administrator }, true],
    ['with the role of moderators', { roles: [MODERATOR_ROLE_ID] }, true],
    ['with another role', { roles: ['1100000000000000051'] }, false],
    ['without any right', { permissions: PermissionFlagsBits.ManageMessages }, false],
  ])('a member %s', async (_, origin, isModerator) => {
    slow.resolve(answer);
    const message = await reindex(origin).settled();
    expect(calls).toMatchObject([{ subcommand: 'apply', isModerator }]);
    expect(privacyOf(message)).toBe(true);
    running.discord.assertNoViolations();
  });

  test('nobody is a moderator in direct messages', async () => {
    const { discord } = running;
    const asked = reindex({ permissions: PermissionFlagsBits.ManageGuild });
    await asked.response();
    slow.resolve(answer);
    const { payload } = asked;
    const { guild_id: _, member, ...direct } = payload;
    discord.interact(again(direct, 'direct', { user: member?.user }));
    await discord.request('POST /interactions/:id/direct/callback');
    await discord.request('PATCH /webhooks/:app/direct/*');
    expect(calls.map((call) => call.isModerator)).toEqual([true, false]);
  });

  test('defers at once, shows progress now and then, and its end last', async () => {
    const { discord, timers } = running;
    const asked = reindex({ roles: [MODERATOR_ROLE_ID], locale: 'en-US' });
    await asked.response();
    const [call] = calls;
    call?.onProgress?.({ stage: 'reading', done: 1, total: 5 });
    call?.onProgress?.({ stage: 'reading', done: 2, total: 5 });
    const shows = (text: string) => (it: APIMessage) => textsOf(it).join('\n').includes(text);
    await asked.until('the first progress', shows('Reading files\\: 1 of 5'));
    await timers.set(PROGRESS_INTERVAL_MS);
    call?.onProgress?.({ stage: 'indexing', done: 3, total: 5 });
    timers.fire(PROGRESS_INTERVAL_MS);
    await asked.until('the newest', shows('Indexing articles\\: 3 of 5'));
    call?.onProgress?.({ stage: 'indexing', done: 4, total: 5 });
    slow.resolve(answer);
    await asked.until('the end', (it) => textsOf(it).includes(ANSWER_TEXT));
    // 2 and 4 of 5 were overtaken before their turn.
    expect(asked.events.map(({ kind }) => kind)).toEqual(['callback', 'edit', 'edit', 'edit']);
    discord.assertNoViolations();
  });

  test('that outlives its token is logged', async () => {
    const { discord, clock, logged } = running;
    const asked = reindex({ roles: [MODERATOR_ROLE_ID] });
    await asked.response();
    clock.advance(15 * 60_000 + 1);
    slow.resolve(answer);
    await discord.request('PATCH /webhooks/*');
    await running.bot.stop();
    expect(logged.map(({ msg }) => msg)).toContainEqual(expect.stringContaining('15 minutes'));
  });

  test('is given up a minute before its token ends', async () => {
    const { discord, timers } = running;
    const asked = reindex({ roles: [MODERATOR_ROLE_ID] });
    await asked.response();
    timers.fire(MODERATOR_COMMAND_TIMEOUT_MS);
    expect(textsOf(await asked.settled()).join('')).toContain('abcd1234');
    discord.assertNoViolations();
  });
});

describe('what is not offered yet', () => {
  test('a button of an older version', async () => {
    const { discord } = running;
    const asked = discord.slash({ name: 'ask' });
    const message = await asked.settled();
    const button = { type: 2 as const, style: 2 as const, label: 'More', custom_id: 'ask:more' };
    const pressed = discord.button({
      message: { ...message, components: [{ type: 1, components: [button] }] },
      customId: 'ask:more',
      locale: 'zh-TW',
    });
    await pressed.response();
    expect(pressed.events.map(({ kind }) => kind)).toEqual(['callback']);
    discord.assertNoViolations();
  });

  test('a message command', async () => {
    const { discord } = running;
    const { payload } = discord.slash({ name: 'ask' });
    const target = discord.foreignMessage('hello');
    const resolved = { messages: { [target.id]: target } };
    const data = { id: OTHER_ID, name: 'Find', type: 3, target_id: target.id, resolved };
    const asked = discord.interact(again(payload, 'menu', { data }));
    expect(privacyOf(await asked.settled())).toBe(true);
    discord.assertNoViolations();
  });

  test('completion gets an empty list', async () => {
    const { discord } = running;
    const { payload } = discord.slash({ name: 'ask' });
    const options = [{ name: 'question', type: 3, value: 'w', focused: true }];
    const data = { id: OTHER_ID, name: 'ask', type: 1, options };
    const asked = discord.interact(again(payload, 'typing', { type: 4, data }));
    await asked.response();
    expect(asked.choices).toEqual([]);
    discord.assertNoViolations();
  });
});

describe('handlers that misbehave', () => {
  const half = createQuote(EMOJI_ARTICLE, { start: 0, end: 7 }, [{ start: 6, end: 7 }]);
  const block: Block = { ...quoteBlock(EMOJI_ARTICLE), quote: half };

  test.each([
    ['pings everyone', replyOf([{ type: 'text', style: 'normal', text: '@everyone <@&1>' }])],
    ['says 4,001 characters', replyOf([{ type: 'text', style: 'normal', text: 'x'.repeat(4001) }])],
    ['has a heading of 4,001', replyOf([], { heading: 'x'.repeat(4001) })],
    ['splits an emoji', replyOf([{ type: 'text', style: 'normal', text: 'half \ud83d' }])],
    ['quotes half an emoji', replyOf([block])],
    ['says nothing', replyOf([], { heading: '', footer: null })],
    [
      'links to nowhere',
      replyOf([{ type: 'list', items: [{ text: 'a', detail: null, url: 'x:y' }] }]),
    ],
    [
      'lists 500 items',
      replyOf([
        {
          type: 'list',
          items: Array.from({ length: 500 }, () => ({ text: 'a', detail: 'b', url: null })),
        },
      ]),
    ],
  ] satisfies [string, Reply][])('a reply that %s', async (_, reply) => {
    const { discord, timers, logged } = running;
    const asked = discord.slash({ name: 'slow' });
    await timers.set(DEFER_AFTER_MS);
    slow.resolve(reply);
    await asked.settled();
    discord.assertNoViolations();
    expect(logged.filter(({ errorId }) => errorId !== undefined)).toEqual([]);
  });
});

test('starting looks for copies of the commands in the servers that Discord names', () => {
  const paths = running.discord.requests.map(({ method, path }) => `${method} ${path}`);
  expect(paths).toContainEqual(
    expect.stringMatching(new RegExp(`^GET /applications/\\d+/guilds/${GUILD_ID}/commands`, 'u')),
  );
});

describe('leaving', () => {
  test('finishes what runs, and tells newcomers', async () => {
    const { bot, discord, timers } = running;
    const asked = discord.slash({ name: 'slow' });
    await timers.set(DEFER_AFTER_MS);
    const stopped = bot.stop();
    const late = discord.slash({ name: 'ask', locale: 'en-US' });
    expect(textsOf(await late.settled())).toEqual([
      'I’m restarting. Please try again in a moment.',
    ]);
    slow.resolve(answer);
    await stopped;
    expect(textsOf(await asked.settled())).toContain(ANSWER_TEXT);
    expect(calls).toEqual([]);
    discord.assertNoViolations();
  });
});
