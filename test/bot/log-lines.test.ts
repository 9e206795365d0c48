import { afterEach, expect, test } from 'vitest';
import type { Reply } from '../../src/commands/index.ts';
import { commandOf, type Deferred, deferred } from './support/fakes.ts';
import { replyOf } from './support/replies.ts';
import { type RunningBot, startBot } from './support/running-bot.ts';

let running: RunningBot;
let slow: Deferred<Reply>;

async function start(): Promise<void> {
  slow = deferred<Reply>();
  running = await startBot([
    commandOf(
      'watch',
      (call) => {
        call.onProgress?.({ stage: 'reading', done: 1, total: 2 });
        return slow.promise;
      },
      { access: 'moderators' },
    ),
    commandOf('break', () => {
      throw new Error('broken');
    }),
    commandOf('change', (_call, { audit }) => {
      audit?.({ action: 'change', person: null, text: () => 'Changed', fields: {} });
      return replyOf([]);
    }),
  ]);
  running.logged.length = 0;
}

afterEach(async () => {
  slow.resolve(replyOf([]));
  await running.bot.stop();
  await running.discord.stop();
});

/** The lines of the log, each with the interaction that it is found by. */
const logged = () => running.logged.map(({ msg, interaction }) => [interaction, msg]);

test('a command that fails, and whose answer then gets lost, is logged with its id', async () => {
  await start();
  running.discord.failNext('POST /interactions/*', { status: 500, times: 9 });
  const { payload } = running.discord.slash({ name: 'break' });
  await running.discord.request('POST /interactions/*');
  await running.bot.stop();
  expect(logged()).toEqual([
    [payload.id, 'a command failed'],
    [payload.id, 'an answer could not be delivered'],
  ]);
});

test('what a moderator did is logged with the id', async () => {
  await start();
  const used = running.discord.slash({ name: 'change' });
  await used.settled();
  expect(logged()).toEqual([[used.payload.id, 'audit: change']]);
});

test('a deferral, progress and an answer that Discord refuses are logged with the id', async () => {
  await start();
  const { discord } = running;
  const used = discord.slash({ name: 'watch' });
  await used.response();
  discord.failNext('PATCH /webhooks/*', {
    status: 400,
    body: { code: 50_035, message: 'No' },
    times: 9,
  });
  await discord.request('PATCH /webhooks/*');
  slow.resolve(replyOf([]));
  await running.bot.stop();
  expect(logged()).toEqual([
    [used.payload.id, 'could not show progress'],
    [used.payload.id, 'an answer could not be delivered'],
  ]);
});
