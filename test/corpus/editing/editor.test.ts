import { chmod, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CorpusEditor } from '../../../src/corpus/editing/index.ts';
import { UPLOAD_LIFE_MS } from '../../../src/corpus/editing/uploads.ts';
import { loadCorpus } from '../../../src/corpus/index.ts';
import { buildPdf, linesFrom } from '../documents/build-pdf.ts';
import { hex, PERSON, refusalOf, workplace } from './support.ts';

const STORY = 'The bridge was closed.\n\nThe mayor closed the bridge on Monday.\n';
const never = () => false;

async function add(editor: CorpusEditor, name: string, text: string) {
  const { id } = await editor.upload(name, Buffer.from(text));
  return editor.add(id, PERSON, never);
}

describe('an upload', () => {
  test('is read as an article, and changes nothing in the folder', async () => {
    const place = await workplace();
    const upload = await place.editor.upload('My story.md', Buffer.from(STORY));
    expect(upload).toMatchObject({ name: 'My-story.md', problems: [], isEditable: true });
    expect(upload.articles.map(({ title }) => title)).toEqual(['The bridge was closed.']);
    expect(await place.inside()).toEqual({});
    expect(await place.restarted().uploaded(upload.id)).toEqual(upload);
  });

  test('of a document that was fetched says where from, and so does what it becomes', async () => {
    const place = await workplace();
    const pdf = buildPdf({ pages: [[{ text: 'The bridge was closed.', y: 700 }]] });
    const origin = { url: 'https://a.example/b.pdf', retrieved: '2026-03-05T10:20:00.000Z' };
    const { id, articles } = await place.editor.upload('b.pdf', pdf, origin);
    expect(articles).toMatchObject([origin]);
    expect((await place.restarted().uploaded(id)).articles).toMatchObject([origin]);
    await place.editor.add(id, PERSON, never);
    expect((await loadCorpus(place.folder)).articles).toMatchObject([{ file: 'b.pdf', ...origin }]);
  });

  test('says what is wrong with it', async () => {
    const { editor } = await workplace();
    const empty = await editor.upload('a.txt', Buffer.from(' \n'));
    expect(empty.problems.map(({ code }) => code)).toEqual(['empty']);
    const broken = await editor.upload('a.txt', Buffer.from([0x61, 0xff, 0x61]));
    expect(broken.problems.map(({ code }) => code)).toEqual(['not-utf8']);
    expect(broken.isEditable).toBe(false);
  });

  test('is refused with a name that no article has, and when it is too large', async () => {
    const { editor } = await workplace();
    expect(await refusalOf(editor.upload('a.jpg', Buffer.from('x')))).toBe(
      'name-not-supported a.jpg',
    );
    expect(await refusalOf(editor.upload('a.md', Buffer.alloc(4097, 'x')))).toBe('too-large a.md');
  });

  test('is read once, however often it is looked at', async () => {
    const { editor } = await workplace();
    const upload = await editor.upload('a.txt', Buffer.from(STORY));
    expect(await editor.uploaded(upload.id)).toBe(upload);
  });

  test('is refused with more articles than anybody looks through', async () => {
    const place = await workplace();
    const lines = (count: number) => Buffer.from('{"text":"x"}\n'.repeat(count));
    const editor = place.restarted(1_000_000);
    expect((await editor.upload('a.jsonl', lines(1000))).articles).toHaveLength(1000);
    expect(await refusalOf(editor.upload('b.jsonl', lines(1001)))).toBe(
      'too-many-articles b.jsonl',
    );
  });

  test('of a document may be larger, and has no details to edit', async () => {
    const { editor } = await workplace();
    const lines = linesFrom(700, ['The harbour council voted for the ferry pier on Tuesday.']);
    const { isEditable, articles, byteLength } = await editor.upload(
      'a.pdf',
      Buffer.concat([buildPdf({ pages: [lines] }), Buffer.from(`%${'x'.repeat(5000)}`)]),
    );
    expect(articles.map(({ title }) => title)).toHaveLength(1);
    expect(byteLength).toBeGreaterThan(4096);
    expect(isEditable).toBe(false);
  });

  test('takes details, which the article then states, and keeps what it stated else', async () => {
    const place = await workplace();
    const text = `---\nid: bridge\ntitle: Old\nurl: https://example.org/old\n---\n${STORY}`;
    const { id } = await place.editor.upload('a.md', Buffer.from(text));
    const details = { title: 'The "new": one', publisher: '海港报', published: '2024-05-03' };
    const edited = await place.editor.edit(id, details);
    expect(edited.articles[0]).toMatchObject({ ...details, id: 'bridge', url: null, text: STORY });
    expect(await refusalOf(place.editor.uploaded(id))).toBe('upload-gone');
    const { file } = await place.editor.add(edited.id, PERSON, never);
    expect(await readFile(path.join(place.folder, file), 'utf8')).toMatch(/^---\nid: "bridge"\n/u);
  });

  test('of a web page takes details before what its markup states', async () => {
    const { editor } = await workplace();
    const page = `<html><head><title>Old</title></head><body><p>${STORY}</p></body></html>`;
    const { id, articles } = await editor.upload('a.html', Buffer.from(page));
    const edited = await editor.edit(id, { title: 'New', publisher: 'Gazette' });
    expect(edited.articles[0]).toMatchObject({ title: 'New', publisher: 'Gazette' });
    expect(edited.articles[0]?.text).toBe(articles[0]?.text);
  });

  test('whatever details it is given, keeps the text as it was', async () => {
    const { editor } = await workplace();
    const line = fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => `T${text}`);
    await fc.assert(
      fc.asyncProperty(line, line, async (title, publisher) => {
        const { id, articles } = await editor.upload('a.txt', Buffer.from(STORY));
        const edited = await editor.edit(id, { title, publisher });
        expect(edited.problems).toEqual([]);
        expect(edited.articles[0]?.text).toBe(articles[0]?.text);
      }),
      { numRuns: 6 },
    );
  });

  test('of many articles has no details to change', async () => {
    const { editor } = await workplace();
    const lines = ['One.', 'Two.'].map((text) => JSON.stringify({ text })).join('\n');
    const upload = await editor.upload('a.jsonl', Buffer.from(lines));
    expect(upload.articles).toHaveLength(2);
    expect(await refusalOf(editor.edit(upload.id, {}))).toBe('not-editable a.jsonl');
  });

  test('is gone after an hour, when it was discarded, and when it was added', async () => {
    const place = await workplace();
    const [one, two, three] = await Promise.all(
      ['1', '2', '3'].map((text) => place.editor.upload('a.md', Buffer.from(text))),
    );
    await place.editor.discard(one?.id ?? '');
    await place.editor.add(two?.id ?? '', PERSON, never);
    place.time += UPLOAD_LIFE_MS + 1;
    for (const upload of [one, two, three]) {
      expect(await refusalOf(place.editor.uploaded(upload?.id ?? ''))).toBe('upload-gone');
      const added = place.editor.add(upload?.id ?? '', PERSON, never);
      expect(await refusalOf(added)).toBe('upload-gone');
    }
    expect(Object.keys(await place.inside())).toEqual(['a.md']);
  });

  test('takes the place of the oldest when there are many', async () => {
    const place = await workplace();
    const ids: string[] = [];
    for (let index = 0; index < 25; index += 1) {
      place.time += 1000;
      ids.push((await place.editor.upload('a.md', Buffer.from(`${index}`))).id);
    }
    expect(await refusalOf(place.editor.uploaded(ids[4] ?? ''))).toBe('upload-gone');
    await place.editor.uploaded(ids[5] ?? '');
    expect(await readdir(path.join(place.dataDir, '.curation', 'uploads'))).toHaveLength(20);
  });

  test.each(['', '..', '../..', 'a/b', '0123456789abcdef/..', '\0'])(
    'is not found under the id %j, and nothing is removed by it',
    async (id) => {
      const place = await workplace({ 'a.md': STORY });
      const before = await place.outside();
      expect(await refusalOf(place.editor.uploaded(id))).toBe('upload-gone');
      await place.editor.discard(id);
      expect(await place.outside()).toEqual(before);
      expect(await place.inside()).toEqual({ 'a.md': hex(STORY) });
    },
  );
});

