import { Command } from 'commander';
import { answerBatch } from './answer-batch.ts';
import { checkCorpus } from './check-corpus.ts';
import { runConsole } from './console/run-console.ts';
import { runDoctor } from './doctor/run-doctor.ts';
import { displayWidth } from './graphemes.ts';
import { type Io, styleFor } from './io.ts';
import { terminalMessages } from './messages.ts';
import { writeText } from './output.ts';
import { safeJson } from './safe-text.ts';
import type { Session } from './session.ts';
import type { Host } from './subcommands/host.ts';
import { addReplyCommands } from './subcommands/reply-commands.ts';
import { explainUsageError } from './usage-error.ts';
import { wrapText } from './wrap-text.ts';

/** The sub-commands, in the order of the help. A new one is one more function in this list. */
const SUBCOMMANDS: readonly ((host: Host) => void)[] = [
  addReplyCommands,
  addDates,
  addCheck,
  addDoctor,
  addConsole,
  addRegister,
];

/** What stands before or after any sub-command. */
export interface GlobalOptions {
  readonly corpus?: string;
  readonly json?: boolean;
}

/** The command line: what there is, how it is written, and its help. It never ends the process. */
export function createProgram(
  io: Io,
  context: Omit<Host, 'program' | 'run'> & {
    readonly run: (options: GlobalOptions, ...how: Parameters<Host['run']>) => Promise<void>;
  },
): Command {
  const { messages, parts } = context;
  const program = new Command('verbatim');
  program
    .description(messages.about)
    .version(parts.version, '-V, --version', messages.options.version)
    .option('--corpus <dir>', messages.options.corpus)
    .option('--json', messages.options.json)
    .helpOption('-h, --help', messages.options.help)
    .helpCommand('help [command]', messages.commands.help)
    .addHelpText('after', `\n${messages.aboutHelp}`)
    .showHelpAfterError(messages.helpHint)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text, write) => write(`${explainUsageError(text, messages.usage)}\n`),
      getOutHelpWidth: () => styleFor(io.stdout, io.env).width,
      getErrHelpWidth: () => styleFor(io.stderr, io.env).width,
      getOutHasColors: () => styleFor(io.stdout, io.env).colour,
      getErrHasColors: () => styleFor(io.stderr, io.env).colour,
    })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => messages.titles[title] ?? title,
      displayWidth,
      boxWrap: (text, width) => wrapText(text, width).join('\n'),
    });
  const run: Host['run'] = (...how) => context.run(program.opts<GlobalOptions>(), ...how);
  for (const add of SUBCOMMANDS) add({ ...context, program, run });
  return program;
}

function addDates({ program, messages, run }: Host): void {
  program
    .command('dates')
    .description(messages.commands.dates)
    .action(() => run((session) => answerBatch(session, session.parts.answerDatesLine)));
}

function addCheck({ program, messages, run }: Host): void {
  program
    .command('check')
    .description(messages.commands.check)
    .action(() => run(checkCorpus));
}

function addDoctor({ program, messages, run }: Host): void {
  program
    .command('doctor')
    .description(messages.commands.doctor)
    .action(() => run(runDoctor, { despiteSettings: true }));
}

function addConsole({ program, messages, run }: Host): void {
  program
    .command('console')
    .description(messages.commands.console)
    .action(() => run(runConsole));
}

function addRegister({ program, messages, run }: Host): void {
  program
    .command('register')
    .description(messages.commands.register)
    .action(() => run(register));
}

/**
 * Registers the commands with Discord and says how many.
 *
 * @returns the exit code: 1 when a server of `DISCORD_GUILD_IDS` could not be reached.
 * @throws ConfigError without a token; UserError with one line when Discord refuses or is away.
 */
async function register({ io, parts, config, locale, log, json }: Session): Promise<number> {
  const messages = terminalMessages[locale];
  const report = await parts.registerCommands(config, log);
  const { registered, failedGuildIds } = report;
  await writeText(
    io.stdout,
    json ? `${safeJson(report, 2)}\n` : `${messages.registered(registered)}\n`,
  );
  if (failedGuildIds.length === 0) return 0;
  await writeText(io.stderr, `${messages.notRegistered(failedGuildIds.join(', '))}\n`);
  return 1;
}
