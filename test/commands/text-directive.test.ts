import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textDirective } from '../../src/commands/text-directive.ts';
import type { Range } from '../../src/shared/range.ts';
import { createArticle } from '../support/articles.ts';
import { hostileText } from '../support/hostile-text.ts';

const directiveOf = (text: string, words: string) => {
  const start = text.lastIndexOf(words);
  return textDirective(createArticle({ text }), { start, end: start + words.length });
};

const ENGLISH =
  'The council, which had met twice - once in secret - said on Monday that the old ferry would be sold & the crew kept on.';
const CHINESE =
  '市议会星期一宣布，旧渡轮将会出售，而全体船员都会留任，新的渡轮预计要到明年春天才会抵达港口。';

describe('a quote is found by', () => {
  test('its first and last words, with what has a meaning in a directive encoded', () => {
    expect(directiveOf(`Before it. ${ENGLISH} After it.`, ENGLISH)).toBe(
      'text=The%20council%2C%20which%20had,the%20crew%20kept%20on',
    );
    const dashed = 'A well-known, rather long-winded captain & crew of many years said no at last.';
    expect(directiveOf(dashed, dashed)).toMatch(/^text=A%20well%2Dknown%2C%20rather,/u);
  });

  test('a few characters of Chinese, where words end', () => {
    const [first = '', last = ''] = (directiveOf(`以前的事。${CHINESE}`, CHINESE) ?? '')
      .replace('text=', '')
      .split(',')
      .map(decodeURIComponent);
    expect(CHINESE.startsWith(first)).toBe(true);
    expect(CHINESE).toContain(`${last}。`);
    expect(first.length).toBeGreaterThanOrEqual(4);
    expect(first.length + last.length).toBeLessThan(CHINESE.length / 2);
  });

  test('all of its words where they are few', () => {
    const words = 'The repairs cost 14 million pounds.';
    expect(directiveOf(`Before. ${words}`, words)).toBe(
      'text=The%20repairs%20cost%2014%20million%20pounds',
    );
  });

  test('more words where the first ones stand in the article before, in whatever case', () => {
    const text = `THE COUNCIL, which had met once, slept. ${ENGLISH}`;
    expect(directiveOf(text, ENGLISH)).toMatch(
      /^text=The%20council%2C%20which%20had%20met%20twice,/u,
    );
  });

  test('words that follow each other over any white space, written as one space', () => {
    const text = ENGLISH.replaceAll(' ', ' \u00a0 ');
    expect(directiveOf(text, text)).toMatch(/^text=The%20council%2C%20which%20had,/u);
  });
});

describe('a quote is not looked for', () => {
  test.each([
    ['it stands in the article before, word for word', `${ENGLISH} ${ENGLISH}`, ENGLISH],
    ['its words are fewer than can be told apart', 'No comment.', 'No comment.'],
    ['it is a heading', '# The council said that the ferry', '# The council said that the ferry'],
    [
      'a line ends among its first words',
      ENGLISH.replace('which had', 'which\nhad'),
      ENGLISH.replace('which had', 'which\nhad'),
    ],
    [
      'its words are marked up',
      ENGLISH.replace('council', '**council**'),
      ENGLISH.replace('council', '**council**'),
    ],
    ['it has no words', '—— !!! ——', '—— !!! ——'],
    [
      'half a character stands among them',
      `a b \ud83d c d ${ENGLISH}`,
      `a b \ud83d c d ${ENGLISH}`,
    ],
  ])('where %s', (_why, text, words) => {
    expect(directiveOf(text, words)).toBeNull();
  });
});

const word = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom('ferry', 'The', 'the', 'sold', 'crew', 'on', 'a-b', 'R&D,'),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom('渡轮', '出售', '市议会', '，', '。', 'ſold', 'éclair', '😀'),
  },
  { weight: 2, arbitrary: fc.constantFrom('. ', '\n\n', '(x)', '100%', '*', '+', '“', '”') },
  { weight: 1, arbitrary: hostileText(3) },
);

const quoted = fc
  .record({
    words: fc.array(word, { minLength: 1, maxLength: 60 }),
    separator: fc.constantFrom(' ', '', '  '),
    from: fc.nat(60),
    length: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ words, separator, from, length }) => {
    const before = words.slice(0, from % words.length).map((each) => `${each}${separator}`);
    const start = before.join('').length;
    const text = words.map((each) => `${each}${separator}`).join('');
    const said = words
      .slice(from % words.length)
      .slice(0, length)
      .join(separator);
    return { text, start, end: start + said.length };
  })
  .filter(({ start, end }) => end > start);

/** As a browser does it: the first place of the first words, then the first of the last words behind. */
function findIn(text: string, directive: string): Range | null {
  const spaced = (given: string) => given.replaceAll(/\s+/gu, ' ').toLowerCase();
  const [first = '', last] = directive
    .slice('text='.length)
    .split(',')
    .map((each) => spaced(decodeURIComponent(each)));
  const page = spaced(text);
  const start = page.indexOf(first);
  if (start === -1) return null;
  if (last === undefined) return { start, end: start + first.length };
  const end = page.indexOf(last, start + first.length);
  return end === -1 ? null : { start, end: end + last.length };
}

test('whatever a directive names is in the quote and nowhere before it', () => {
  let found = 0;
  fc.assert(
    fc.property(quoted, ({ text, start, end }) => {
      const directive = textDirective(createArticle({ text }), { start, end });
      if (directive === null) return;
      found += 1;
      expect(directive).toMatch(/^text=[\w!'()*.~%]+(?:,[\w!'()*.~%]+)?$/u);
      const place = findIn(text, directive);
      const spaced = (given: string) => given.replaceAll(/\s+/gu, ' ').toLowerCase();
      expect(place).not.toBeNull();
      expect(place?.start).toBeGreaterThanOrEqual(spaced(text.slice(0, start)).trimEnd().length);
      expect(place?.end).toBeLessThanOrEqual(spaced(text.slice(0, end)).length);
      expect(directive.length).toBeLessThan(2000);
    }),
    { numRuns: 500 },
  );
  expect(found).toBeGreaterThan(50);
});

test('words are found at the end of one endless line', () => {
  const text = `${'a '.repeat(500_000)}${ENGLISH}`;
  expect(directiveOf(text, ENGLISH)).toMatch(/^text=The%20council/u);
});
