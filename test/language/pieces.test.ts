import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPieceFinder, PIECE_PATTERN } from '../../src/language/pieces.ts';
import { formText } from '../support/form-text.ts';

const findPieces = createPieceFinder();

function searchPieces(text: string) {
  return [...text.matchAll(PIECE_PATTERN)].map(({ 0: written, index: start, groups = {} }) => {
    const kind = Object.keys(groups).find((name) => groups[name] !== undefined);
    return { kind, start, written };
  });
}

it('finds unit by unit what the pattern finds', () => {
  fc.assert(
    fc.property(formText(), (text) => {
      expect(findPieces(text)).toEqual(searchPieces(text));
    }),
    { numRuns: 1000 },
  );
});

it('takes every character for what the pattern takes it, whatever stands beside it', () => {
  const step = 5;
  for (let point = 0; point < 0x20000; point += point < 0x3100 ? 1 : step) {
    const character = String.fromCodePoint(point);
    const text = `a${character}b ${character}1${character} 中${character}文`;
    expect(findPieces(text)).toEqual(searchPieces(text));
  }
});
