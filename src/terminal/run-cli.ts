import path from 'node:path';
import { CommanderError } from 'commander';
import { issuesError } from '../config.ts';
import { type Environment, inspectSettings } from '../environment.ts';
import { type Locale, nearestLocale } from '../i18n/index.ts';
import { createLog } from '../shared/log.ts';
import type { Io } from './io.ts';
import { OutputClosedError, writeText } from './io.ts';
import { terminalMessages } from './messages.ts';
import { createProgram, type GlobalOptions } from './program.ts';
import { EXIT_USAGE } from './reply-commands.ts';
import { reportError } from './report-error.ts';
import type { Parts, Session } from './session.ts';

// Someone at a terminal reads the results; what the bot notes at each step would be in the way.
const TERMINAL_DEFAULTS = { LOG_LEVEL: 'warn' };

/**
 * Runs `verbatim` with the arguments behind its name. Everything it prints has been handed to the
 * streams when it returns.
 *
 * @returns the exit code: 0, 1 for an error, 2 for a command line that cannot be understood.
 */
export async function runCli(argv: readonly string[], io: Io, parts: Parts): Promise<number> {
  // A reader that has gone is met where we write; without a listener it would end the process.
  io.stdout.on('error', ignore);
  io.stderr.on('error', ignore);
  const { config, issues, names } = inspectSettings({
    env: io.env,
    workingDir: io.cwd,
    defaults: TERMINAL_DEFAULTS,
  });
  const locale = config.defaultLocale ?? environmentLocale(io.env);
  const log = createLog(config, io.stderr);
  try {
    const exitCode = await parse();
    // Commander does not wait for its help to be written.
    await writeText(io.stdout, '');
    return exitCode;
  } catch (error) {
    if (error instanceof OutputClosedError) return 0;
    return await reportError(error, { stderr: io.stderr, locale, log }).then(
      () => 1,
      () => 1,
    );
  }

  async function parse(): Promise<number> {
    let exitCode = 0;
    const program = createProgram(io, {
      parts,
      locale,
      messages: terminalMessages[locale],
      run: async (options, handle, how) => {
        // Only now, so that --help works beside a setting that does not.
        if (!how?.despiteSettings && issues.length > 0) throw issuesError(issues, { locale });
        exitCode = await handle(openSession(options));
      },
    });
    try {
      await program.parseAsync(argv, { from: 'user' });
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      // Commander gives 1 to everything but help and version.
      exitCode = error.exitCode === 0 ? 0 : EXIT_USAGE;
    }
    return exitCode;
  }

  function openSession(options: GlobalOptions): Session {
    // An empty value counts as not given, as in the settings.
    const corpusDir = options.corpus ? path.resolve(io.cwd, options.corpus) : config.corpusDir;
    const json = options.json === true;
    const settings = { issues, names };
    return { io, parts, config: { ...config, corpusDir }, settings, locale, log, json };
  }
}

function ignore(): void {}

/** The language of the terminal, in the order that POSIX gives the variables. */
function environmentLocale(env: Environment): Locale {
  return nearestLocale(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG']);
}
