import { describe, expect, it } from 'vitest';
import { createCollection, verifyQuote } from '../../src/retrieval/index.ts';
import { byId, createArticle } from '../support/articles.ts';

/** More passages than are ever taken from an index at once, all better than the one with the phrase. */
const CROWD = Array.from({ length: 150 }, (_, index) =>
  createArticle({
    id: `crowd-${index}`,
    title: `Ferry ${index}`,
    text: `Ferry fares of line ${index}: the ferry fares rise.`,
  }),
);

const ARTICLES = byId([
  createArticle({
    id: 'council',
    text: 'The council met. Fares on every ferry will rise "with a heavy heart", Mayor Lund said, and nobody clapped.',
    title: 'A long evening',
  }),
  createArticle({
    id: 'play',
    text: 'A poster on the pier asks to be or not to be. It was put there by students.',
    title: 'Posters',
  }),
  createArticle({
    id: 'bridge',
    text: 'The bridge closed in May. Engineers found rust in the cables of the bridge.\n\nThe bridge toll is banned on Sundays.',
    title: 'Bridge notes',
  }),
  createArticle({
    id: 'zh',
    text: '渡轮票价上涨。市长说心情沉重，没有人鼓掌。',
    title: '渡轮',
    language: 'zh',
  }),
  ...CROWD,
]);

async function ask(question: string) {
  const collection = await createCollection(ARTICLES);
  const answer = await collection.ask({ question, limit: 5, filter: {} });
  return { ...answer, words: answer.quotes.map(({ quote }) => verifyQuote(quote, ARTICLES)) };
}

describe('a phrase in quotation marks', () => {
  it('is found behind a hundred and fifty better passages', async () => {
    const { words } = await ask('ferry fares "with a heavy heart"');
    expect(words).toHaveLength(1);
    expect(words[0]).toContain('with a heavy heart');
  });

  it('is a question by itself, in either script, and marked as a whole', async () => {
    const { quotes, words } = await ask('「心情沉重」');
    expect(words[0]).toContain('心情沉重');
    const [quote] = quotes;
    const text = ARTICLES.get('zh')?.text ?? '';
    expect(quote?.quote.marks.map(({ start, end }) => text.slice(start, end))).toContain(
      '心情沉重',
    );
    expect((await ask('「沒有人鼓掌」')).words[0]).toContain('没有人鼓掌');
  });

  it('is found although the index knows none of its words', async () => {
    const { words, confidence } = await ask('"to be or not to be"');
    expect(words).toEqual([
      // Too short by itself, it takes the next sentence along.
      'A poster on the pier asks to be or not to be. It was put there by students.',
    ]);
    expect(confidence).toBe(1);
  });

  it('makes the quote longer than usual where it reaches over sentences', async () => {
    const { words } = await ask('"in May. Engineers"');
    expect(words[0]).toMatch(/^The bridge closed in May\. Engineers found/u);
  });

  it('that no article holds is told', async () => {
    const { verdict, absentPhrases, quotes } = await ask('ferry fares "with a light heart" "rise"');
    expect([verdict, absentPhrases, quotes]).toEqual([
      'closest',
      ['with a light heart'],
      expect.anything(),
    ]);
  });

  it('that stands in another article than a second one is not told as absent', async () => {
    const { verdict, absentPhrases } = await ask('"heavy heart" "rust in the cables"');
    expect([verdict, absentPhrases]).toEqual(['closest', []]);
  });
});

describe('an exclusion', () => {
  it('leaves out every passage with a form of the word', async () => {
    expect((await ask('bridge')).words).toHaveLength(2);
    const { words } = await ask('bridge -ban');
    expect(words).toHaveLength(1);
    expect(words[0]).toContain('bridge');
    expect(words[0]).not.toContain('banned');
  });

  it.each([
    ['a phrase', 'bridge -"bridge toll"'],
    ['a word that analysis leaves out', 'bridge -on'],
  ])('leaves out passages with %s', async (_, question) => {
    const { words } = await ask(question);
    expect(words).toHaveLength(1);
    expect(words[0]).not.toContain('toll');
  });

  it('leaves out Chinese words by their characters, in either script', async () => {
    expect((await ask('渡轮票价')).words).not.toEqual([]);
    expect((await ask('渡轮票价 -市長')).words).toEqual([]);
  });

  it('goes with a phrase', async () => {
    expect((await ask('"fares" -line')).words).toHaveLength(1);
  });
});
