import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Reply, type VerifiedReply, verifyReply } from '../../src/commands/index.ts';
import type { Article } from '../../src/corpus/index.ts';
import { displayWidth } from '../../src/terminal/graphemes.ts';
import { renderReply } from '../../src/terminal/render-reply.ts';
import { safeText } from '../../src/terminal/safe-text.ts';
import { writeConsoleCall } from '../../src/terminal/write-call.ts';
import { fakeArticle, fakeReply, quoteBlock } from './fakes.ts';
import { hostileText } from './hostile-text.ts';

const PLAIN = { width: 40, colour: false, unicode: true };
const TEXT = 'Giving Americans until 15 September to stop dealing with it.';
// Exactly the codes that the renderer may write: bold, dim, yellow, and their ends.
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const OWN_CODES = /\u001b\[(?:1|2|22|33|39)m/gu;

function verify(reply: Reply, ...articles: Article[]): VerifiedReply {
  const byId = new Map(articles.map((article) => [article.id, article]));
  return verifyReply(reply, byId, (error) => {
    throw error;
  });
}

function renderQuote(article: Article, style = PLAIN, fields: object = {}): string {
  const block = { ...quoteBlock(article), ...fields };
  return renderReply(
    verify(fakeReply('When?', { blocks: [block] }), article),
    style,
    writeConsoleCall,
  );
}

describe('a quote', () => {
  test('stands behind "> ", with its source under it and the address on a line of its own', () => {
    const article = fakeArticle(TEXT, { url: 'https://example.org/a' });
    expect(renderQuote(article)).toBe(
      [
        'When?',
        '',
        '> Giving Americans until 15 September to',
        '> stop dealing with it.',
        '  The Guardian · Sep 14, 2020 · Neither',
        '  will buy it',
        '  https://example.org/a',
        '',
      ].join('\n'),
    );
  });

  test('says which version of its article it is from', () => {
    const article = fakeArticle('It was.');
    const { source } = quoteBlock(article);
    const version = 'version of 5 Mar 2026 10:20 UTC';
    const lines = renderQuote(
      article,
      { ...PLAIN, width: 200 },
      { source: { ...source, version } },
    );
    expect(lines).toContain(` · ${version}\n`);
  });

  test('has its ellipses outside, so that they cannot be taken for words of the article', () => {
    const lines = renderQuote(fakeArticle('It was.'), PLAIN, { cutBefore: true, cutAfter: true });
    expect(lines.split('\n').slice(2, 5)).toEqual(['  …', '> It was.', '  …']);
  });

  test('names the page on which it stands', () => {
    const article = fakeArticle('It was.');
    const source = { articleId: 'b', publisher: 'BBC', title: 'Sold', published: null, url: null };
    const lines = renderQuote(article, PLAIN, { source: { ...source, page: 3 } });
    expect(lines).toContain('  BBC · undated · Sold · p. 3\n');
  });

  test('names a few of the other articles that say the same', () => {
    const article = fakeArticle('It was.');
    const other = { articleId: 'b', publisher: 'BBC', title: 'Sold', published: null, url: null };
    const one = renderQuote(article, PLAIN, { alsoIn: [other] });
    expect(one).toContain('  also in 1 more article: BBC · Sold\n');
    const many = renderQuote(
      article,
      { ...PLAIN, width: 200 },
      { alsoIn: Array.from({ length: 7 }, () => other) },
    );
    expect(many).toContain('also in 7 more articles: BBC · Sold; BBC · Sold;');
    expect(many.match(/BBC/gu)).toHaveLength(5);
  });

  test('says when its date is not known, in the language of the reply', () => {
    const article = fakeArticle('不卖。', { publisher: '财新网', published: null, title: '不卖' });
    const reply = fakeReply('卖吗？', { locale: 'zh-CN', blocks: [quoteBlock(article)] });
    expect(renderReply(verify(reply, article), PLAIN, writeConsoleCall)).toContain(
      '  财新网 · 日期不详 · 不卖\n',
    );
  });

  test('has what matched in bold, also where it goes on in the next line', () => {
    const article = fakeArticle('not until 15 September');
    const block = quoteBlock(article, [{ start: 10, end: 22 }]);
    const reply = verify(fakeReply('When?', { blocks: [block] }), article);
    expect(
      renderReply(reply, { width: 20, colour: true, unicode: true }, writeConsoleCall),
    ).toContain('> not until \u001b[1m15\u001b[22m\n> \u001b[1mSeptember\u001b[22m\n');
  });

  test('keeps an address whole that is wider than the terminal', () => {
    const url = `https://example.org/${'a'.repeat(100)}`;
    expect(renderQuote(fakeArticle('It was.', { url }))).toContain(`\n  ${url}\n`);
  });
});

describe('whatever an article holds', () => {
  const marked = fc.record({
    text: hostileText.filter((text) => text !== ''),
    from: fc.nat(),
    length: fc.nat(30),
    width: fc.integer({ min: 20, max: 90 }),
    title: hostileText,
    publisher: hostileText,
  });

  test('the lines of a quote are its words, no escape gets through, and every line fits', () => {
    fc.assert(
      fc.property(marked, ({ text, from, length, width, title, publisher }) => {
        const article = fakeArticle(text, { title, publisher });
        const start = from % text.length;
        const mark = { start, end: Math.min(text.length, start + length) };
        const reply = fakeReply('Q', { blocks: [quoteBlock(article, [mark])] });
        const drawn = renderReply(
          verify(reply, article),
          { width, colour: true, unicode: true },
          writeConsoleCall,
        );

        const plain = drawn.replace(OWN_CODES, '');
        expect(plain).not.toMatch(/[^\P{Cc}\n]/u);
        expect(plain).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
        const lines = plain.split('\n');
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        const words = lines.filter((line) => /^>(?: |$)/u.test(line)).map((line) => line.slice(2));
        expect(words.join('').replace(/\s/gu, '')).toBe(safeText(text).replace(/\s/gu, ''));
      }),
      { numRuns: 500 },
    );
  });

  test('ordinary text comes back with its white space normalised', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9.,’é]{1,12}$/u);
    const gap = fc.constantFrom(' ', '\n', '\n\n', '  ', '\t');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, gap), { minLength: 1 }),
        fc.integer({ min: 20, max: 60 }),
        (pairs, width) => {
          const text = pairs.flat().join('');
          const quoted = renderQuote(fakeArticle(text), { width, colour: false, unicode: true })
            .split('\n')
            .filter((line) => line.startsWith('>'))
            .map((line) => line.slice(2))
            .filter(Boolean);
          expect(quoted.join(' ')).toBe(text.replace(/\s+/gu, ' ').trim());
        },
      ),
    );
  });
});

