import { execFileSync } from 'node:child_process';
import { chmod, symlink, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCorpus } from '../../src/corpus/index.ts';
import { createFolder, load, outline } from './temp-corpus.ts';

const isRoot = process.getuid?.() === 0;

describe('a file that is no text', () => {
  test.each([
    [[0x4f, 0x6b, 0x20, 0xff, 0x61], 3, 'a byte that UTF-8 never has'],
    [[0x61, 0xc3, 0x28, 0x62], 1, 'a character that is broken off'],
    [[0x61, 0xe6, 0xb8], 1, 'a character that is broken off at the end'],
    [[0xc0, 0xaf], 0, 'an overlong form'],
    [[0x61, 0xed, 0xa0, 0x80], 1, 'half a surrogate pair'],
    [[0xff, 0xfe, 0x61, 0x00], 0, 'UTF-16'],
  ])('%j is refused as not UTF-8 at byte %i: %s', async (bytes, byteOffset) => {
    const corpus = await load({ 'a.txt': new Uint8Array(bytes) });
    expect(corpus.problems).toMatchObject([{ code: 'not-utf8', values: { byteOffset } }]);
  });

  test('is found at a byte far inside of it', async () => {
    const bytes = Buffer.from('渡轮 ferry '.repeat(50_000));
    bytes[400_000] = 0xff;
    const [problem] = (await load({ 'a.txt': bytes })).problems;
    if (problem?.code !== 'not-utf8') throw new Error('expected not-utf8');
    expect(problem.values.byteOffset).toBeGreaterThan(399_997);
    expect(problem.values.byteOffset).toBeLessThanOrEqual(400_000);
  });

  test.each<[bytes: Uint8Array, kind: string]>([
    [Buffer.from('text\0text'), 'a NUL'],
    [Buffer.from('%PDF-1.7\ntext'), 'PDF'],
    [Buffer.from('PK\u0003\u0004text'), 'zip'],
    [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'PNG'],
  ])('is refused as binary (%#: %2$s)', async (bytes) => {
    expect(outline(await load({ 'a.txt': bytes, 'b.html': bytes }))).toEqual([
      'binary a.txt',
      'binary b.html',
    ]);
  });

  test.each(['', ' \r\n\t\n', '\ufeff', '---\ntitle: A\n---\n', ' date 2021-03-08 \n'])(
    '%j is refused as empty',
    async (content) => {
      expect(outline(await load({ 'a.txt': content }))).toEqual(['empty a.txt']);
    },
  );
});

describe('a file that is too large', () => {
  test('is refused without being read', async () => {
    const folder = await createFolder({ 'a.txt': 'x', 'b.txt': 'Body.' });
    // A terabyte of nothing: reading it would never end.
    await truncate(join(folder, 'a.txt'), 2 ** 40);
    const corpus = await loadCorpus(folder);
    expect(corpus.problems).toMatchObject([
      { code: 'too-large', file: 'a.txt', values: { bytes: 2 ** 40, maxBytes: 2 * 1024 * 1024 } },
    ]);
    expect(corpus.articles).toHaveLength(1);
  });

  test('is one byte over the limit; one at the limit is read', async () => {
    const corpus = await load(
      { 'a.txt': 'x'.repeat(11), 'b.txt': 'x'.repeat(10) },
      { maxArticleBytes: 10 },
    );
    expect(outline(corpus)).toEqual(['too-large a.txt']);
    expect(corpus.articles).toHaveLength(1);
  });
});

