import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NAME_BYTES, numberedName, safeFileName } from '../../../src/corpus/editing/safe-paths.ts';
import { hostileText } from '../../support/hostile-text.ts';

const FRAGMENTS = [
  '..',
  '/',
  '\\',
  '.',
  'con',
  'NUL',
  'COM1',
  'lpt¹',
  'README',
  ':',
  '\0',
  ' ',
  '-',
];
const EXTENSIONS = ['.txt', '.md', '.HTML', '.htm', '.jsonl'];

const hostileName = fc
  .tuple(
    fc.array(fc.oneof(fc.constantFrom(...FRAGMENTS), hostileText(3)), { maxLength: 8 }),
    fc.constantFrom(...EXTENSIONS),
  )
  .map(([parts, extension]) => `${parts.join('')}${extension}`);

describe('a safe file name', () => {
  test.each([
    ['story.md', 'story.md'],
    ['My Story (final).TXT', 'My-Story-final.txt'],
    ['禁令 的 期限.md', '禁令-的-期限.md'],
    ['v1.2 of it.html', 'v1-2-of-it.html'],
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['C:\\Users\\me\\news.htm', 'news.htm'],
    ['.hidden.md', 'hidden.md'],
    ['con.txt', 'article-con.txt'],
    ['COM¹.jsonl', 'article-COM¹.jsonl'],
    ['README.md', 'article-README.md'],
    ['???.txt', 'article.txt'],
    ['cafe\u0301.txt', 'café.txt'],
    ['story.md. ', null],
    ['story.jpg', null],
    ['txt', null],
  ])('of %j is %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  test('is one on every system, whatever it was made from', () => {
    fc.assert(
      fc.property(hostileName, fc.integer({ min: 1, max: 99_999 }), (name, number) => {
        const safe = safeFileName(name);
        if (safe === null) throw new Error('the extension is right');
        for (const each of [safe, numberedName(safe, number)]) {
          expect(each).toMatch(/^[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_-]*\.(?:txt|md|html?|jsonl)$/u);
          expect(each).not.toMatch(/^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³]|readme[^.]*)\./iu);
          expect(path.win32.basename(each)).toBe(each);
          expect(Buffer.byteLength(each)).toBeLessThanOrEqual(NAME_BYTES);
          expect(each.normalize('NFC')).toBe(each);
        }
        expect(safeFileName(safe)).toBe(safe);
      }),
    );
  });

  test('is cut between characters where it is long', () => {
    const safe = safeFileName(`${'禁'.repeat(300)}.md`);
    expect(safe).toMatch(/^禁+\.md$/u);
    expect(Buffer.byteLength(safe ?? '')).toBeGreaterThan(NAME_BYTES - 15);
  });
});