describe('adding', () => {
  test('never takes the place of another file, whatever its extension or case', async () => {
    const place = await workplace({ 'Story.txt': 'one', 'story-2.html': 'two' });
    const { id } = await place.editor.upload('story.md', Buffer.from(STORY));
    const added = await place.editor.add(id, PERSON, (article) => article === 'story-3');
    expect(added).toMatchObject({ file: 'story-4.md', person: PERSON, action: 'add' });
    expect(await place.inside()).toEqual({
      'Story.txt': hex('one'),
      'story-2.html': hex('two'),
      'story-4.md': hex(STORY),
    });
  });

  // The superuser may write everywhere.
  test.skipIf(process.getuid?.() === 0)(
    'leaves nothing behind in a folder that cannot be written',
    async () => {
      const place = await workplace();
      await chmod(place.folder, 0o555);
      expect(await refusalOf(add(place.editor, 'a.md', STORY))).toBe('file-system EACCES');
      await chmod(place.folder, 0o755);
      expect(await place.inside()).toEqual({});
      expect(await place.editor.lastChange()).toBeNull();
    },
  );

  test('says that there is no folder', async () => {
    const place = await workplace();
    await rm(place.folder, { recursive: true });
    expect(await refusalOf(add(place.editor, 'a.md', STORY))).toBe('file-system ENOENT');
  });
});