describe('a reply', () => {
  test('draws headings, notes and lists apart from each other', () => {
    const reply = fakeReply('The articles do not answer this', {
      blocks: [
        { type: 'text', style: 'normal', text: 'Found: TikTok' },
        { type: 'text', style: 'subtle', text: 'Not in any article: Tesla' },
        { type: 'text', style: 'heading', text: 'Nearest articles' },
        {
          type: 'list',
          items: [
            { text: 'Neither will buy it', detail: 'The Guardian', url: null },
            { text: 'No sale', detail: null, url: 'https://example.org/b' },
          ],
        },
      ],
      footer: '5 articles',
    });
    expect(renderReply(verify(reply), PLAIN, writeConsoleCall)).toBe(
      `The articles do not answer this

Found: TikTok
Not in any article: Tesla

Nearest articles
- Neither will buy it
  The Guardian
- No sale
  https://example.org/b

5 articles
`,
    );
  });

  test('says after a list what it leaves out', () => {
    const more = { count: 12, text: 'and 12 more' };
    const items = [{ text: 'Sold', detail: null, url: null }];
    const reply = fakeReply('Added', { blocks: [{ type: 'list', items, more }] });
    expect(renderReply(verify(reply), PLAIN, writeConsoleCall)).toBe(
      'Added\n\n- Sold\n  and 12 more\n',
    );
  });

  test('may list more than a call can have arguments', () => {
    const item = { text: 'Sold', detail: null, url: null };
    const items = Array.from({ length: 200_000 }, () => item);
    const reply = fakeReply('Sources', { blocks: [{ type: 'list', items }] });
    expect(renderReply(verify(reply), PLAIN, writeConsoleCall).split('\n')).toHaveLength(200_003);
  });

  test('has no codes at all without colour', () => {
    expect(renderQuote(fakeArticle(TEXT))).not.toContain('\u001b');
  });
});
