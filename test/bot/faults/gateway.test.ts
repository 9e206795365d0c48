import { afterEach, describe, expect, test } from 'vitest';
import { READY_TIMEOUT_MS } from '../../../src/bot/connection/connection.ts';
import { FIRST_PAUSE_MS } from '../../../src/bot/connection/retry.ts';
import { commandOf } from '../support/fakes.ts';
import { ANSWER, ANSWER_TEXT, expectNextAnswer, seenOf, troubleIn } from '../support/faults.ts';
import { useFaultyBot } from '../support/faulty-bot.ts';
import { textsOf } from '../support/messages.ts';
import { prepareBot, type RunningBot } from '../support/running-bot.ts';

describe('an answer under way is given while the gateway', () => {
  const faulty = useFaultyBot();

  test.each<readonly [string, (discord: RunningBot['discord']) => Promise<void>]>([
    [
      'asks to connect again (op 7)',
      async (discord) => {
        discord.reconnect();
        await discord.resumed();
      },
    ],
    [
      'ends the session, which can be resumed (op 9)',
      async (discord) => {
        discord.invalidateSession(true);
        await discord.resumed();
      },
    ],
    [
      'ends the session for good (op 9)',
      async (discord) => {
        const before = discord.identifies.length;
        discord.invalidateSession(false);
        await discord.identified(before + 1);
        await discord.ready();
      },
    ],
    [
      'drops the connection',
      async (discord) => {
        discord.dropGateway();
        await discord.resumed();
      },
    ],
    [
      'closes it for a reason that passes (4000)',
      async (discord) => {
        discord.closeGateway(4000);
        await discord.resumed();
      },
    ],
  ])('%s', async (_, disturb) => {
    const { running, slow } = faulty;
    const asked = await faulty.deferred();
    const disturbed = disturb(running.discord);
    slow.resolve(ANSWER);
    expect(textsOf(await asked.settled())).toContain(ANSWER_TEXT);
    await disturbed;
    await expectNextAnswer(running);
    expect(asked.events.map(({ kind }) => kind)).toEqual(['callback', 'edit']);
    expect(troubleIn(running)).toEqual([]);
    running.discord.assertNoViolations();
  });

  test('tells an interaction again on resuming, which is answered once', async () => {
    const { running, slow } = faulty;
    const { discord } = running;
    const done = discord.slash({ name: 'ask' });
    await done.settled();
    const open = await faulty.deferred();
    discord.repeatOnResume(2);
    discord.reconnect();
    await discord.resumed();
    await expectNextAnswer(running);
    slow.resolve(ANSWER);
    await running.bot.stop();
    expect(done.events).toHaveLength(1);
    expect(seenOf(open)).toEqual([expect.stringContaining(ANSWER_TEXT)]);
    expect(troubleIn(running)).toEqual([]);
    discord.assertNoViolations();
  });

  test('is away: what was asked meanwhile is answered on resuming', async () => {
    const { running } = faulty;
    const { discord } = running;
    discord.holdGateway('hello');
    discord.dropGateway();
    const asked = discord.slash({ name: 'ask' });
    discord.releaseGateway();
    expect(textsOf(await asked.settled())).toContain(ANSWER_TEXT);
    discord.assertNoViolations();
  });
});

describe('a gateway that is late', () => {
  let running: RunningBot | undefined;

  const prepare = async () => {
    running = await prepareBot([commandOf('ask', () => ANSWER)]);
    return running;
  };

  afterEach(async () => {
    await running?.bot.stop();
    await running?.discord.stop();
  });

  test.each(['hello', 'ready'] as const)('with %s is waited for', async (step) => {
    const late = await prepare();
    const { bot, discord } = late;
    discord.holdGateway(step);
    const starting = bot.start();
    await discord.request('GET /gateway/bot');
    discord.releaseGateway();
    await starting;
    await expectNextAnswer(late);
    expect(troubleIn(late)).toEqual([]);
  });

  test.each(['hello', 'ready'] as const)(
    'with %s for a minute is told of in one line, and tried again',
    async (step) => {
      const late = await prepare();
      const { bot, discord, timers } = late;
      discord.holdGateway(step);
      const starting = bot.start();
      await discord.request('GET /gateway/bot');
      timers.fire(READY_TIMEOUT_MS);
      await timers.set(FIRST_PAUSE_MS);
      expect(troubleIn(late)).toEqual([expect.stringContaining('was not ready within 60 seconds')]);
      discord.releaseGateway();
      timers.fire(FIRST_PAUSE_MS);
      await starting;
      await expectNextAnswer(late);
      discord.assertNoViolations();
    },
  );

  test('with a server answers there and elsewhere meanwhile', async () => {
    const late = await prepare();
    const { bot, discord } = late;
    discord.holdGateway('guilds');
    const starting = bot.start();
    await discord.ready();
    await expectNextAnswer(late);
    const direct = discord.slash({ name: 'ask', guildId: null });
    expect(textsOf(await direct.settled())).toContain(ANSWER_TEXT);
    discord.releaseGateway();
    await starting;
    await expectNextAnswer(late);
    expect(direct.events).toHaveLength(1);
    expect(troubleIn(late)).toEqual([]);
    discord.assertNoViolations();
  });
});
