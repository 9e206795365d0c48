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
  binary: { ...at, code: 'binary', values: {} },
  empty: { ...at, code: 'empty', values: {} },
  'too-large': { ...at, code: 'too-large', values: { bytes: 2_097_153, maxBytes: 2_097_152 } },
  'duplicate-id': { ...at, code: 'duplicate-id', values: { id: 'a', firstFile: 'b.jsonl:7' } },
  'unclosed-front-matter': { ...at, code: 'unclosed-front-matter', values: {} },
  'invalid-yaml': { ...at, code: 'invalid-yaml', values: { cause: 'bad indent' } },
  'invalid-value': {
    ...at,
    code: 'invalid-value',
    values: { key: 'published', expected: 'date', got: 'Monday' },
  },
  'missing-text': { ...at, code: 'missing-text', values: {} },
  'unknown-key': { ...at, code: 'unknown-key', values: { key: 'titel', nearest: 'title' } },
  'unknown-file': { ...at, code: 'unknown-file', values: { name: 'a.txt', nearest: null } },
  'invalid-json': { ...at, code: 'invalid-json', values: { cause: 'Unexpected token' } },
  'html-too-deep': { ...at, code: 'html-too-deep', values: { depth: 513, maxDepth: 512 } },
  'html-too-many-elements': {
    ...at,
    code: 'html-too-many-elements',
    values: { maxElements: 250_000 },
  },
  'too-many-problems': { ...at, code: 'too-many-problems', values: { maxProblems: 1000 } },
  'too-many-files': { ...at, code: 'too-many-files', values: { maxFiles: 100_000 } },
};

describe('a problem', () => {
  test('says where it is, what is wrong and what to do', () => {
    expect(describeProblem(EXAMPLES['invalid-value'], 'en-US')).toEqual({
      where: 'foo.md:3',
      reason: '"published" must be a date such as 2020-09-14, got "Monday"',
      remedy: 'Write the date as YYYY-MM-DD.',
    });
    expect(describeProblem(EXAMPLES['invalid-value'], 'zh-CN')).toEqual({
      where: 'foo.md:3',
      reason: '“published”必须是日期，例如 2020-09-14，实际为“Monday”',
      remedy: '请按 YYYY-MM-DD 格式填写日期。',
    });
    expect(describeProblem(EXAMPLES['duplicate-id'], 'zh-TW').reason).toBe(
      'id「a」已由 b.jsonl:7 使用',
    );
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
      expect(remedy).toMatch(/[.。]$/u);
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
