import picocolors from 'picocolors';
import type { Reply } from '../../commands/index.ts';
import type { Library } from '../../library/index.ts';
import { UserError } from '../../shared/errors.ts';
import { MAX_LINE_LENGTH, readLines } from '../answer-batch.ts';
import { styleFor, writeText } from '../io.ts';
import { terminalMessages } from '../messages.ts';
import { missingArticles, withLibrary } from '../open-library.ts';
import { reportError } from '../report-error.ts';
import { safeText } from '../safe-text.ts';
import type { Session } from '../session.ts';
import { showResult, type TypedCall } from '../show-result.ts';
import { writeConsoleCall } from '../write-call.ts';
import { type ConsoleLine, parseLine } from './parse-line.ts';
import { openPrompt } from './prompt.ts';
import { renderHelp } from './render-help.ts';

/**
 * Takes slash commands and questions, one a line, until `/quit` or the end of input. With a terminal
 * on both sides there is a prompt with completion and history; from a pipe the answers come alone,
 * in order. An error in one line never ends the console.
 *
 * @returns the exit code.
 */
export async function runConsole(session: Session): Promise<number> {
  const { io } = session;
  await withLibrary(session, async (library) => {
    const missing = missingArticles(library, session);
    if (missing !== null) await writeText(io.stderr, `${safeText(missing)}\n`);
    if (io.stdin.isTTY === true && io.stdout.isTTY === true) {
      await runInteractive(library, session);
    } else {
      await runPiped(library, session);
    }
  });
  return 0;
}

async function runInteractive(library: Library, session: Session): Promise<void> {
  const { config, io, locale } = session;
  const messages = terminalMessages[locale].console;
  const { dim } = picocolors.createColors(styleFor(io.stdout, io.env).colour);
  const { articles } = library.current().corpus;
  await writeText(
    io.stdout,
    `${dim(safeText(messages.welcome(articles.length, config.corpusDir)))}\n`,
  );
  const prompt = await openPrompt(session, library);
  const conversation: Conversation = { asked: {} };
  try {
    for await (const line of prompt.lines()) {
      if ((await runLine(line, library, session, conversation)) === 'quit') return;
    }
  } finally {
    await prompt.close();
  }
}

async function runPiped(library: Library, session: Session): Promise<void> {
  const { io, locale } = session;
  const messages = terminalMessages[locale];
  const conversation: Conversation = { asked: {} };
  for await (const { number, text } of readLines(io.stdin)) {
    if (text === null) {
      const reason = messages.lineTooLong(MAX_LINE_LENGTH);
      await writeText(io.stderr, `${number}: ${reason}\n`);
      continue;
    }
    if ((await runLine(text, library, session, conversation)) === 'quit') return;
  }
}

/** What the lines of a console have to do with each other. */
interface Conversation {
  /** The last question that has quotes, and what it was about: the next one may leave that out. */
  asked: { readonly question?: string; readonly about?: string };
}

/** A question as one that follows another, unless it says itself what it is about. */
function afterQuestion(typed: TypedCall, { asked }: Conversation): TypedCall {
  const { question, about } = typed.options;
  if (asked.question === undefined || question === undefined || about !== undefined) return typed;
  return { ...typed, options: { ...typed.options, ...asked, next: question } };
}

/** What the form of a reply would ask after. */
function askedIn({ actions = [] }: Reply): Conversation['asked'] {
  const { question, about } = actions.find(({ target }) => target === 'form')?.call?.options ?? {};
  return { ...(question !== undefined && { question }), ...(about !== undefined && { about }) };
}

async function runLine(
  text: string,
  library: Library,
  session: Session,
  conversation: Conversation,
): Promise<'quit' | 'go-on'> {
  const definitions = session.parts.commands.map((command) => command.definition);
  const line = parseLine(text, definitions);
  if (line.type === 'quit') return 'quit';
  try {
    await runParsed(line, library, session, conversation);
  } catch (error) {
    await reportError(error, { ...session, stderr: session.io.stderr });
  }
  return 'go-on';
}

async function runParsed(
  line: ConsoleLine,
  library: Library,
  session: Session,
  conversation: Conversation,
): Promise<void> {
  const { io, locale, parts } = session;
  const messages = terminalMessages[locale].console;
  switch (line.type) {
    case 'empty':
    case 'quit':
      return;
    case 'help': {
      const definitions = parts.commands.map((command) => command.definition);
      await writeText(io.stdout, renderHelp(definitions, locale, styleFor(io.stdout, io.env)));
      return;
    }
    case 'unknown-command':
      throw new UserError(line.type, messages.unknownCommand(line.name, line.nearest));
    case 'subcommand-missing':
      throw new UserError(
        line.type,
        messages.subcommandMissing(line.command, line.subcommands.join(', ')),
      );
    case 'unclosed-quote':
      throw new UserError(line.type, messages.unclosedQuote);
    case 'trailing-backslash':
      throw new UserError(line.type, messages.trailingBackslash);
    case 'unexpected-text':
      throw new UserError(line.type, messages.unexpectedText(line.text));
    case 'call': {
      const command = parts.commands.find((each) => each.definition.name === line.command);
      // The line was parsed by these very definitions.
      if (!command) throw new Error(`no command ${line.command}`);
      const isQuestion = line.command === 'ask';
      const typed = isQuestion ? afterQuestion(line, conversation) : line;
      const reply = await showResult(command, typed, library, session, writeConsoleCall);
      if (isQuestion) conversation.asked = askedIn(reply);
      // Apart from what comes next; JSON values need nothing between them.
      if (!session.json) await writeText(io.stdout, '\n');
    }
  }
}
