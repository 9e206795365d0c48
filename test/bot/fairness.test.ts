import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { QueueFullError } from '../../src/library/index.ts';
import { commandOf } from './support/fakes.ts';
import { ANSWER, ANSWER_TEXT, expectNextAnswer, troubleIn } from './support/faults.ts';
import { isPrivate } from './support/faulty-bot.ts';
import { componentsOf, textsOf } from './support/messages.ts';
import { type RunningBot, startBot } from './support/running-bot.ts';

let running: RunningBot;

beforeEach(async () => {
  const action = { label: 'More', call: { command: 'ask', options: {} } };
  running = await startBot(
    [
      commandOf('ask', () => ({ ...ANSWER, actions: [action] })),
      commandOf('crowded', () => {
        throw new QueueFullError('20 questions of one person are waiting');
      }),
      commandOf('reindex', () => ANSWER, { access: 'moderators' }),
    ],
    { questionsPerMinute: 3 },
  );
});

afterEach(async () => {
  running.discord.assertNoViolations();
  await running.bot.stop();
  await running.discord.stop();
});

const ask = (fields: Partial<Parameters<RunningBot['discord']['slash']>[0]> = {}) =>
  running.discord.slash({ name: 'ask', ...fields }).settled();

test('who asks too fast is told when to try again, in their language and to them alone', async () => {
  for (let count = 0; count < 3; count += 1) expect(textsOf(await ask())).toContain(ANSWER_TEXT);
  const told = await ask({ locale: 'en-GB' });
  expect(textsOf(told)).toEqual(['You’re asking too fast. Try again in 20 seconds.']);
  expect(isPrivate(told)).toBe(true);
  expect(textsOf(await ask({ locale: 'zh-CN' }))[0]).toContain('20 秒之后');
  expect(textsOf(await ask({ locale: 'zh-TW' }))[0]).toContain('20 秒之後');
  await expectNextAnswer(running);
  running.clock.advance(19_500);
  expect(textsOf(await ask())[0]).toContain('in 1 second.');
  running.clock.advance(500);
  expect(textsOf(await ask())).toContain(ANSWER_TEXT);
  expect(troubleIn(running)).toEqual([]);
});

test('buttons count as well, and leave their message as it is', async () => {
  const { discord } = running;
  const message = await ask();
  const customId = componentsOf(message).find((it) => it.customId !== undefined)?.customId ?? '';
  const press = () => discord.button({ message, customId });
  await press().settled();
  await press().settled();
  const told = await press().settled();
  expect(textsOf(told)[0]).toContain('Try again');
  expect(told.id).not.toBe(message.id);
  expect(isPrivate(told)).toBe(true);
});

test("moderators' commands are not limited, but for those who are no moderators", async () => {
  const reindex = (permissions: bigint) =>
    running.discord
      .slash({ name: 'reindex', permissions })
      .until('the answer', (it) => textsOf(it).length > 0);
  for (let count = 0; count < 9; count += 1) {
    expect(textsOf(await reindex(PermissionFlagsBits.ManageGuild))).toContain(ANSWER_TEXT);
  }
  for (let count = 0; count < 3; count += 1) await reindex(0n);
  expect(textsOf(await reindex(0n))[0]).toContain('Try again');
});

test('who has too much waiting is told so', async () => {
  const told = await running.discord.slash({ name: 'crowded', locale: 'en-US' }).settled();
  expect(textsOf(told)).toEqual([
    'Several of your questions are still waiting. Please wait for their answers.',
  ]);
  expect(isPrivate(told)).toBe(true);
  expect(troubleIn(running)).toEqual([]);
});
