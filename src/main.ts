import path from 'node:path';
import { type Bot, createBot, createShutdown, StartupError } from './bot/index.ts';
import { createPictureMaker } from './chart/index.ts';
import { commands } from './commands/index.ts';
import { type Config, ConfigError, requireToken } from './config.ts';
import { createCorpusEditor } from './corpus/editing/index.ts';
import { signatureOfFolder } from './corpus/index.ts';
import { loadConfig, packageFacts } from './environment.ts';
import { createFeedback, type Feedback } from './feedback/index.ts';
import { type Fetching, openFetching, readFeedProblems } from './fetch/index.ts';
import {
  createLibrary,
  createThreadHost,
  type Library,
  reindexChanges,
  SNAPSHOT_NAME,
  watchFolder,
} from './library/index.ts';
import type { IndexGauges, Operations } from './operations/index.ts';
import { removeLeftovers } from './shared/fs.ts';
import { createLog, type Logger } from './shared/log.ts';
import { systemTimers } from './shared/timers.ts';

/** The bot: environment → config → log → library → Discord. Resolves when it cannot go on. */
async function main(): Promise<void> {
  const config = loadConfig();
  const token = requireToken(config);
  const log = createLog(config);
  const fail = (message: string) => (error: unknown) => {
    log.fatal({ err: error }, message);
    process.exit(1);
  };
  process.on('uncaughtException', fail('uncaught error; the bot is shutting down'));
  process.on('unhandledRejection', fail('a promise was left alone; the bot ends'));

  const pictures = createPictureMaker();
  let bot: Bot | null = null;
  let library: Library | null = null;
  let feedback: Feedback | null = null;
  let operations: Operations | null = null;
  let stopWatching = async () => {};
  let stopFetching = async () => {};
  const shutdown = createShutdown({
    stop: async () => {
      const unwatched = Promise.all([stopWatching(), stopFetching()]);
      // It gives up a reindex, for which the watcher may be waiting.
      await bot?.stop();
      await unwatched;
      pictures.close();
      await library?.close();
      await feedback?.close();
      await operations?.stop();
    },
    exit: (code) => process.exit(code),
    timers: systemTimers,
    log,
  });
  process.on('SIGTERM', shutdown);
  process.on('SIGINT', shutdown);

  if (config.healthPort !== null) {
    // Loaded only here: most bots run without it.
    const { startOperations } = await import('./operations/index.ts');
    operations = await startOperations({
      config: { ...config, healthPort: config.healthPort },
      version: packageFacts().version,
      figures: () => library && indexFigures(library),
      log,
    });
  }

  for (const folder of [config.dataDir, config.corpusDir]) {
    await removeLeftovers(folder, Date.now()).catch((error: unknown) =>
      log.warn({ err: error, folder }, 'could not remove temporary files'),
    );
  }
  library = await createLibrary({
    folder: config.corpusDir,
    maxArticleBytes: config.maxArticleBytes,
    host: createThreadHost({
      snapshot: { file: path.join(config.dataDir, SNAPSHOT_NAME), replaces: 'any' },
      timeLimitMs: 1000 * config.indexTimeLimitSeconds,
      memoryLimitMb: config.indexMemoryLimitMb,
      log,
    }),
    log,
    ...(operations && { onReindex: operations.onReindex }),
    warmsUp: true,
  });
  const { articles } = library.current().corpus;
  if (articles.length === 0) log.warn({ folder: config.corpusDir }, 'there are no articles');
  else log.info({ articles: articles.length }, 'the index is ready');

  if (config.feedback) {
    feedback = createFeedback({
      folder: config.dataDir,
      keptDays: config.feedbackDays,
      timers: systemTimers,
      log,
    });
  }
  const fetching = config.fetch ? openWeb(config, library, log) : null;
  bot = createBot({
    config: { ...config, token },
    log,
    library,
    editor: config.corpusCommands
      ? createCorpusEditor({
          folder: config.corpusDir,
          dataDir: config.dataDir,
          maxArticleBytes: config.maxArticleBytes,
          onBrokenJournal: (error) =>
            log.error(
              { err: error },
              'could not read the journal of /corpus; set it aside and started a new one',
            ),
        })
      : null,
    fetching: fetching && {
      look: (address) => fetching.keeper.look(address),
      problems: () => readFeedProblems({ folder: config.corpusDir, dataDir: config.dataDir, log }),
    },
    commands,
    makePicture: pictures.make,
    feedback,
    ...(operations && { telemetry: operations.telemetry }),
  });
  if (config.watchCorpus) {
    stopWatching = watchFolder({
      library,
      signature: () => signatureOfFolder(config.corpusDir),
      timers: systemTimers,
      log,
    });
  }
  if (fetching) {
    const inUse = library;
    let isStopped = false;
    const stopFeeds = fetching.watchFeeds({
      timers: systemTimers,
      onNew: () => reindexChanges(inUse, log, () => isStopped),
    });
    stopFetching = async () => {
      isStopped = true;
      const stopped = stopFeeds();
      // Only then, or a page that is being read would count as one that cannot be.
      fetching.close();
      await stopped;
    };
  }
  try {
    await bot.start();
    throw await bot.lost;
  } finally {
    // The snapshot may still be being written: without it the next start indexes everything anew.
    await library.close();
  }
}

function openWeb(config: Config, library: Library, log: Logger): Fetching {
  return openFetching({
    folder: config.corpusDir,
    dataDir: config.dataDir,
    maxArticleBytes: config.maxArticleBytes,
    articles: () => library.current().corpus.articles,
    version: packageFacts().version,
    log,
  });
}

function indexFigures(library: Library): IndexGauges {
  const { id, corpus, collection, builtAt } = library.current();
  const { passageCount: passages } = collection;
  return { articles: corpus.articles.length, passages, generation: id, builtAt };
}

main().catch((error: unknown) => {
  const isExpected = error instanceof StartupError || error instanceof ConfigError;
  const text = error instanceof Error ? (isExpected ? error.message : error.stack) : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
