import type { InputStream } from './io.ts';

/** One line of input, or the fact that it was too long to be kept. */
export type InputLine =
  | { readonly number: number; readonly text: string }
  | { readonly number: number; readonly text: null };

/** UTF-16 units; far over any question, and small enough to hold. */
export const MAX_LINE_LENGTH = 1024 ** 2;

/**
 * The lines of a stream, numbered from 1, without their `\n` or `\r\n`; a byte-order mark at the
 * start is dropped. A line over {@link MAX_LINE_LENGTH} is skipped to its end and given as null, so
 * that memory stays bounded whatever comes in.
 *
 * Not `node:readline`, which also breaks lines at U+2028, and those may stand in JSON.
 */
export async function* readLines(stream: InputStream): AsyncGenerator<InputLine> {
  const decoder = new TextDecoder();
  let number = 0;
  let parts: string[] = [];
  let length = 0;

  const add = (part: string) => {
    length += part.length;
    if (length <= MAX_LINE_LENGTH) parts.push(part);
    else parts = [];
  };
  const finish = (): InputLine => {
    number += 1;
    const text = length > MAX_LINE_LENGTH ? null : parts.join('').replace(/\r$/u, '');
    parts = [];
    length = 0;
    return { number, text };
  };

  for await (const chunk of stream) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const pieces = text.split('\n');
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) yield finish();
      add(piece);
    }
  }
  add(decoder.decode());
  if (length > 0) yield finish();
}
