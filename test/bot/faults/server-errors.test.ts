import { describe, expect, test } from 'vitest';
import { FIRST_PAUSE_MS } from '../../../src/bot/connection/retry.ts';
import { until } from '../../support/until.ts';
import { commandOf } from '../support/fakes.ts';
import { ANSWER, ANSWER_TEXT, expectNextAnswer, seenOf, troubleIn } from '../support/faults.ts';
import { useFaultyBot } from '../support/faulty-bot.ts';
import { textsOf } from '../support/messages.ts';
import { prepareBot } from '../support/running-bot.ts';

const CALLBACK = 'POST /interactions/*';

/** discord.js tries a request four times in all. */
const PASSING = { status: 500, times: 3 };
const LASTING = { status: 503, times: 4 };

const faulty = useFaultyBot();

describe('a burst of 500 that ends in time is not noticed', () => {
  test.each([CALLBACK, 'PATCH /webhooks/*', 'POST /webhooks/*', 'DELETE /webhooks/*'])(
    'at %s',
    async (route) => {
      const { running, slow } = faulty;
      const { discord } = running;
      if (route === CALLBACK) discord.failNext(route, PASSING);
      const isFollowUp = !/^(?:PATCH|POST .interactions)/u.test(route);
      const asked = await (isFollowUp ? faulty.deferredSecret() : faulty.deferred());
      discord.failNext(route, PASSING);
      slow.resolve(ANSWER);
      await running.bot.stop();
      expect(seenOf(asked)).toEqual([expect.stringContaining(ANSWER_TEXT)]);
      expect(troubleIn(running)).toEqual([]);
    },
  );

  test('when a button is used', async () => {
    const { running, slow } = faulty;
    slow.resolve(ANSWER);
    const pressing = faulty.press();
    running.discord.failNext(CALLBACK, PASSING);
    const pressed = await pressing;
    expect(textsOf(await pressed.settled())).toContain(ANSWER_TEXT);
    expect(troubleIn(running)).toEqual([]);
  });

  test('when choices are given', async () => {
    const { running } = faulty;
    running.discord.failNext('POST /interactions/:id/typing/callback', PASSING);
    await faulty.type().response();
    expect(troubleIn(running)).toEqual([]);
  });
});

describe('a burst of 500 that lasts costs one answer and one line in the log', () => {
  test('at the first response', async () => {
    const { running } = faulty;
    running.discord.failNext(CALLBACK, LASTING);
    const asked = running.discord.slash({ name: 'ask' });
    await running.discord.request(CALLBACK);
    await running.bot.stop();
    expect(asked.events).toEqual([]);
    expect(troubleIn(running)).toEqual(['an answer could not be delivered']);
  });

  test('at the deferral, after which the answer still has its chance', async () => {
    const { running, slow } = faulty;
    const asked = await faulty.startSlow();
    running.discord.failNext(CALLBACK, LASTING);
    faulty.defer();
    await running.discord.request(CALLBACK);
    slow.resolve(ANSWER);
    expect(textsOf(await asked.settled())).toContain(ANSWER_TEXT);
    await running.bot.stop();
    expect(troubleIn(running)).toEqual(['could not defer an answer, which was in time anyway']);
  });

  test('at the deferral and at the answer', async () => {
    const { running, slow } = faulty;
    await faulty.startSlow();
    running.discord.failNext(CALLBACK, { ...LASTING, times: 8 });
    faulty.defer();
    await running.discord.request(CALLBACK);
    slow.resolve(ANSWER);
    await running.bot.stop();
    expect(troubleIn(running)).toEqual(['an answer could not be delivered']);
  });

  test('at the edit of a deferred answer', async () => {
    const { running, slow } = faulty;
    await faulty.deferred();
    running.discord.failNext('PATCH /webhooks/*', LASTING);
    slow.resolve(ANSWER);
    await running.discord.request('PATCH /webhooks/*');
    await expectNextAnswer(running);
    await running.bot.stop();
    expect(troubleIn(running)).toEqual(['an answer could not be delivered']);
  });
});

test('a deferral that Discord took and answered with 500 throughout is edited, not left thinking', async () => {
  const { running, slow } = faulty;
  const asked = await faulty.startSlow();
  running.discord.loseAnswer(CALLBACK, LASTING);
  faulty.defer();
  await asked.response();
  slow.resolve(ANSWER);
  expect(textsOf(await asked.settled())).toContain(ANSWER_TEXT);
  expect(asked.events.map(({ kind }) => kind)).toEqual(['callback', 'edit']);
});

describe('at the start', () => {
  const prepare = () => prepareBot([commandOf('ask', () => ANSWER)]);

  test.each([
    ['out of order', LASTING, 'status 503'],
    ['that nobody reaches', { dropSocket: true, times: 2 }, 'cannot be reached'],
    ['behind something that refuses', { status: 403 }, 'does not let the bot GET'],
  ])('a Discord %s is told of in one line, and tried again', async (_, failure, line) => {
    const running = await prepare();
    const { bot, discord, timers } = running;
    discord.failNext('GET /gateway/bot', failure);
    const starting = bot.start();
    await timers.set(FIRST_PAUSE_MS);
    expect(troubleIn(running)).toEqual([expect.stringContaining(line)]);
    timers.fire(FIRST_PAUSE_MS);
    await starting;
    await expectNextAnswer(running);
    await bot.stop();
    await discord.stop();
  });

  test('a bot that is stopped while Discord is away leaves at once', async () => {
    const { bot, discord, timers } = await prepare();
    discord.failNext('GET /gateway/bot', LASTING);
    const starting = bot.start();
    await timers.set(FIRST_PAUSE_MS);
    await bot.stop();
    await starting;
    expect(timers.fire(FIRST_PAUSE_MS)).toBe(0);
    expect(discord.identifies).toEqual([]);
    await discord.stop();
  });

  test.each([
    ['a Discord out of order', { status: 500, times: 8 }],
    ['a bot that may not', { status: 403, times: 2 }],
  ])('%s that cannot register commands keeps no question from its answer', async (_, failure) => {
    const running = await prepare();
    const { discord, timers, logged } = running;
    discord.failNext('PUT /applications/:app/commands', failure);
    await running.bot.start();
    await expectNextAnswer(running);
    expect(timers.fire(FIRST_PAUSE_MS)).toBe(1);
    await timers.set(2 * FIRST_PAUSE_MS);
    expect(troubleIn(running)).toEqual(
      Array(2).fill('could not register the commands; the previous ones stay in use'),
    );
    timers.fire(2 * FIRST_PAUSE_MS);
    await until(() => expect(discord.commands().map(({ name }) => name)).toEqual(['ask']));
    await running.bot.stop();
    expect(logged.map(({ msg }) => msg)).toContain('the bot is ready');
    await discord.stop();
  });
});
