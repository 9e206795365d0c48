import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands as realCommands } from '../../../src/commands/index.ts';
import { UserError } from '../../../src/shared/errors.ts';
import { runCli } from '../../../src/terminal/run-cli.ts';
import type { Parts } from '../../../src/terminal/session.ts';
import { storyArticle } from '../../support/fake-library.ts';
import { gate, libraryOver, memoryFolder } from '../../support/folder.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { until } from '../../support/until.ts';
import {
  fakeCommands,
  fakeCorpus,
  fakeIo,
  fakeKeyboard,
  fakeLibrary,
  fakeParts,
  fakeReply,
  recorder,
} from '../fakes.ts';

async function pipe(input: string, parts: Partial<Parts> = {}, argv: readonly string[] = []) {
  const { io, stdout, stderr } = fakeIo(input);
  const exitCode = await runCli(['console', ...argv], io, fakeParts(parts));
  return { exitCode, stdout: stdout(), stderr: stderr() };
}

describe('the console in a pipe', () => {
  test('answers questions and commands in order, without a prompt', async () => {
    expect(await pipe('When?\n\n/ask Who? source:BBC\n')).toEqual({
      exitCode: 0,
      stdout: 'asked: When?\n\nasked: Who?\n\n',
      stderr: '',
    });
  });

  test('goes on after every kind of error', async () => {
    const commands = fakeCommands(({ options }) => {
      if (options['question'] === 'one') throw new UserError('no', 'Not this one.');
      if (options['question'] === 'two') throw new Error('broken');
      return fakeReply('fine');
    });
    const { exitCode, stdout, stderr } = await pipe(
      'one\ntwo\n/sorces\n/reindex\n/ask source:"x\n/ask source:"x\\\nthree',
      { commands },
    );
    expect(exitCode).toBe(0);
    expect(stdout.trim()).toBe('fine');
    expect(stderr).toContain('Not this one.\n');
    expect(stderr).toContain('Unexpected error (');
    expect(stderr).toContain('Unknown command /sorces. Did you mean /sources?\n');
    expect(stderr).toContain('/reindex needs one of: preview, apply, status\n');
    expect(stderr).toContain('A quotation mark is not closed.\n');
    expect(stderr).toContain('with a backslash. Type \\\\ for a backslash.\n');
  });

  test('stops at /quit and prints JSON where that is asked for', async () => {
    const { stdout } = await pipe('When?\n/quit\nWho?\n', {}, ['--json']);
    expect(JSON.parse(stdout)).toEqual({
      command: 'ask',
      subcommand: null,
      options: { question: 'When?' },
    });
  });

  test('takes what a question leaves out from the one before, and from no other command', async () => {
    const text = 'The harbour master, Tom Reyes, resigned on Wednesday over a warning.';
    const lines = ['when did he resign', 'who is tom reyes', '/sources', 'why did he resign'];
    const { stdout } = await pipe(`${lines.join('\n')}\n`, {
      commands: realCommands,
      createLibrary: () => libraryOver(memoryFolder([storyArticle('pier', text)])),
    });
    const answers = stdout.split(/^(?=(?:when|who|why|sources) )/mu);
    expect(answers.find((each) => each.startsWith('when'))).toContain('Nobody is named');
    expect(answers.find((each) => each.startsWith('why'))).toContain('About: Tom Reyes');
  });

  test('opens without articles, since /reindex may bring some', async () => {
    const { exitCode, stdout, stderr } = await pipe('When?', {
      createLibrary: async () => fakeLibrary(fakeCorpus([])),
    });
    expect(exitCode).toBe(0);
    expect(stdout).toBe('asked: When?\n\n');
    expect(stderr).toContain('There are no articles');
  });
});

function openConsole(parts: Partial<Parts> = {}) {
  const dataDir = tempFolder();
  const keyboard = fakeKeyboard();
  const screen = recorder({ isTTY: true, columns: 80 });
  const errors = recorder();
  const io = {
    stdin: keyboard,
    stdout: screen.stream,
    stderr: errors.stream,
    env: { DATA_DIR: dataDir, NO_COLOR: '1' },
    cwd: '/nowhere',
  };
  return {
    keyboard,
    dataDir,
    io,
    stderr: errors.text,
    start: () => runCli(['console'], io, fakeParts(parts)),
    // Readline redraws the line in pieces, so that only the end of the screen is sure.
    sees: (text: string, times = 1) =>
      until(() => expect(screen.text().split(text).length - 1).toBeGreaterThanOrEqual(times)),
    screen: screen.text,
  };
}

describe('the console in a terminal', () => {
  test('greets, prompts, answers, keeps the history, and ends with Ctrl-D', async () => {
    const { start, keyboard, sees, dataDir } = openConsole();
    await writeFile(path.join(dataDir, 'console-history'), 'earlier\n');
    const running = start();
    await sees('verbatim> ');
    await sees('1 article from ');
    keyboard.write('When?\r');
    await sees('asked: When?');
    // The arrow twice: the line from the console before.
    keyboard.write('\u001b[A\u001b[A\r');
    await sees('asked: earlier');
    keyboard.write('\u0004');
    expect(await running).toBe(0);
    const history = await readFile(path.join(dataDir, 'console-history'), 'utf8');
    expect(history).toBe('When?\nearlier\n');
  });

  test('completes with the tab key', async () => {
    const { start, keyboard, sees } = openConsole();
    const running = start();
    await sees('verbatim> ');
    keyboard.write('/so\t');
    await sees('/sources ');
    keyboard.write('\r/quit\r');
    expect(await running).toBe(0);
  });

  test('Ctrl-C clears the line, and twice ends it', async () => {
    const { start, keyboard, sees, screen } = openConsole();
    const running = start();
    await sees('verbatim> ');
    keyboard.write('half a question\u0003');
    await sees('Press Ctrl-C again to quit.');
    keyboard.write('Who?\r');
    await sees('asked: Who?');
    expect(screen()).not.toContain('asked: half');
    keyboard.write('\u0003');
    await sees('Press Ctrl-C again to quit.', 2);
    keyboard.write('\u0003');
    expect(await running).toBe(0);
  });

  test('Ctrl-C gives up a reindex that runs, and the console goes on', async () => {
    const folder = memoryFolder([storyArticle('ferry', 'The ferry sails at night.')]);
    const library = await libraryOver(folder);
    const { start, keyboard, sees, stderr } = openConsole({
      commands: realCommands,
      createLibrary: async () => library,
    });
    const running = start();
    await sees('verbatim> ');
    folder.whileReading = () => gate().opened;
    keyboard.write('/reindex apply\r');
    await until(() => expect(library.status().running).not.toBeNull());
    keyboard.write('\u0003');
    await until(() => expect(stderr()).toContain('was cancelled by someone in a terminal'));
    folder.whileReading = () => {};
    keyboard.write('/reindex apply\r');
    await sees('The index is up to date');
    keyboard.write('\u0004');
    expect(await running).toBe(0);
  });

  test('a history that cannot be written is no more than a warning', async () => {
    const { start, keyboard, sees, io, stderr } = openConsole();
    io.env.DATA_DIR = '/dev/null/data';
    const running = start();
    await sees('verbatim> ');
    keyboard.write('When?\r');
    await sees('asked: When?');
    keyboard.write('\u0004');
    expect(await running).toBe(0);
    expect(stderr()).toContain('could not save the history');
  });
});
