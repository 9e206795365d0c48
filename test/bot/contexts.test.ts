import { ChannelType, InteractionContextType, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEFER_AFTER_MS } from '../../src/bot/response/respond.ts';
import type { CommandCall, Reply } from '../../src/commands/index.ts';
import { commandOf, deferred } from './support/fakes.ts';
import { componentsOf, textsOf } from './support/messages.ts';
import { quoteBlock, replyOf } from './support/replies.ts';
import { ARTICLE, type RunningBot, startBot } from './support/running-bot.ts';

const UNKNOWN_GUILD = '1100000000000000088';
const UNKNOWN_CHANNEL = '1100000000000000089';

const next = { label: 'Next', call: { command: 'ask', options: { question: 'next' } } };
const answer = replyOf([quoteBlock(ARTICLE)], { actions: [next] });

let calls: CommandCall[];
let slow: ReturnType<typeof deferred<Reply>>;
let running: RunningBot;

beforeEach(async () => {
  calls = [];
  slow = deferred<Reply>();
  running = await startBot([
    commandOf('ask', (call) => {
      calls.push(call);
      return answer;
    }),
    commandOf('slow', () => slow.promise),
    commandOf('reindex', () => answer, { access: 'moderators' }),
  ]);
});

afterEach(async () => {
  slow.resolve(answer);
  await running.bot.stop();
  await running.discord.stop();
});

const isPrivate = ({ flags = 0 }: { readonly flags?: number }) =>
  (flags & MessageFlags.Ephemeral) !== 0;

const controlOf = (message: object) =>
  componentsOf(message).find(({ customId }) => customId !== undefined)?.customId ?? '';

const { BotDM, PrivateChannel } = InteractionContextType;

const PLACES = {
  'a channel': {},
  'a thread that is not cached': {
    channelId: UNKNOWN_CHANNEL,
    channelType: ChannelType.PublicThread,
  },
  'direct messages with the bot': { guildId: null, channelId: UNKNOWN_CHANNEL, context: BotDM },
  'a direct message with someone else': {
    guildId: null,
    channelId: UNKNOWN_CHANNEL,
    context: PrivateChannel,
    installedBy: 'user',
  },
  'a server without the bot': {
    guildId: UNKNOWN_GUILD,
    channelId: UNKNOWN_CHANNEL,
    installedBy: 'user',
  },
  'a channel where the bot may do nothing': { appPermissions: 0n },
} as const;

describe.each(Object.entries(PLACES))('in %s', (_name, place) => {
  test('a command is answered, and its button pages on in place', async () => {
    const { discord } = running;
    const message = await discord.slash({ name: 'ask', ...place }).settled();
    expect(textsOf(message).join()).toContain('15 September');
    const pressed = discord.button({ message, customId: controlOf(message), ...place });
    expect(await pressed.settled()).toMatchObject({ id: message.id });
    expect(calls.map(({ options }) => options)).toEqual([{}, { question: 'next' }]);
    discord.assertNoViolations();
  });

  test("another person's press gives a private copy", async () => {
    const { discord } = running;
    const message = await discord.slash({ name: 'ask', ...place }).settled();
    const user = { id: '1100000000000000044', username: 'other' };
    const customId = controlOf(message);
    const copy = await discord.button({ message, customId, ...place, user }).settled();
    expect(copy.id).not.toBe(message.id);
    expect(isPrivate(copy)).toBe(true);
    discord.assertNoViolations();
  });

  test('a slow answer is deferred and edited', async () => {
    const { discord, timers } = running;
    const asked = discord.slash({ name: 'slow', ...place });
    await timers.set(DEFER_AFTER_MS);
    timers.fire(DEFER_AFTER_MS);
    await asked.response();
    slow.resolve(answer);
    expect(textsOf(await asked.settled()).join()).toContain('15 September');
    discord.assertNoViolations();
  });
});

describe('where a person may not use apps of their own', () => {
  const place = { ...PLACES['a server without the bot'], permissions: 0n };

  test('Discord makes the answer private, and its button works on', async () => {
    const { discord } = running;
    const message = await discord.slash({ name: 'ask', ...place }).settled();
    expect(isPrivate(message)).toBe(true);
    const pressed = discord.button({ message, customId: controlOf(message), ...place });
    expect(await pressed.settled()).toMatchObject({ id: message.id });
    discord.assertNoViolations();
  });

  test('a private answer after a public promise arrives all the same', async () => {
    const { discord, timers } = running;
    const asked = discord.slash({ name: 'slow', ...place });
    await timers.set(DEFER_AFTER_MS);
    timers.fire(DEFER_AFTER_MS);
    await asked.response();
    slow.resolve({ ...answer, visibility: 'private' });
    await discord.request('POST /webhooks/:app/:token');
    expect(asked.followUps.map(isPrivate)).toEqual([true]);
    discord.assertNoViolations();
  });
});

describe('rights', () => {
  test('in a server without the bot make nobody a moderator', async () => {
    const permissions = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.UseExternalApps;
    await running.discord
      .slash({ name: 'ask', ...PLACES['a server without the bot'], permissions })
      .settled();
    await running.discord.slash({ name: 'ask', permissions }).settled();
    expect(calls.map(({ isModerator }) => isModerator)).toEqual([false, true]);
  });

  test.each(['direct messages with the bot', 'a server without the bot'] as const)(
    "moderators' commands are not offered in %s",
    (name) => {
      expect(() => running.discord.slash({ name: 'reindex', ...PLACES[name] })).toThrow(
        'not offered',
      );
    },
  );
});
