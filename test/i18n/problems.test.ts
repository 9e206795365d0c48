import { describe, expect, test } from 'vitest';
import type { Problem, ProblemCode } from '../../src/corpus/index.ts';
import { LOCALES } from '../../src/i18n/locale.ts';
import { describeProblem } from '../../src/i18n/problems.ts';

const at = { severity: 'error', file: 'foo.md', line: 3 } as const;

/** One problem of each code; the compiler notices when one is missing. */
const EXAMPLES: { readonly [Code in ProblemCode]: Extract<Problem, { code: Code }> } = {
  'folder-unreadable': { ...at, code: 'folder-unreadable', values: { cause: 'ENOENT' } },
  'file-unreadable': { ...at, code: 'file-unreadable', values: { cause: 'not-a-file' } },
  'link-outside-folder': { ...at, code: 'link-outside-folder', values: { target: '../x' } },
  'not-utf8': { ...at, code: 'not-utf8', values: { byteOffset: 12_345 } },
  'bytes-replaced': {
    ...at,
    severity: 'warning',
    code: 'bytes-replaced',
    values: { count: 3 },
  },
  binary: { ...at, code: 'binary', values: {} },
  empty: { ...at, code: 'empty', values: {} },
  'too-large': { ...at, code: 'too-large', values: { bytes: 2_097_153, maxBytes: 2_097_152 } },
  'duplicate-id': { ...at, code: 'duplicate-id', values: { id: 'a', firstFile: 'b.jsonl:7' } },
  'unclosed-front-matter': { ...at, code: 'unclosed-front-matter', values: {} },
  'invalid-yaml': { ...at, code: 'invalid-yaml', values: { fault: 'quote', detail: '' } },
  'invalid-value': {
    ...at,
    code: 'invalid-value',
    values: { key: 'published', expected: 'date', got: 'Monday' },
  },
  'missing-text': { ...at, code: 'missing-text', values: {} },
  'unknown-key': { ...at, code: 'unknown-key', values: { key: 'titel', nearest: 'title' } },
  'unknown-file': { ...at, code: 'unknown-file', values: { name: 'a.txt', nearest: null } },
  'invalid-synonyms': {
    ...at,
    severity: 'warning',
    code: 'invalid-synonyms',
    values: { fault: 'no-group', got: 'ferry pier' },
  },
  'too-many-synonyms': {
    ...at,
    severity: 'warning',
    code: 'too-many-synonyms',
    values: { maxGroups: 500 },
  },
  'invalid-json': { ...at, code: 'invalid-json', values: { position: 7, cause: '' } },
  'html-too-deep': { ...at, code: 'html-too-deep', values: { depth: 513, maxDepth: 512 } },
  'doubtful-page': {
    ...at,
    severity: 'warning',
    code: 'doubtful-page',
    values: { doubt: 'short' },
  },
  'html-too-many-elements': {
    ...at,
    code: 'html-too-many-elements',
    values: { maxElements: 250_000 },
  },
  damaged: { ...at, code: 'damaged', values: {} },
  encrypted: { ...at, code: 'encrypted', values: {} },
  'no-text-layer': { ...at, code: 'no-text-layer', values: {} },
  'too-many-pages': { ...at, code: 'too-many-pages', values: { maxPages: 2000 } },
  'too-much-text': { ...at, code: 'too-much-text', values: { maxBytes: 2_097_152 } },
  'unreadable-pages': {
    ...at,
    code: 'unreadable-pages',
    values: { pages: [3, 7, 8, 9], reason: 'font' },
  },
  'reading-stopped': {
    ...at,
    code: 'reading-stopped',
    values: { reason: 'time-limit', detail: '' },
  },
  'too-many-problems': { ...at, code: 'too-many-problems', values: { maxProblems: 1000 } },
  'files-passed-over': {
    ...at,
    severity: 'warning',
    code: 'files-passed-over',
    values: {
      count: 3,
      endings: [
        { ending: '.jpg', count: 2 },
        { ending: '', count: 1 },
      ],
    },
  },
  'not-a-feed': { ...at, code: 'not-a-feed', values: {} },
  'teasers-only': { ...at, code: 'teasers-only', values: { count: 1, total: 20 } },
  'feed-too-long': { ...at, code: 'feed-too-long', values: { maxItems: 1000 } },
  'feed-failed': {
    ...at,
    code: 'feed-failed',
    values: { address: 'https://a.example/', fault: { kind: 'status', detail: '404' } },
  },
  'feed-items-failed': {
    ...at,
    code: 'feed-items-failed',
    values: { address: 'https://a.example/', count: 3, fault: { kind: 'timeout', detail: '' } },
  },
  'too-many-files': { ...at, code: 'too-many-files', values: { maxFiles: 100_000 } },
};

