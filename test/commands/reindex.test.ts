import { describe, expect, test } from 'vitest';
import type { Audit, AuditEntry, Progress } from '../../src/commands/index.ts';
import type { Problem } from '../../src/corpus/index.ts';
import { type Library, ReindexError } from '../../src/library/index.ts';
import { type CallFields, itemsOf, run, textsOf, userErrorOf } from '../support/command-calls.ts';
import { fakeLibrary, storyArticle } from '../support/fake-library.ts';
import { emptyFile, FOLDER_REMOVED, gate, libraryOver, memoryFolder } from '../support/folder.ts';
import { printed, reindexShape, statusShape } from '../support/json-shapes.ts';

const ferry = storyArticle('ferry', 'Captain Orla Byrne steers the night ferry.', {
  title: 'The Night Ferry',
});
const ferryNow = storyArticle('ferry', 'The night ferry sank.', { title: 'The Ferry Sinks' });
const bridge = storyArticle('bridge', 'Mayor Calloway opened the bridge.', {
  title: 'The Bridge Is Back',
  url: 'https://example.org/bridge',
});
const toll = storyArticle('toll', 'There is no toll.', { title: 'No Toll' });
const ADA = { id: '1100000000000000001', name: 'Ada Byron' };
const BEN = { id: '1100000000000000002', name: 'Ben' };
const warning: Problem = {
  code: 'unknown-key',
  severity: 'warning',
  file: 'bridge.md',
  line: 2,
  values: { key: 'titel', nearest: 'title' },
};

/** Runs `/reindex`; hidden options are given as `options`. */
async function reindex(
  subcommand: string | null,
  library: Library,
  fields: CallFields = {},
  audit?: Audit,
) {
  return run('reindex', library, {}, { subcommand, ...fields }, audit ? { audit } : {});
}

/** A library of ferry and toll, over a folder in which everything has happened since. */
async function changedFolder() {
  const folder = memoryFolder([ferry, toll]);
  const library = await libraryOver(folder);
  folder.articles = [bridge, ferryNow];
  folder.problems = [emptyFile('blank.txt'), warning, emptyFile('lines.jsonl', 7)];
  folder.whileReading = () => {
    folder.time += 1250;
  };
  return { folder, library };
}

