import { describe, expect, it } from 'vitest';
import { createCollection, type SearchFilter, verifyQuote } from '../../src/retrieval/index.ts';
import { byId, createArticle } from '../support/articles.ts';

const TEXTS = {
  resignation:
    'Mayor Ada Stone resigned on Tuesday after only four months in office. She gave no reason.\n\nThe council will choose a successor in June.',
  bridge:
    'The harbour bridge must be repaired by 15 September, the council decided.\n\nRepairs will cost 12 million crowns, to be paid by the council over the next seven years. The mayor called that a fair price.',
  market:
    'The fish market moved to the northern quay in 2019.\n\nTraders say that business has been slow since the move.',
  chinese:
    '市长斯通星期二辞职，上任只有四个月。\n\n议会将在六月选出继任者。桥梁维修费用为一千二百万克朗。',
};

const ARTICLES = byId(
  Object.entries(TEXTS).map(([id, text]) =>
    createArticle({
      id,
      text,
      title: `Report on the ${id}`,
      publisher: id === 'market' ? 'The Quay Post' : 'The Gazette',
      published: id === 'market' ? null : id === 'bridge' ? '2024-04-01' : '2024-05-03',
    }),
  ),
);

async function ask(question: string, filter: SearchFilter = {}, limit = 5) {
  const collection = await createCollection(ARTICLES);
  const answer = await collection.ask({ question, limit, filter });
  return { ...answer, words: answer.quotes.map(({ quote }) => verifyQuote(quote, ARTICLES)) };
}

describe('the first quote', () => {
  it.each([
    [
      'holds all words of the question in one sentence',
      'Who resigned as mayor?',
      'Mayor Ada Stone resigned',
    ],
    [
      'holds a date where a date is asked for',
      'When must the bridge be repaired?',
      'by 15 September',
    ],
    [
      'holds an amount where one is asked for',
      'How much will the repairs cost?',
      '12 million crowns',
    ],
    [
      'is found by another form of the word',
      'Where is the market moving?',
      'moved to the northern quay',
    ],
    ['is found by a synonym', 'Who quit after four months?', 'Ada Stone resigned'],
    ['is in the language of the question', '谁辞职了？', '市长斯通星期二辞职'],
    ['is found by the other Chinese script', '維修費用是多少？', '一千二百万克朗'],
  ])('%s', async (_, question, expected) => {
    const { words } = await ask(question);
    expect(words[0]).toContain(expected);
  });

  it('is the sentence that answers, without the rest of its paragraph', async () => {
    const { words } = await ask('How much will the repairs cost?');
    expect(words[0]).toBe(
      'Repairs will cost 12 million crowns, to be paid by the council over the next seven years.',
    );
  });
});

describe('a filter', () => {
  it.each<[string, SearchFilter, string[]]>([
    ['source, by publisher', { source: 'quay post' }, ['market']],
    ['source, by title', { source: 'BRIDGE' }, ['bridge']],
    ['language', { language: 'zh' }, ['chinese']],
    [
      'from: articles without a date do not match',
      { from: '2024-01-01' },
      ['bridge', 'chinese', 'resignation'],
    ],
    ['to', { to: '2024-04-30' }, ['bridge']],
  ])('keeps to %s', async (_, filter, allowed) => {
    for (const question of ['mayor council bridge market move repairs', '市长 议会 桥梁 维修']) {
      const { quotes, headlines } = await ask(question, filter, 10);
      // Headlines are not quotes: they may be in another language than the one that was asked for.
      const items = filter.language === undefined ? headlines.items : [];
      const ids = [...quotes.map(({ quote }) => quote), ...items].map(({ articleId }) => articleId);
      expect(ids.filter((id) => !allowed.includes(id))).toEqual([]);
    }
  });
});

