import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { runCli } from '../../src/terminal/run-cli.ts';
import type { Parts } from '../../src/terminal/session.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { monthlyStory, timelineLibrary } from '../support/timeline-entries.ts';
import { fakeIo, fakeParts } from './fakes.ts';

const { article, entries } = monthlyStory(12);
const PICTURE = '<svg><title>Timeline</title></svg>';

async function run(
  argv: readonly string[],
  { cwd = '/nowhere', input = '', lang = 'en_GB.UTF-8', shown = entries } = {},
) {
  const { io, stdout, stderr } = fakeIo(input, { cwd, env: { LANG: lang } });
  const renderSvg = vi.fn<Parts['renderSvg']>(fakeParts().renderSvg);
  const createLibrary = async () => timelineLibrary([article], shown);
  const exitCode = await runCli(argv, io, fakeParts({ commands, createLibrary, renderSvg }));
  return { exitCode, stdout: stdout(), stderr: stderr(), renderSvg };
}

describe('verbatim timeline --svg', () => {
  test('writes the picture of all entries, prints the timeline, and says where the picture is', async () => {
    const cwd = tempFolder();
    const plain = await run(['timeline'], { cwd });
    const drawn = await run(['timeline', '--svg', 'out.svg'], { cwd });
    const file = path.join(cwd, 'out.svg');
    expect(drawn).toMatchObject({ exitCode: 0, stderr: '' });
    expect(drawn.stdout).toBe(`${plain.stdout}\nPicture saved: ${file}\n`);
    expect(readFileSync(file, 'utf8')).toBe(PICTURE);
    expect(readdirSync(cwd)).toEqual(['out.svg']);
    expect(drawn.renderSvg.mock.calls[0]?.[0].points).toHaveLength(12);
  });

  test('prints nothing but JSON beside --json', async () => {
    const cwd = tempFolder();
    const drawn = await run(['timeline', '--json', '--svg', 'out.svg'], { cwd });
    expect(drawn).toMatchObject({ exitCode: 0, stderr: '' });
    expect(JSON.parse(drawn.stdout)).toHaveProperty('entries');
    expect(readFileSync(path.join(cwd, 'out.svg'), 'utf8')).toBe(PICTURE);
  });

  test('draws nothing when it is not asked to', async () => {
    const { renderSvg } = await run(['timeline']);
    expect(renderSvg).not.toHaveBeenCalled();
  });

  test('replaces a file, and what a link leads to', async () => {
    const cwd = tempFolder();
    const file = path.join(cwd, 'old.svg');
    writeFileSync(file, 'old');
    symlinkSync(file, path.join(cwd, 'link.svg'));
    expect((await run(['timeline', '--svg', 'link.svg'], { cwd })).exitCode).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(PICTURE);
    expect(readdirSync(cwd).toSorted()).toEqual(['link.svg', 'old.svg']);
  });

  test.each([
    ['.', 'en_GB.UTF-8', /could not be written: it is a folder\n$/u],
    ['', 'zh_CN.UTF-8', /^无法写入 .*：这是一个文件夹\n$/u],
    ['missing/out.svg', 'en_GB.UTF-8', /could not be written: its folder does not exist\n$/u],
    ['missing/out.svg', 'zh_TW.UTF-8', /^無法寫入 .*：所在的資料夾不存在\n$/u],
    ['file/out.svg', 'en_GB.UTF-8', /could not be written: its folder does not exist\n$/u],
    ['/dev/null', 'en_GB.UTF-8', /^\/dev\/null could not be written: it is not a regular file\n$/u],
    ['x'.repeat(300), 'en_GB.UTF-8', /could not be written: ENAMETOOLONG\n$/u],
  ])('ends with 1 and one line when it cannot write %j', async (file, lang, line) => {
    const cwd = tempFolder();
    writeFileSync(path.join(cwd, 'file'), '');
    const { exitCode, stdout, stderr } = await run(['timeline', '--svg', file], { cwd, lang });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(line);
    expect(stderr.trimEnd()).not.toContain('\n');
    // The timeline was asked for as well.
    expect(stdout).toContain('1990');
    // Nothing half-written is left.
    expect(readdirSync(cwd)).toEqual(['file']);
  });

  test('ends with 1 where there is nothing to draw, and writes no file', async () => {
    const cwd = tempFolder();
    const few = await run(['timeline', '--svg', 'out.svg'], { cwd, shown: entries.slice(0, 1) });
    expect(few).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('January 1990'),
      stderr: 'No picture: it takes at least two dated entries.\n',
    });
    expect(existsSync(path.join(cwd, 'out.svg'))).toBe(false);
  });

  test.each([
    ['en_GB.UTF-8', 'Also save a picture as this SVG file'],
    ['zh_CN.UTF-8', '同时生成图片，保存为该 SVG 文件'],
    ['zh_TW.UTF-8', '同時生成圖片，儲存為該 SVG 檔案'],
  ])('is in the help of the timeline in %s, and of nothing else', async (lang, text) => {
    expect((await run(['timeline', '--help'], { lang })).stdout).toContain(text);
    expect((await run(['sources', '--help'], { lang })).stdout).not.toContain('--svg');
  });

  test('is not in the console, where Discord’s options are', async () => {
    const { stdout, stderr, renderSvg } = await run(['console'], {
      input: '/timeline svg:out.svg\n',
    });
    expect(stdout + stderr).not.toContain('Picture:');
    expect(renderSvg).not.toHaveBeenCalled();
  });
});
