import { describe, expect, test } from 'vitest';
import { DEFER_AFTER_MS } from '../../../src/bot/response/respond.ts';
import { ANSWER, ANSWER_TEXT, expectNextAnswer, seenOf, troubleIn } from '../support/faults.ts';
import { useFaultyBot } from '../support/faulty-bot.ts';
import { textsOf } from '../support/messages.ts';

const CALLBACK = 'POST /interactions/*';

const faulty = useFaultyBot();

describe.each([
  ['the connection breaks', { dropSocket: true }],
  ['the answer is 502', { status: 502 }],
])('what Discord has taken is not done twice when %s:', (_, failure) => {
  test('a first response', async () => {
    const { running } = faulty;
    running.discord.loseAnswer(CALLBACK, failure);
    const asked = running.discord.slash({ name: 'ask' });
    await asked.settled();
    await expectNextAnswer(running);
    await running.bot.stop();
    expect(asked.events.map(({ kind }) => kind)).toEqual(['callback']);
    expect(troubleIn(running)).toEqual([]);
    running.discord.assertNoViolations();
  });

  test('a deferral', async () => {
    const { running, slow } = faulty;
    running.discord.loseAnswer(CALLBACK, failure);
    const asked = await faulty.deferred();
    slow.resolve(ANSWER);
    expect(textsOf(await asked.settled())).toContain(ANSWER_TEXT);
    await running.bot.stop();
    expect(asked.events.map(({ kind }) => kind)).toEqual(['callback', 'edit']);
    expect(troubleIn(running)).toEqual([]);
    running.discord.assertNoViolations();
  });

  test('the update of a message by its button', async () => {
    const { running, slow } = faulty;
    const pressed = await faulty.press();
    running.discord.loseAnswer(CALLBACK, failure);
    slow.resolve(ANSWER);
    await pressed.settled();
    await running.bot.stop();
    expect(pressed.events.map(({ kind }) => kind)).toEqual(['callback']);
    expect(troubleIn(running)).toEqual([]);
    running.discord.assertNoViolations();
  });

  test('the deferral of such an update', async () => {
    const { running, slow } = faulty;
    const pressed = await faulty.press();
    running.discord.loseAnswer(CALLBACK, failure);
    await running.timers.set(DEFER_AFTER_MS);
    faulty.defer();
    await pressed.response();
    slow.resolve(ANSWER);
    await running.bot.stop();
    expect(pressed.events.map(({ kind }) => kind)).toEqual(['callback', 'edit']);
    expect(troubleIn(running)).toEqual([]);
  });

  test('the edit of a deferred answer', async () => {
    const { running, slow } = faulty;
    const asked = await faulty.deferred();
    running.discord.loseAnswer('PATCH /webhooks/*', failure);
    slow.resolve(ANSWER);
    await running.bot.stop();
    expect(seenOf(asked)).toEqual([expect.stringContaining(ANSWER_TEXT)]);
    expect(troubleIn(running)).toEqual([]);
  });

  test('the removal of "thinking"', async () => {
    const { running, slow } = faulty;
    const asked = await faulty.deferredSecret();
    running.discord.loseAnswer('DELETE /webhooks/*', failure);
    slow.resolve(ANSWER);
    await running.bot.stop();
    expect(seenOf(asked)).toEqual([expect.stringContaining(ANSWER_TEXT)]);
    expect(troubleIn(running)).toEqual([]);
  });

  test('choices', async () => {
    const { running } = faulty;
    running.discord.loseAnswer('POST /interactions/:id/typing/callback', failure);
    await faulty.type().response();
    await running.bot.stop();
    expect(troubleIn(running)).toEqual([]);
    running.discord.assertNoViolations();
  });
});
