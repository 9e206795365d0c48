import { describe, expect, test } from 'vitest';
import { readOpening, readOpeningWords } from '../../src/corpus/metadata/opening.ts';

/** Stamp, headline, and the rest, as one tuple that reads like the text. */
function open(text: string, ...knownTitles: string[]) {
  const { stamp, headline, bodyStart } = readOpening(text, knownTitles);
  return [stamp?.published ?? null, headline, text.slice(bodyStart, bodyStart + 9)];
}

describe('a date stamp', () => {
  test.each([
    [' date 2020-09-14 The harbour of Elmport will close on Friday.\n\nMore.', 'before a sentence'],
    ['date 2020-09-14\n\nThe harbour of Elmport will close.', 'on a line of its own'],
    ['\r\n date: 2020-09-14\r\nThe harbour of Elmport will close.', 'with a colon and CRLF'],
  ])('%j: %s', (text) => {
    expect(open(text)).toEqual(['2020-09-14', null, 'The harbo']);
  });

  test('stands before the headline or after it', () => {
    const expected = ['2020-09-14', 'Harbour to close', 'The ferry'];
    expect(open(' date 2020-09-14 Harbour to close\n\nThe ferry stops.')).toEqual(expected);
    expect(open('date 2020-09-14\nHarbour to close\n\nThe ferry stops.')).toEqual(expected);
    expect(open('Harbour to close\n\n date 2020-09-14 The ferry stops.')).toEqual(expected);
    expect(open('Harbour to close\ndate 2020-09-14\nThe ferry stops.')).toEqual(expected);
  });

  test('with an impossible date is skipped all the same, and gives no date', () => {
    expect(open(' date 2020-02-30 The ferry stops.')).toEqual([null, null, 'The ferry']);
  });

  test('is not seen in the middle of the text or in a longer word', () => {
    expect(open('The date 2020-09-14 was set.')).toEqual([null, null, 'The date ']);
    expect(open('date 2020-09-14th was set.')).toEqual([null, null, 'date 2020']);
  });
});

describe('a headline', () => {
  test.each([
    ['Harbour to close\n\nBody.', 'Harbour to close', 'a short line that stands apart'],
    ['\n\nHarbour to close\r\n\r\n\r\nBody.', 'Harbour to close', 'blank lines around it, CRLF'],
    ['Will the harbour close?\n\nBody.', 'Will the harbour close?', 'a question'],
    ['Ferry sold in the U.S.\n\nBody.', 'Ferry sold in the U.S.', 'an abbreviation at its end'],
    [
      '桥停用 | 榆港平转桥出现第二道裂缝\n\n\n\n正文。',
      '桥停用 | 榆港平转桥出现第二道裂缝',
      'Chinese',
    ],
    ['# Harbour to close.\nBody.', 'Harbour to close.', 'a Markdown heading, whatever its form'],
    ['## Harbour to close ##\n\nBody.', 'Harbour to close', 'a closed Markdown heading'],
    ['Harbour to close\u2028\u2028Body.', 'Harbour to close', 'line separators'],
    ['Harbour to close\u2029\u2029Body.', 'Harbour to close', 'paragraph separators'],
    ['Harbour to close\n===\nBody.', 'Harbour to close', 'an underlined heading'],
  ])('%j gives %j: %s', (text, headline) => {
    expect(readOpening(text, []).headline).toBe(headline);
    expect(text.slice(readOpening(text, []).bodyStart)).toMatch(/^(?:Body\.|正文。)/u);
  });

  test.each([
    ['The harbour closes.\n\nBody.', 'a sentence'],
    ['“The harbour closes.”\n\nBody.', 'a quoted sentence'],
    ['港口将于周五关闭。\n\n正文。', 'a Chinese sentence'],
    ['Harbour to close\nBody.', 'the text goes on in the next line'],
    ['Harbour to close', 'nothing comes after it'],
    [`${'Harbour to close '.repeat(20)}\n\nBody.`, 'too long'],
    ['Share Story:\n\nBody.', 'it announces something'],
    ['* * *\n\nBody.', 'an ornament'],
    ['#harbour is busy today.\n\nBody.', 'a hashtag is no heading'],
  ])('%j has none: %s', (text) => {
    expect(readOpening(text, [])).toMatchObject({ headline: null, bodyStart: 0 });
  });

  test('that is all there is, besides a stamp, is the body', () => {
    expect(open('# Harbour to close\n\n date 2020-09-14 \n')).toEqual([
      '2020-09-14',
      null,
      '# Harbour',
    ]);
    expect(open(' date 2020-09-14 Harbour to close\n\n')).toEqual([
      '2020-09-14',
      null,
      'Harbour t',
    ]);
  });

  test('that is given elsewhere is skipped where it stands in the text, whatever its form', () => {
    const title = 'The harbour closes.';
    expect(open('The  HARBOUR closes.\nThe ferry stops.', title)[2]).toBe('The ferry');
    expect(open('# The harbour closes.\n\nThe ferry stops.', title)[2]).toBe('The ferry');
    expect(open('Another headline\n\nThe ferry stops.', title)[2]).toBe('Another h');
  });
});

