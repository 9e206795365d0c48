import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import type { Outcome } from './cell.ts';

const MS_PER_SECOND = 1000;

/** What {@link runChild} runs. */
export interface ChildOptions<Measurement> {
  /** The program, which answers one message with its figures. */
  readonly file: URL;
  readonly message: object;
  readonly schema: z.ZodType<Measurement>;
  readonly limitSeconds: number;
  readonly signal: AbortSignal;
}

/** Measures something in a child process of its own, which is killed when the time is up. */
export async function runChild<Measurement>({
  file,
  message: question,
  schema,
  limitSeconds,
  signal,
}: ChildOptions<Measurement>): Promise<Outcome<Measurement>> {
  const child = fork(fileURLToPath(file), {
    execArgv: ['--expose-gc', '--import', import.meta.resolve('tsx')],
    // What is thrown in the child is read from its standard error.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const kill = () => child.kill('SIGKILL');
  signal.addEventListener('abort', kill);
  let isOverTime = false;
  const timer = setTimeout(() => {
    isOverTime = true;
    kill();
  }, limitSeconds * MS_PER_SECOND);

  let message: unknown;
  let errors = '';
  child.on('message', (received) => {
    message = received;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', (error) => {
      errors += error.message;
      resolve();
    });
  });
  child.send(question, (error) => {
    if (error) errors += error.message;
  });
  await ended;
  clearTimeout(timer);
  signal.removeEventListener('abort', kill);

  const parsed = schema.safeParse(message);
  if (parsed.success) return { status: 'measured', measurement: parsed.data };
  if (isOverTime) return { status: 'timed-out', limitSeconds };
  return { status: 'failed', reason: reasonIn(errors) };
}

/** The line of a stack trace that names the error. */
function reasonIn(errors: string): string {
  const lines = errors.split('\n').map((line) => line.trim());
  return (
    lines.find((line) => /^(?:\w*Error\b|FATAL)/u.test(line)) ??
    lines.find(Boolean) ??
    'the process ended without a result'
  );
}
