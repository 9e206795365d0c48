import { afterEach, describe, expect, test } from 'vitest';
import { GUILD_ID } from '../discord/guild-payloads.ts';
import { commandOf } from './support/fakes.ts';
import { ANSWER, ANSWER_TEXT, troubleIn } from './support/faults.ts';
import { textsOf } from './support/messages.ts';
import { type BotSettings, prepareBot, type RunningBot } from './support/running-bot.ts';

/** Discord's rule, with two shards. */
const shardOf = (guildId: string) => Number((BigInt(guildId) >> 22n) % 2n);

const OTHER_GUILD_ID = String(BigInt(GUILD_ID) + (1n << 22n));
const [EVEN, ODD] =
  shardOf(GUILD_ID) === 0 ? [GUILD_ID, OTHER_GUILD_ID] : [OTHER_GUILD_ID, GUILD_ID];

let running: RunningBot | undefined;

afterEach(async () => {
  await running?.bot.stop();
  await running?.discord.stop();
});

async function prepare(settings: BotSettings = {}): Promise<RunningBot> {
  running = await prepareBot([commandOf('ask', () => ANSWER)], {
    discord: { shards: 2, guildIds: [EVEN, ODD] },
    ...settings,
  });
  return running;
}

async function start(settings: BotSettings = {}): Promise<RunningBot> {
  const prepared = await prepare(settings);
  await prepared.bot.start();
  return prepared;
}

async function expectAnswerIn({ discord }: RunningBot, guildId: string | null): Promise<void> {
  const asked = discord.slash({ name: 'ask', guildId });
  expect(textsOf(await asked.settled())).toContain(ANSWER_TEXT);
  expect(asked.events).toHaveLength(1);
}

const shardsOf = ({ discord }: RunningBot) =>
  discord.identifies
    .map(({ shard }) => [...shard])
    .toSorted(([one = 0], [other = 0]) => one - other);

const linesOf = ({ logged }: RunningBot, text: string) =>
  logged.filter(({ msg }) => msg === text).map(({ shard }) => shard);

test('the fake has servers for both shards', () => {
  expect([EVEN, ODD].map(shardOf)).toEqual([0, 1]);
});

describe('with SHARDS=auto', () => {
  test('there are as many shards as Discord recommends, and all of them answer', async () => {
    const bot = await start();
    expect(shardsOf(bot)).toEqual([
      [0, 2],
      [1, 2],
    ]);
    for (const guildId of [EVEN, ODD, null]) await expectAnswerIn(bot, guildId);
    expect(linesOf(bot, 'a shard connected')).toHaveLength(2);
    expect(new Set(linesOf(bot, 'a shard connected'))).toEqual(new Set([0, 1]));
    expect(troubleIn(bot)).toEqual([]);
    bot.discord.assertNoViolations();
  });

  test('the commands are registered once', async () => {
    const { discord } = await start();
    const puts = discord.requests.filter(
      ({ method, path }) => method === 'PUT' && path.endsWith('/commands'),
    );
    expect(puts).toHaveLength(1);
  });

  test('SHARD_COUNT says how many there are', async () => {
    const bot = await start({ shardCount: 3 });
    expect(shardsOf(bot)).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
  });
});

describe('with some shards of all', () => {
  test('only those are connected', async () => {
    const bot = await start({ shards: [1], shardCount: 2 });
    expect(shardsOf(bot)).toEqual([[1, 2]]);
    await expectAnswerIn(bot, ODD);
  });

  test('the process with the first shard registers the commands', async () => {
    const bot = await start({ shards: [1], shardCount: 2 });
    expect(bot.discord.commands()).toEqual([]);
    await bot.bot.stop();
    await bot.discord.stop();
    const first = await start({ shards: [0], shardCount: 2 });
    expect(first.discord.commands().map(({ name }) => name)).toEqual(['ask']);
  });
});

test.each(['ready', 'guilds'] as const)(
  'a shard that is late with %s keeps nobody of the others waiting',
  async (step) => {
    const bot = await prepare();
    const { discord } = bot;
    discord.holdGateway(step, 1);
    const starting = bot.bot.start();
    await discord.identified(2);
    await discord.ready();
    await expectAnswerIn(bot, EVEN);
    await expectAnswerIn(bot, null);
    discord.releaseGateway();
    await starting;
    await expectAnswerIn(bot, ODD);
    await expectAnswerIn(bot, EVEN);
    expect(troubleIn(bot)).toEqual([]);
    discord.assertNoViolations();
  },
);

test('a shard that loses its connection leaves the others answering, and comes back', async () => {
  const bot = await start();
  const { discord } = bot;
  discord.holdGateway('hello');
  discord.closeGateway(4000, 1);
  const missed = discord.slash({ name: 'ask', guildId: ODD });
  await expectAnswerIn(bot, EVEN);
  expect(missed.events).toEqual([]);
  discord.releaseGateway();
  expect(textsOf(await missed.settled())).toContain(ANSWER_TEXT);
  await expectAnswerIn(bot, ODD);
  expect(linesOf(bot, 'reconnecting')).toEqual([1]);
  expect(linesOf(bot, 'a shard reconnected')).toEqual([1]);
  expect(troubleIn(bot)).toEqual([]);
});

test('the bot is lost when Discord closes a shard for good, and not before', async () => {
  const bot = await start();
  let isLost = false;
  const lost = bot.bot.lost.then((error) => {
    isLost = true;
    return error;
  });
  bot.discord.closeGateway(4000, 0);
  await bot.discord.resumed();
  await expectAnswerIn(bot, EVEN);
  expect(isLost).toBe(false);
  bot.discord.closeGateway(4011, 1);
  expect((await lost).message).toContain('4011');
});
