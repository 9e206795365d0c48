import { MessageFlags } from 'discord.js';
import { afterEach, beforeEach } from 'vitest';
import { DEFER_AFTER_MS } from '../../../src/bot/response/respond.ts';
import type { Reply } from '../../../src/commands/index.ts';
import type { FakeInteraction } from '../../discord/interactions.ts';
import { commandOf, type Deferred, deferred } from './fakes.ts';
import { ANSWER } from './faults.ts';
import { componentsOf } from './messages.ts';
import { type RunningBot, startBot } from './running-bot.ts';

/** A bot that goes through faults, one for each test. */
export interface FaultyBot {
  readonly running: RunningBot;
  /** What `/slow` and `/secret` answer, once it is settled. */
  readonly slow: Deferred<Reply>;
  /** A use of `/slow`, when its time to be deferred has come and before that happens. */
  startSlow(options?: { readonly private?: boolean }): Promise<FakeInteraction>;
  /** The deferral of {@link startSlow}, accepted or not. */
  defer(): void;
  /** A use of `/slow` that was deferred. */
  deferred(options?: { readonly private?: boolean }): Promise<FakeInteraction>;
  /** A use of `/secret`, which was deferred for everyone and will answer in private. */
  deferredSecret(): Promise<FakeInteraction>;
  /** The asker presses the button below an answer, which asks `/slow`. */
  press(): Promise<FakeInteraction>;
  /** Somebody types into an option. */
  type(): FakeInteraction;
}

/** A bot for each test of a file, which is stopped after it. */
export function useFaultyBot(): FaultyBot {
  let running: RunningBot | undefined;
  let slow = deferred<Reply>();
  const bot = (): RunningBot => {
    if (!running) throw new Error('no test is running');
    return running;
  };

  beforeEach(async () => {
    slow = deferred<Reply>();
    const action = { label: 'More', call: { command: 'slow', options: {} } };
    running = await startBot([
      commandOf('ask', () => ({ ...ANSWER, actions: [action] })),
      commandOf('slow', () => slow.promise),
      commandOf('secret', async () => ({ ...(await slow.promise), visibility: 'private' })),
    ]);
  });

  afterEach(async () => {
    slow.resolve(ANSWER);
    await running?.bot.stop();
    await running?.discord.stop();
    running = undefined;
  });

  const defer = () => {
    bot().clock.advance(DEFER_AFTER_MS);
    bot().timers.fire(DEFER_AFTER_MS);
  };
  const start = async (name: string, options: { readonly private?: boolean } = {}) => {
    const asked = bot().discord.slash({ name, options: { ...options } });
    await bot().timers.set(DEFER_AFTER_MS);
    return asked;
  };
  const startAndDefer = async (...args: Parameters<typeof start>) => {
    const asked = await start(...args);
    defer();
    await asked.response();
    return asked;
  };

  return {
    get running() {
      return bot();
    },
    get slow() {
      return slow;
    },
    defer,
    startSlow: (options) => start('slow', options),
    deferred: (options) => startAndDefer('slow', options),
    deferredSecret: () => startAndDefer('secret'),
    async press() {
      const { discord } = bot();
      const message = await discord.slash({ name: 'ask' }).settled();
      const customId = componentsOf(message).find((it) => it.customId !== undefined)?.customId;
      return discord.button({ message, customId: customId ?? '' });
    },
    type() {
      const { discord } = bot();
      const { payload } = discord.slash({ name: 'ask' });
      const options = [{ name: 'question', type: 3, value: 'w', focused: true }];
      const data = { id: '1100000000000000070', name: 'ask', type: 1, options };
      const typing = {
        ...payload,
        id: `${BigInt(payload.id) + 1n}`,
        token: 'typing',
        type: 4,
        data,
      };
      return discord.interact(JSON.parse(JSON.stringify(typing)));
    },
  };
}

/** Whether a message is for its person alone. */
export function isPrivate({ flags = 0 }: { readonly flags?: number }): boolean {
  return (flags & MessageFlags.Ephemeral) !== 0;
}
