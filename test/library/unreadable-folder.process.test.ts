import type * as FileSystem from 'node:fs/promises';
import { readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { createLibrary, type Library } from '../../src/library/index.ts';
import { createFolder } from '../corpus/temp-corpus.ts';

// Not by permissions, which hold for nobody who runs the tests as root.
vi.mock('node:fs/promises', async (importOriginal) => {
  const original = await importOriginal<typeof FileSystem>();
  return { ...original, readdir: vi.fn<typeof original.readdir>(original.readdir) };
});

const folders = vi.mocked(readdir);
beforeEach(() => folders.mockRestore());

/** From now on folders of this name cannot be listed. */
async function breakFolder(name: string, code: string): Promise<void> {
  const { readdir: original } = await vi.importActual<typeof FileSystem>('node:fs/promises');
  folders.mockImplementation((...args) => {
    if (String(args[0]).endsWith(`/${name}`)) {
      return Promise.reject(Object.assign(new Error(code), { code }));
    }
    return original(...args);
  });
}

const filesOf = (library: Library) => library.current().corpus.articles.map(({ file }) => file);

test.each(['EACCES', 'EIO', 'EMFILE'])(
  'a sub-folder that fails with %s does not lose its articles',
  async (code) => {
    const folder = await createFolder({ 'a.txt': 'Ferry.', 'sub/deep/c.txt': 'Bridge.' });
    const library = await createLibrary({ folder, maxArticleBytes: 1000 });
    const generation = library.current();
    await breakFolder('deep', code);
    for (const method of ['preview', 'apply'] as const) {
      await expect(library[method]()).rejects.toMatchObject({
        code: 'folder-unreadable',
        problems: [{ code: 'folder-unreadable', file: 'sub/deep', values: { cause: code } }],
      });
    }
    expect(library.current()).toBe(generation);
    expect(filesOf(library)).toEqual(['a.txt', 'sub/deep/c.txt']);

    folders.mockRestore();
    await library.apply();
    expect(filesOf(library)).toEqual(['a.txt', 'sub/deep/c.txt']);
  },
);

test('neither does one that a link leads to', async () => {
  const folder = await createFolder({ 'a.txt': 'Ferry.', '.store/c.txt': 'Bridge.' });
  await symlink('.store', join(folder, 'linked'));
  const library = await createLibrary({ folder, maxArticleBytes: 1000 });
  await breakFolder('.store', 'EACCES');
  await expect(library.apply()).rejects.toMatchObject({ problems: [{ file: 'linked' }] });
  expect(filesOf(library)).toEqual(['a.txt', 'linked/c.txt']);
});

test('a sub-folder that is gone takes its articles with it, also while it is read', async () => {
  const folder = await createFolder({ 'a.txt': 'Ferry.', 'sub/c.txt': 'Bridge.' });
  const library = await createLibrary({ folder, maxArticleBytes: 1000 });
  await breakFolder('sub', 'ENOENT');
  const report = await library.apply();
  expect(report.removed.map(({ file }) => file)).toEqual(['sub/c.txt']);
  await rm(join(folder, 'sub'), { recursive: true });
  await library.apply();
  expect(filesOf(library)).toEqual(['a.txt']);
});

test('a folder that never held an article in use does not stand in the way', async () => {
  const folder = await createFolder({ 'a.txt': 'Ferry.', 'lost+found/x.bin': '-' });
  await breakFolder('lost+found', 'EACCES');
  const library = await createLibrary({ folder, maxArticleBytes: 1000 });
  await writeFile(join(folder, 'b.txt'), 'Bridge.');
  const report = await library.apply();
  expect(report.added.map(({ file }) => file)).toEqual(['b.txt']);
});
