import { Command } from 'commander';
import { answerDatesLine } from '../commands/index.ts';
import { answerBatch } from './answer-batch.ts';
import { checkCorpus } from './check-corpus.ts';
import { runConsole } from './console/run-console.ts';
import { runDoctor } from './doctor/run-doctor.ts';
import { fetchPages } from './fetch-pages.ts';
import { displayWidth } from './graphemes.ts';
import { type Io, styleFor, writeText } from './io.ts';
import { type TerminalMessages, terminalMessages } from './messages.ts';
import { addReplyCommands, type Host } from './reply-commands.ts';
import { safeJson } from './safe-text.ts';
import type { Session } from './session.ts';
import { wrapText } from './wrap-text.ts';

/** The sub-commands beside those that reply, in the order of the help. */
const SUBCOMMANDS: readonly (readonly [
  name: Exclude<keyof TerminalMessages['commands'], 'help' | 'fetch'>,
  ...how: Parameters<Host['run']>,
])[] = [
  ['dates', (session) => answerBatch(session, answerDatesLine)],
  ['check', checkCorpus],
  ['doctor', runDoctor, { despiteSettings: true }],
  ['console', runConsole],
  ['register', register],
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
  addReplyCommands({ ...context, program, run });
  for (const [name, ...how] of SUBCOMMANDS) {
    program
      .command(name)
      .description(messages.commands[name])
      .action(() => run(...how));
  }
  const fetch = program
    .command('fetch')
    .description(messages.commands.fetch)
    .argument('<address...>', messages.fetch.addresses)
    .action(() => run((session) => fetchPages(fetch.args, session)));
  return program;
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

type UsageMessages = TerminalMessages['usage'];

/** What commander writes, and what we say instead of it. Its values come in quotation marks. */
const TRANSLATIONS: readonly (readonly [
  RegExp,
  (messages: UsageMessages, ...values: readonly string[]) => string,
])[] = [
  [/^unknown command '(.*?)'/su, (messages, name = '') => messages.unknownCommand(name)],
  [/^unknown option '(.*?)'/su, (messages, flag = '') => messages.unknownOption(flag)],
  [/^option '(\S+).*?' argument missing/su, (messages, flag = '') => messages.valueMissing(flag)],
  [
    /^option '(\S+).*?' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/su,
    (messages, flag = '', got = '', choices = '') => messages.notAChoice(flag, got, choices),
  ],
  [
    /^option '(\S+).*?' cannot be used with option '(\S+).*?'/su,
    (messages, one = '', other = '') => messages.conflict(one, other),
  ],
  [/^too many arguments for '(.*?)'/su, (messages, command = '') => messages.tooMuch(command)],
];

/**
 * An error of the command line in the reader's language, with what was probably meant. One that is
 * not known here, such as one of ours, stays as it is.
 */
function explainUsageError(text: string, messages: UsageMessages): string {
  const line = text.trimEnd();
  const [, error = line, meant] =
    /^error: (.*?)(?:\n\(Did you mean (?:one of )?(.*)\?\))?$/su.exec(line) ?? [];
  for (const [pattern, translate] of TRANSLATIONS) {
    const values = pattern.exec(error)?.slice(1);
    if (!values) continue;
    const translated = translate(messages, ...values);
    return meant === undefined ? translated : messages.meant(translated, meant);
  }
  return error;
}