describe('a preview', () => {
  test('lists what would be added, changed, removed and rejected, and how to go on', async () => {
    const { library } = await changedFolder();
    const generation = library.current();
    const { reply } = await reindex('preview', library);
    expect(reply).toEqual({
      locale: 'en-US',
      visibility: 'private',
      heading: 'What a reindex would change',
      blocks: [
        { type: 'text', style: 'heading', text: 'Added: 1' },
        {
          type: 'list',
          items: [
            { text: 'The Bridge Is Back', detail: 'bridge.md', url: 'https://example.org/bridge' },
          ],
        },
        { type: 'text', style: 'heading', text: 'Changed: 1' },
        { type: 'list', items: [{ text: 'The Ferry Sinks', detail: 'ferry.md', url: null }] },
        { type: 'text', style: 'heading', text: 'Removed: 1' },
        { type: 'list', items: [{ text: 'No Toll', detail: 'toll.md', url: null }] },
        { type: 'text', style: 'heading', text: 'Rejected: 2' },
        {
          type: 'list',
          items: [
            {
              text: 'blank.txt: no article text found',
              detail: 'Add the text of the article, or remove it.',
              url: null,
            },
            {
              text: 'lines.jsonl:7: no article text found',
              detail: 'Add the text of the article, or remove it.',
              url: null,
            },
          ],
        },
        { type: 'text', style: 'heading', text: 'Warnings: 1' },
        {
          type: 'list',
          items: [
            {
              text: 'bridge.md:2: unknown key "titel"',
              detail: 'Did you mean "title"?',
              url: null,
            },
          ],
        },
      ],
      footer: null,
      actions: [
        {
          label: 'Apply',
          call: { command: 'reindex', subcommand: 'apply', options: {} },
          target: 'privately',
          emphasis: 'main',
        },
      ],
    });
    expect(library.current()).toBe(generation);
  });

  test.each([
    ['zh-CN', ['新增：1', '修改：1', '移除：1', '未采用：2', '警告：1'], 'blank.txt：没有找到正文'],
    ['zh-TW', ['新增：1', '修改：1', '移除：1', '未採用：2', '警告：1'], 'blank.txt：沒有找到正文'],
  ] as const)('is in %s for who reads that', async (locale, headings, rejected) => {
    const { library } = await changedFolder();
    const result = await reindex('preview', library, { locale });
    expect(textsOf(result)).toEqual(headings);
    expect(itemsOf(result).map(({ text }) => text)).toContain(rejected);
  });

  test('counts an article once, however much is wrong with it', async () => {
    const { folder, library } = await changedFolder();
    folder.problems = [
      emptyFile('a.md', 2),
      emptyFile('a.md', 3),
      emptyFile('lines.jsonl', 7),
      emptyFile('lines.jsonl', 8),
    ];
    expect(textsOf(await reindex('preview', library))).toContain('Rejected: 3');
  });

  test('lists 200 of each kind and counts the rest', async () => {
    const folder = memoryFolder([ferry]);
    const library = await libraryOver(folder);
    folder.articles = Array.from({ length: 1250 }, (_, index) => ({ ...bridge, id: `${index}` }));
    folder.problems = Array.from({ length: 200 }, (_, index) => emptyFile(`${index}.txt`));
    const result = await reindex('preview', library, { locale: 'zh-TW' });
    expect(textsOf(result).slice(0, 3)).toEqual(['新增：1,250', '移除：1', '未採用：200']);
    const lists = result.reply.blocks.filter((block) => block.type === 'list');
    expect(lists.map(({ items }) => items.length)).toEqual([200, 1, 200]);
    const more = { count: 1050, text: '另有 1,050 項' };
    expect(lists.map((list) => list.more)).toEqual([more, undefined, undefined]);
  });

  test('of an unchanged folder says so, and offers nothing', async () => {
    const library = await libraryOver(memoryFolder([ferry]));
    const result = await reindex('preview', library);
    expect(textsOf(result)).toEqual(['Nothing has changed.']);
    expect(result.reply.actions).toBeUndefined();
  });

  test('of a folder in which the synonyms alone have changed says so, and offers it', async () => {
    const folder = memoryFolder([ferry]);
    const library = await libraryOver(folder);
    folder.synonyms = [['ferry', 'boat']];
    const result = await reindex('preview', library);
    expect(textsOf(result)).toEqual(['The synonyms have changed.']);
    expect(result.reply.actions).toMatchObject([{ label: 'Apply' }]);
  });

  test('in JSON has the metadata of the articles and the problems as they are', async () => {
    const { library } = await changedFolder();
    const { json } = await reindex('preview', library);
    const report = reindexShape.parse(printed(json()));
    expect(report.added.map(({ id }) => id)).toEqual(['bridge']);
    expect(report.changed.map(({ title }) => title)).toEqual(['The Ferry Sinks']);
    expect(report.removed.map(({ id }) => id)).toEqual(['toll']);
    expect(report.problems).toHaveLength(3);
    expect(report).toMatchObject({
      articleCount: 2,
      generationId: library.current().id,
      durationMs: 1250,
    });
  });
});

