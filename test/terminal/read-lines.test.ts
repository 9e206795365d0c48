import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { MAX_LINE_LENGTH, readLines } from '../../src/terminal/answer-batch.ts';

async function read(...chunks: (string | Buffer)[]) {
  const lines = [];
  const stream = Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
  for await (const line of readLines(stream)) lines.push(line.text);
  return lines;
}

test('lines end at \\n or \\r\\n, the last one at the end of input', async () => {
  expect(await read('a\r\nb\n\nc')).toEqual(['a', 'b', '', 'c']);
  expect(await read('a\n')).toEqual(['a']);
  expect(await read('')).toEqual([]);
});

test('a line separator inside JSON does not end the line', async () => {
  expect(await read('{"question":"a\u2028b"}\n')).toEqual(['{"question":"a\u2028b"}']);
});

test('a character may come in two chunks, and a byte-order mark is dropped', async () => {
  const bytes = Buffer.from('\ufeff字节\n');
  expect(await read(bytes.subarray(0, 4), bytes.subarray(4))).toEqual(['字节']);
});

test('a line that is too long is given as null, and the next one is read', async () => {
  const piece = 'x'.repeat(64 * 1024);
  const pieces = Array.from({ length: MAX_LINE_LENGTH / piece.length + 1 }, () => piece);
  expect(await read(...pieces, '\nnext')).toEqual([null, 'next']);
});
