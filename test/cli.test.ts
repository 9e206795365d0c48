import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { tempFolder } from './support/temp-folder.ts';

const CLI = path.resolve(import.meta.dirname, '../dist/cli.js');
const DEADLINE = 'Giving Americans until 15 September to stop dealing with TikTok was the order.';

function newCorpus(files: Readonly<Record<string, string>> = {}): string {
  const folder = tempFolder();
  const article = `---\ntitle: The deadline\npublisher: Test Post\npublished: 2020-09-14\n---\n\n${DEADLINE}\n`;
  for (const [name, content] of Object.entries({ 'deadline.md': article, ...files })) {
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

/** Runs the built program in a folder of its own, so that no `.env` of ours gets in. */
async function verbatim(
  argv: readonly string[],
  input = '',
  env: Record<string, string> = {},
  program: readonly string[] = [CLI],
) {
  const child = spawn(process.execPath, [...program, ...argv], {
    cwd: tempFolder(),
    env: { PATH: process.env['PATH'], ...env },
  });
  child.stdin.end(input);
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { exitCode: Number(exitCode), stdout, stderr };
}

describe('verbatim', () => {
  test('answers a question with the words of an article', async () => {
    const argv = ['ask', 'Until', 'when', 'do', 'Americans', 'have?', '--corpus', newCorpus()];
    const { exitCode, stdout, stderr } = await verbatim(argv);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const quoted = stdout.split('\n').filter((line) => line.startsWith('> '));
    expect(quoted.map((line) => line.slice(2)).join(' ')).toBe(DEADLINE);
    expect(stdout).toContain('Test Post · Sep 14, 2020 · The deadline');
    expect(stdout).not.toContain('\u001b');
  });

  test('keeps its index in DATA_DIR for the next question, where that is there', async () => {
    const [corpus, folder] = [newCorpus(), tempFolder()];
    const ask = (dataDir: string) =>
      verbatim(['ask', 'Americans and TikTok?', '--corpus', corpus], '', {
        DATA_DIR: dataDir,
        LOG_LEVEL: 'info',
        LOG_FORMAT: 'json',
      });
    const first = await ask(folder);
    expect(first.stderr).toContain('"passages":1,"reused":0');
    const second = await ask(folder);
    expect(second.stderr).toContain('"passages":1,"reused":1');
    expect(second.stdout).toBe(first.stdout);

    const missing = path.join(folder, 'missing');
    expect((await ask(missing)).stdout).toBe(first.stdout);
    expect(existsSync(missing)).toBe(false);
  });

  test('draws a timeline of its own articles as SVG, with words that can be read without seeing it', async () => {
    const file = path.join(tempFolder(), 'timeline.svg');
    const { exitCode, stdout, stderr } = await verbatim(['timeline', '--svg', file]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(`Picture saved: ${file}`);
    const svg = readFileSync(file, 'utf8');
    expect(svg).toMatch(/^<svg .*<title>Timeline<\/title><desc>Timeline\. [1-9]\d* entries/su);
    expect(svg).not.toContain('<text');
  });

  test('marks in colour where it is forced to, and NO_COLOR wins', async () => {
    const argv = ['ask', 'Americans and TikTok?', '--corpus', newCorpus()];
    expect((await verbatim(argv, '', { FORCE_COLOR: '1' })).stdout).toContain('\u001b[1m');
    const both = await verbatim(argv, '', { FORCE_COLOR: '1', NO_COLOR: '1' });
    expect(both.stdout).not.toContain('\u001b');
  });

  test('shows a hostile article without obeying it', async () => {
    const corpus = newCorpus({
      'hostile.md': '---\ntitle: "A\\e]0;x\\aB"\n---\n\nThe platypus\u001b[2J wears\u202e a hat.\n',
    });
    const { stdout } = await verbatim(['ask', 'platypus hat', '--corpus', corpus]);
    expect(stdout).toContain('platypus␛[2J wears\ufffd a hat.');
    expect(stdout).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  });

  test('reads the console from a pipe', async () => {
    const input = 'Until when?\n/sources\n/reindex status\n';
    const { exitCode, stdout } = await verbatim(['console', '--corpus', newCorpus()], input);
    expect(exitCode).toBe(0);
    expect(stdout).not.toContain('verbatim> ');
    expect(stdout.indexOf('Until when?')).toBe(0);
    expect(stdout).toContain('- The deadline\n');
  });

  test('runs uncompiled as well, with its thread', async () => {
    const program = [
      '--import',
      import.meta.resolve('tsx'),
      path.resolve(import.meta.dirname, '../src/cli.ts'),
    ];
    const argv = ['console', '--corpus', newCorpus()];
    const { exitCode, stdout } = await verbatim(argv, '/reindex apply\n/sources\n', {}, program);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('- The deadline\n');
  });

  test('checks the articles and ends with 1 when one was rejected', async () => {
    const bad = newCorpus({ 'bad.md': '---\ntitle: x\n' });
    const { exitCode, stdout } = await verbatim(['check', '--corpus', bad]);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^bad\.md/u);
  });

  test('says in one line which setting is wrong', async () => {
    const { exitCode, stderr } = await verbatim(['sources'], '', { DEFAULT_LOCALE: 'fr' });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^DEFAULT_LOCALE must be one of .*\n$/u);
  });

  test('speaks the language of the terminal', async () => {
    const argv = ['ask', '袋鼠', '--corpus', newCorpus()];
    const { stdout } = await verbatim(argv, '', { LC_ALL: 'zh_CN.UTF-8' });
    expect(stdout).toContain('没有');
  });
});

describe('verbatim ask --batch', () => {
  test('answers every line, and none is cut off in the pipe', async () => {
    // More than a pipe holds.
    const count = 400;
    const lines = Array.from({ length: count }, (_, id) =>
      JSON.stringify({ id, question: 'Until when do Americans have?' }),
    );
    lines[2] = 'bad';
    const argv = ['ask', '--batch', '--corpus', newCorpus()];
    const { exitCode, stdout } = await verbatim(argv, lines.join('\n'));
    expect(exitCode).toBe(1);
    const answers = stdout.trimEnd().split('\n');
    expect(answers).toHaveLength(count);
    expect(JSON.parse(answers[2] ?? '')).toEqual({
      id: null,
      error: expect.stringMatching(/^line 3: /u),
    });
    expect(JSON.parse(answers.at(-1) ?? '')).toMatchObject({
      id: count - 1,
      quotes: [{ article: 'deadline', text: DEADLINE }],
    });
  });

  test('answers a line before the next one comes', async () => {
    const child = spawn(process.execPath, [CLI, 'ask', '--batch', '--corpus', newCorpus()]);
    child.stdout.setEncoding('utf8');
    child.stdin.write('{"id":1,"question":"Until when?"}\n');
    const [first] = await once(child.stdout, 'data');
    expect(JSON.parse(String(first))).toMatchObject({ id: 1 });
    child.stdin.end();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('ends quietly when nobody reads on', async () => {
    const command = `yes '{"id":1,"question":"Until when?"}' | "$0" "$1" ask --batch --corpus "$2" | head -1`;
    const argv = ['-o', 'pipefail', '-c', command, process.execPath, CLI, newCorpus()];
    const stderr = await new Promise<string>((resolve) => {
      execFile('bash', argv, (_error, _stdout, errors) => resolve(errors));
    });
    expect(stderr).toBe('');
  });
});
