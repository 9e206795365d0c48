import { describe, expect, it } from 'vitest';
import { createCollection, verifyQuote } from '../../src/retrieval/index.ts';
import { byId, createArticle } from '../support/articles.ts';
import { loadDictionary } from '../support/dictionary.ts';
import { CHINESE_PIER_STORY, PIER_STORY } from '../support/pier-story.ts';

const GROUPS = [
  ['ferry pier', 'landing stage', 'the sticks'],
  ['harbour master', 'boss of the port'],
  ['旧渡轮码头', '轮渡站', '老站'],
  ['大壮', '霍尔特', 'Big Ines'],
  ['will', 'may'],
];

async function ask(question: string, groups = GROUPS, story = PIER_STORY) {
  const collection = await createCollection(story, loadDictionary, groups);
  const answer = await collection.ask({ question, limit: 3, filter: {} });
  const [first] = answer.quotes;
  return {
    ...answer,
    words: first ? verifyQuote(first.quote, story) : '',
    marked: first?.quote.marks.map(({ start, end }) =>
      (story.get(first.quote.articleId)?.text ?? '').slice(start, end),
    ),
  };
}

describe('the synonyms of those who keep the articles', () => {
  it.each([
    ['who was the boss of the port', /harbour master, Tom Reyes/u, PIER_STORY],
    ['what does the landing stage cost', /14 million euros/u, PIER_STORY],
    ['轮渡站什么时候坍塌的', /周一晚间坍塌/u, CHINESE_PIER_STORY],
    ['老站什么时候坍塌的', /周一晚间坍塌/u, CHINESE_PIER_STORY],
    ['大壮怎么说', /霍尔特说/u, CHINESE_PIER_STORY],
  ])('are as good as the words: %s', async (question, expected, story) => {
    const { words, verdict, terms } = await ask(question, GROUPS, story);
    expect(words).toMatch(expected);
    expect(verdict).toBe('answered');
    expect(terms.missing).toEqual([]);
  });

  it('are marked where they stand', async () => {
    const { marked } = await ask('who was the boss of the port');
    expect(marked).toContain('harbour master');
  });

  it('reach the other language', async () => {
    const { words } = await ask('what did Big Ines say', GROUPS, CHINESE_PIER_STORY);
    expect(words).toMatch(/霍尔特说/u);
  });

  it('say nothing where they are not asked, or are only a part of what is asked', async () => {
    for (const question of ['Who voted for it?', 'Where is the stage?']) {
      expect(await ask(question)).toEqual(await ask(question, []));
    }
  });

  it('harm nobody, whatever is in them', async () => {
    const hostile = [
      ['(', '.*', '\\'],
      ['the', 'of'],
      ['a'.repeat(80), '@everyone'],
      ...Array.from({ length: 500 }, () => ['ferry pier', 'pier ferry', 'ferry']),
    ];
    const story = byId([createArticle({ id: 'a', text: 'The ferry pier fell on Monday.' })]);
    const { words } = await ask('when did the ferry pier fall', hostile, story);
    expect(words).toBe('The ferry pier fell on Monday.');
  });
});
