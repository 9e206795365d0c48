import { Writable } from 'node:stream';
import { describe, expect, test, vi } from 'vitest';
import type { Problem } from '../../src/corpus/index.ts';
import { UserError } from '../../src/shared/errors.ts';
import { displayWidth } from '../../src/terminal/graphemes.ts';
import { runCli } from '../../src/terminal/run-cli.ts';
import type { Parts } from '../../src/terminal/session.ts';
import {
  fakeArticle,
  fakeCommands,
  fakeCorpus,
  fakeIo,
  fakeLibrary,
  fakeParts,
  fakeReply,
  quoteBlock,
  REJECTED,
  type SeenCall,
} from './fakes.ts';

async function run(
  argv: readonly string[],
  { parts = {}, ...given }: { parts?: Partial<Parts>; input?: string; env?: object } = {},
) {
  const { io, stdout, stderr } = fakeIo(given.input, { env: { ...given.env } });
  const exitCode = await runCli(argv, io, fakeParts(parts));
  return { exitCode, stdout: stdout(), stderr: stderr() };
}

function noteCalls() {
  const seen: SeenCall[] = [];
  return { seen, commands: fakeCommands(() => fakeReply('ok'), seen) };
}

describe('ask', () => {
  test('joins the words of the question and answers', async () => {
    const result = await run(['ask', 'When', 'must', 'it', 'be', 'sold?']);
    expect(result).toEqual({ exitCode: 0, stdout: 'asked: When must it be sold?\n', stderr: '' });
  });

  test('passes its options on as they were typed', async () => {
    const { seen, commands } = noteCalls();
    await run(['ask', 'when?', '--source', 'BBC', '--language=zh', '--limit', '2'], {
      parts: { commands },
    });
    const options = { question: 'when?', source: 'BBC', language: 'zh', limit: '2' };
    expect(seen).toEqual([{ command: 'ask', subcommand: null, options }]);
  });

  test('takes what is yes or no without a value, but nothing that has no meaning here', async () => {
    const { seen, commands } = noteCalls();
    await run(['sources', '--all', 'BBC'], { parts: { commands } });
    expect(seen).toEqual([
      { command: 'sources', subcommand: null, options: { query: 'BBC', all: true } },
    ]);
    const refused = await run(['ask', 'when?', '--private'], { parts: { commands } });
    expect(refused).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--private') });
  });

  test('says how to type what can be done next, as it is typed there', async () => {
    const call = { command: 'sources', options: { all: 'true', query: 'the BBC' } };
    const commands = fakeCommands(() => fakeReply('ok', { actions: [{ label: 'More', call }] }));
    const { stdout } = await run(['sources'], { parts: { commands } });
    expect(stdout).toBe("ok\n\nMore: verbatim sources --all 'the BBC'\n");
    const atPrompt = await run(['console'], { parts: { commands }, input: '/sources\n' });
    expect(atPrompt.stdout).toContain('More: /sources all:true query:"the BBC"\n');
  });

  test.each([
    { argv: ['--json', '--corpus', 'x', 'ask', 'when?'] },
    { argv: ['ask', '--json', 'when?', '--corpus=x'] },
    { argv: ['ask', 'when?', '--json', '--corpus', 'x'] },
  ])('takes --json and --corpus anywhere: $argv', async ({ argv }) => {
    const createLibrary = vi.fn<Parts['createLibrary']>(fakeParts().createLibrary);
    const { exitCode, stdout } = await run(argv, { parts: { createLibrary } });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ command: 'ask', options: { question: 'when?' } });
    expect(createLibrary.mock.calls[0]?.[0].folder).toBe('/nowhere/x');
  });

  test('says when articles were rejected, on standard error', async () => {
    const corpus = fakeCorpus([fakeArticle('text')], [REJECTED]);
    const { exitCode, stderr } = await run(['ask', 'when?'], {
      parts: { createLibrary: async () => fakeLibrary(corpus) },
    });
    expect(exitCode).toBe(0);
    expect(stderr).toBe('1 article was rejected; run "verbatim check" to see why\n');
  });

  test('says so when there are no articles at all', async () => {
    const { exitCode, stdout, stderr } = await run(['ask', 'when?', '--corpus', '/empty'], {
      parts: { createLibrary: async () => fakeLibrary(fakeCorpus([])) },
    });
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toBe('There are no articles in /empty.\n');
  });

  test('names the folder that cannot be read, if that may be why there are none', async () => {
    const problem: Problem = {
      code: 'folder-unreadable',
      severity: 'error',
      file: 'sub/deep',
      line: null,
      values: { cause: 'EACCES' },
    };
    const { stderr } = await run(['ask', 'when?'], {
      parts: { createLibrary: async () => fakeLibrary(fakeCorpus([], [problem])) },
    });
    expect(stderr).toContain('\nsub/deep: the folder cannot be read: permission denied\n');
  });

  test('finds its quotes in the articles that were in use when it began', async () => {
    const article = fakeArticle('It must be sold by 15 September.');
    const library = fakeLibrary(fakeCorpus([article]));
    const later = fakeLibrary(fakeCorpus([])).current();
    let current = library.current();
    const commands = fakeCommands(() => {
      current = later;
      return fakeReply('When?', { blocks: [quoteBlock(article)] });
    });
    const parts = { commands, createLibrary: async () => ({ ...library, current: () => current }) };
    const { stdout } = await run(['ask', 'when?'], { parts });
    expect(stdout).toContain('> It must be sold by 15 September.\n');
  });
});

