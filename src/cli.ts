#!/usr/bin/env node
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { answerBatchLine, commands, offeredCommands } from './commands/index.ts';
import { requireToken } from './config.ts';
import { loadCorpus } from './corpus/index.ts';
import { packageFacts } from './environment.ts';
import { openFetching, readFeedProblems } from './fetch/index.ts';
import {
  createLibrary,
  createThreadHost,
  inspectSnapshot,
  SNAPSHOT_NAME,
} from './library/index.ts';
import { runCli } from './terminal/index.ts';

const { stdin, stdout, stderr, env } = process;

// Not process.exit: what is still on its way to a pipe would be lost.
process.exitCode = await runCli(
  process.argv.slice(2),
  { stdin, stdout, stderr, env, cwd: process.cwd() },
  {
    // What people asked in Discord is for its moderators; the folder is changed with a shell's own commands.
    commands: offeredCommands(commands, { feedback: false, corpusCommands: false }),
    answerBatchLine,
    loadCorpus,
    createLibrary,
    // The bot's snapshot: another folder may be asked here, and `DATA_DIR` is not made for it.
    createThreadHost: (config, log) =>
      createThreadHost({
        snapshot: {
          file: path.join(config.dataDir, SNAPSHOT_NAME),
          replaces: isWritable(config.dataDir) ? 'same-folder' : 'none',
        },
        timeLimitMs: 1000 * config.indexTimeLimitSeconds,
        memoryLimitMb: config.indexMemoryLimitMb,
        log,
      }),
    openPageKeeper: ({ corpusDir, dataDir, maxArticleBytes }, articles, log) =>
      openFetching({
        folder: corpusDir,
        dataDir,
        maxArticleBytes,
        articles: () => articles,
        version: packageFacts().version,
        log,
      }),
    readFeedProblems: ({ fetch, corpusDir, dataDir }, log) =>
      fetch ? readFeedProblems({ folder: corpusDir, dataDir, log }) : Promise.resolve([]),
    registerCommands: async (config, log) => {
      const token = requireToken(config);
      // Loaded only here: discord.js takes longer to load than most questions take to answer.
      const { registerWithDiscord } = await import('./bot/index.ts');
      return registerWithDiscord({ config: { ...config, token }, commands, log });
    },
    inspectDiscord: async (config) => {
      const { inspectDiscord } = await import('./bot/index.ts');
      return inspectDiscord({ config, commands });
    },
    inspectSnapshot: (config, corpusHash) =>
      inspectSnapshot(path.join(config.dataDir, SNAPSHOT_NAME), corpusHash),
    renderSvg: async (chart) => {
      // Loaded only here, as are the fonts: most runs draw nothing.
      const { renderTimelineSvg } = await import('./chart/index.ts');
      return renderTimelineSvg(chart);
    },
    ...packageFacts(),
    nodeVersion: process.versions.node,
  },
);

/** Not where it is missing, or another user's: every question would warn of it. */
function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
