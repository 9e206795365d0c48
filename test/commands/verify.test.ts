import { describe, expect, test } from 'vitest';
import { answerVerifyLine, type Reply } from '../../src/commands/index.ts';
import { createLibrary, type Library } from '../../src/library/index.ts';
import { type CallFields, quotesOf, run, textsOf, userErrorOf } from '../support/command-calls.ts';
import { fakeLibrary, storyArticle } from '../support/fake-library.ts';
import { hostOver } from '../support/folder.ts';

const articles = [
  storyArticle(
    'a',
    'The ferry company had a bad year. “We will not sell 12 boats to anybody,” Anna Berg said on 3 May. Fees had doubled in April.',
  ),
  storyArticle('b', 'A wire report: “We will not sell 12 boats to anybody.” The crew was told.', {
    published: '2024-05-01',
  }),
  storyArticle('c', '渡轮公司宣布，由于费用上涨，五月三日起全部船只停航。', { language: 'zh' }),
];
const byId = new Map(articles.map((article) => [article.id, article]));

async function openLibrary(): Promise<Library> {
  return createLibrary({ folder: 'none', maxArticleBytes: 1024, host: hostOver(articles) });
}

const verify = async (text: string, options: object = {}, fields: CallFields = {}) =>
  run('verify', await openLibrary(), { text, ...options }, fields);

/** Headings, texts and the articles of quotes, without what stands below all of them. */
const outlineOf = ({ blocks }: Reply) =>
  blocks.slice(0, -1).map((block) => {
    if (block.type === 'quote') return `> ${block.source.articleId}`;
    if (block.type === 'text') return block.style === 'heading' ? `# ${block.text}` : block.text;
    return block.type;
  });

const WORDS = 'We will not sell 12 boats to anybody';

