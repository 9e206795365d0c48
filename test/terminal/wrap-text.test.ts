import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/terminal/graphemes.ts';
import { safeText } from '../../src/terminal/safe-text.ts';
import { wrapText } from '../../src/terminal/wrap-text.ts';
import { hostileText } from './hostile-text.ts';

describe('wrapping', () => {
  test('breaks English at spaces', () => {
    expect(wrapText('When must TikTok be sold?', 12)).toEqual(['When must', 'TikTok be', 'sold?']);
  });

  test('breaks Chinese between characters, two columns each', () => {
    expect(wrapText('字节跳动不会出售', 7)).toEqual(['字节跳', '动不会', '出售']);
  });

  test('does not begin a line with a full stop, nor end one with an opening bracket', () => {
    expect(wrapText('它不会出售。', 10)).toEqual(['它不会出', '售。']);
    expect(wrapText('据报道《财新》', 8)).toEqual(['据报道', '《财新》']);
  });

  test('keeps an English word in Chinese text whole', () => {
    expect(wrapText('收购TikTok业务', 8)).toEqual(['收购', 'TikTok业', '务']);
  });

  test('keeps the lines of the text and one empty line between paragraphs', () => {
    expect(wrapText('\n\none\ntwo\r\n\r\n\n\nthree\n', 20)).toEqual(['one', 'two', '', 'three']);
  });

  test('breaks a word that is wider than a line', () => {
    expect(wrapText('to abcdefghij', 4)).toEqual(['to', 'abcd', 'efgh', 'ij']);
  });

  test('never splits what a reader sees as one character', () => {
    expect(wrapText('👩‍👩‍👧👩‍👩‍👧', 3)).toEqual(['👩‍👩‍👧', '👩‍👩‍👧']);
    expect(wrapText('e\u0301e\u0301e\u0301', 2)).toEqual(['e\u0301e\u0301', 'e\u0301']);
  });

  test('does not break where a space forbids it', () => {
    expect(wrapText('by 15\u00a0September', 10)).toEqual(['by', '15\u00a0Septemb', 'er']);
  });
});

test('no line is wider than the width, and every character stays in its order', () => {
  fc.assert(
    fc.property(hostileText.map(safeText), fc.integer({ min: 2, max: 60 }), (text, width) => {
      const lines = wrapText(text, width);
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
    }),
    { numRuns: 500 },
  );
});

test('words that fit a line come back with single spaces between them', () => {
  const word = fc.stringMatching(/^[A-Za-z0-9.,'-]{1,9}$/u);
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1 }),
      fc.integer({ min: 9, max: 40 }),
      (words, width) => {
        expect(wrapText(words.join(' \t '), width).join(' ')).toBe(words.join(' '));
      },
    ),
  );
});
