import { describe, expect, it } from 'vitest';
import { type DictionaryLoader } from '../../src/language/translation/dictionary.ts';
import { createCollection, type SearchFilter, verifyQuote } from '../../src/retrieval/index.ts';
import { smallDictionary } from '../language/translation/small-dictionary.ts';
import { byId, createArticle } from '../support/articles.ts';

const ENGLISH = {
  bridge:
    'The bridge in Norhaven is to be repaired before winter.\n\nMaintenance will cost 12 million crowns. The parliament has to agree.',
  minister:
    'Minister Lin Haiming (林海鸣) resigned on 3 May over a dispute on fees.\n\nHis successor has not been named.',
};

const CHINESE = {
  lighthouse: '灯塔管理员奥尔德(Alder)每天写日记。\n\n国家安全部门保护灯塔。',
  fishery: '渔业公司8月14日宣布裁员。\n\n林海鸣反对这个计划。',
};

function articlesOf(texts: Readonly<Record<string, string>>) {
  return byId(
    Object.entries(texts).map(([id, text]) => createArticle({ id, text, title: `Report ${id}` })),
  );
}

const BOTH = articlesOf({ ...ENGLISH, ...CHINESE });

async function ask(
  question: string,
  {
    articles = BOTH,
    filter = {},
    load = smallDictionary,
  }: { articles?: typeof BOTH; filter?: SearchFilter; load?: DictionaryLoader } = {},
) {
  const collection = await createCollection(articles, load);
  const answer = await collection.ask({ question, limit: 5, filter });
  const words = answer.quotes.map(({ quote }) => verifyQuote(quote, articles));
  const marked = answer.quotes.map(({ quote }) =>
    quote.marks.map(({ start, end }) => articles.get(quote.articleId)?.text.slice(start, end)),
  );
  return { ...answer, words, marked };
}

describe('a question in the other language', () => {
  it.each([
    ['a Chinese one, by words', '大桥什么时候维修？', 'The bridge in Norhaven'],
    ['a Chinese one in traditional characters', '維修費用是多少？', 'Maintenance will cost'],
    ['a Chinese one, by a name in pinyin', '林海鸣几月几日辞职？', 'Minister Lin Haiming'],
    ['an English one, by a phrase', 'Who protects national security?', '国家安全部门'],
    ['an English one, by a name given in both', 'What does Alder write?', '奥尔德(Alder)'],
    ['an English one, by a month', 'What happened on 14 August?', '渔业公司8月14日'],
    [
      'an English one, by a name in pinyin',
      'What does Lin Haiming think of the plan?',
      '林海鸣反对',
    ],
  ])('finds the passage: %s', async (_, question, expected) => {
    const other = /\p{sc=Han}/u.test(question) ? 'en' : 'zh';
    const { words } = await ask(question, { filter: { language: other } });
    expect(words[0]).toContain(expected);
  });

  it('finds it where there are articles of one language only', async () => {
    const { words } = await ask('大桥什么时候维修？', { articles: articlesOf(ENGLISH) });
    expect(words[0]).toContain('The bridge in Norhaven');
  });

  it('marks what the translation matched', async () => {
    const { marked } = await ask('大桥什么时候维修？');
    expect(marked[0]).toEqual(expect.arrayContaining(['bridge', 'repaired']));
  });

  it('tells the words that were found by translation', async () => {
    const { terms } = await ask('大桥什么时候维修？');
    expect(terms.found).toEqual(['大桥', '维修']);
  });

  it.each(['斯洛文尼亚首都在哪里？', '你们觉得怎么样？', 'Which orchestra plays tonight?'])(
    'is declined where nothing of it is in the articles: %s',
    async (question) => {
      const { verdict, quotes } = await ask(question);
      expect(verdict).not.toBe('answered');
      expect(quotes).toEqual([]);
    },
  );

  it('is declined when the one who is asked for is another', async () => {
    expect((await ask('克里斯托弗为什么辞职？')).verdict).not.toBe('answered');
  });

  it('is not translated for a language that the filter excludes', async () => {
    const { words } = await ask('大桥什么时候维修？', { filter: { language: 'zh' } });
    expect(words).toEqual([]);
  });
});

describe('a direct match', () => {
  const TWICE = articlesOf({
    english: 'The lighthouse in the harbor was repaired in June.',
    chinese: '港口的灯塔六月维修完毕。',
  });

  it.each([
    ['港口的灯塔维修了吗？', '港口的灯塔'],
    ['Was the lighthouse in the harbor repaired?', 'The lighthouse in the harbor'],
  ])('comes before a translated one, which is weaker: %s', async (question, expected) => {
    const { words, quotes } = await ask(question, { articles: TWICE });
    expect(words[0]).toContain(expected);
    expect(quotes[0]?.score).toBeGreaterThan(quotes[1]?.score ?? 0);
  });
});

describe('the dictionary', () => {
  const refuse: DictionaryLoader = () => Promise.reject(new Error('loaded'));

  it('is not loaded for a question in the language of all articles', async () => {
    const { words } = await ask('When is the bridge repaired?', {
      articles: articlesOf(ENGLISH),
      load: refuse,
    });
    expect(words[0]).toContain('The bridge in Norhaven');
  });

  it('is asked for again after it could not be loaded', async () => {
    let loads = 0;
    const load: DictionaryLoader = () => {
      loads += 1;
      return loads === 1 ? Promise.reject(new Error('no dictionary')) : smallDictionary();
    };
    const collection = await createCollection(articlesOf(ENGLISH), load);
    const request = { question: '大桥什么时候维修？', limit: 1, filter: {} };
    await expect(collection.ask(request)).rejects.toThrow('no dictionary');
    expect((await collection.ask(request)).quotes).toHaveLength(1);
  });
});
