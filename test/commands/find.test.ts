import { describe, expect, test } from 'vitest';
import type { Reply } from '../../src/commands/index.ts';
import { createLibrary, type Library } from '../../src/library/index.ts';
import { type CallFields, quotesOf, run, textsOf } from '../support/command-calls.ts';
import { fakeLibrary, storyArticle } from '../support/fake-library.ts';
import { hostOver } from '../support/folder.ts';

const articles = [
  storyArticle('a', 'The ferry company stopped all boats on 3 May. Fees had doubled in April.'),
  storyArticle('b', 'Mayor Anna Berg said the ferry company would sell two boats to Norway.'),
];

async function openLibrary(): Promise<Library> {
  const host = hostOver(articles);
  return createLibrary({ folder: 'none', maxArticleBytes: 1024, host });
}

const find = async (text: string, fields: CallFields = {}, library?: Library) =>
  run('find', library ?? (await openLibrary()), { text }, fields);

/** Headings and what stands below each. */
const outlineOf = ({ blocks }: Reply) =>
  blocks.map((block) => {
    if (block.type === 'text') return block.style === 'heading' ? `# ${block.text}` : block.text;
    return block.type;
  });

describe('find', () => {
  test('looks up each statement of a text, and says which the articles do not have', async () => {
    const result = await find(
      'Morning all!\nThe ferry company stopped all boats on 3 May.\nA zebra named Wilfred won 12 medals in Peru.',
    );
    expect(outlineOf(result.reply)).toEqual([
      '# The ferry company stopped all boats on 3 May.',
      'quote',
      '# A zebra named Wilfred won 12 medals in Peru.',
      'Nothing in these articles confirms or denies this.',
    ]);
    expect(quotesOf(result)).toMatchObject([{ source: { articleId: 'a' } }]);
    expect(result.reply.visibility).toBe('private');
  });

  test('finds what is told between other words', async () => {
    const result = await find(
      'omg can you believe what utter nonsense people tolerate nowadays, Anna Berg sells two boats, totally wild behaviour honestly dear friends',
    );
    expect(quotesOf(result)).toMatchObject([{ source: { articleId: 'b' } }]);
  });

  test('shows quotes that have another figure or other people as the closest ones only', async () => {
    const result = await find(
      'The ferry company stopped all boats on 9 May.\nWe hear that Olof Palm said the ferry company would sell two boats to Iceland.',
    );
    const notes = textsOf(result).filter((text) => text.startsWith('Nothing in these articles'));
    expect(notes).toHaveLength(2);
  });

  test('says how many statements it left out', async () => {
    const many = Array.from({ length: 6 }, (_, n) => `The ferry company sold ${n + 2} boats.`);
    const result = await find(many.join(' '));
    expect(textsOf(result).at(-1)).toBe('2 more statements were not looked up.');
    expect(outlineOf(result.reply).filter((line) => line.startsWith('# '))).toHaveLength(4);
  });

  test('takes quotation marks and dashes of a text for no wishes', async () => {
    const { library, asked } = fakeLibrary(articles);
    await find('“The boats” were -sold to 「Norway」', {}, library);
    expect(asked.map(({ question }) => question)).toEqual([' The boats  were  sold to  Norway ']);
  });

  test('shows less below each statement where the front end has no room', async () => {
    const seen: number[] = [];
    const { reply } = await find('The ferry company stopped 2 boats. Anna Berg said so.', {
      fits: (candidate) => {
        seen.push(candidate.blocks.length);
        return false;
      },
    });
    expect(seen.length).toBeGreaterThan(1);
    expect(reply.blocks.length).toBe(Math.min(...seen));
  });

  test('has an answer for a text without words, and for no articles', async () => {
    expect(textsOf(await find('?!'))).toEqual(['There is nothing in this text to look up.']);
    const { reply } = await find('The ferry', {}, fakeLibrary([]).library);
    expect(reply.visibility).toBe('private');
  });

  test('gives each statement with its answer as JSON', async () => {
    const { json } = await find('The ferry company stopped all boats on 3 May.');
    expect(json()).toMatchObject({
      claims: [
        {
          claim: 'The ferry company stopped all boats on 3 May.',
          verdict: 'answered',
          abstained: false,
          quotes: [{ article: 'a' }],
        },
      ],
    });
  });

  test('shortens a long statement above its quotes between two characters', async () => {
    const { library } = fakeLibrary(articles);
    const { reply } = await find(`Boats ${'👩‍👩‍👧‍👦'.repeat(100)}`, {}, library);
    const [heading] = outlineOf(reply);
    expect(heading).toMatch(/^# Boats (?:👩‍👩‍👧‍👦)+…$/u);
    expect(heading?.length).toBeLessThanOrEqual(203);
  });
});
