#!/usr/bin/env node
import process from 'node:process';
import { answerBatchLine, commands } from './commands/index.ts';
import { requireToken } from './config.ts';
import { loadCorpus } from './corpus/index.ts';
import { packageVersion } from './environment.ts';
import { createLibrary } from './library/index.ts';
import { runCli } from './terminal/index.ts';

const { stdin, stdout, stderr, env } = process;

// Not process.exit: what is still on its way to a pipe would be lost.
process.exitCode = await runCli(
  process.argv.slice(2),
  { stdin, stdout, stderr, env, cwd: process.cwd() },
  {
    commands,
    answerBatchLine,
    loadCorpus,
    createLibrary,
    registerCommands: async (config, log) => {
      const token = requireToken(config);
      // Loaded only here: discord.js takes longer to load than most questions take to answer.
      const { registerWithDiscord } = await import('./bot/index.ts');
      return registerWithDiscord({ config: { ...config, token }, commands, log });
    },
    version: packageVersion(),
  },
);