describe('applying', () => {
  test('says what has changed, how large the new index is and how long it took', async () => {
    const { library } = await changedFolder();
    const result = await reindex('apply', library);
    expect(result.reply).toMatchObject({
      visibility: 'private',
      heading: 'The index is up to date',
      footer: null,
    });
    const { id, corpus } = library.current();
    expect(corpus.articles).toEqual([bridge, ferryNow]);
    const summary = [
      'Added: 1 · Changed: 1 · Removed: 1 · Rejected: 2 · Warnings: 1',
      `2 articles · 2 passages · index version ${id} · took 1.3 s`,
    ];
    expect(textsOf(result)).toEqual([
      ...summary,
      'Added: 1',
      'Changed: 1',
      'Removed: 1',
      'Rejected: 2',
      'Warnings: 1',
    ]);
    // What everyone may see has no names of files.
    expect(result.summary).toMatchObject({
      visibility: 'public',
      heading: 'The index is up to date',
      blocks: summary.map((text) => ({ type: 'text', text })),
    });
    expect(reindexShape.parse(printed(result.json())).generationId).toBe(id);
  });

  test('tells how far it has come', async () => {
    const { library } = await changedFolder();
    const seen: Progress[] = [];
    await reindex('apply', library, { onProgress: (progress) => seen.push(progress) });
    expect(seen.slice(0, 2)).toMatchObject([
      { stage: 'reading', done: 1, total: 2, leftMs: null },
      { stage: 'reading', done: 2, total: 2, leftMs: null },
    ]);
    expect(seen.map(({ actions }) => actions?.map(({ label }) => label))).toEqual(
      seen.map(() => ['Cancel']),
    );
  });

  test.each(['apply', 'preview'] as const)(
    'while another one is running is not done: %s is told who runs it and how far it is',
    async (subcommand) => {
      const { folder, library } = await changedFolder();
      const { opened, open } = gate();
      folder.whileReading = () => opened;
      const running = reindex('apply', library, { person: ADA });
      const told = await reindex(subcommand, library, { locale: 'zh-TW', person: BEN });
      expect(told.reply.heading).toBe('正在重新建立索引');
      expect(textsOf(told).slice(2, 4)).toEqual([
        '正在重新建立索引，由 Ada Byron 於 2024-05-03 23:30 UTC 發起。',
        '正在讀取檔案：0 / 0',
      ]);
      expect(told.reply.actions?.map(({ label }) => label)).toEqual(['重新整理', '取消']);
      open();
      await running;
      expect(library.current().corpus.articles).toEqual([bridge, ferryNow]);
      expect(folder.readCount).toBe(2);
    },
  );

  test.each([
    [null, 'someone in a terminal'],
    [{ id: '1', name: 'Ada\u202E\nByron' }, 'Ada Byron'],
    [{ id: '1100000000000000099', name: ' \u2068 ' }, '1100000000000000099'],
  ])('by %j is told of as by %s', async (person, name) => {
    const { folder, library } = await changedFolder();
    const { opened, open } = gate();
    folder.whileReading = () => opened;
    const running = reindex('apply', library, { person });
    const told = textsOf(await reindex('status', library))[2];
    expect(told).toBe(`A reindex started by ${name} is running (since 2024-05-03 23:30 UTC).`);
    open();
    await running;
  });

  test('a preview of an index that has been replaced since is refused, and shows the way', async () => {
    const { library } = await changedFolder();
    const base = library.current().id;
    await reindex('apply', library, { options: { base } });
    const { id } = library.current();
    expect(id).not.toBe(base);
    const again = await reindex('apply', library, { options: { base } });
    expect(again.reply.heading).toBe('Nothing was applied');
    expect(textsOf(again)[1]).toMatch(/^The last reindex, started by .*, was applied /u);
    expect(again.reply.actions?.map(({ label }) => label)).toEqual(['Preview again']);
    expect(library.current().id).toBe(id);
  });

  test('something else than the preview showed says so, and lists it', async () => {
    const { folder, library } = await changedFolder();
    const preview = await reindex('preview', library, { fits: () => true });
    const apply = preview.reply.actions?.find(({ label }) => label === 'Apply');
    folder.articles = [bridge];
    const result = await reindex('apply', library, { options: apply?.call?.options ?? {} });
    expect(textsOf(result)[0]).toBe(
      'The folder changed after the preview. This is what was applied.',
    );
    expect(textsOf(result)).toContain('Removed: 2');
  });
});