describe('verify', () => {
  test('says where an exact quotation stands, when first, and who says it', async () => {
    const result = await verify(WORDS);
    expect(outlineOf(result.reply)).toEqual([
      `# ${WORDS}`,
      'Exact: these words stand in 2 articles, word for word. The earliest is of May 1, 2024.',
      '> b',
    ]);
    expect(quotesOf(result)).toMatchObject([
      { note: 'Said by Anna Berg', alsoIn: [{ articleId: 'a' }] },
    ]);
    expect(result.reply.visibility).toBe('public');
  });

  test('checks every quotation of a text, each with its verdict', async () => {
    const { reply } = await verify(
      'Olof Palm said: “We will not sell 12 boats to anybody.” Others: “we will NOT sell 12 boats”, “We will sell 20 boats to anybody”, “Fees had doubled in April The crew was told”, “sold”',
    );
    expect(outlineOf(reply)).toEqual([
      '# We will not sell 12 boats to anybody.',
      'The words are real, but said by Anna Berg, not by Olof Palm.',
      '> b',
      '# we will NOT sell 12 boats',
      'Exact but for typography (capital letters). The earliest is of May 1, 2024.',
      '> b',
      '# We will sell 20 boats to anybody',
      'Altered: no article says this. The nearest passage differs:',
      expect.stringMatching(/^> [ab]$/u),
      '# number: “12” became “20”',
      '# negation: “not” was left out',
      '# Fees had doubled in April The crew was told',
      'Stitched together: no article says this in one piece. It has 2 parts, which stand here:',
      '> a',
      '> b',
      '# sold',
      'Too short to check: it has less than 12 characters.',
    ]);
  });

  test('never calls the closest passage found, in the same language or the other one', async () => {
    const { reply, outcome } = await verify('The ferry company bought a railway in Peru.');
    expect(outcome).toBe('nothing');
    expect(outlineOf(reply).slice(1, 3)).toEqual([
      'Not in these articles.',
      'The closest passage, which does not say it:',
    ]);
    const translated = await verify('渡轮公司的费用在四月翻了一番，这一年很糟糕。');
    const said = outlineOf(translated.reply);
    expect(said[1]).toBe('Not in these articles.');
  });

  test('says in one line what was compared, and how', async () => {
    expect(textsOf(await verify(WORDS)).at(-1)).toMatch(
      /^Compared word for word with the full text of 3 articles, as indexed on /u,
    );
  });

  test('shows quotations page by page, and others whose own turn it is', async () => {
    const text = Array.from({ length: 12 }, (_, n) => `“short ${n}”`).join(' ');
    const headingsOf = (reply: Reply) => outlineOf(reply).filter((line) => line.startsWith('# '));
    const first = await verify(text);
    expect(headingsOf(first.reply)).toHaveLength(5);
    expect(first.reply.actions?.at(-1)?.call?.options).toEqual({ start: '6', text });
    const last = await verify(text, { start: '11' });
    expect(headingsOf(last.reply)).toEqual(['# short 10', '# short 11']);
    const behind = await verify(text, { start: '99' });
    expect(headingsOf(behind.reply).at(-1)).toBe('# short 11');
  });

  test('answers the asker alone where they want it, and lets them share it', async () => {
    const { reply } = await verify(WORDS, { private: true }, { isPrivate: true });
    expect(reply.visibility).toBe('private');
    const share = reply.actions?.find(({ target }) => target === 'publicly');
    expect(share?.call?.options).toEqual({ text: WORDS, share: 'true' });
    const person = { id: '1', name: 'Ida' };
    const shared = await verify(WORDS, share?.call?.options, { person });
    expect(shared.reply.visibility).toBe('public');
    expect(textsOf(shared)[0]).toBe('Shared by Ida');
  });

  test('has an answer while there are no articles, and says what it needs', async () => {
    const { reply } = await run('verify', fakeLibrary([]).library, { text: WORDS });
    expect(reply.visibility).toBe('private');
    expect((await userErrorOf(verify(' '))).message).toBe('“text” is required.');
    expect((await userErrorOf(verify('x'.repeat(6001)))).message).toContain('too long');
  });

  test.each([
    ['100,000 quotation marks', '“'.repeat(5999)],
    ['lone surrogates', `“${'\ud800 '.repeat(50)} and words”`],
    ['marks and mentions', `"**@everyone** <@1> [x](http://x.org) ${'`'.repeat(99)}"`],
  ])('takes %s', async (_what, text) => {
    const { reply } = await verify(text);
    expect(reply.blocks.length).toBeGreaterThan(1);
  });

  test('gives JSON with the proof', async () => {
    const { json } = await verify(WORDS);
    expect(json()).toMatchObject({
      count: 1,
      quotations: [
        { text: WORDS, verdict: 'exact', matches: [{ article: 'b' }, { article: 'a' }] },
      ],
    });
  });
});

describe('a line of verify --batch', () => {
  const answer = async (line: unknown, number = 3) =>
    answerVerifyLine(
      typeof line === 'string' ? line : JSON.stringify(line),
      number,
      await openLibrary(),
    );

  test('is answered with matches that anybody can check', async () => {
    const start = articles[0]?.text.indexOf(WORDS);
    expect(await answer({ id: 7, text: WORDS, speaker: 'Anna Berg' })).toEqual({
      ok: true,
      json: {
        id: 7,
        verdict: 'exact',
        matches: [
          expect.objectContaining({ article: 'b', file: 'b.md', speaker: null }),
          {
            article: 'a',
            file: 'a.md',
            hash: expect.stringMatching(/^[\da-f]{64}$/u),
            start,
            end: (start ?? 0) + WORDS.length,
            speaker: 'Anna Berg',
          },
        ],
        differences: [],
        contract: expect.stringMatching(/^Compared word for word/u),
      },
    });
    expect(byId.get('a')?.text.slice(start, (start ?? 0) + WORDS.length)).toBe(WORDS);
  });

  test('says where a match stands in a Markdown file with its marks', async () => {
    const file = 'The **ferry fees** doubled again.';
    const cuts = [4, 6, 0, 16, 18, 0];
    const marked = storyArticle('d', 'The ferry fees doubled again.', { cuts });
    const library = await createLibrary({
      folder: 'none',
      maxArticleBytes: 1024,
      host: hostOver([marked]),
    });
    const line = JSON.stringify({ id: 1, text: 'ferry fees doubled again' });
    const { json } = await answerVerifyLine(line, 1, library);
    const place = { start: file.indexOf('ferry'), end: file.indexOf('again') + 5 };
    expect(json).toMatchObject({ verdict: 'exact', matches: [{ inFile: place }] });
  });

  test('takes its text for one quotation, whatever marks are in it', async () => {
    const text = `“${WORDS}” and “Fees had doubled”`;
    expect(await answer({ id: 'x', text })).toMatchObject({ json: { verdict: 'altered' } });
  });

  test('gives differences as they stand in the article and in the text', async () => {
    expect(await answer({ id: 1, text: 'We will sell 20 boats to anybody' })).toMatchObject({
      json: {
        verdict: 'altered',
        differences: [
          { from: '12', to: '20' },
          { from: 'not', to: '' },
        ],
      },
    });
  });

  test.each([
    ['{', /^line 3: is not JSON/u],
    ['[]', /^line 3: must be a JSON object/u],
    [{ id: 1 }, /^line 3: “text” is required/u],
    [{ id: {}, text: WORDS }, /^line 3: “id” must be/u],
    [{ id: 1, text: WORDS, speaker: 5 }, /^line 3: “speaker” must be text/u],
  ])('that cannot be used says why: %j', async (line, error) => {
    expect(await answer(line)).toEqual({
      ok: false,
      json: { id: null, error: expect.stringMatching(error) },
    });
  });
});
