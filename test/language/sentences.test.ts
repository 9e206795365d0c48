import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitParagraphs } from '../../src/language/paragraphs.ts';
import { splitSentences } from '../../src/language/sentences.ts';
import { graphemeBoundaries, hostileText } from '../support/hostile-text.ts';

function sentencesOf(text: string, language: 'en' | 'zh' = 'en'): string[] {
  return splitParagraphs(text, 0).flatMap((paragraph) =>
    splitSentences(text, paragraph, language).map(({ start, end }) => text.slice(start, end)),
  );
}

describe('sentences', () => {
  it.each([
    [
      'a title before a name',
      'Mr. Brown met Dr. Lee. They talked.',
      ['Mr. Brown met Dr. Lee.', 'They talked.'],
    ],
    [
      'initials',
      'It was J. K. Stone who won. Nobody else did.',
      ['It was J. K. Stone who won.', 'Nobody else did.'],
    ],
    [
      'a country inside a sentence',
      'The U.S. Senate voted. It passed.',
      ['The U.S. Senate voted.', 'It passed.'],
    ],
    [
      'a country at its end',
      'He left the U.S. The trip was long.',
      ['He left the U.S.', 'The trip was long.'],
    ],
    [
      'a month',
      'On Sept. 3 it rained. Then it stopped.',
      ['On Sept. 3 it rained.', 'Then it stopped.'],
    ],
    [
      'a company',
      'Acme Inc. Chairman Bob Ray left. He was tired.',
      ['Acme Inc. Chairman Bob Ray left.', 'He was tired.'],
    ],
    [
      'the time of day',
      'It began at 3 p.m. and ended at 5 p.m. The hall was full.',
      ['It began at 3 p.m. and ended at 5 p.m.', 'The hall was full.'],
    ],
    ['numbers', 'It rose 2.5 per cent. Then it fell.', ['It rose 2.5 per cent.', 'Then it fell.']],
    [
      'a quotation that goes on',
      '“Why now?” she asked. Nobody knew.',
      ['“Why now?” she asked.', 'Nobody knew.'],
    ],
    [
      'closing quotation marks',
      'He said: “We won.” Then he left.',
      ['He said: “We won.”', 'Then he left.'],
    ],
  ])('holds together %s', (_, text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });

  it('ends Chinese sentences after 。！？ and the quotation mark behind them', () => {
    expect(sentencesOf('他说：“我们不卖。”公司没有回应。真的吗？是的！', 'zh')).toEqual([
      '他说：“我们不卖。”',
      '公司没有回应。',
      '真的吗？',
      '是的！',
    ]);
  });

  it('begin with the quotation mark that opens them, not with the one before', () => {
    expect(sentencesOf('政府下达禁令。“我们不会轻易起诉。”公司说。“我们别无选择。”', 'zh')).toEqual(
      ['政府下达禁令。', '“我们不会轻易起诉。”', '公司说。', '“我们别无选择。”'],
    );
  });

  it('never reach across paragraphs', () => {
    expect(sentencesOf('A line without an end\n\nand another one')).toEqual([
      'A line without an end',
      'and another one',
    ]);
  });

  it('go on over the line breaks of a paragraph that was wrapped by hand', () => {
    const wrapped =
      'The council met on Tuesday in the old town hall and\ndecided to close the bridge for the whole of the coming\nsummer. Nobody was pleased.';
    expect(sentencesOf(wrapped)).toHaveLength(2);
  });

  it('cover every visible character of a text, in order, without splitting a grapheme', () => {
    fc.assert(
      fc.property(
        hostileText(),
        fc.constantFrom('en' as const, 'zh' as const),
        (text, language) => {
          const boundaries = graphemeBoundaries(text);
          let from = 0;
          for (const paragraph of splitParagraphs(text, 0)) {
            for (const { start, end } of splitSentences(text, paragraph, language)) {
              expect(text.slice(from, start).trim()).toBe('');
              expect(end).toBeGreaterThan(start);
              expect(boundaries.has(start) && boundaries.has(end)).toBe(true);
              from = end;
            }
          }
          expect(text.slice(from).trim()).toBe('');
        },
      ),
      { numRuns: 500 },
    );
  });
});
