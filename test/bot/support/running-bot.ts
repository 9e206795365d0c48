import { type Bot, type BotOptions, createBot } from '../../../src/bot/index.ts';
import type { Command } from '../../../src/commands/index.ts';
import {
  createFakeDiscord,
  type FakeDiscord,
  type FakeDiscordOptions,
  TOKEN,
} from '../../discord/fake-discord.ts';
import { createManualClock, type ManualClock } from '../../discord/ids.ts';
import { libraryOf, type ManualTimers, manualTimers, memoryLog } from './fakes.ts';
import { articleOf } from './replies.ts';

/** The article every fake command quotes. */
export const ARTICLE = articleOf('Americans have until 15 September. *Nothing* else is known.');

/** An article with a character of two UTF-16 units, from 6 to 8. */
export const EMOJI_ARTICLE = articleOf('Smile 😀 now', { id: 'emoji' });

/** What stands for a picture where nobody looks at it. */
export const SOME_PICTURE = Buffer.from('a picture');

/** The role whose members are moderators besides those who manage the server. */
export const MODERATOR_ROLE_ID = '1100000000000000050';

/** The real bot, connected to a Discord of its own. */
export interface RunningBot {
  readonly bot: Bot;
  readonly discord: FakeDiscord;
  readonly clock: ManualClock;
  readonly timers: ManualTimers;
  readonly logged: ReturnType<typeof memoryLog>['lines'];
}

/** How a bot of a test differs from others. */
export type BotSettings = Partial<
  Pick<
    BotOptions,
    | 'library'
    | 'makePicture'
    | 'feedback'
    | 'telemetry'
    | 'editor'
    | 'fetching'
    | 'attachmentOrigins'
  >
> & {
  /** Where moderators' deeds are told; nowhere when left out. */
  readonly auditChannelId?: string;
  readonly clock?: ManualClock;
  /** Where it logs; a log of its own when left out. */
  readonly logged?: ReturnType<typeof memoryLog>;
  /** Those of Discord's recommendation when left out. */
  readonly shards?: 'auto' | readonly number[];
  readonly shardCount?: number;
  /** No limit when left out: tests ask much, and no time passes. */
  readonly questionsPerMinute?: number;
  /** How its Discord is set up. */
  readonly discord?: FakeDiscordOptions;
};

/** The bot with these commands and its Discord, not yet connected. */
export async function prepareBot(
  commands: readonly Command[],
  settings: BotSettings = {},
): Promise<RunningBot> {
  const { clock = createManualClock() } = settings;
  const discord = await createFakeDiscord({ now: clock.now, ...settings.discord });
  const timers = manualTimers();
  const { log, lines } = settings.logged ?? memoryLog();
  const bot = createBot({
    config: {
      token: TOKEN,
      discordApiUrl: discord.apiUrl,
      guildIds: [],
      moderatorRoleIds: [MODERATOR_ROLE_ID],
      defaultLocale: null,
      auditChannelId: settings.auditChannelId ?? null,
      shards: settings.shards ?? 'auto',
      shardCount: settings.shardCount ?? null,
      questionsPerMinute: settings.questionsPerMinute ?? 0,
    },
    log,
    library: settings.library ?? (await libraryOf([ARTICLE, EMOJI_ARTICLE])),
    commands,
    editor: settings.editor ?? null,
    fetching: settings.fetching ?? null,
    ...(settings.attachmentOrigins && { attachmentOrigins: settings.attachmentOrigins }),
    makePicture: settings.makePicture ?? (async () => SOME_PICTURE),
    ...(settings.feedback && { feedback: settings.feedback }),
    ...(settings.telemetry && { telemetry: settings.telemetry }),
    timers,
    now: clock.now,
    newErrorId: () => 'abcd1234',
    buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }),
  });
  return { bot, discord, clock, timers, logged: lines };
}

/** Starts the bot with these commands and waits until it is ready. */
export async function startBot(
  commands: readonly Command[],
  settings: BotSettings = {},
): Promise<RunningBot> {
  const running = await prepareBot(commands, settings);
  await running.bot.start();
  return running;
}
