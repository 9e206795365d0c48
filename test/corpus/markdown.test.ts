import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTextArticle } from '../../src/corpus/formats/read-text.ts';
import { placeInFile, readSavedArticle, toSavedArticle } from '../../src/corpus/index.ts';
import { load, loadOne, outline } from './temp-corpus.ts';

async function textOf(markdown: string): Promise<string> {
  return (await loadOne(markdown, 'a.md')).text;
}

describe('of Markdown', () => {
  test.each([
    [
      'a link',
      'the [new *ferry* pier](https://a.example/pier "plan") opens',
      'the new ferry pier opens',
    ],
    ['a link by reference', 'the [pier][1] opens\n\n[1]: https://a.example', 'the pier opens\n\n'],
    ['an address', 'see <https://a.example>', 'see https://a.example'],
    ['a link of a wiki', 'the [[Ferry pier|pier]] and [[Mayor Holt]]', 'the pier and Mayor Holt'],
    ['emphasis', 'it **opens** on _Tuesday_, ***now***', 'it opens on Tuesday, now'],
    [
      'emphasis beside Chinese',
      '市议会**“通过”**了，**新渡轮码头。**随后',
      '市议会“通过”了，新渡轮码头。随后',
    ],
    ['a highlight', 'it ==opens== now', 'it opens now'],
    ['code', 'the file `pier.txt` says', 'the file pier.txt says'],
    ['struck-out text', 'it costs ~~12~~ 14 million', 'it costs 14 million'],
    ['an image', 'the pier ![a pier](pier.png) opens', 'the pier opens'],
    ['an image in a link', 'one\n\n[![a pier](pier.png)](https://a.example)\n', 'one\n\n'],
    ['a comment', 'it costs 14 <!-- check --> million', 'it costs 14 million'],
    ['a line that is a comment', 'It costs\n%%check%%\n14 million', 'It costs\n14 million'],
    ['text after a comment', 'One.\n\n<!-- more -->Two.', 'One.\n\n\nTwo.\n'],
    [
      'a note',
      'it opens.[^1]\n\n[^1]: Says *Holt*.\n[^b]: And others.',
      'it opens.\n\nSays Holt.\n\nAnd others.',
    ],
    ['the mark of a note', 'it opens<sup>2</sup> on 3 km<sup>2</sup>', 'it opens on 3 km2'],
    ['a link to a note', 'it opens [1](#fn1) and [2](https://a.example)', 'it opens and 2'],
    [
      'HTML in a line',
      'the <b class="x">new</b> pier<br>opens <del>now</del>',
      'the new pier\nopens',
    ],
    ['a character by its name', 'Holt &amp; sons, AT&T, &#8364;5', 'Holt & sons, AT&T, €5'],
    ['an escaped character', '2 \\* 3', '2 * 3'],
    ['a line break', 'one\\\ntwo', 'one\ntwo'],
    ['a block quote', '> It **opens**,\n> she said.', 'It opens,\nshe said.'],
    ['a callout', '> [!NOTE] Costs\n> It costs 14.', 'Costs\nIt costs 14.'],
    ['a task', '- [x] open it', '- open it'],
    ['an underlined heading', 'One.\n\nThe pier\n---\n\nTwo.', 'One.\n\n## The pier\n\nTwo.'],
    [
      'a heading that ends in marks',
      'One.\n\n## The **pier** ##\n\nTwo.',
      'One.\n\n## The pier\n\nTwo.',
    ],
    ['a short code of Hugo', 'One.\n\n{{< figure src="a.png" >}}\n\nTwo.', 'One.\n\n\nTwo.'],
    ['a tag of Jekyll', 'It {% include x.html %} opens{{ site.url }}.', 'It opens.'],
    ['the attributes of a heading', 'One.\n\n## Pier {#pier}\n\nTwo.', 'One.\n\n## Pier\n\nTwo.'],
    ['the name of a paragraph', 'It opens. ^pier-1', 'It opens.'],
    ['a fence of code', '```js\nlet a;\n```', '\nlet a;\n'],
    ['a link to an expression', 'the [pier]({{ "/pier" | url }}) opens', 'the pier opens'],
    ['a link with a space', 'the [pier](https://a.example/a pier.html) opens', 'the pier opens'],
    ['emphasis of a comma', 'the pier**,** she said', 'the pier, she said'],
    [
      'a tag in HTML',
      'One.\n\n<figure>\n{% image "a.png" "A pier. And" %}\n</figure>\n\nTwo.',
      'One.\n\n\n\nTwo.',
    ],
    ['an image in a block quote', '> One.\n>\n> ![a pier](pier.png)\n', 'One.\n\n\n'],
    ['a short code of WordPress', 'It opens.\n\n[youtube=https://a.example/b]', 'It opens.\n\n'],
    [
      'text that was wrapped by hand around links',
      '- The council voted on Tuesday for the\n  [pier](https://a.example/2024/03/05/pier)\n  that it has wanted for twenty years.',
      '- The council voted on Tuesday for the pier that it has wanted for twenty years.',
    ],
    [
      'Chinese text that was wrapped by hand around emphasis',
      `市议会周二以九比二投票通过了**新渡轮码头**的方案，并要求市长在\n六月之前提交预算和施工时间表。`,
      '市议会周二以九比二投票通过了新渡轮码头的方案，并要求市长在六月之前提交预算和施工时间表。',
    ],
    [
      'lines of their own',
      'The *pier* opens.\nThe ferry sails.',
      'The pier opens.\nThe ferry sails.',
    ],
    [
      'a line that goes on in small letters',
      'Rust has grown from a language used by a few people,\ninto a well-known one. So it\nis.',
      'Rust has grown from a language used by a few people, into a well-known one. So it\nis.',
    ],
  ])('%s is shown without its marks', async (_what, markdown, text) => {
    expect(await textOf(markdown)).toBe(text);
  });

  test.each([
    'A text of words, with 5 * 4 * 3 and snake_case_names; [sic], [[]] and ![no].\n',
    'It was late.\r\nThe council, however, met.\r\n\r\nIt voted: 9-2.\r\n',
    '# Pier\n\n- one\n- two\n\n1. three\n\n---\n\nIt costs $5 < $6 & 100% more.\n',
    'The council voted.\n---\n\n    It costs [14](million).\n',
    '市议会周二以九比二投票通过了新渡轮码头。\n\n　　市长说：“好。”\n',
  ])('without such marks nothing is changed: %j', async (text) => {
    expect(await textOf(text)).toBe(text);
  });

  test('the rows of a table are paragraphs with the heads of their columns', async () => {
    const table = '| Year | **Passengers** |\n|---|--:|\n| 2023 | 455,000 |\n| 2024 | [500](u) |';
    const text = await textOf(`One.\n\n${table}\n\nTwo.`);
    expect(text.split(/\n+/u)).toEqual([
      'One.',
      'Year: 2023 | Passengers: 455,000',
      'Year: 2024 | Passengers: 500',
      'Two.',
    ]);
  });

  test('the cells of a table stand under their own heads where some are empty', async () => {
    const text = await textOf('a | b | c\n-|-|-\n1 | | 3\n');
    expect(text.trim()).toBe('a: 1 | c: 3');
  });

  test('a block of HTML is read as a page is', async () => {
    const html =
      '<figure><img src="a.png"><figcaption>A pier</figcaption></figure>\n<p>It <b>opens</b>.</p>';
    expect((await textOf(`One.\n\n${html}\n\nTwo.`)).split(/\n+/u)).toEqual([
      'One.',
      'It opens.',
      'Two.',
    ]);
  });

  test('nothing but marks is no article', async () => {
    expect(outline(await load({ 'a.md': '![a pier](pier.png)\n' }))).toEqual(['empty a.md']);
  });

  test('a quote leads into the file, also after a snapshot', async () => {
    const content = '---\ntitle: Pier\n---\nThe *new* [pier](https://a.example) opens.';
    const article = await loadOne(content, 'a.md');
    const { cuts = [] } = readSavedArticle(toSavedArticle(article).trimEnd());
    const start = article.text.indexOf('new pier');
    const place = placeInFile(cuts, { start, end: start + 'new pier'.length });
    expect(content.slice(place.start, place.end)).toBe('new* [pier');
  });

  test('plain text keeps its marks', async () => {
    expect((await loadOne('the [pier](https://a.example) *opens*', 'a.txt')).text).toBe(
      'the [pier](https://a.example) *opens*',
    );
  });

  test('a stamp is told by its line in the file', async () => {
    const corpus = await load({ 'a.md': '<!-- a\nb -->\n\ndate 2021-02-30 The *ferry* stops.' });
    expect(outline(corpus)).toEqual(['warning invalid-value a.md:4']);
  });
});

