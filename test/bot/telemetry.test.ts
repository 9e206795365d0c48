import { afterEach, describe, expect, test } from 'vitest';
import type { Command } from '../../src/commands/index.ts';
import { UserError } from '../../src/shared/errors.ts';
import type { Telemetry } from '../../src/shared/telemetry.ts';
import { commandOf, definitionOf } from './support/fakes.ts';
import { replyOf } from './support/replies.ts';
import { type BotSettings, type RunningBot, startBot } from './support/running-bot.ts';

type Told =
  | { readonly command: string; readonly outcome: string }
  | { readonly shard: number; readonly state: string }
  | { readonly bot: string }
  | { readonly autocomplete: true };

let running: RunningBot | null = null;

afterEach(async () => {
  await running?.bot.stop();
  await running?.discord.stop();
});

/** A bot, and what it tells. */
async function watched(commands: readonly Command[], settings: BotSettings = {}) {
  const told: Told[] = [];
  const durations: number[] = [];
  const telemetry: Telemetry = {
    onCommand({ command, outcome, durationMs }) {
      told.push({ command, outcome });
      durations.push(durationMs);
    },
    onAutocomplete(durationMs) {
      told.push({ autocomplete: true });
      durations.push(durationMs);
    },
    onShard: (shard, state) => void told.push({ shard, state }),
    onBot: (state) => void told.push({ bot: state }),
  };
  running = await startBot(commands, { telemetry, ...settings });
  return { ...running, told, durations };
}

function fail(error: Error): () => never {
  return () => {
    throw error;
  };
}

const ABSTAINING: Command = {
  definition: definitionOf('abstain'),
  run: async () => ({ reply: replyOf([]), json: () => null, outcome: 'nothing' }),
};

const COMMANDS = [
  commandOf('answer', () => replyOf([])),
  ABSTAINING,
  commandOf('refuse', fail(new UserError('no', 'Not like this.'))),
  commandOf('fail', fail(new Error('broken'))),
];

describe('the bot tells whoever watches over it', () => {
  test('each use of a command once, with how it ended and how long it took', async () => {
    const { discord, told, durations } = await watched(COMMANDS);
    told.length = 0;
    for (const name of ['answer', 'abstain', 'refuse', 'fail']) {
      await discord.slash({ name }).settled();
    }
    expect(told).toEqual([
      { command: 'answer', outcome: 'answered' },
      { command: 'abstain', outcome: 'nothing' },
      { command: 'refuse', outcome: 'refused' },
      { command: 'fail', outcome: 'failed' },
    ]);
    expect(durations.every((ms) => Number.isFinite(ms) && ms >= 0)).toBe(true);
    discord.assertNoViolations();
  });

  test('that somebody was too fast', async () => {
    const { discord, told } = await watched(COMMANDS, { questionsPerMinute: 1 });
    told.length = 0;
    await discord.slash({ name: 'answer' }).settled();
    await discord.slash({ name: 'answer' }).settled();
    expect(told).toEqual([
      { command: 'answer', outcome: 'answered' },
      { command: 'answer', outcome: 'refused' },
    ]);
  });

  test('that choices were offered', async () => {
    const offered = { ...definitionOf('offer'), options: [] };
    const { discord, told } = await watched([{ ...ABSTAINING, definition: offered }]);
    told.length = 0;
    discord.autocomplete({ name: 'offer', focused: 'question' });
    await discord.request('POST /interactions/:id/:token/callback');
    // It is told once Discord has the choices, and stopping waits for that.
    await running?.bot.stop();
    expect(told).toContainEqual({ autocomplete: true });
  });

  test('when it is ready, loses a shard, has it again, and stops', async () => {
    const { bot, discord, told } = await watched(COMMANDS);
    expect(told).toEqual([{ shard: 0, state: 'ready' }, { bot: 'ready' }]);
    told.length = 0;
    discord.dropGateway();
    await discord.resumed();
    // Whoever answers has its connection again.
    await discord.slash({ name: 'answer' }).settled();
    expect(told.filter((each) => 'shard' in each)).toEqual([
      { shard: 0, state: 'connecting' },
      { shard: 0, state: 'ready' },
    ]);
    told.length = 0;
    await bot.stop();
    expect(told[0]).toEqual({ bot: 'stopping' });
    expect(told).not.toContainEqual({ shard: 0, state: 'connecting' });
  });
});