describe('a folder that cannot be used is refused with what to do, and nothing changes:', () => {
  test.each([
    [
      'en-GB',
      'The index was not rebuilt: the folder cannot be read: it does not exist. Check its path and its permissions.',
    ],
    ['zh-CN', '索引未重建：无法读取文件夹：不存在。请检查文件夹的路径和权限。'],
    ['zh-TW', '索引未重建：無法讀取資料夾：不存在。請檢查資料夾的路徑和權限。'],
  ] as const)('it is gone (%s)', async (locale, message) => {
    const { folder, library } = await changedFolder();
    const generation = library.current();
    folder.articles = [];
    folder.problems = [emptyFile('another.txt'), FOLDER_REMOVED];
    for (const subcommand of ['preview', 'apply']) {
      const refused = await userErrorOf(reindex(subcommand, library, { locale }));
      expect(refused).toMatchObject({ code: 'folder-unreadable', message });
    }
    expect(library.current()).toBe(generation);
  });

  test.each([
    ['en-US', 'Check their permissions.', 'sub/a: the folder cannot be read: permission denied'],
    ['zh-CN', '请检查权限。', 'sub/a：无法读取文件夹：没有权限'],
    ['zh-TW', '請檢查權限。', 'sub/a：無法讀取資料夾：沒有權限'],
  ] as const)('a folder in it cannot be read (%s)', async (locale, remedy, line) => {
    const folder = memoryFolder([
      storyArticle('a', 'The toll is gone.', { file: 'sub/a/toll.md' }),
      storyArticle('b', 'The ferry is late.', { file: 'sub/b/ferry.md' }),
    ]);
    const library = await libraryOver(folder);
    const generation = library.current();
    folder.articles = [bridge];
    const subfolder = (file: string): Problem => ({
      code: 'folder-unreadable',
      severity: 'error',
      file,
      line: null,
      values: { cause: 'EACCES' },
    });
    folder.problems = ['sub/a', 'sub/b'].map(subfolder);
    const refused = await userErrorOf(reindex('apply', library, { locale }));
    expect(refused.code).toBe('folder-unreadable');
    const lines = refused.message.split('\n');
    expect(lines).toEqual([
      expect.stringContaining(remedy),
      line,
      expect.stringMatching(/^sub\/b/u),
    ]);
    expect(library.current()).toBe(generation);
  });

  test('all its articles are broken', async () => {
    const { folder, library } = await changedFolder();
    const generation = library.current();
    folder.articles = [];
    folder.problems = [emptyFile('a.txt'), emptyFile('b.jsonl', 2), warning];
    const refused = await userErrorOf(reindex('apply', library));
    expect(refused.code).toBe('no-articles');
    expect(refused.message.split('\n')).toEqual([
      'The index was not rebuilt: the folder has no usable article. Rejected: 2',
      'a.txt: no article text found',
      'b.jsonl:2: no article text found',
    ]);
    const chinese = await userErrorOf(reindex('apply', library, { locale: 'zh-CN' }));
    expect(chinese.message.split('\n').slice(0, 2)).toEqual([
      '索引未重建：文件夹中没有可用的文章。未采用：2 篇',
      'a.txt：没有找到正文',
    ]);
    expect(library.current()).toBe(generation);
  });

  test('there are more broken articles than a person would read', async () => {
    const { folder, library } = await changedFolder();
    folder.articles = [];
    folder.problems = Array.from({ length: 1234 }, (_, index) => emptyFile(`${index}.txt`));
    const lines = (await userErrorOf(reindex('apply', library))).message.split('\n');
    expect(lines).toHaveLength(7);
    expect(lines[0]).toMatch(/Rejected: 1,234$/u);
    expect(lines.at(-1)).toBe('…');
  });
});

describe('a build that is given up is refused with the reason:', () => {
  test.each([
    ['time-limit', 'en-GB', /took too long.+INDEX_TIME_LIMIT_SECONDS/u],
    ['time-limit', 'zh-CN', /耗时过长.+INDEX_TIME_LIMIT_SECONDS/u],
    ['time-limit', 'zh-TW', /耗時過長.+INDEX_TIME_LIMIT_SECONDS/u],
    ['memory-limit', 'en-GB', /too much memory.+INDEX_MEMORY_LIMIT_MB/u],
    ['memory-limit', 'zh-CN', /内存过多.+INDEX_MEMORY_LIMIT_MB/u],
    ['memory-limit', 'zh-TW', /記憶體過多.+INDEX_MEMORY_LIMIT_MB/u],
    ['thread-ended', 'en-GB', /stopped by itself.+log/u],
    ['thread-ended', 'zh-CN', /意外停止.+日志/u],
    ['thread-ended', 'zh-TW', /意外停止.+日誌/u],
  ] as const)('%s (%s)', async (code, locale, message) => {
    const { folder, library } = await changedFolder();
    folder.whileReading = () => {
      throw new ReindexError(code);
    };
    const refused = await userErrorOf(reindex('apply', library, { locale }));
    expect(refused.code).toBe(code);
    expect(refused.message).toMatch(message);
  });
});

test('an unexpected error is thrown as it is, for the log and not for the person', async () => {
  const { folder, library } = await changedFolder();
  const unforeseen = new RangeError('unforeseen');
  folder.whileReading = () => {
    throw unforeseen;
  };
  await expect(reindex('apply', library)).rejects.toBe(unforeseen);
});

