import type { OutputStream } from './io.ts';

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
