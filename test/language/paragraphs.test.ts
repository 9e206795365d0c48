import { describe, expect, it } from 'vitest';
import { splitParagraphs } from '../../src/language/paragraphs.ts';

function paragraphs(text: string, from = 0): string[] {
  return splitParagraphs(text, from).map(({ start, end }) => text.slice(start, end));
}

/** Four lines of one sentence, as an editor of plain text breaks them. */
const WRAPPED = [
  'The garden behind the museum was opened in spring,',
  'after two years in which nobody had been allowed',
  'to walk there, and closed again in the same week',
  'because of the wasps.',
];

describe('paragraphs', () => {
  it.each([
    ['\n\n', 'a blank line'],
    ['\r\n\r\n', 'a blank line of Windows'],
    ['\n \t\n', 'a line of white space'],
    ['\n', 'a line break between whole sentences'],
    ['\u2028', 'a line separator'],
    ['\u2029', 'a paragraph separator'],
  ])('end at %j: %s', (separator) => {
    expect(paragraphs(`One is here.${separator}Two is there.`)).toEqual([
      'One is here.',
      'Two is there.',
    ]);
  });

  it.each(['\n', '\r\n', '\n  '])(
    'go on over the breaks %j of lines wrapped by hand',
    (lineBreak) => {
      const text = WRAPPED.join(lineBreak);
      expect(paragraphs(`${text}\n\nNext.`)).toEqual([text, 'Next.']);
    },
  );

  it('are single lines where these are too short to have been wrapped', () => {
    expect(paragraphs('A pear\nA plum\nA fig')).toEqual(['A pear', 'A plum', 'A fig']);
  });

  it.each(['- ', '* ', '• '])('are the items of a list that begin with %j', (mark) => {
    const items = WRAPPED.slice(0, 3).map((line) => mark + line);
    expect(paragraphs(items.join('\n'))).toEqual(items);
  });

  it('are the items of a numbered list, in both languages', () => {
    const english = WRAPPED.slice(0, 3).map((line, index) => `${index + 1}. ${line}`);
    expect(paragraphs(english.join('\n'))).toEqual(english);
    const chinese = ['一、', '二、'].map(
      (mark) => mark + '园中不得采摘任何花果以及其他植物'.repeat(2),
    );
    expect(paragraphs(chinese.join('\n'))).toEqual(chinese);
  });

  it('begin where the body begins, and hold no white space at their edges', () => {
    const text = 'Title\n\n\u3000 Body. \n';
    expect(paragraphs(text, 'Title'.length)).toEqual(['Body.']);
    expect(paragraphs(' \n\r\n\u00a0')).toEqual([]);
  });
});