describe('cancelling', () => {
  test.each([
    ['en-GB', 'The bot was shutting down, so the reindex stopped. Nothing changed.'],
    ['zh-TW', '機器人正在關閉，重新建立索引已停止。沒有任何變化。'],
  ] as const)('by the shutdown of the bot is told as that (%s)', async (locale, message) => {
    const { folder, library } = await changedFolder();
    folder.whileReading = () => gate().opened;
    const running = userErrorOf(reindex('apply', library, { person: ADA, locale }));
    library.cancel({ kind: 'shutdown' });
    expect(await running).toMatchObject({ code: 'cancelled', message });
  });

  test('gives up the reindex that is running, and tells both who did what', async () => {
    const { folder, library } = await changedFolder();
    const generation = library.current();
    folder.whileReading = () => gate().opened;
    const running = userErrorOf(reindex('apply', library, { person: ADA, locale: 'zh-CN' }));
    const result = await reindex('cancel', library, { person: BEN });
    expect(textsOf(result)).toEqual([
      'Cancelled the reindex started by Ada Byron. The previous index is still in use.',
    ]);
    expect(await running).toMatchObject({
      code: 'cancelled',
      message: '重建索引已被 Ben 取消。仍在使用原来的索引。',
    });
    expect(library.current()).toBe(generation);
    expect(textsOf(await reindex('status', library)).at(-1)).toBe(
      'The last reindex was cancelled by Ben 2024-05-03 23:30 UTC. The previous index is still in use.',
    );
  });

  test('when nothing runs says so, and what became of the last one', async () => {
    const { library } = await changedFolder();
    expect(textsOf(await reindex('cancel', library))).toEqual([
      'No reindex is running, so there is nothing to cancel.',
    ]);
    await reindex('apply', library, { person: ADA });
    const result = await reindex('cancel', library);
    expect(textsOf(result)[1]).toMatch(/^The last reindex, started by Ada Byron, was applied/u);
    expect(result.json()).toEqual({ cancelled: null });
  });
});

describe('whoever watches over the bot is told', () => {
  const noted = () => {
    const entries: AuditEntry[] = [];
    return { entries, audit: (entry: AuditEntry) => entries.push(entry) };
  };

  test('of every apply: who, how much, which index, how long', async () => {
    const { library } = await changedFolder();
    const before = library.current().id;
    const { entries, audit } = noted();
    await reindex('apply', library, { person: ADA }, audit);
    const after = library.current().id;
    expect(entries).toMatchObject([
      {
        action: 'reindex-apply',
        person: ADA,
        fields: {
          added: 1,
          changed: 1,
          removed: 1,
          rejected: 2,
          generationBefore: before,
          generationAfter: after,
          durationMs: 1250,
        },
      },
    ]);
    expect(entries[0]?.text('en-US')).toBe(
      `Reindex applied in 1.3 s · Added: 1 · Changed: 1 · Removed: 1 · Rejected: 2 · Warnings: 1 · index version ${before} → ${after}`,
    );
  });

  test('of every failure, with its reason on one line', async () => {
    const { folder, library } = await changedFolder();
    folder.articles = [];
    const { entries, audit } = noted();
    await userErrorOf(reindex('apply', library, { person: ADA }, audit));
    folder.whileReading = () => {
      throw new RangeError('unforeseen');
    };
    await expect(reindex('apply', library, { person: ADA }, audit)).rejects.toThrow('unforeseen');
    expect(entries.map(({ action, fields }) => [action, fields['reason']])).toEqual([
      ['reindex-failed', 'no-articles'],
      ['reindex-failed', 'unexpected'],
    ]);
    expect(entries.map(({ text }) => text('en-US'))).toEqual([
      'Reindex failed. The index was not rebuilt: the folder has no usable article. Rejected: 2',
      'Reindex failed. Unexpected error; the log has the details.',
    ]);
  });

  test('of a cancellation once, and of no preview, status or second reindex', async () => {
    const { folder, library } = await changedFolder();
    const { entries, audit } = noted();
    await reindex('preview', library, {}, audit);
    folder.whileReading = () => gate().opened;
    const running = userErrorOf(reindex('apply', library, { person: ADA }, audit));
    await reindex('apply', library, { person: BEN }, audit);
    await reindex('status', library, {}, audit);
    await reindex('cancel', library, { person: BEN }, audit);
    await reindex('cancel', library, { person: BEN }, audit);
    await running;
    expect(entries).toMatchObject([
      { action: 'reindex-cancel', person: BEN, fields: { startedBy: ADA, stage: 'reading' } },
    ]);
    expect(entries[0]?.text('zh-TW')).toBe('取消了由 Ada Byron 發起的重建。正在讀取檔案：0 / 0');
  });
});

