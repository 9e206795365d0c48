import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { createLibrary } from '../../src/library/index.ts';
import { runCli } from '../../src/terminal/run-cli.ts';
import type { Parts } from '../../src/terminal/session.ts';
import { storyArticle } from '../support/fake-library.ts';
import { hostOver } from '../support/folder.ts';
import { fakeIo, fakeParts } from './fakes.ts';

const FACTS = ['red', 'blue', 'green', 'white', 'black', 'brown', 'grey'].map(
  (colour, index) => `The harbour ferry was painted ${colour} on ${index + 3} May after the storm.`,
);

const articles = [
  storyArticle('paper', FACTS.map((fact) => `Nobody asked. ${fact} Rain fell.`).join('\n\n'), {
    title: 'Colours',
  }),
  storyArticle('twin', `So it goes.\n\n${FACTS[0] ?? ''}\n\nNobody knew.`, {
    title: 'More colours',
  }),
];

let parts: Parts;

beforeAll(() => {
  parts = fakeParts({
    commands,
    createLibrary: () =>
      createLibrary({
        folder: 'none',
        maxArticleBytes: 1024,
        host: hostOver(articles),
      }),
  });
});

async function run(argv: readonly string[], input = '') {
  const { io, stdout, stderr } = fakeIo(input, { env: { COLUMNS: '1000' } });
  const exitCode = await runCli(argv, io, parts);
  return { exitCode, stdout: stdout(), stderr: stderr() };
}

/** What a POSIX shell makes of a line. */
function wordsOf(line: string): readonly string[] {
  const script = line.replace(/^verbatim/u, String.raw`printf '%s\0'`);
  return execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

/** What is said to be typed next. */
const typedIn = (stdout: string, prompt: string) =>
  stdout.split('\n').flatMap((line) => {
    const at = line.indexOf(`: ${prompt}`);
    return at === -1 ? [] : [line.slice(at + 2)];
  });

const QUESTION = "When was the 'harbour ferry' painted?";

const QUESTIONS = [
  [QUESTION, ['--start 4', '--show context', '--show sources']],
  ['-storm "harbour ferry" $(reboot) `x`', []],
] as const;

describe('every line that says what to type', () => {
  test.each(QUESTIONS)('can be typed in a shell and leads on: %s', async (question, options) => {
    const waiting: (readonly string[])[] = [['ask', '--', question]];
    const done = new Set<string>();
    for (let argv = waiting.pop(); argv !== undefined; argv = waiting.pop()) {
      const { exitCode, stdout, stderr } = await run(argv);
      expect({ exitCode, stderr, argv }).toEqual({ exitCode: 0, stderr: '', argv });
      expect(stdout.startsWith(question)).toBe(true);
      for (const line of typedIn(stdout, 'verbatim')) {
        if (!done.has(line)) waiting.push(wordsOf(line));
        done.add(line);
      }
    }
    const lines = [...done].join('\n');
    expect(options.filter((option) => !lines.includes(option))).toEqual([]);
  });

  test('can be typed at the prompt and leads on', async () => {
    const waiting = [QUESTION];
    const done = new Set(waiting);
    const shown = new Set<string>();
    for (let line = waiting.pop(); line !== undefined; line = waiting.pop()) {
      const { stdout, stderr } = await run(['console'], `${line}\n`);
      expect(stderr).toBe('');
      shown.add(stdout);
      for (const next of typedIn(stdout, '/')) {
        if (!done.has(next)) waiting.push(next);
        done.add(next);
      }
    }
    expect(done.size).toBeGreaterThan(4);
    // Every line shows something else, but for the first page, which can be asked for in two ways.
    expect(shown.size).toBe(done.size - 1);
  });
});
