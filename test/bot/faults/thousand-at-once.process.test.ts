import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { DEFER_AFTER_MS } from '../../../src/bot/response/respond.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { threadBehind } from '../../support/weak-thread.ts';
import { troubleIn } from '../support/faults.ts';
import { textsOf } from '../support/messages.ts';
import { ROOT } from '../support/process.ts';
import { startThreadedBot } from '../support/threaded-bot.ts';

const COUNT = 1000;
/** discord.js makes 50 edits a second. */
const PATIENCE_MS = 300_000;

const FIRST_RESPONSE_MS = 3000;
const QUESTIONS = [
  'When must TikTok be sold?',
  '禁令什么时候生效？',
  'Who may buy TikTok?',
  'What did the court decide?',
];

/** What this many waiting interactions may take, in bytes: 0.2 MB each would be far too much. */
const MEMORY_LIMIT_BYTES = 200 * 1024 * 1024;

test('a thousand people who ask at once are all told in time, and answered in the end', {
  timeout: PATIENCE_MS,
}, async () => {
  const gate = path.join(tempFolder(), 'open');
  const running = await startThreadedBot(
    path.join(ROOT, 'seeds'),
    { program: threadBehind(gate), questionLimitMs: PATIENCE_MS },
    { discord: { timeoutMs: PATIENCE_MS } },
  );
  const { discord, clock, timers } = running;
  const before = memory();
  const asked = Array.from({ length: COUNT }, (_, index) =>
    discord.slash({
      name: 'ask',
      options: { question: QUESTIONS[index % QUESTIONS.length] ?? '' },
      user: { id: String(1_200_000_000_000_000_000n + BigInt(index)) },
    }),
  );
  await timers.set(DEFER_AFTER_MS, COUNT);
  clock.advance(DEFER_AFTER_MS);
  timers.fire(DEFER_AFTER_MS);
  await Promise.all(asked.map((each) => each.response()));
  const peak = memory();
  clock.advance(FIRST_RESPONSE_MS);
  expect(discord.unanswered()).toEqual([]);
  expect(peak - before).toBeLessThan(MEMORY_LIMIT_BYTES);

  writeFileSync(gate, '');
  const messages = await Promise.all(asked.map((each) => each.settled()));
  expect(messages.every((message) => textsOf(message)[0]?.startsWith('## '))).toBe(true);
  expect(new Set(asked.map(({ events }) => events.map(({ kind }) => kind).join()))).toEqual(
    new Set(['callback,edit']),
  );
  expect(troubleIn(running)).toEqual([]);
  discord.assertNoViolations();
});

function memory(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