describe('the head of a pasted article', () => {
  const body = 'The last owl left the mill on Monday.\nNobody knows why.';
  test.each([
    ['Owl leaves mill\n11 May 2023\n', 'Owl leaves mill', { published: '2023-05-11' }],
    [
      'Owl leaves mill\nPublished: 2023-05-11\nSource: Mill Echo\n',
      'Owl leaves mill',
      { published: '2023-05-11', publisher: 'Mill Echo' },
    ],
    [
      'By Rosa Quill and Tim Ode\n\nOwl leaves mill\n\nThursday, 11 May 2023, 10:30\n',
      'Owl leaves mill',
      { published: '2023-05-11' },
    ],
    ['NEWS FLASH\n\nOwl leaves mill\n', 'Owl leaves mill', {}],
    [
      'https://example.org/owl\n\nOwl leaves mill\n',
      'Owl leaves mill',
      { url: 'https://example.org/owl' },
    ],
    [
      '**Owl leaves mill**\nBy Rosa Quill | May 11, 2023 | Updated May 12, 2023\n',
      'Owl leaves mill',
      { published: '2023-05-11' },
    ],
    ['[Owl leaves *mill*](https://example.org/owl)\n', 'Owl leaves mill', {}],
    ['11 May 2023\n\nOwl leaves mill\n', 'Owl leaves mill', { published: '2023-05-11' }],
    [
      '猫头鹰离开磨坊\n2023年5月11日 10:30  来源：磨坊晚报\n作者：王小明\n',
      '猫头鹰离开磨坊',
      { published: '2023-05-11', publisher: '磨坊晚报' },
    ],
    ['By Rosa Quill\n', null, {}],
    [
      'Owl leaves mill\nAuthor: Rosa Quill\nURL: https://example.org/owl\n',
      'Owl leaves mill',
      { url: 'https://example.org/owl' },
    ],
    ['Owl leaves mill\u2028By Rosa Quill\u2028', 'Owl leaves mill', {}],
    ['https://example.org/owl\n', null, { url: 'https://example.org/owl' }],
  ])('%j is told apart', (head, headline, credits) => {
    const text = `${head}\n${body}`;
    const opening = readOpening(text, []);
    expect(opening.headline).toBe(headline);
    expect(opening.credits).toEqual(credits);
    expect(text.slice(opening.bodyStart)).toBe(body);
  });

  test('is skipped where the title is known', () => {
    const text = `Owl leaves mill\nBy Rosa Quill\n\n${body}`;
    expect(text.slice(readOpening(text, ['Owl leaves mill']).bodyStart)).toBe(body);
  });

  test.each([
    ['11 May 2023\n\nThe owl left.\n\n12 May 2023\n\nThe owl came back.', 'entries with dates'],
    ['By Monday the owl had left.\n\nNobody knows why.', 'a sentence'],
    ['The mill has a source: the Elm.\n\nNobody knows why.', 'a word for one in a sentence'],
    ['By Rosa Quill\n\n', 'nothing comes after it'],
  ])('%j has none: %s', (text) => {
    expect(readOpening(text, [])).toMatchObject({ headline: null, credits: {}, bodyStart: 0 });
  });
});

describe('the opening words', () => {
  test('are cut between words, with an ellipsis', () => {
    const text = `The harbour of Elmport, ${'which is old, '.repeat(10)}closes.`;
    const title = readOpeningWords(text, 0);
    expect(title).toMatch(/^The harbour of Elmport, .*\w…$/u);
    expect(title.length).toBeLessThanOrEqual(90);
    expect(text.startsWith(title.slice(0, -1))).toBe(true);
  });

  test('never leave half an emoji, and stay within one paragraph', () => {
    const title = readOpeningWords('👩‍👩‍👧'.repeat(60), 0);
    expect(title.replace(/…$/u, '').replaceAll('👩‍👩‍👧', '')).toBe('');
    expect(readOpeningWords('It closes.\n \nBody.', 0)).toBe('It closes.');
    expect(readOpeningWords('It closes.\u2028Body.', 0)).toBe('It closes.');
  });

  test('are cut between Chinese words as well', () => {
    const story =
      '市议会投票通过了新渡轮码头的计划。市长说，码头将耗资一千四百万欧元，明年六月启用，居民反对。';
    expect(readOpeningWords(story, 0)).toBe('市议会投票通过了新渡轮码头的计划');
    const title = readOpeningWords('港口公司周五宣布停止运营，'.repeat(20), 0);
    expect(title).toMatch(/^港口公司周五宣布停止运营，.*[^，]…$/u);
    expect(title.length).toBeLessThanOrEqual(90);
  });
});
