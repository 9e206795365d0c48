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

  it.each([30, 34, 38, 60])('go on in a column of %i letters', (width) => {
    const words =
      'the keepers say that the wasps came back a week later than usual and that nobody may walk under the extraordinarily old plum trees until the nests are gone'.split(
        ' ',
      );
    const lines = [''];
    for (const word of words) {
      const line = `${lines.at(-1)} ${word}`.trim();
      if (line.length > width) lines.push(word);
      else lines[lines.length - 1] = line;
    }
    const text = `${lines.join('\n')}.`;
    expect(paragraphs(`${text}\n\nNext.`)).toEqual([text, 'Next.']);
  });

  it('go on in a narrow column of Chinese', () => {
    const text =
      '博物馆后面的花园在春天重新开放，此前两年谁\n都不得入内。园丁说，黄蜂比往年晚来一周，在蜂\n巢清除之前，任何人都不得在老李子树下行走。';
    expect(paragraphs(`${text}\n\n完。`)).toEqual([text, '完。']);
  });

  it.each(['9.40am', '21:05', '7 p.m.', '09:40 GMT', '9时40分'])(
    'begin with the time that stands over them: %s',
    (time) => {
      const text = `Before.\n\n${time}\n\nThe wasps are back.\n\nAfter.`;
      expect(paragraphs(text)).toEqual(['Before.', `${time}\n\nThe wasps are back.`, 'After.']);
    },
  );

  it('are times alone where nothing comes after them, and numbers stay apart', () => {
    expect(paragraphs('The wasps are back.\n\n9.40am')).toEqual(['The wasps are back.', '9.40am']);
    expect(paragraphs('1,204\n\nThe wasps are back.')).toEqual(['1,204', 'The wasps are back.']);
  });

  it('are single lines of a poem, a list of names or an address', () => {
    for (const lines of [
      ['The garden of the wasps', 'Is closed to me and you', 'Until the plums are ripe'],
      ['Anna Bergmann-Oberholzer', 'Christopher Featherston', 'Bartholomew Montgomery'],
      ['春天的花园里有黄蜂飞来飞去', '李子树', '谁也不得入内'],
      ['a short line of verse here', 'and a', 'shorter one'],
    ]) {
      expect(paragraphs(lines.join('\n'))).toEqual(lines);
    }
  });

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