describe('abstention', () => {
  it('tells which words the articles hold and which they do not, as they were written', async () => {
    const { verdict, quotes, terms } = await ask('Did the mayor visit Antarctica?');
    expect(verdict).not.toBe('answered');
    expect(terms).toEqual({ found: ['mayor'], missing: ['visit', 'Antarctica'] });
    // Both hold "mayor", and no other article does.
    const near = quotes.map(({ quote }) => quote.articleId);
    expect(new Set(near)).toEqual(new Set(['bridge', 'resignation']));
  });

  it('puts Chinese words together again', async () => {
    const { verdict, terms } = await ask('市长昨天在火星上吃了什么？');
    expect(verdict).not.toBe('answered');
    expect(terms.found).toContain('市长');
  });

  it.each(['市长去火星了没', '市長去火星了沒'])('leaves particles out: %s', async (question) => {
    const { terms } = await ask(question);
    expect([...terms.found, ...terms.missing].filter((term) => /^[没沒]$/u.test(term))).toEqual([]);
  });

  it.each([
    ['nothing but stop words', 'What is it?'],
    ['punctuation', '?!…'],
    ['emoji', '🙂🙂🙂'],
    ['one word a thousand times', 'penguin '.repeat(1000)],
    ['broken characters', '\ud83d\ud83d'],
  ])('meets %s without an error, and offers headlines', async (_, question) => {
    const { verdict, headlines } = await ask(question);
    expect(verdict).not.toBe('answered');
    expect(headlines.are).toBe('latest');
    // The undated one is not among them.
    const latest = headlines.items.map(({ articleId }) => articleId);
    expect(latest).not.toContain('market');
    expect(latest).toHaveLength(3);
  });

  it('is all there is without articles', async () => {
    const collection = await createCollection(new Map());
    const answer = await collection.ask({ question: 'Who?', limit: 3, filter: {} });
    expect(answer).toMatchObject({
      verdict: 'nothing',
      confidence: 0,
      quotes: [],
      headlines: { items: [] },
    });
  });
});

describe('duplicates', () => {
  const statement =
    'The Port Authority regrets the delay and will reopen the southern quay on 3 March.';
  const articles = byId([
    createArticle({ id: 'agency', text: statement, publisher: 'unknown', published: null }),
    createArticle({ id: 'paper', text: `Ships wait. ${statement}`, url: 'https://example.org/a' }),
    createArticle({ id: 'other', text: statement.replace('3 March', '9 March') }),
  ]);

  it('are counted under the best-sourced one; another date is another claim', async () => {
    const collection = await createCollection(articles);
    const { quotes } = await collection.ask({
      question: 'When will the Port Authority reopen the southern quay?',
      limit: 5,
      filter: {},
    });
    const groups = quotes.map(({ quote, duplicates }) => [
      quote.articleId,
      duplicates.map(({ articleId }) => articleId),
    ]);
    expect(groups).toContainEqual(['paper', ['agency']]);
    expect(groups).toContainEqual(['other', []]);
    expect(groups).toHaveLength(2);
  });
});

describe('a typing error', () => {
  it.each([
    ['a letter left out', 'Who resgned as mayor?', { from: 'resgned', to: 'resigned' }],
    [
      'two letters exchanged',
      'When must the birdge be repaired?',
      { from: 'birdge', to: 'bridge' },
    ],
    ['a letter too many', 'Where did the markket move?', { from: 'markket', to: 'market' }],
  ])('is corrected and told: %s', async (_, question, correction) => {
    const { verdict, corrections, terms } = await ask(question);
    expect(verdict).toBe('answered');
    expect(corrections).toEqual([correction]);
    expect(terms.missing).toEqual([]);
  });

  it('is not seen in a word that the articles hold, nor in a short one', async () => {
    expect((await ask('Who resigned as mayor?')).corrections).toEqual([]);
    expect((await ask('Is the quai far?')).corrections).toEqual([]);
  });
});

it('gives the quotes from a place on, each as it stands among all of them', async () => {
  const text = ['red', 'blue', 'green', 'white', 'black']
    .map((colour) => `The harbour ferry was painted ${colour} after the storm.`)
    .join('\n\n');
  const collection = await createCollection(byId([createArticle({ text })]));
  const request = { question: 'When was the harbour ferry painted?', filter: {} };
  const all = await collection.ask({ ...request, limit: 50 });
  expect(all.quotes.length).toBeGreaterThan(3);
  for (const offset of [0, 1, 3, 50]) {
    const some = await collection.ask({ ...request, limit: 2, offset });
    expect(some).toEqual({ ...all, quotes: all.quotes.slice(offset, offset + 2) });
  }
});
