import { Readable, Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { runCli } from '../../src/terminal/run-cli.ts';
import type { Parts } from '../../src/terminal/session.ts';
import { fakeIo, fakeParts } from './fakes.ts';

const ARGV = ['ask', '--batch', '--corpus', '/articles'];

async function runBatch(input: string | readonly string[], parts: Partial<Parts> = {}) {
  const { io, stdout, stderr } = fakeIo(input);
  const exitCode = await runCli(ARGV, io, fakeParts(parts));
  const lines = stdout().split('\n').slice(0, -1);
  return { exitCode, answers: lines.map((line): unknown => JSON.parse(line)), stderr: stderr() };
}

test('verify --batch answers one for one, and ends with 1 after a bad line', async () => {
  const { io, stdout } = fakeIo('{"id":1}\n\n{\n');
  const parts = fakeParts({ commands });
  expect(await runCli(['verify', '--batch', '--corpus', '/articles'], io, parts)).toBe(1);
  const lines = stdout().split('\n').slice(0, -1);
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
    { id: null, error: 'line 1: “text” is required.' },
    { id: null, error: expect.stringMatching(/^line 3: is not JSON/u) },
  ]);
});

describe('ask --batch', () => {
  test('answers one for one and in order, and passes over empty lines', async () => {
    const result = await runBatch('{"id":1}\n\n  \r\n{"id":2}', {
      answerBatchLine: async (line) => {
        if (line.includes('1')) await setImmediate();
        return { json: JSON.parse(line), ok: true };
      },
    });
    expect(result).toEqual({ exitCode: 0, answers: [{ id: 1 }, { id: 2 }], stderr: '' });
  });

  test('numbers lines as an editor does, goes on after a bad one, and ends with 1', async () => {
    const { exitCode, answers } = await runBatch('{"id":1}\n\nbad\n{"id":2}\n', {
      answerBatchLine: async (line, number) =>
        line === 'bad'
          ? { json: { id: null, error: `line ${number}: not JSON` }, ok: false }
          : { json: JSON.parse(line), ok: true },
    });
    expect(exitCode).toBe(1);
    expect(answers).toEqual([{ id: 1 }, { id: null, error: 'line 3: not JSON' }, { id: 2 }]);
  });

  test('answers a line that is too long to be held with an error', async () => {
    const chunk = 'x'.repeat(256 * 1024);
    const { exitCode, answers } = await runBatch([chunk, chunk, chunk, chunk, 'x\n', '{"id":2}\n']);
    expect(exitCode).toBe(1);
    expect(answers).toEqual([
      { id: null, error: 'line 1: longer than 1,048,576 characters' },
      { id: 2 },
    ]);
  });

  test('goes on after something unforeseen, of which the log has the cause', async () => {
    const { exitCode, answers, stderr } = await runBatch('1\n2\n', {
      answerBatchLine: async (line) => {
        if (line === '1') throw new Error('unforeseen');
        return { json: 'fine', ok: true };
      },
    });
    expect(exitCode).toBe(1);
    expect(answers).toEqual([{ id: null, error: expect.stringMatching(/^line 1: /u) }, 'fine']);
    expect(stderr).toContain('unforeseen');
  });

  test('reads no further than its reader takes', async () => {
    let read = 0;
    const stdin = new Readable({
      highWaterMark: 16,
      read() {
        read += 1;
        this.push(read <= 200 ? '{"id":1}\n' : null);
      },
    });
    const waiting: (() => void)[] = [];
    const stdout = new Writable({
      write: (_chunk, _encoding, done) => {
        waiting.push(done);
      },
    });
    const { io } = fakeIo('', { stdout });
    const running = runCli(ARGV, { ...io, stdin }, fakeParts());
    for (let turn = 0; turn < 50; turn += 1) await setImmediate();
    expect(waiting).toHaveLength(1);
    expect(read).toBeLessThan(20);
    const freed = setInterval(() => waiting.shift()?.(), 0);
    try {
      expect(await running).toBe(0);
    } finally {
      clearInterval(freed);
    }
  });
});
