import { describe, expect, test } from 'vitest';
import { commandOf } from '../support/fakes.ts';
import { ANSWER, ANSWER_TEXT, expectNextAnswer, seenOf, troubleIn } from '../support/faults.ts';
import { useFaultyBot } from '../support/faulty-bot.ts';
import { textsOf } from '../support/messages.ts';
import { prepareBot } from '../support/running-bot.ts';

const CALLBACK = 'POST /interactions/*';
const BROKEN = { dropSocket: true };

const faulty = useFaultyBot();

describe('a connection that breaks on the way to Discord is tried again', () => {
  test('with a first response', async () => {
    const { running } = faulty;
    running.discord.failNext(CALLBACK, BROKEN);
    const asked = running.discord.slash({ name: 'ask' });
    expect(textsOf(await asked.settled())).toContain(ANSWER_TEXT);
    expect(troubleIn(running)).toEqual([]);
  });

  test.each([
    ['with a deferral', CALLBACK],
    ['with the edit of a deferred answer', 'PATCH /webhooks/*'],
  ])('%s', async (_, route) => {
    const { running, slow } = faulty;
    if (route === CALLBACK) running.discord.failNext(route, BROKEN);
    const asked = await faulty.deferred();
    running.discord.failNext(route, BROKEN);
    slow.resolve(ANSWER);
    expect(textsOf(await asked.settled())).toContain(ANSWER_TEXT);
    expect(troubleIn(running)).toEqual([]);
  });

  test('with the removal of "thinking"', async () => {
    const { running, slow } = faulty;
    const asked = await faulty.deferredSecret();
    running.discord.failNext('DELETE /webhooks/*', BROKEN);
    slow.resolve(ANSWER);
    await running.bot.stop();
    expect(seenOf(asked)).toEqual([expect.stringContaining(ANSWER_TEXT)]);
    expect(troubleIn(running)).toEqual([]);
  });

  test('with choices', async () => {
    const { running } = faulty;
    running.discord.failNext('POST /interactions/:id/typing/callback', BROKEN);
    await faulty.type().response();
    expect(troubleIn(running)).toEqual([]);
  });

  test.each(['GET /gateway/bot', 'GET /applications/@me', 'PUT /applications/:app/commands'])(
    'at the start with %s',
    async (route) => {
      const running = await prepareBot([commandOf('ask', () => ANSWER)]);
      running.discord.failNext(route, BROKEN);
      await running.bot.start();
      await expectNextAnswer(running);
      expect(troubleIn(running)).toEqual([]);
      expect(running.discord.commands()).toHaveLength(1);
      await running.bot.stop();
      await running.discord.stop();
    },
  );
});

test('a connection that breaks with a follow-up is not tried again, which could be shown twice', async () => {
  const { running, slow } = faulty;
  const asked = await faulty.deferredSecret();
  running.discord.loseAnswer('POST /webhooks/*');
  slow.resolve(ANSWER);
  await running.bot.stop();
  expect(asked.followUps).toHaveLength(1);
  expect(troubleIn(running)).toEqual(['an answer could not be delivered']);
});

test('a connection that breaks every time costs one answer and one line in the log', async () => {
  const { running } = faulty;
  running.discord.failNext(CALLBACK, { ...BROKEN, times: 2 });
  const asked = running.discord.slash({ name: 'ask' });
  await running.discord.request(CALLBACK);
  await running.bot.stop();
  expect(asked.events).toEqual([]);
  expect(troubleIn(running)).toEqual(['an answer could not be delivered']);
});
