import type { Environment } from '../environment.ts';

/** A stream of characters to read from, such as `process.stdin`. */
export interface InputStream extends NodeJS.ReadableStream {
  readonly isTTY?: boolean;
}

/** A stream of characters to write to, such as `process.stdout`. */
export interface OutputStream extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
  /** Width of the terminal behind it; undefined when there is none. */
  readonly columns?: number;
}

/** All that the terminal front end knows of the process it runs in. */
export interface Io {
  readonly stdin: InputStream;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Environment;
  readonly cwd: string;
}

/** How text is drawn on one stream. */
export interface TextStyle {
  /** Columns. */
  readonly width: number;
  readonly colour: boolean;
  /** Whether lines and marks may be drawn with characters beyond ASCII. */
  readonly unicode: boolean;
}

/** Narrower than this, lines are drawn this wide and left to the terminal to break. */
export const MIN_WIDTH_COLUMNS = 20;

const DEFAULT_WIDTH_COLUMNS = 80;

/** The style for a stream: the terminal's width and colours, 80 plain columns in a pipe. */
export function styleFor(stream: OutputStream, env: Environment): TextStyle {
  return {
    // Some pseudo-terminals say 0 until they are resized.
    width: Math.max(MIN_WIDTH_COLUMNS, stream.columns || DEFAULT_WIDTH_COLUMNS),
    colour: wantsColour(stream, env),
    unicode: isUnicodeLocale(env),
  };
}

/** By the first of the variables that POSIX asks for the characters of a locale. */
function isUnicodeLocale(env: Environment): boolean {
  return /utf-?8/iu.test(env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '');
}

/** By https://no-color.org, then `FORCE_COLOR` as Node reads it, then whether a terminal is there. */
function wantsColour(stream: OutputStream, env: Environment): boolean {
  if (env['NO_COLOR']) return false;
  const force = env['FORCE_COLOR'];
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}

/** The reader at the other end of a pipe has gone, as in `verbatim … | head -1`. */
export class OutputClosedError extends Error {
  override readonly name = 'OutputClosedError';
}

/**
 * Writes text and waits until the stream has handed it on, so that a slow reader slows us down
 * instead of filling our memory, and nothing is lost when the process ends.
 *
 * @throws OutputClosedError when nobody reads any more.
 */
export async function writeText(stream: OutputStream, text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    stream.write(text, (error) => {
      if (!error) resolve();
      else if (isClosed(error)) reject(new OutputClosedError('output closed', { cause: error }));
      else reject(error);
    });
  });
}

function isClosed(error: Error): boolean {
  const code = 'code' in error ? error.code : undefined;
  return (
    code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || code === 'ERR_STREAM_WRITE_AFTER_END'
  );
}