describe('a file that cannot be read', () => {
  test.skipIf(isRoot)('because it is forbidden is a problem, and so is a folder', async () => {
    const folder = await createFolder({ 'a.txt': 'A.', 'b.txt': 'B.', 'sub/c.txt': 'C.' });
    await chmod(join(folder, 'a.txt'), 0);
    await chmod(join(folder, 'sub'), 0);
    const corpus = await loadCorpus(folder);
    await chmod(join(folder, 'sub'), 0o700);
    expect(outline(corpus)).toEqual(['file-unreadable a.txt', 'folder-unreadable sub']);
    expect(corpus.articles).toHaveLength(1);
  });

  test('because it is a pipe or leads nowhere is a problem, and nothing waits for it', async () => {
    const folder = await createFolder({ 'z.txt': 'Body.', 'd.txt/inner.txt': 'In a folder.' });
    execFileSync('/usr/bin/env', [
      'mkfifo',
      join(folder, 'pipe.txt'),
      join(folder, 'sources.yaml'),
    ]);
    await symlink('pipe.txt', join(folder, 'to-pipe.md'));
    await symlink('nowhere', join(folder, 'gone.txt'));
    await symlink('loop.txt', join(folder, 'loop.txt'));
    const corpus = await loadCorpus(folder);
    expect(corpus.problems.map(({ file, values }) => [file, values])).toEqual([
      ['gone.txt', { cause: 'ENOENT' }],
      ['loop.txt', { cause: 'ELOOP' }],
      ['pipe.txt', { cause: 'not-a-file' }],
      ['sources.yaml', { cause: 'not-a-file' }],
      ['to-pipe.md', { cause: 'not-a-file' }],
    ]);
    expect(corpus.articles.map(({ file }) => file)).toEqual(['d.txt/inner.txt', 'z.txt']);
  });
});

describe('links', () => {
  test('out of the folder are refused, to files and to folders', async () => {
    const outside = await createFolder({ 'secret.txt': 'Secret.' });
    const folder = await createFolder({ 'a.txt': 'Body.' });
    await symlink(join(outside, 'secret.txt'), join(folder, 'b.txt'));
    await symlink(outside, join(folder, 'sub'));
    await symlink('/dev/zero', join(folder, 'zero.txt'));
    await symlink(join(outside, 'secret.txt'), join(folder, 'sources.yaml'));
    await symlink(join(outside, 'secret.txt'), join(folder, 'picture.png'));
    const corpus = await loadCorpus(folder);
    expect(outline(corpus)).toEqual([
      'warning files-passed-over .',
      'link-outside-folder b.txt',
      'link-outside-folder sources.yaml',
      'link-outside-folder sub',
      'link-outside-folder zero.txt',
    ]);
    expect(corpus.problems[1]?.values).toEqual({ target: join(outside, 'secret.txt') });
    expect(corpus.articles).toHaveLength(1);
  });

  test('to a folder whose name only begins alike are refused as well', async () => {
    const parent = await createFolder({ 'corpus/a.txt': 'Body.', 'corpus-2/b.txt': 'Secret.' });
    await symlink('../corpus-2/b.txt', join(parent, 'corpus/b.txt'));
    expect(outline(await loadCorpus(join(parent, 'corpus')))).toEqual([
      'link-outside-folder b.txt',
    ]);
  });

  test('inside the folder do not make an article twice, whatever the order of names', async () => {
    const folder = await createFolder({ 'm.txt': 'Body.', '.store/hidden': 'Stored.' });
    await symlink('m.txt', join(folder, 'a.txt'));
    await symlink('m.txt', join(folder, 'z.txt'));
    await symlink('.store/hidden', join(folder, 'stored.txt'));
    await symlink('.store/hidden', join(folder, 'stored-again.txt'));
    const corpus = await loadCorpus(folder);
    expect(corpus.problems).toEqual([]);
    expect(corpus.articles.map(({ file }) => file)).toEqual(['m.txt', 'stored-again.txt']);
  });

  test('in a circle end', async () => {
    const folder = await createFolder({ 'sub/a.txt': 'Body.' });
    await symlink('..', join(folder, 'sub/up'));
    await symlink('.', join(folder, 'here'));
    await symlink('two', join(folder, 'one'));
    await symlink('one', join(folder, 'two'));
    const corpus = await loadCorpus(folder);
    expect(corpus.articles).toHaveLength(1);
    expect(outline(corpus)).toEqual(['file-unreadable one', 'file-unreadable two']);
  });
});