describe('removing', () => {
  test.each([
    '../beside.md',
    '..',
    '.',
    '',
    '/etc/passwd',
    'sub/../../beside.md',
    './a.md',
    'a.md/',
    'sub//b.md',
    'a.md\0',
    '.hidden.md',
    'link.md',
    'linked/secret.txt',
    'sub',
  ])('refuses %j, and touches nothing', async (file) => {
    const place = await workplace({ 'a.md': 'a', 'sub/b.md': 'b', '.hidden.md': 'c' });
    await symlink(path.join(place.root, 'beside.md'), path.join(place.folder, 'link.md'));
    await symlink(path.join(place.root, 'outside'), path.join(place.folder, 'linked'));
    const [inside, outside] = [await place.inside(), await place.outside()];
    expect(await refusalOf(place.editor.remove(file, PERSON))).toMatch(/^outside-folder/u);
    expect([await place.inside(), await place.outside()]).toEqual([inside, outside]);
  });

  test('says that a file is not there', async () => {
    const { editor } = await workplace({ 'sub/b.md': 'b' });
    expect(await refusalOf(editor.remove('a.md', PERSON))).toBe('file-missing a.md');
    expect(await refusalOf(editor.remove('sup/b.md', PERSON))).toBe('file-missing sup/b.md');
  });
});

