import { describe, expect, test } from 'vitest';
import { explainEditError } from '../../src/commands/corpus/editing.ts';
import { CorpusEditError } from '../../src/corpus/editing/index.ts';
import { LOCALES } from '../../src/i18n/index.ts';

const CODES: readonly CorpusEditError['code'][] = [
  'outside-folder',
  'file-missing',
  'file-exists',
  'too-large',
  'name-not-supported',
  'upload-gone',
  'not-editable',
  'nothing-to-undo',
  'not-the-last',
  'changed-meanwhile',
  'busy',
];

describe.each(LOCALES)('what could not be done, in %s,', (locale) => {
  test('is a line of its own for each reason', () => {
    const lines = CODES.map((code) => explainEditError(new CorpusEditError(code, 'a.md'), locale));
    expect(new Set(lines).size).toBe(CODES.length);
  });

  test('says what the disk has said, and keeps an errno that has no words', () => {
    const errnos = ['EACCES', 'ENOSPC', 'EROFS', 'ENOENT', 'EMFILE'];
    const lines = errnos.map((errno) =>
      explainEditError(new CorpusEditError('file-system', errno), locale),
    );
    expect(new Set(lines).size).toBe(errnos.length);
    expect(lines.filter((line) => /\bE[A-Z]{4,}/u.test(line))).toEqual([lines[4]]);
  });
});