const DATE = { key: 'published', expected: 'date' } as const;

describe('a problem', () => {
  test('names pages in a row by the first and the last', () => {
    const problem = EXAMPLES['unreadable-pages'];
    expect(describeProblem(problem, 'en-US').reason).toMatch(/^pages 3, 7–9: /u);
    expect(describeProblem(problem, 'zh-CN').reason).toMatch(/^第 3, 7–9 页：/u);
  });

  test('says where it is, what is wrong and what to do', () => {
    expect(describeProblem(EXAMPLES['invalid-value'], 'en-US')).toEqual({
      where: 'foo.md:3',
      reason: '"published" must be a date such as 2020-09-14, not "Monday"',
      remedy: 'Use YYYY-MM-DD.',
    });
    expect(describeProblem(EXAMPLES['invalid-value'], 'zh-CN')).toEqual({
      where: 'foo.md:3',
      reason: '“published”必须是日期，例如 2020-09-14，不能是“Monday”',
      remedy: '请按 YYYY-MM-DD 填写。',
    });
    expect(describeProblem(EXAMPLES['duplicate-id'], 'zh-TW').reason).toBe(
      'b.jsonl:7 已使用 id「a」',
    );
  });

  test('of files that were passed over counts them by their endings', () => {
    const problem = EXAMPLES['files-passed-over'];
    expect(describeProblem(problem, 'en-US').reason).toBe(
      '3 files were passed over: .jpg (2), others (1)',
    );
    expect(describeProblem(problem, 'zh-TW').reason).toContain('.jpg (2)、其他 (1)');
  });

  test.each([
    ['2024-02-30', 'there is no 30 February: "2024-02-30"', '2 月沒有 30 日：「2024-02-30」'],
    ['2023-02-29', 'there is no 29 February: "2023-02-29"', '2 月沒有 29 日：「2023-02-29」'],
    ['2024-04-31', 'there is no 31 April: "2024-04-31"', '4 月沒有 31 日：「2024-04-31」'],
  ])('with a day that its month does not have says so: %s', (got, english, chinese) => {
    const problem = { ...EXAMPLES['invalid-value'], values: { ...DATE, got } };
    expect(describeProblem(problem, 'en-GB').reason).toBe(english);
    expect(describeProblem(problem, 'zh-TW').reason).toBe(chinese);
  });

  test.each(['2024-02-29', '2024-13-01', '2024-00-10', '2024-2-30'])(
    'with any other date says how dates are written: %s',
    (got) => {
      const problem = { ...EXAMPLES['invalid-value'], values: { ...DATE, got } };
      expect(describeProblem(problem, 'en-US').reason).toContain('must be a date such as');
    },
  );

  test('names the file that is too large, its size, the limit and what helps', () => {
    const values = { bytes: 2_300_322, maxBytes: 2_097_152 };
    const tooLarge = { ...EXAMPLES['too-large'], values, line: null };
    expect(describeProblem({ ...tooLarge, file: 'a.html' }, 'en-GB')).toMatchObject({
      reason: 'the file is 2.2 MiB; the limit is 2 MiB',
      remedy: 'Save the page without images, or raise MAX_ARTICLE_BYTES.',
    });
    const remedyOf = (file: string, line: number | null) =>
      describeProblem({ ...tooLarge, file, line }, 'en-GB').remedy;
    expect(remedyOf('a.txt', null)).toContain('Split it');
    expect(remedyOf('a.jsonl', 3)).toContain('Split it');
    // No setting helps there.
    expect(remedyOf('a.md', 1)).toBe('Shorten it.');
    expect(remedyOf('sources.yaml', null)).toBe('Shorten it.');
  });

  test.each([
    ['colon', 'title', 'the title contains ": "', 'title 的值含有“: ”'],
    ['quote', '', 'a quotation mark is not closed', '引号没有闭合'],
    ['bracket', '', 'a bracket is not closed', '括号没有闭合'],
    ['character', '@', 'a value must not begin with @', '值不能以 @ 开头'],
    ['alias', 'bold', 'YAML reads *bold as an alias', 'YAML 会把 *bold 当作别名'],
    ['duplicate-key', 'id', 'the key "id" appears twice', '键“id”出现了两次'],
    ['other', 'Unexpected scalar', 'this is not valid YAML', '不是有效的 YAML'],
  ] as const)('of YAML is told in the language, not by its parser: %s', (fault, detail, en, zh) => {
    const problem = { ...EXAMPLES['invalid-yaml'], values: { fault, detail } };
    expect(describeProblem(problem, 'en-US').reason).toBe(en);
    expect(describeProblem(problem, 'zh-CN').reason).toBe(zh);
  });

  test('of JSON is told with its position, where that is known', () => {
    const { reason } = describeProblem(EXAMPLES['invalid-json'], 'zh-CN');
    expect(reason).toBe('此行不是有效的 JSON（第 7 个字符处）');
    const unknown = { ...EXAMPLES['invalid-json'], values: { position: null, cause: 'x' } };
    expect(describeProblem(unknown, 'en-GB').reason).toBe('this line is not valid JSON');
  });

  test('of a whole file has no line, and one of the folder names it in the language', () => {
    expect(describeProblem({ ...EXAMPLES.empty, line: null }, 'en-GB').where).toBe('foo.md');
    const folder = { ...EXAMPLES['folder-unreadable'], file: '.', line: null };
    expect(describeProblem(folder, 'en-GB').where).toBe('the article folder');
    expect(describeProblem(folder, 'zh-CN').where).toBe('文章文件夹');
    expect(describeProblem(folder, 'zh-TW').where).toBe('文章資料夾');
  });

  test('shows no control characters of a file name', () => {
    expect(describeProblem({ ...EXAMPLES.empty, file: 'a\u001b[31m\n.txt' }, 'en-US').where).toBe(
      'a\uFFFD[31m\uFFFD.txt:3',
    );
  });

  test.each(LOCALES)('of every code is described in %s on single lines', (locale) => {
    for (const problem of Object.values(EXAMPLES)) {
      const { where, reason, remedy } = describeProblem(problem, locale);
      for (const text of [where, reason, remedy]) {
        expect(text).toMatch(/^\S.*\S$/u);
        expect(text).not.toContain('undefined');
      }
      expect(reason).not.toMatch(/[.。]$/u);
      expect(remedy).toMatch(/[.。?？]$/u);
    }
  });

  test('is in Chinese in the Chinese languages, each in its own script', () => {
    for (const problem of Object.values(EXAMPLES)) {
      const simplified = describeProblem(problem, 'zh-CN');
      const traditional = describeProblem(problem, 'zh-TW');
      expect(simplified.reason).toMatch(/\p{Script=Han}/u);
      expect(traditional.remedy).toMatch(/\p{Script=Han}/u);
      expect(`${simplified.reason}${simplified.remedy}`).not.toMatch(/[檔資請將個為無連結內「」]/u);
      expect(`${traditional.reason}${traditional.remedy}`).not.toMatch(/[档资请将个为无连结内“”]/u);
    }
  });
});