describe('undoing', () => {
  test('gives back what was removed, after a restart as well', async () => {
    const place = await workplace({ 'sub/b.md': STORY });
    const removed = await place.editor.remove('sub/b.md', PERSON);
    expect(await place.inside()).toEqual({});
    expect(await place.restarted().undo(removed.id)).toEqual({ change: removed, uploadId: null });
    expect(await place.inside()).toEqual({ 'sub/b.md': hex(STORY) });
  });

  test('of an addition leaves an upload that can be added again', async () => {
    const place = await workplace();
    const added = await add(place.editor, 'a.md', STORY);
    const { uploadId } = await place.editor.undo(added.id);
    expect(await place.inside()).toEqual({});
    await place.editor.add(uploadId ?? '', PERSON, never);
    expect(await place.inside()).toEqual({ 'a.md': hex(STORY) });
  });

  test('says that there is nothing to undo', async () => {
    const { editor } = await workplace();
    expect(await refusalOf(editor.undo(null))).toBe('nothing-to-undo');
  });

  test('refuses when the file was changed or made anew meanwhile', async () => {
    const place = await workplace({ 'b.md': STORY });
    const { file } = await add(place.editor, 'a.md', STORY);
    await writeFile(path.join(place.folder, file), 'another text');
    expect(await refusalOf(place.editor.undo(null))).toBe('changed-meanwhile a.md');
    expect((await place.inside())['a.md']).toBe(hex('another text'));

    await place.editor.remove('b.md', PERSON);
    await writeFile(path.join(place.folder, 'b.md'), 'new');
    expect(await refusalOf(place.editor.undo(null))).toBe('changed-meanwhile b.md');
    expect((await place.inside())['b.md']).toBe(hex('new'));
  });

  test('goes on to the change before one whose file was edited by hand', async () => {
    const place = await workplace();
    const first = await add(place.editor, 'a.md', '1');
    const { file } = await add(place.editor, 'b.md', '2');
    await writeFile(path.join(place.folder, file), 'by hand');
    expect(await refusalOf(place.editor.undo(null))).toBe('changed-meanwhile b.md');
    expect(await place.editor.lastChange()).toEqual(first);
    await place.editor.undo(null);
    expect(await place.inside()).toEqual({ 'b.md': hex('by hand') });
    expect(await refusalOf(place.editor.undo(null))).toBe('nothing-to-undo');
  });

  test('refuses a file that a link has taken the place of', async () => {
    const place = await workplace();
    const { file } = await add(place.editor, 'a.md', 'beside');
    await rm(path.join(place.folder, file));
    await symlink(path.join(place.root, 'beside.md'), path.join(place.folder, file));
    expect(await refusalOf(place.editor.undo(null))).toBe('outside-folder a.md');
    expect((await place.outside())['beside.md']).toBe(hex('beside'));
  });

  test('refuses another change than the last', async () => {
    const { editor } = await workplace();
    const first = await add(editor, 'a.md', '1');
    await add(editor, 'b.md', '2');
    expect(await refusalOf(editor.undo(first.id))).toBe('not-the-last b.md');
  });

  test('goes back twenty changes, and keeps no bytes of older ones', async () => {
    const place = await workplace();
    for (let index = 0; index < 22; index += 1) await add(place.editor, 'a.md', `${index}`);
    await place.editor.remove('a-22.md', PERSON);
    for (let index = 0; index < 20; index += 1) await place.editor.undo(null);
    expect(await refusalOf(place.editor.undo(null))).toBe('nothing-to-undo');
    expect(Object.keys(await place.inside())).toEqual(['a-2.md', 'a-3.md', 'a.md']);
    expect(await readdir(path.join(place.dataDir, '.curation', 'changes', 'removed'))).toEqual([]);
  });

  test('begins a new journal when the old one is broken, and says so', async () => {
    const place = await workplace();
    await add(place.editor, 'a.md', '1');
    const journal = path.join(place.dataDir, '.curation', 'changes', 'journal.json');
    await writeFile(journal, '{"version":1,"changes":[{"file":"../beside.md"}]}');
    expect(await refusalOf(place.editor.undo(null))).toBe('nothing-to-undo');
    expect(place.broken).toHaveLength(1);
    await add(place.editor, 'b.md', '2');
    await place.editor.undo(null);
    expect(Object.keys(await place.inside())).toEqual(['a.md']);
  });

  test('never leaves the folder, whatever the journal says', async () => {
    const place = await workplace();
    await add(place.editor, 'a.md', 'beside');
    const journal = path.join(place.dataDir, '.curation', 'changes', 'journal.json');
    const text = await readFile(journal, 'utf8');
    await writeFile(journal, text.replace('"a.md"', '"../beside.md"'));
    expect(await refusalOf(place.editor.undo(null))).toBe('outside-folder ../beside.md');
    expect((await place.outside())['beside.md']).toBe(hex('beside'));
  });
});

describe('a program that ended in the middle of a change', () => {
  const inDoubt = async (place: Awaited<ReturnType<typeof workplace>>) => {
    const journal = path.join(place.dataDir, '.curation', 'changes', 'journal.json');
    const text = await readFile(journal, 'utf8');
    await writeFile(journal, text.replaceAll('"isDone": true', '"isDone": false'));
  };

  test('after the file was changed: the change can be undone', async () => {
    const place = await workplace({ 'b.md': STORY });
    await place.editor.remove('b.md', PERSON);
    await inDoubt(place);
    await place.restarted().undo(null);
    expect(await place.inside()).toEqual({ 'b.md': hex(STORY) });
  });

  test('before the file was changed: there was no change', async () => {
    const place = await workplace({ 'b.md': STORY });
    await place.editor.remove('b.md', PERSON);
    await inDoubt(place);
    await writeFile(path.join(place.folder, 'b.md'), STORY);
    expect(await place.restarted().lastChange()).toBeNull();
    expect(await refusalOf(place.restarted().undo(null))).toBe('nothing-to-undo');
    expect(await place.inside()).toEqual({ 'b.md': hex(STORY) });
  });
});