describe('the status', () => {
  test('of a quiet library is the index, when it was built (in UTC), and that nothing runs', async () => {
    const library = await libraryOver(memoryFolder([ferry]));
    const result = await reindex('status', library);
    expect(result.reply).toMatchObject({ visibility: 'private', heading: 'Index status' });
    expect(textsOf(result)).toEqual([
      `1 article · 1 passage · index version ${library.current().id}`,
      'Built 2024-05-03 23:30 UTC',
      'No reindex is running.',
    ]);
    expect(statusShape.parse(printed(result.json()))).toEqual({
      generation: {
        id: library.current().id,
        articleCount: 1,
        passageCount: 1,
        builtAt: Date.UTC(2024, 4, 3, 23, 30),
      },
      running: null,
      last: null,
    });
  });

  test.each([
    ['reading', 'en-US', null, 'Reading files: 1,200 of 3,400\n███████░░░░░░░░░░░░░ 35%'],
    [
      'reading',
      'en-US',
      7300,
      'Reading files: 1,200 of 3,400\n███████░░░░░░░░░░░░░ 35%\nabout 10 s left to read',
    ],
    [
      'indexing',
      'zh-TW',
      61_000,
      '正在為文章建立索引：1,200 / 3,400\n███████░░░░░░░░░░░░░ 35%\n約還需 2 分鐘',
    ],
  ] as const)('while %s (%s) says how far it is', async (stage, locale, leftMs, text) => {
    const by = { kind: 'watcher' } as const;
    const running = { by, stage, done: 1200, total: 3400, startedAt: 5, leftMs };
    const { library } = fakeLibrary([ferry], {}, { running });
    const result = await reindex('status', library, { locale });
    expect(textsOf(result)[3]).toBe(text);
    expect(statusShape.parse(printed(result.json())).running).toEqual(running);
  });

  test('can be asked during a run', async () => {
    const { folder, library } = await changedFolder();
    const { opened, open } = gate();
    folder.whileReading = () => opened;
    const running = reindex('apply', library);
    expect(textsOf(await reindex('status', library))[2]).toContain('A reindex started by ');
    open();
    await running;
    expect(textsOf(await reindex('status', library))[2]).toBe('No reindex is running.');
  });

  test('tells how the last run ended', async () => {
    const { folder, library } = await changedFolder();
    await reindex('apply', library, { person: ADA });
    const applied = await reindex('status', library);
    expect(applied.reply.blocks.at(-1)).toEqual({
      type: 'text',
      style: 'subtle',
      text: 'The last reindex, started by Ada Byron, was applied 2024-05-03 23:30 UTC.',
    });

    folder.problems = [FOLDER_REMOVED];
    folder.time += 3_600_000;
    await userErrorOf(reindex('apply', library));
    const failed = await reindex('status', library);
    expect(failed.reply.blocks.slice(-2)).toEqual([
      {
        type: 'text',
        style: 'warning',
        text: 'The last reindex, started by someone in a terminal, failed 2024-05-04 00:30 UTC. The previous index is still in use.',
      },
      {
        type: 'text',
        style: 'subtle',
        text: 'The index was not rebuilt: the folder cannot be read: it does not exist. Check its path and its permissions.',
      },
    ]);
    expect(statusShape.parse(printed(failed.json())).last?.error).toBe('folder-unreadable');
  });
});

describe('who may not, or asks for something else, is told so:', () => {
  test.each([
    ['en-US', 'Only moderators can use this command.'],
    ['zh-CN', '只有管理员可以使用此命令。'],
    ['zh-TW', '只有管理員可以使用此指令。'],
  ] as const)('everyone but moderators (%s)', async (locale, message) => {
    const { folder, library } = await changedFolder();
    const generation = library.current();
    for (const subcommand of ['preview', 'apply', 'cancel', 'status', 'other']) {
      const call = reindex(subcommand, library, { locale, isModerator: false });
      expect(await userErrorOf(call)).toMatchObject({ code: 'moderators-only', message });
    }
    expect(library.current()).toBe(generation);
    expect(folder.readCount).toBe(1);
  });

  test.each([
    ['en-GB', '/reindex needs one of: preview, apply, cancel, status'],
    ['zh-CN', '/reindex 后面需要以下之一：preview、apply、cancel、status'],
    ['zh-TW', '/reindex 後面需要以下之一：preview、apply、cancel、status'],
  ] as const)('an unknown subcommand (%s)', async (locale, message) => {
    const { library } = fakeLibrary([ferry]);
    for (const subcommand of ['stop', '', null, 'constructor']) {
      expect(await userErrorOf(reindex(subcommand, library, { locale }))).toMatchObject({
        code: 'unknown-subcommand',
        message,
      });
    }
  });
});
