import { expect, test } from 'vitest';
import { ANSWER, expectNextAnswer, troubleIn } from '../support/faults.ts';
import { useFaultyBot } from '../support/faulty-bot.ts';

const TOKEN_OVER = 'an answer came too late: the 15 minutes of its interaction are over';
const TOO_LATE = 'an answer came too late: Discord waits 3 seconds for the first response';

const faulty = useFaultyBot();

test('an answer whose token ended meanwhile is one line in the log', async () => {
  const { running, slow } = faulty;
  const asked = await faulty.deferred();
  running.clock.advance(15 * 60_000 + 1);
  slow.resolve(ANSWER);
  await running.discord.request('PATCH /webhooks/*');
  await expectNextAnswer(running);
  await running.bot.stop();
  expect(asked.events.map(({ kind }) => kind)).toEqual(['callback']);
  expect(troubleIn(running)).toEqual([TOKEN_OVER]);
});

test('a private one as well, whose "thinking" cannot be removed', async () => {
  const { running, slow } = faulty;
  const asked = await faulty.deferredSecret();
  running.clock.advance(15 * 60_000 + 1);
  slow.resolve(ANSWER);
  await running.discord.request('DELETE /webhooks/*');
  await expectNextAnswer(running);
  await running.bot.stop();
  expect(asked.events.map(({ kind }) => kind)).toEqual(['callback']);
  expect(troubleIn(running)).toEqual([TOKEN_OVER]);
});

test('a deferral that comes too late is one line in the log, and nothing more is tried', async () => {
  const { running, slow } = faulty;
  const asked = await faulty.startSlow();
  running.clock.advance(3001);
  faulty.defer();
  await running.discord.request('POST /interactions/*');
  slow.resolve(ANSWER);
  await expectNextAnswer(running);
  await running.bot.stop();
  expect(asked.events).toEqual([]);
  expect(troubleIn(running)).toEqual([TOO_LATE]);
  const { requests } = running.discord;
  expect(requests.filter(({ path }) => path.includes(asked.payload.token))).toHaveLength(1);
});
