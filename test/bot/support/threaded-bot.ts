import { onTestFinished } from 'vitest';
import { commands } from '../../../src/commands/index.ts';
import type { GenerationApi } from '../../../src/library/generation-api.ts';
import { createLibrary, createThreadHost, type Library } from '../../../src/library/index.ts';
import type { Thread } from '../../../src/shared/worker-rpc.ts';
import { WAIT_LIMIT_MS } from '../../support/limits.ts';
import { GENERATION_PROGRAM } from '../../support/worker-url.ts';
import { memoryLog } from './fakes.ts';
import { type BotSettings, type RunningBot, startBot } from './running-bot.ts';

/** The bot as it is installed: all commands, and a library in threads of its own. */
export interface ThreadedBot extends RunningBot {
  readonly library: Library;
  /** Every thread that was started, the oldest first. */
  readonly threads: readonly Thread<GenerationApi>[];
}

/** Starts the bot over a folder; both are gone after the running test. */
export async function startThreadedBot(
  folder: string,
  host: Partial<Parameters<typeof createThreadHost>[0]> = {},
  settings: BotSettings = {},
): Promise<ThreadedBot> {
  const logged = memoryLog();
  const { log } = logged;
  const threads: Thread<GenerationApi>[] = [];
  const library = await createLibrary({
    folder,
    maxArticleBytes: 2 ** 21,
    log,
    host: createThreadHost({
      snapshot: null,
      timeLimitMs: WAIT_LIMIT_MS,
      questionLimitMs: WAIT_LIMIT_MS,
      memoryLimitMb: 512,
      program: GENERATION_PROGRAM,
      log,
      onThread: (thread) => threads.push(thread),
      ...host,
    }),
  });
  const running = await startBot(commands, { library, logged, ...settings });
  onTestFinished(async () => {
    await running.bot.stop();
    await running.discord.stop();
    await library.close();
  });
  return { ...running, library, threads };
}