test.each(['add', 'remove'])(
  'an interrupted change (%s) keeps nobody from others, whatever took its place',
  async (action) => {
    const place = await workplace({ 'b.md': STORY });
    if (action === 'remove') await place.editor.remove('b.md', PERSON);
    else await add(place.editor, 'a.md', STORY);
    const file = path.join(place.folder, action === 'remove' ? 'b.md' : 'a.md');
    const journal = path.join(place.dataDir, '.curation', 'changes', 'journal.json');
    const text = await readFile(journal, 'utf8');
    await writeFile(journal, text.replaceAll('"isDone": true', '"isDone": false'));
    await rm(file, { force: true });
    await mkdir(file);
    const again = place.restarted();
    await again.lastChange();
    const { file: added } = await add(again, 'c.md', STORY);
    expect(await again.lastChange()).toMatchObject({ file: added });
  },
);

test('changes are made one after the other, whoever asks for them', async () => {
  const place = await workplace();
  const uploads = await Promise.all(
    ['1', '2', '3', '4'].map((text) => place.editor.upload('a.md', Buffer.from(text))),
  );
  await Promise.all(uploads.map(({ id }) => place.editor.add(id, PERSON, never)));
  expect(Object.keys(await place.inside())).toEqual(['a-2.md', 'a-3.md', 'a-4.md', 'a.md']);
});

test('no change comes between another and what puts it in use, and then it can', async () => {
  const { editor } = await workplace();
  let refused = '';
  const first = editor.exclusively(async () => {
    refused = await refusalOf(editor.exclusively(async () => {}));
    throw new Error('not in use');
  });
  await expect(first).rejects.toThrow('not in use');
  expect(refused).toBe('busy');
  expect(await editor.exclusively(async () => 'in use')).toBe('in use');
});

test('the files are listed with who added them', async () => {
  const place = await workplace({ 'old.md': STORY });
  await add(place.editor, 'new.md', STORY);
  const files = await place.editor.files();
  expect(files.map(({ file, addedBy }) => [file, addedBy?.person?.name])).toEqual([
    ['new.md', 'Mo'],
    ['old.md', undefined],
  ]);
  expect(files[0]?.byteLength).toBe(Buffer.byteLength(STORY));
});

const NAMES = [
  'a.md',
  '../b.txt',
  'sub/c.html',
  'con.txt',
  '禁令.md',
  '..\\..\\d.md',
  '.e.md',
  'f.jsonl',
];

const step = fc.oneof(
  fc.record({
    kind: fc.constant('add' as const),
    name: fc.oneof(
      fc.constantFrom(...NAMES),
      fc.string({ unit: 'binary' }).map((it) => `${it}.md`),
    ),
    text: fc.constantFrom('', 'one', 'two', STORY, '{"text":"three"}'),
  }),
  fc.record({
    kind: fc.constant('remove' as const),
    file: fc.constantFrom(
      'a.md',
      'sub/x.md',
      'article-con.txt',
      '../beside.md',
      'link/secret.txt',
      'b.txt',
    ),
  }),
  fc.record({ kind: fc.constant('undo' as const) }),
);

test('whatever is added, removed and undone: the outside stays, and undoing all gives back all', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 9 }), async (steps) => {
      const place = await workplace({ 'a.md': 'kept', 'sub/x.md': STORY });
      await mkdir(path.join(place.folder, 'empty'));
      await symlink(path.join(place.root, 'outside'), path.join(place.folder, 'link'));
      const [inside, outside] = [await place.inside(), await place.outside()];
      const ignore = () => {};
      for (const each of steps) {
        const { editor } = place;
        if (each.kind === 'add') await add(editor, each.name, each.text);
        else if (each.kind === 'undo') await refusalOf(editor.undo(null)).catch(ignore);
        else await refusalOf(editor.remove(each.file, PERSON)).catch(ignore);
      }
      const editor = place.restarted();
      while ((await editor.lastChange()) !== null) await editor.undo(null);
      expect(await place.inside()).toEqual(inside);
      expect(await place.outside()).toEqual(outside);
    }),
    { numRuns: 8 },
  );
});
