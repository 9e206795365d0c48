import { describe, expect, it } from 'vitest';
import { createCollection, verifyQuote } from '../../src/retrieval/index.ts';
import { byId, createArticle } from '../support/articles.ts';

const STORY = byId([
  createArticle({
    id: 'vote',
    title: 'Referendum on the pier fails',
    text: 'Voters turned the plan down by a wide margin on Sunday, with six in ten against it.\n\nThe council will meet on Monday to talk about what comes next.\n\nPolling stations closed at eight.',
  }),
  createArticle({
    id: 'apology',
    title: '港务局就停航致歉',
    text: '北港渡轮周二全天没有开出，乘客在候船厅等了一夜。\n\n发言人陈立东说，周三起恢复运营。',
  }),
  createArticle({
    id: 'fair',
    title: 'Harbour fair opens beside the pier',
    text: 'The fair opened with music on Friday.\n\nThe referendum was the talk of the quay, and the pier was decked out with lanterns.',
  }),
]);

async function ask(question: string) {
  const collection = await createCollection(STORY);
  const { verdict, quotes } = await collection.ask({ question, limit: 3, filter: {} });
  const words = quotes.map(({ quote }) => verifyQuote(quote, STORY));
  return { verdict, words, articles: quotes.map(({ quote }) => quote.articleId) };
}

describe('words that stand in a headline only', () => {
  it.each([
    ['when did the referendum fail', /^Voters turned the plan down/u],
    ['停航', /^北港渡轮周二全天没有开出/u],
    ['为什么致歉', /^北港渡轮周二全天没有开出/u],
  ])('find the lead of that article: %s', async (question, lead) => {
    const { verdict, words } = await ask(question);
    expect(words[0]).toMatch(lead);
    expect(verdict).toBe('answered');
  });

  it('give way to a text that has them', async () => {
    expect((await ask('referendum')).words[0]).toMatch(/talk of the quay/u);
  });

  it('do not favour a lead where the text of its article has them as well', async () => {
    expect((await ask('lanterns on the pier')).words[0]).toMatch(/decked out with lanterns/u);
  });
});
