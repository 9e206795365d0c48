import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface, type Interface } from 'node:readline/promises';
import picocolors from 'picocolors';
import type { Library } from '../../library/index.ts';
import { createFolder, replaceFile, unlessMissing } from '../../shared/fs.ts';
import { styleFor } from '../io.ts';
import { terminalMessages } from '../messages.ts';
import type { Session } from '../session.ts';
import { type Completion, complete, completeLine } from './complete.ts';

const PROMPT = 'verbatim> ';

/** A prompt in a terminal, with completion and a history that outlives it. */
interface Prompt {
  /** Asks for a line, and for the next one when that has been dealt with, until the person leaves. */
  readonly lines: () => AsyncGenerator<string>;
  readonly close: () => Promise<void>;
}

/**
 * Opens the prompt. A history that cannot be read or written is a warning in the log, no more. Ctrl-C
 * ends a reindex that runs.
 */
export async function openPrompt(session: Session, library: Library): Promise<Prompt> {
  const { config, io, locale, log, parts } = session;
  const file = historyFile(config.dataDir);
  const warn = (error: unknown) => log.warn({ err: error, file }, 'could not save the history');
  const earlier = await loadHistory(file).catch((error: unknown) => {
    warn(error);
    return [];
  });
  const definitions = parts.commands.map((command) => command.definition);
  const readline = createInterface({
    input: io.stdin,
    output: io.stdout,
    terminal: true,
    prompt: PROMPT,
    completer: async (line: string): Promise<Completion> => {
      try {
        return await completeLine(line, { definitions, generation: library.current(), locale });
      } catch (error) {
        log.warn({ err: error }, 'could not complete the line from the articles');
        return complete(line, definitions);
      }
    },
    // Newest first, as readline has it.
    history: earlier.toReversed(),
    historySize: MAX_HISTORY_LINES,
    removeHistoryDuplicates: true,
  });

  let saving = Promise.resolve();
  readline.on('history', (history: string[]) => {
    const lines = history.toReversed();
    saving = saving.then(() => saveHistory(file, lines)).catch(warn);
  });
  const { dim } = picocolors.createColors(styleFor(io.stdout, io.env).colour);
  const giveUpWork = () => library.cancel({ kind: 'terminal' }) !== null;
  quitOnSecondInterrupt(readline, giveUpWork, () => {
    const hint = terminalMessages[locale].console.interruptHint;
    io.stdout.write(`\n${dim(hint)}\n`);
    readline.prompt();
  });

  // From here on: readline drops the lines that come before somebody iterates.
  const typed = readline[Symbol.asyncIterator]();
  return {
    async *lines() {
      for (;;) {
        readline.prompt();
        const next = await typed.next();
        if (next.done === true) break;
        yield next.value;
      }
      // Ctrl-D leaves the cursor behind the prompt.
      io.stdout.write('\n');
    },
    async close() {
      readline.close();
      await saving;
    },
  };
}

/**
 * Ctrl-C gives up what runs. Where nothing does, the first one clears the line, and another one right
 * after it, on an empty line, ends the prompt.
 */
function quitOnSecondInterrupt(
  readline: Interface,
  giveUpWork: () => boolean,
  showHint: () => void,
): void {
  let isArmed = false;
  readline.on('line', () => {
    isArmed = false;
  });
  readline.on('SIGINT', () => {
    if (giveUpWork()) return;
    if (readline.line === '' && isArmed) {
      readline.close();
      return;
    }
    isArmed = true;
    readline.write(null, { ctrl: true, name: 'e' });
    readline.write(null, { ctrl: true, name: 'u' });
    showHint();
  });
}

/** Lines kept in the history. */
const MAX_HISTORY_LINES = 1000;

/** Where the history lies below the data folder. */
export function historyFile(dataDir: string): string {
  return path.join(dataDir, 'console-history');
}

/** The lines typed in earlier consoles, newest last; none when there was none. */
export async function loadHistory(file: string): Promise<string[]> {
  const text = (await unlessMissing(readFile(file, 'utf8'))) ?? '';
  return text.split('\n').filter(Boolean).slice(-MAX_HISTORY_LINES);
}

/**
 * Writes the last {@link MAX_HISTORY_LINES} lines, newest last. Only the owner can read them: a
 * question can be private.
 */
export async function saveHistory(file: string, lines: readonly string[]): Promise<void> {
  await createFolder(path.dirname(file));
  const text = lines
    .slice(-MAX_HISTORY_LINES)
    .map((line) => `${line}\n`)
    .join('');
  await replaceFile(file, text, { mode: 0o600 });
}
