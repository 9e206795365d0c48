import { describe, expect, it } from 'vitest';
import { markMatches } from '../../src/retrieval/quotes/ranked-quote.ts';

/** The words marked in a text: each of `found` is looked up at its first place. */
function marked(text: string, found: readonly string[], quote = { start: 0, end: text.length }) {
  const matches = found.map((words) => {
    const start = text.indexOf(words);
    return { start, end: start + words.length };
  });
  return markMatches(text, quote, matches).map(({ start, end }) => text.slice(start, end));
}

describe('marks', () => {
  it.each([
    ['words side by side as one', 'on 15 September it ends', ['15', 'September'], ['15 September']],
    [
      'words with a hyphen between them as one',
      'an eight-year plan',
      ['eight', 'year'],
      ['eight-year'],
    ],
    [
      'words with others between them apart',
      'trees by the river',
      ['trees', 'river'],
      ['trees', 'river'],
    ],
    ['overlapping bigrams as one', '关闭大桥维修', ['大桥', '桥维'], ['大桥维']],
    ['what is found twice once', 'a pear', ['pear', 'pear'], ['pear']],
    ['in the order of the text', 'pear and plum', ['plum', 'pear'], ['pear', 'plum']],
    ['whole graphemes', 'a re\u0301sume', ['re'], ['re\u0301']],
  ])('show %s', (_, text, found, expected) => {
    expect(marked(text, found)).toEqual(expected);
  });

  it('end where the quote ends, and do not show what lies outside', () => {
    expect(marked('plum pear fig', ['plum', 'pear', 'fig'], { start: 5, end: 7 })).toEqual(['pe']);
  });
});
