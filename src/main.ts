import { type Bot, createBot, createShutdown, StartupError, systemTimers } from './bot/index.ts';
import { commands } from './commands/index.ts';
import { ConfigError, requireToken } from './config.ts';
import { loadConfig } from './environment.ts';
import { createLibrary } from './library/index.ts';
import { createLog } from './log.ts';

/** The bot: environment → config → log → library → Discord. Resolves when it cannot go on. */
async function main(): Promise<void> {
  const config = loadConfig();
  const token = requireToken(config);
  const log = createLog(config);
  process.on('unhandledRejection', (error) =>
    log.error({ err: error }, 'a promise was left alone'),
  );

  let bot: Bot | null = null;
  const shutdown = createShutdown({
    stop: async () => bot?.stop(),
    exit: (code) => process.exit(code),
    timers: systemTimers,
    log,
  });
  process.on('SIGTERM', shutdown);
  process.on('SIGINT', shutdown);

  const library = await createLibrary({
    folder: config.corpusDir,
    maxArticleBytes: config.maxArticleBytes,
  });
  const { articles } = library.current().corpus;
  if (articles.length === 0) log.warn({ folder: config.corpusDir }, 'there are no articles');
  else log.info({ articles: articles.length }, 'the index is ready');

  bot = createBot({ config: { ...config, token }, log, library, commands });
  await bot.start();
  throw await bot.lost;
}

main().catch((error: unknown) => {
  const isExpected = error instanceof StartupError || error instanceof ConfigError;
  const text = error instanceof Error ? (isExpected ? error.message : error.stack) : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
