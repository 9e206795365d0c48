import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { parseLine } from '../../src/terminal/console/parse-line.ts';
import { createShellCallWriter, writeConsoleCall } from '../../src/terminal/write-call.ts';

const definitions = commands.map(({ definition }) => definition);
const writeShellCall = createShellCallWriter(definitions);
const HOSTILE = [
  "it's",
  '"x" \\',
  '--all',
  '$(reboot)',
  '`ls`',
  '{a,b} *',
  '禁令 何时',
  'to:2020',
  '-',
];

describe('a call as it is typed at the prompt', () => {
  test('has quotation marks where they are needed', () => {
    const options = { all: 'true', topic: 'the "ban"', from: '2020-09' };
    expect(writeConsoleCall({ command: 'timeline', options })).toBe(
      '/timeline all:true topic:"the \\"ban\\"" from:2020-09',
    );
  });

  test('has its subcommand after its name', () => {
    const call = { command: 'reindex', subcommand: 'apply', options: {} };
    expect(writeConsoleCall(call)).toBe('/reindex apply');
    expect(parseLine(writeConsoleCall(call), definitions)).toMatchObject(call);
    expect(writeShellCall(call)).toBe('verbatim reindex apply');
  });

  test('is read as the same call', () => {
    const text = fc
      .oneof(fc.string({ minLength: 1 }), fc.constantFrom(...HOSTILE))
      .map((value) => value.trim())
      .filter((value) => value !== '');
    fc.assert(
      fc.property(text, text, (topic, source) => {
        const options = { topic, source, all: 'true' };
        const line = parseLine(writeConsoleCall({ command: 'timeline', options }), definitions);
        expect(line).toEqual({
          type: 'call',
          command: 'timeline',
          subcommand: null,
          options: { ...options, all: true },
        });
      }),
    );
  });
});

describe('a call as it is typed in a shell', () => {
  test('has flags without values, and its main text last', () => {
    const options = { topic: 'the ban', all: 'true', source: 'BBC' };
    expect(writeShellCall({ command: 'timeline', options })).toBe(
      "verbatim timeline --all --source BBC 'the ban'",
    );
    expect(writeShellCall({ command: 'timeline', options: {} })).toBe('verbatim timeline');
  });

  test.each(HOSTILE)('arrives as it is: %s', (value) => {
    const call = writeShellCall({ command: 'timeline', options: { topic: value, source: value } });
    const script = call.replace(/^verbatim/u, String.raw`printf '%s\0'`);
    const words = execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' }).split('\0');
    const end = value.startsWith('-') ? ['--'] : [];
    expect(words).toEqual(['timeline', '--source', value, ...end, value, '']);
  });
});
