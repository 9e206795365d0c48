import { type Command as CommanderCommand, Option } from 'commander';
import {
  answerVerifyLine,
  type Command,
  EXPORT_FORMATS,
  type ExportFormat,
  type OptionDefinition,
} from '../commands/index.ts';
import type { Locale } from '../i18n/index.ts';
import { answerBatch } from './answer-batch.ts';
import type { TerminalMessages } from './messages.ts';
import { requireArticles, withLibrary } from './open-library.ts';
import { savePicture } from './save-picture.ts';
import type { Parts, Session } from './session.ts';
import { showResult } from './show-result.ts';
import { createShellCallWriter } from './write-call.ts';

/** What a sub-command is added to. */
export interface Host {
  readonly program: CommanderCommand;
  readonly parts: Parts;
  readonly locale: Locale;
  readonly messages: TerminalMessages;
  /**
   * Opens a session, runs the sub-command in it and keeps the exit code that it returns. A setting
   * that cannot be used is an error, or has its default `despiteSettings`.
   */
  readonly run: (
    handle: (session: Session) => Promise<number>,
    how?: { readonly despiteSettings: boolean },
  ) => Promise<void>;
}

/** Exit code for a command line that cannot be understood. */
export const EXIT_USAGE = 2;

/** Means nothing where nobody else reads the answer. */
const ONLY_AMONG_OTHERS = 'private';

/**
 * Adds every command of Discord's that answers with a reply, by its definition: the first option is
 * what stands behind the command, the others are `--name VALUE`, or `--name` where it is yes or no. Commands with sub-commands change
 * what is in use, which means nothing to a process that ends; they are in the console.
 */
export function addReplyCommands(host: Host): void {
  for (const command of host.parts.commands) {
    if (command.definition.subcommands.length > 0) continue;
    const added = addReplyCommand(command, host);
    if (BATCHES.has(command.definition.name)) addBatch(added, host);
    if (command.definition.name === 'timeline') addTimelineFiles(added, host);
  }
}

function addReplyCommand(command: Command, host: Host): CommanderCommand {
  const { name, description, buttonOptions = [] } = command.definition;
  const options = [...command.definition.options, ...buttonOptions];
  const main = options.find((option) => option.type === 'string');
  const named = options.filter((option) => option !== main && option.name !== ONLY_AMONG_OTHERS);
  const added = host.program.command(name).description(description[host.locale]);
  if (main) added.argument(`[${main.name}...]`, main.description[host.locale]);
  for (const option of named) added.addOption(toOption(option, host));
  return added.action(async () => {
    const { svg, csv, ics, md, ...given }: Record<string, unknown> = added.opts();
    const format = EXPORT_FORMATS.find((each) => ({ csv, ics, md })[each] === true) ?? null;
    const text = added.args.join(' ');
    if (given['batch'] === true) {
      if (text !== '') added.error(host.messages.usage.batchHasQuestion, USAGE_ERROR);
      await host.run((session) => runBatch(session, name));
      return;
    }
    if (main?.required && text.trim() === '') {
      added.error(host.messages.usage.questionMissing, USAGE_ERROR);
    }
    const values = main && text !== '' ? { ...given, [main.name]: text } : given;
    const pictureFile = typeof svg === 'string' ? svg : null;
    await host.run((session) => runOnce(command, values, { pictureFile, format }, session));
  });
}

/** The commands that answer many lines at once. */
const BATCHES: ReadonlySet<string> = new Set(['ask', 'verify']);

const USAGE_ERROR = { exitCode: EXIT_USAGE, code: 'verbatim.usage' };

function toOption(definition: OptionDefinition, { locale }: Host): Option {
  const { name, type, description } = definition;
  const flags = type === 'boolean' ? `--${name}` : `--${name} <${name}>`;
  const option = new Option(flags, description[locale]);
  return definition.choices
    ? option.choices(definition.choices.map((choice) => choice.value))
    : option;
}

function addBatch(ask: CommanderCommand, { messages }: Host): void {
  // Each line of a batch carries options of its own; one for all would be a second truth.
  const others = ask.options.map((option) => option.attributeName());
  ask.addOption(new Option('--batch', messages.options.batch).conflicts(others));
}

function addTimelineFiles(timeline: CommanderCommand, { messages }: Host): void {
  timeline.option('--svg <file>', messages.options.svg);
  for (const format of EXPORT_FORMATS) {
    const others = EXPORT_FORMATS.filter((each) => each !== format);
    timeline.addOption(new Option(`--${format}`, messages.options[format]).conflicts(others));
  }
}

/** What is made of a result besides, or instead of, what is shown. */
interface ResultFiles {
  /** Where its picture goes; null for nowhere. */
  readonly pictureFile: string | null;
  /** What is written in place of the reply; null for the reply. */
  readonly format: ExportFormat | null;
}

async function runOnce(
  command: Command,
  options: Readonly<Record<string, unknown>>,
  { pictureFile, format }: ResultFiles,
  session: Session,
): Promise<number> {
  const writeCall = createShellCallWriter(
    session.parts.commands.map(({ definition }) => definition),
  );
  const typed = { subcommand: null, options };
  const { picture } = await withLibrary(session, (library) => {
    requireArticles(library, session);
    return showResult(command, typed, library, session, writeCall, format);
  });
  if (pictureFile !== null) await savePicture(picture ?? null, pictureFile, session);
  return 0;
}

async function runBatch(session: Session, command: string): Promise<number> {
  return withLibrary(session, (library) => {
    requireArticles(library, session);
    const answerLine = command === 'verify' ? answerVerifyLine : session.parts.answerBatchLine;
    return answerBatch(session, (line, number) => answerLine(line, number, library));
  });
}
