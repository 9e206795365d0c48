import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { tempFolder } from '../../support/temp-folder.ts';

/** The root of this repository. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** A process of the bot as it is installed. */
export interface BotProcess {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves with the exit code, or null when a signal ended it, once all output is there. */
  readonly ended: Promise<number | null>;
}

/** What is started: by default `node dist/main.js`. */
interface ProcessOptions {
  readonly npm?: boolean;
  /** Starts `verbatim` with these arguments instead of the bot. */
  readonly cli?: readonly string[];
  readonly workingDir?: string;
}

/** Starts `node dist/main.js`, `npm start` or `verbatim`, with these settings and no others. */
export function startProcess(
  settings: Readonly<Record<string, string>>,
  options: ProcessOptions = {},
): BotProcess {
  const { npm = false, cli } = options;
  const command = npm ? 'npm' : process.execPath;
  const program = cli ? ['dist/cli.js', ...cli] : ['dist/main.js'];
  const [script = '', ...rest] = program;
  const args = npm ? ['start', '--silent'] : [path.join(ROOT, script), ...rest];
  const child = spawn(command, args, {
    // Elsewhere than here, so that nobody's own .env is read.
    cwd: npm ? ROOT : (options.workingDir ?? tempFolder()),
    env: { PATH: process.env['PATH'] ?? '', HOME: tmpdir(), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  const ended = once(child, 'close').then(([code]) => (typeof code === 'number' ? code : null));
  return { child, ended, stdout: () => stdout, stderr: () => stderr };
}