const MARKS = [
  '*|**|_|`|~~|==|[|]|(|)|](b)|![|<b>|</b>|<!--|-->|<div>|</div>|<sup>1</sup>|&amp;|&#8212;|\\',
  '[^1]|[^1]: |[a]: b|%%|{{<|>}}|pier|The council met. |市议会|“|。|😀| ',
  '\n|\n\n|\r\n|\n> |\n- |\n1. |\n# |\n---\n|\n```\n|\n    ',
].flatMap((marks) => marks.split('|'));

const piece = fc.oneof(
  fc.constantFrom(...MARKS, ' | ', '\n|-|-|\n'),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const markdown = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

describe('whatever is in a Markdown file', () => {
  test('what its text takes over from it stands there word for word', () => {
    fc.assert(
      fc.property(markdown, (content) => {
        const [draft] = readTextArticle(content, 'a.md', 'markdown').drafts;
        if (draft === undefined) return;
        const { text, cuts = [] } = draft;
        // Units of the text that come from no stretch that was cut.
        let at = 0;
        let from = 0;
        let rebuilt = '';
        for (let index = 0; index < cuts.length; index += 3) {
          const [start = 0, end = 0, length = 0] = cuts.slice(index, index + 3);
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThanOrEqual(start);
          rebuilt += content.slice(from, start);
          rebuilt += text.slice(at + start - from, at + start - from + length);
          at += start - from + length;
          from = end;
        }
        expect(rebuilt + content.slice(from)).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  test('a range of its text leads to a range of the file that holds the same letters', () => {
    fc.assert(
      fc.property(markdown, fc.nat(), fc.integer({ min: 1, max: 50 }), (content, one, length) => {
        const [draft] = readTextArticle(content, 'a.md', 'markdown').drafts;
        if (draft === undefined || draft.text === '') return;
        const { text, cuts = [] } = draft;
        const start = one % text.length;
        const end = Math.min(text.length, start + length);
        const place = placeInFile(cuts, { start, end });
        expect(place.start).toBeLessThanOrEqual(place.end);
        expect(place.end).toBeLessThanOrEqual(content.length);
        // A unit that was taken over as it is leads to itself.
        const unit = placeInFile(cuts, { start, end: start + 1 });
        const isTakenOver = unit.end === unit.start + 1 && !isReplaced(cuts, unit.start);
        expect(!isTakenOver || content.charAt(unit.start) === text.charAt(start)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('words alone are left as they are, but for joined lines', () => {
    const words = fc
      .array(
        fc.constantFrom('pier', 'opens', '5', '市议会', '。', ', ', '. ', ' ', '\n', '\n\n', '"'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(words, (content) => {
        const [draft] = readTextArticle(content, 'a.md', 'markdown').drafts;
        expect(draft?.text.replaceAll('\n', ' ')).toBe(content.replaceAll('\n', ' '));
      }),
    );
  });
});

function isReplaced(cuts: readonly number[], offset: number): boolean {
  return cuts.some(
    (start, index) => index % 3 === 0 && start <= offset && offset < (cuts[index + 1] ?? 0),
  );
}

describe('1 MiB of hostile Markdown is an article or a problem', () => {
  test.each([
    '[',
    '[]',
    '![a](',
    '[a](b)',
    '*',
    '*a ',
    'a*b* _c',
    '市*a*会**',
    '~~a',
    '`a``',
    '<',
    '<a ',
    '<div>\n',
    '<!-- ',
    '<table><tr><td>',
    '>',
    '> ',
    '- ',
    '1. ',
    '> - 1. a\n',
    '|a',
    'a|b\n-|-\n',
    '[a]: b\n',
    '[^a]: b\n',
    '{{<',
    '%%a ',
    '&amp;',
    '<sup>',
    '# a\n',
  ])('of %j', (kind) => {
    const size = 2 ** 20;
    const content = kind.repeat(Math.ceil(size / kind.length));
    const { drafts, problems } = readTextArticle(content, 'a.md', 'markdown');
    expect(drafts.length + problems.length).toBe(1);
    expect(drafts[0]?.text.length ?? 0).toBeLessThanOrEqual(3 * content.length);
  });

  test.each([
    ['brackets in brackets', '['.repeat(2 ** 19) + ']'.repeat(2 ** 19)],
    ['quotes with lines that go on', `${'> '.repeat(2 ** 18)}a\n${'a\n'.repeat(2 ** 18)}`],
    ['lists with lines that go on', `${'- '.repeat(2 ** 18)}a\n${'a\n'.repeat(2 ** 18)}`],
    ['paragraphs of marks', `${'[a](b) *c* '.repeat(150)}\n\n`.repeat(600)],
  ])('of %s', (_what, content) => {
    expect(readTextArticle(content, 'a.md', 'markdown').drafts).toHaveLength(1);
  });
});