function failing(error: Error) {
  const commands = fakeCommands(() => {
    throw error;
  });
  return { commands };
}

describe('an error', () => {
  test('that is meant for people is its message', async () => {
    const parts = failing(new UserError('bad-date', 'That is not a date.\u001b[2J'));
    const { exitCode, stderr } = await run(['sources'], { parts });
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: 'That is not a date.␛[2J\n' });
  });

  test('that is not gets a number, under which the log has the cause', async () => {
    const { exitCode, stderr } = await run(['sources'], { parts: failing(new Error('secret')) });
    expect(exitCode).toBe(1);
    const [logged = '', told = ''] = stderr.split('\n');
    expect(JSON.parse(logged)).toMatchObject({ level: 50, err: { message: 'secret' } });
    expect(told).toContain('Unexpected error (');
    expect(told).toContain(JSON.parse(logged).id);
    expect(told).not.toContain('secret');
  });

  test('in the settings is one line, and --help still works', async () => {
    const env = { LOG_LEVEL: 'loud' };
    expect(await run(['sources'], { env })).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/^LOG_LEVEL must be one of .*\n$/u),
    });
    expect(await run(['--help'], { env })).toMatchObject({ exitCode: 0, stderr: '' });
  });
});

describe('a command line that cannot be understood', () => {
  test.each([
    [['sorces'], 'Unknown command "sorces". Did you mean sources?', '--help'],
    [
      ['ask', 'when?', '--sorce', 'BBC'],
      'Unknown option --sorce. Did you mean --source?',
      '--help',
    ],
    [['ask'], 'The question is missing', '--help'],
    [['ask', ' '], 'The question is missing', '--help'],
    [['ask', 'when?', '--source'], '--source needs a value.', '--help'],
    [['ask', '--language', 'fr', 'when?'], '--language must be one of en, zh, not "fr".', '--help'],
    [['ask', '--batch', 'when?'], '--batch reads questions', '--help'],
    [['ask', '--batch', '--source', 'BBC'], '--batch cannot be used with --source.', '--help'],
    [['check', 'extra'], '"check" takes no further words.', '--help'],
    [[], 'Usage: verbatim', 'console'],
  ])('%j', async (argv, message, hint) => {
    const { exitCode, stdout, stderr } = await run(argv);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
  });
});

test('a command line that cannot be understood is answered in the language of the terminal', async () => {
  const { stderr } = await run(['sorces'], { env: { LANG: 'zh_TW.UTF-8' } });
  expect(stderr).toBe(
    '沒有「sorces」這個指令。是否應為 sources？\n執行 verbatim --help 查看全部指令。\n',
  );
});

describe('help', () => {
  test('lists the commands, and those of Discord by their definitions', async () => {
    const { exitCode, stdout } = await run(['--help']);
    expect(exitCode).toBe(0);
    for (const text of ['ask', 'The command sources', 'check', 'console', '--corpus <dir>']) {
      expect(stdout).toContain(text);
    }
    expect(stdout).not.toContain('reindex');
  });

  test('speaks the language of the terminal and fits it', async () => {
    const { stdout } = await run(['ask', '--help'], { env: { LANG: 'zh_TW.UTF-8' } });
    expect(stdout).toContain('選項：');
    expect(stdout).toContain('限定來源');
    for (const line of stdout.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });

  test('gives the version', async () => {
    expect(await run(['--version'])).toEqual({ exitCode: 0, stdout: '1.2.3\n', stderr: '' });
  });
});

describe('check', () => {
  test('ends with 1 when an article was rejected, with 0 when all is well', async () => {
    const rejected = { loadCorpus: async () => fakeCorpus([fakeArticle('text')], [REJECTED]) };
    expect((await run(['check'], { parts: rejected })).exitCode).toBe(1);
    expect((await run(['check'])).exitCode).toBe(0);
  });

  test('lets warnings pass', async () => {
    const warned = { ...REJECTED, severity: 'warning' as const };
    const parts = { loadCorpus: async () => fakeCorpus([fakeArticle('text')], [warned]) };
    const { exitCode, stdout } = await run(['check'], { parts });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('empty.md:3: warning: ');
  });
});

async function isColoured(env: object): Promise<boolean> {
  return (await run(['sources'], { env })).stdout.includes('\u001b');
}

describe('colour', () => {
  test('is off in a pipe, on when it is forced, and NO_COLOR wins', async () => {
    expect(await isColoured({})).toBe(false);
    expect(await isColoured({ FORCE_COLOR: '1' })).toBe(true);
    expect(await isColoured({ FORCE_COLOR: '0' })).toBe(false);
    expect(await isColoured({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
    expect(await isColoured({ NO_COLOR: '' })).toBe(false);
  });
});

test('a reader that has gone ends it without a word', async () => {
  const gone = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error('EPIPE'), { code: 'EPIPE' })),
  });
  const { io, stderr } = fakeIo('', { stdout: gone });
  expect(await runCli(['sources'], io, fakeParts())).toBe(0);
  expect(stderr()).toBe('');
});

describe('register', () => {
  test('says how many commands Discord has now', async () => {
    const { exitCode, stdout } = await run(['register']);
    expect(exitCode).toBe(0);
    expect(stdout).toBe('Commands registered: 4\n');
  });

  test('names the servers that it could not reach, and fails', async () => {
    const failedGuildIds = ['123456789012345678'];
    const registerCommands = async () => ({ registered: 4, failedGuildIds });
    const { exitCode, stderr } = await run(['register'], { parts: { registerCommands } });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('123456789012345678');
  });
});
