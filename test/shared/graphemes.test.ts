import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundaryAfter, boundaryBefore, widenToGraphemes } from '../../src/shared/graphemes.ts';
import { graphemeBoundaries, hostileText } from '../support/hostile-text.ts';

/** Pieces whose clusters are told by what stands far before them, and what may stand beside them. */
const PIECES = [
  '🇦',
  '👨\u200d',
  '👩🏽',
  '\u200d',
  'क\u094d',
  'e\u0301',
  '\u0301',
  '\u{1d165}',
  '\u0600',
  '\u0d4e',
  '\r',
  '\n',
  ' ',
  'a',
  '。',
  '中',
  '한',
  'ᄀ',
  'ก',
  'א',
  '\ud83d',
  '\ude00',
];

const clusters = fc
  .array(
    fc
      .tuple(fc.constantFrom(...PIECES), fc.oneof({ weight: 6, arbitrary: fc.nat(2) }, fc.nat(120)))
      .map(([piece, count]) => piece.repeat(count)),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.join(''));

type Boundaries = readonly [offset: number, before: number, after: number];

/** The boundaries around each offset, as they are found in the surroundings. */
function found(text: string, offsets: readonly number[]): Boundaries[] {
  return offsets.map((at) => [at, boundaryBefore(text, at), boundaryAfter(text, at)]);
}

/** The same from a segmentation of the whole text. */
function expected(text: string, offsets: readonly number[]): Boundaries[] {
  const boundaries = graphemeBoundaries(text);
  return offsets.map((at) => {
    let before = at;
    while (!boundaries.has(before)) before -= 1;
    let after = at;
    while (!boundaries.has(after)) after += 1;
    return [at, before, after];
  });
}

describe('a boundary between graphemes', () => {
  it('is the one that a segmentation of the whole text gives', () => {
    fc.assert(
      fc.property(fc.oneof(clusters, hostileText(10)), fc.nat(), (text, seed) => {
        const step = Math.max(1, Math.floor(text.length / 40));
        const offsets = [];
        for (let at = seed % step; at <= text.length; at += step) offsets.push(at);
        expect(found(text, offsets)).toEqual(expected(text, offsets));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['a hundred flags without a space', '🇦🇧'.repeat(100)],
    ['a family of a hundred', `${'👨\u200d'.repeat(100)}👩`],
    ['a thousand combining marks', `a${'\u0335'.repeat(1000)}b`],
    [
      'a mark whose halves lie on both sides of the window',
      `${' '.repeat(9)}é${'\u{1d165}'.repeat(70)}`,
    ],
    ['a prefix before a letter', 'One. \u0600Two.'],
    ['a prefix before a letter with a mark', 'One. \u0600e\u0301 and \u0d4ee\u0301.'],
  ])('is right at every offset of %s', (_, text) => {
    const offsets = Array.from({ length: text.length + 1 }, (__, offset) => offset);
    expect(found(text, offsets)).toEqual(expected(text, offsets));
  });

  it('is always there between two characters that need no segmenter', () => {
    const simple = [0x0a];
    const ranges = [
      [0x20, 0x7e],
      [0x2018, 0x201d],
      [0x3001, 0x3029],
      [0xff01, 0xff5e],
      [0x4e00, 0x4e04],
      [0x9ffb, 0x9fff],
    ] as const;
    for (const [from, to] of ranges) for (let code = from; code <= to; code += 1) simple.push(code);
    // Every pair stands in the text: each character before and behind every other one.
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    for (const left of simple) {
      const text = simple.map((right) => String.fromCharCode(left, right)).join('');
      expect([...segmenter.segment(text)]).toHaveLength(text.length);
    }
  });
});

it('widens a range by as little as holds whole graphemes', () => {
  const text = 'x👨\u200d👩y';
  expect(widenToGraphemes(text, { start: 2, end: 3 })).toEqual({ start: 1, end: 6 });
  expect(widenToGraphemes(text, { start: 1, end: 6 })).toEqual({ start: 1, end: 6 });
  expect(widenToGraphemes(text, { start: 0, end: text.length })).toEqual({
    start: 0,
    end: text.length,
  });
});
