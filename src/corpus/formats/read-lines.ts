import type { FileHandle } from 'node:fs/promises';

const CHUNK_BYTES = 256 * 1024;

/** One line of a file, without its line feed. */
export interface Line {
  /** 1-based. */
  readonly number: number;
  /** Where it begins, in bytes from the start of the file. */
  readonly offset: number;
  /** How long it is, in bytes, also when it was too long to be kept. */
  readonly byteLength: number;
  /** Null when the line is longer than the limit. */
  readonly bytes: Uint8Array | null;
}

/**
 * The lines of an open file, read a chunk at a time; never holds more than a chunk and a line of
 * `maxLineBytes`. Throws the signal's reason once aborted, and the file system's errors.
 */
export async function* readLines(
  handle: FileHandle,
  maxLineBytes: number,
  signal?: AbortSignal,
): AsyncGenerator<Line> {
  let number = 1;
  let offset = 0;
  let byteLength = 0;
  let parts: Uint8Array[] = [];
  const extend = (part: Uint8Array): void => {
    byteLength += part.length;
    if (byteLength > maxLineBytes) parts = [];
    else parts.push(part);
  };
  const finish = (): Line => {
    const bytes = byteLength > maxLineBytes ? null : Buffer.concat(parts);
    const line = { number, offset, byteLength, bytes };
    number += 1;
    offset += byteLength + 1;
    byteLength = 0;
    parts = [];
    return line;
  };

  for (;;) {
    signal?.throwIfAborted();
    // A new chunk each time, for lines keep parts of it.
    const chunk = new Uint8Array(CHUNK_BYTES);
    const { bytesRead } = await handle.read(chunk, 0, CHUNK_BYTES, null);
    if (bytesRead === 0) break;
    let start = 0;
    while (start < bytesRead) {
      const feed = chunk.indexOf(0x0a, start);
      const isWhole = feed !== -1 && feed < bytesRead;
      extend(chunk.subarray(start, isWhole ? feed : bytesRead));
      if (isWhole) yield finish();
      start = isWhole ? feed + 1 : bytesRead;
    }
  }
  if (byteLength > 0) yield finish();
}
