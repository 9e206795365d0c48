import { describe, expect, it } from 'vitest';
import { createCollection, verifyQuote } from '../../src/retrieval/index.ts';
import { byId, createArticle } from '../support/articles.ts';
import { graphemeBoundaries } from '../support/hostile-text.ts';

/** The words of the first quote. */
async function firstQuote(text: string, question: string) {
  const articles = byId([
    createArticle({ id: 'story', text, title: 'Untitled' }),
    createArticle({ id: 'other', text: 'A baker sold bread in a far town.', title: 'Bread' }),
  ]);
  const collection = await createCollection(articles);
  const { quotes } = await collection.ask({ question, limit: 3, filter: {} });
  const quote = quotes[0]?.quote;
  return quote
    ? { quote, words: verifyQuote(quote, articles) }
    : { quote: undefined, words: undefined };
}

describe('the quote of a passage', () => {
  it('is the one sentence that answers', async () => {
    const text =
      'The orchard lies above the river. Nora Quill, the owner of the orchard, planted ninety pear trees on its slopes in 1987. Visitors come in autumn.';
    const { words } = await firstQuote(text, 'Who planted the pear trees?');
    expect(words).toBe(
      'Nora Quill, the owner of the orchard, planted ninety pear trees on its slopes in 1987.',
    );
  });

  it('takes two sentences where each holds a part of the question', async () => {
    const text =
      'Rain fell for the whole of March. The glass tower beside the railway station leans by a hand. An architect from the islands blamed the marsh beneath it. Trains ran as ever.';
    const { words } = await firstQuote(text, 'glass tower architect marsh');
    expect(words).toBe(
      'The glass tower beside the railway station leans by a hand. An architect from the islands blamed the marsh beneath it.',
    );
  });

  it('is one Chinese sentence of several', async () => {
    const text =
      '果园在河边。园主宋青一九八七年春天在山坡上亲手种下了九十棵梨树和七棵苹果树。秋天游客很多。';
    const { words } = await firstQuote(text, '谁种了梨树？');
    expect(words).toBe('园主宋青一九八七年春天在山坡上亲手种下了九十棵梨树和七棵苹果树。');
  });

  it('begins with the sentence that says who "she" is, and marks in it what was asked', async () => {
    const text =
      'Nora Quill founded the shipyard on the northern quay.\n\nShe sold the last of its cranes to a rival from the islands in the spring of 1991.';
    const { quote, words } = await firstQuote(
      text,
      'When were the last cranes on the quay sold to a rival?',
    );
    expect(words).toBe(text);
    const marked = quote?.marks.map(({ start, end }) => text.slice(start, end));
    expect(marked).toEqual(['quay', 'sold', 'last', 'cranes', 'rival']);
  });
});

describe('a sentence of 5,000 characters', () => {
  const filler = (count: number) => 'wandering through meadows and '.repeat(count);

  it('is cut to the part that answers, at white space, and says that it is cut', async () => {
    const text = `They went ${filler(90)}met the copper giant Orlo ${filler(80)}came home.`;
    expect(text.length).toBeGreaterThan(5000);
    const { quote, words = '' } = await firstQuote(text, 'Who met the copper giant Orlo?');
    expect(words).toContain('met the copper giant Orlo');
    expect(words.length).toBeLessThanOrEqual(900);
    expect(quote).toMatchObject({ cutBefore: true, cutAfter: true });
    expect(text.charAt((quote?.start ?? 0) - 1)).toBe(' ');
    expect(text.charAt(quote?.end ?? 0)).toBe(' ');
  });

  it('is cut between graphemes where it has no white space', async () => {
    const face = '👩🏽\u200d🚀e\u0301';
    const text = `${face.repeat(300)} copper giant Orlo ${face.repeat(300)}`;
    const { quote, words } = await firstQuote(text, 'copper giant Orlo');
    expect(words).toContain('copper giant Orlo');
    const boundaries = graphemeBoundaries(text);
    expect([boundaries.has(quote?.start ?? -1), boundaries.has(quote?.end ?? -1)]).toEqual([
      true,
      true,
    ]);
  });
});
