import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { until } from '../../support/until.ts';
import { commandOf } from '../support/fakes.ts';
import { ANSWER, ANSWER_TEXT, expectNextAnswer, seenOf, troubleIn } from '../support/faults.ts';
import { useFaultyBot } from '../support/faulty-bot.ts';
import { textsOf } from '../support/messages.ts';
import { prepareBot, type RunningBot } from '../support/running-bot.ts';

const CALLBACK = 'POST /interactions/*';
const TOO_LATE =
  'an answer could not be delivered: Discord asked for a pause that it would have been late after';

/** Discord asks for a pause of so many seconds. */
const pauseOf = (seconds: number, times = 1) => ({
  status: 429,
  headers: { 'retry-after': String(seconds) },
  times,
});

const SHORT = pauseOf(0.01, 3);
/** Longer than any test and any token. */
const LONG = pauseOf(3600, 9);

const faulty = useFaultyBot();

describe('a short pause is waited for before', () => {
  test('a first response', async () => {
    const { running } = faulty;
    running.discord.failNext(CALLBACK, SHORT);
    const asked = running.discord.slash({ name: 'ask' });
    expect(textsOf(await asked.settled())).toContain(ANSWER_TEXT);
    expect(troubleIn(running)).toEqual([]);
    running.discord.assertNoViolations();
  });

  test('the edit of a deferred answer', async () => {
    const { running, slow } = faulty;
    const asked = await faulty.deferred();
    running.discord.failNext('PATCH /webhooks/*', SHORT);
    slow.resolve(ANSWER);
    expect(textsOf(await asked.settled())).toContain(ANSWER_TEXT);
    expect(troubleIn(running)).toEqual([]);
  });

  test('a follow-up', async () => {
    const { running, slow } = faulty;
    const asked = await faulty.deferredSecret();
    running.discord.failNext('POST /webhooks/*', SHORT);
    running.discord.failNext('DELETE /webhooks/*', SHORT);
    slow.resolve(ANSWER);
    await running.bot.stop();
    expect(seenOf(asked).join('')).toContain(ANSWER_TEXT);
    expect(asked.followUps).toHaveLength(1);
  });

  test('choices as one types', async () => {
    const { running } = faulty;
    running.discord.failNext('POST /interactions/:id/typing/callback', SHORT);
    await faulty.type().response();
    expect(troubleIn(running)).toEqual([]);
  });
});

describe('a pause that is too long is not waited for:', () => {
  test('one before a first response costs that answer alone, and holds up nobody who leaves', async () => {
    const { running } = faulty;
    const { discord } = running;
    discord.failNext(CALLBACK, { ...LONG, times: 1 });
    const asked = discord.slash({ name: 'ask' });
    await discord.request(CALLBACK);
    await expectNextAnswer(running);
    await running.bot.stop();
    expect(asked.events).toEqual([]);
    expect(troubleIn(running)).toEqual([TOO_LATE]);
  });

  test('one before a deferral leaves the answer its chance', async () => {
    const { running, slow } = faulty;
    const asked = await faulty.startSlow();
    running.discord.failNext(CALLBACK, { ...LONG, times: 1 });
    faulty.defer();
    await running.discord.request(CALLBACK);
    slow.resolve(ANSWER);
    expect(textsOf(await asked.settled())).toContain(ANSWER_TEXT);
    await running.bot.stop();
    expect(troubleIn(running)).toEqual(['could not defer an answer, which was in time anyway']);
  });

  test('one longer than the life of its token costs a deferred answer', async () => {
    const { running, slow } = faulty;
    const { discord } = running;
    await faulty.deferred();
    discord.failNext('PATCH /webhooks/*', LONG);
    slow.resolve(ANSWER);
    await discord.request('PATCH /webhooks/*');
    await expectNextAnswer(running);
    await running.bot.stop();
    expect(troubleIn(running)).toEqual([TOO_LATE]);
  });

  test('one before choices is a quiet line in the log', async () => {
    const { running } = faulty;
    const { discord } = running;
    discord.failNext('POST /interactions/:id/typing/callback', LONG);
    faulty.type();
    await discord.request('POST /interactions/:id/typing/callback');
    await expectNextAnswer(running);
    await running.bot.stop();
    expect(running.logged.map(({ msg }) => msg)).toContain('could not answer an autocomplete');
    expect(troubleIn(running)).toEqual([]);
  });
});

describe('at the start', () => {
  const prepare = () => prepareBot([commandOf('ask', () => ANSWER)]);
  /** The pause in the log, in seconds. */
  const pauseIn = ({ logged }: RunningBot) =>
    until(() => {
      const pause = logged.find(({ nextInSeconds }) => nextInSeconds !== undefined);
      return z.number().parse(pause?.['nextInSeconds']);
    });
  const COMMANDS = 'PUT /applications/:app/commands';

  test('short pauses are waited for', async () => {
    const running = await prepare();
    running.discord.failNext('GET /gateway/bot', SHORT);
    running.discord.failNext(COMMANDS, SHORT);
    await running.bot.start();
    await expectNextAnswer(running);
    expect(troubleIn(running)).toEqual([]);
    await running.bot.stop();
    await running.discord.stop();
  });

  test('a long one before connecting is taken, and told of in one line', async () => {
    const running = await prepare();
    const { bot, discord, timers } = running;
    discord.failNext('GET /gateway/bot', pauseOf(3600));
    const starting = bot.start();
    await timers.set(1000 * (await pauseIn(running)));
    expect(troubleIn(running)).toEqual([
      expect.stringMatching(/pause of 360\d seconds before GET \/gateway\/bot/u),
    ]);
    await bot.stop();
    await starting;
    await discord.stop();
  });

  test('a long one before registering is taken while questions are answered', async () => {
    const running = await prepare();
    const { discord, timers } = running;
    const pause = pauseOf(100);
    discord.failNext(COMMANDS, pause);
    await running.bot.start();
    await expectNextAnswer(running);
    expect(troubleIn(running)).toEqual([
      'could not register the commands; the previous ones stay in use',
    ]);
    expect(discord.commands()).toEqual([]);
    expect(timers.fire(1000 * (await pauseIn(running)))).toBe(1);
    await until(() => expect(discord.commands().map(({ name }) => name)).toEqual(['ask']));
    await running.bot.stop();
    await discord.stop();
  });
});
