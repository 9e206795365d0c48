import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutQuotedWords, renderQuotedWords } from '../../src/bot/render/render-quote.ts';
import { asShown, hostileText } from './support/hostile-text.ts';
import { markupIn, type ReadNode, read, shownText } from './support/reader.ts';

const whole = { marks: [], cutBefore: false, cutAfter: false };

/** What closes a direction at the end of a line is ours, not the quote's. */
const withoutClosers = (text: string) => text.replace(/[\u202c\u2069]+(?=\n|$)/gu, '');

/** The words and, of each code unit, whether it is bold. */
function boldness(nodes: readonly ReadNode[], isBold = false): { text: string; bold: boolean[] } {
  let text = '';
  const bold: boolean[] = [];
  for (const node of nodes) {
    const inner =
      'children' in node
        ? boldness(node.children, isBold || node.type === 'bold')
        : { text: shownText([node]), bold: Array<boolean>(shownText([node]).length).fill(isBold) };
    text += inner.text;
    bold.push(...inner.bold);
  }
  return { text, bold };
}

describe('renderQuotedWords', () => {
  test('every line is quoted and marked words are bold, line by line', () => {
    const text = 'until 15 September\nto stop';
    const rendered = renderQuotedWords({ ...whole, text, marks: [{ start: 6, end: 21 }] });
    expect(rendered).toBe('> until **15 September**\n> **to** stop');
  });

  test.each([
    ['next to punctuation', '"TikTok"!', [{ start: 1, end: 7 }], '> "**TikTok**"!'],
    ['inside Chinese', '美国禁令生效', [{ start: 2, end: 4 }], '> 美国**禁令**生效'],
    ['with stars beside it', '*a*', [{ start: 1, end: 2 }], '> \\***a**\\*'],
    ['of stars alone', 'a*b', [{ start: 1, end: 2 }], '> a**\\***b'],
    [
      'touching another',
      'ab',
      [
        { start: 0, end: 1 },
        { start: 1, end: 2 },
      ],
      '> **ab**',
    ],
    ['over a space', 'a b', [{ start: 0, end: 2 }], '> **a **b'],
    ['in half an emoji', 'a😀b', [{ start: 2, end: 3 }], '> a**😀**b'],
    ['in half a character', 'e\u0301!', [{ start: 0, end: 1 }], '> **e\u0301**!'],
    ['at a number that looks like a list', '1. a', [{ start: 0, end: 1 }], '> **1**\\. a'],
  ])('a mark %s', (_, text, marks, expected) => {
    expect(renderQuotedWords({ ...whole, text, marks })).toBe(expected);
  });

  test('ellipses stand outside of the words', () => {
    const cut = {
      text: 'had set it',
      marks: [{ start: 0, end: 10 }],
      cutBefore: true,
      cutAfter: true,
    };
    expect(renderQuotedWords(cut)).toBe('> … **had set it** …');
  });

  test('a direction that is left open ends before our own ellipsis', () => {
    expect(renderQuotedWords({ ...whole, text: 'a \u202eb', cutAfter: true })).toBe(
      '> a \u202eb\u202c …',
    );
  });

  test('directions that are opened and never closed, by the thousand, are closed at once', () => {
    const text = `\u2066${'\u202a'.repeat(200_000)}\u2069${'\u202a'.repeat(100_000)}${'\u2069'.repeat(200_000)}`;
    expect(renderQuotedWords({ ...whole, text })).toBe(`> ${text}${'\u202c'.repeat(100_000)}`);
  });

  test('any words are shown exactly, and exactly the marks are bold', () => {
    const quotes = fc
      .tuple(hostileText, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 }))
      .filter(([text]) => text !== '')
      .map(([text, pairs]) => {
        // Marks on whole characters, as an analyser gives them; halves are in the table above.
        const characters = [...new Intl.Segmenter().segment(text)];
        const marks = pairs.map(([from, length]) => {
          const first = characters[from % characters.length];
          const last =
            characters[Math.min((from % characters.length) + (length % 5), characters.length - 1)];
          return {
            start: first?.index ?? 0,
            end: (last?.index ?? 0) + (last?.segment.length ?? 0),
          };
        });
        return { text, marks };
      });
    fc.assert(
      fc.property(quotes, ({ text, marks }) => {
        const nodes = read(renderQuotedWords({ ...whole, text, marks }));
        expect(nodes.map(({ type }) => type)).toEqual(['quote']);
        expect(markupIn(nodes).filter((kind) => kind !== 'quote' && kind !== 'bold')).toEqual([]);

        const shown = boldness(nodes);
        const expected = asShown(text);
        expect(withoutClosers(shown.text)).toBe(withoutClosers(expected));

        // \r\n becomes one unit, so that marks are compared only where offsets stay.
        if (expected.length !== text.length || shown.text !== expected) return;
        const wanted = [...Array(text.length).keys()].map(
          (index) =>
            expected[index] !== '\n' &&
            marks.some(({ start, end }) => start <= index && index < end),
        );
        expect(shown.bold.map((isBold, index) => isBold && expected[index] !== '\n')).toEqual(
          wanted,
        );
      }),
      { numRuns: 2000 },
    );
  });
});

const cutTo = (text: string, units: number, marks: { start: number; end: number }[] = []) =>
  cutQuotedWords({ ...whole, text, marks }, (rendered) => rendered.length <= units);

describe('cutQuotedWords', () => {
  test('a cut quote is a beginning of the quote with an ellipsis of its own', () => {
    expect(cutTo('The ban starts on Sunday', 12)).toBe('> The ban …');
    expect(cutTo('禁令将于周日生效', 8)).toBe('> 禁令将于 …');
  });

  test.each([
    ['an emoji', 'ab👩‍👩‍👧‍👦', '> ab …'],
    ['a combining mark', `ab${'e\u0301'.repeat(9)}`, '> abe\u0301e\u0301 …'],
    ['an escape', 'ab****', '> ab\\* …'],
  ])('never inside %s', (_, text, expected) => {
    expect(cutTo(text, expected.length + 1)).toBe(expected);
  });

  test('marks are cut with the words', () => {
    expect(cutTo('abc def', 13, [{ start: 1, end: 6 }])).toBe('> a**bc d** …');
  });

  test('one endless character is not shown in half', () => {
    expect(cutTo(`a${'\u0301'.repeat(5000)}`, 4000)).toBeNull();
  });

  test('any cut is a beginning of what was quoted', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 5, max: 40 }), (text, units) => {
        const cut = cutTo(text, units);
        if (cut === null) return;
        expect(cut.length).toBeLessThanOrEqual(units);
        const shown = withoutClosers(shownText(read(cut)).replace(/ …$/u, ''));
        expect(withoutClosers(asShown(text)).startsWith(shown)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
