import { describe, expect, it } from 'vitest';
import { createCollection, verifyQuote } from '../../src/retrieval/index.ts';
import { byId, createArticle } from '../support/articles.ts';
import { CHINESE_PIER_STORY, PIER_STORY } from '../support/pier-story.ts';

const english = await createCollection(PIER_STORY);
const chinese = await createCollection(CHINESE_PIER_STORY);

async function ask(question: string) {
  const isChinese = /\p{sc=Han}/u.test(question);
  const articles = isChinese ? CHINESE_PIER_STORY : PIER_STORY;
  const { quotes, ...rest } = await (isChinese ? chinese : english).ask({
    question,
    limit: 5,
    filter: {},
  });
  return { ...rest, words: quotes.map(({ quote }) => verifyQuote(quote, articles)) };
}

describe('a question as people type it', () => {
  it.each([
    ['whens the vote', /voted nine to two/u, 'a contraction without its apostrophe'],
    ['did anyone really die', /killed|died|dead/u, 'a word that only colours'],
    ['anything about ferries?', /ferr/u, 'what is wrapped around the topic'],
    ['source for the signatures claim?', /signatures/u, 'the same'],
    ['give me a quote about the signatures', /signatures/u, 'the same'],
    ['find quotes on the signatures', /signatures/u, 'the same'],
    ['what do the sources say about the signatures?', /signatures/u, 'the same'],
    ['does the article mention signatures', /signatures/u, 'the same'],
    ['is it true that the harbour master quit', /resigned/u, 'an everyday synonym'],
    ['家属到底为啥不高兴', /不满/u, 'interrogatives of a chat'],
    ['那边还能坐渡轮吗', /渡轮/u, 'words that point'],
    ['介绍一下码头', /码头/u, 'what is wrapped around the topic'],
    ['文章提到吊车吗', /吊车/u, 'the same'],
    ['一共死了多少人', /死亡|遇难/u, 'a verb of one character'],
    ['有人被抓吗', /强制措施/u, 'an everyday synonym'],
    ['事故死了多少人', /死亡|遇难/u, 'a verb of one character behind a noun'],
    ['whats the latest on that insurer thing', /insurer/u, 'a noun that only points'],
  ])('%s', async (question, expected, _reason) => {
    const { verdict, words } = await ask(question);
    expect(verdict).not.toBe('nothing');
    expect(words[0]).toMatch(expected);
  });

  it('is not declined for its length', async () => {
    const { words } = await ask(
      'The ferry pier in Harbour fell this month after a crane was rolled onto it. According to the engineers who looked into the accident, what was found to be wrong with the piles of the pier?',
    );
    expect(words[0]).toMatch(/rusted through/u);
  });

  it.each(['现在呢', '结果呢', '为什么', 'why?', 'what changed since yesterday'])(
    'that names nothing is not answered: %s',
    async (question) => expect((await ask(question)).verdict).not.toBe('answered'),
  );
});

describe('a greeting', () => {
  it.each(['hi', 'thanks!', 'help', '你好', '谢谢'])('asks for nothing: %s', async (question) => {
    const { verdict, terms } = await ask(question);
    expect([verdict, terms]).toEqual(['nothing', { found: [], missing: [] }]);
  });
});

describe('a price', () => {
  it('is a sum of money, and no other figure', async () => {
    expect((await ask('码头多少钱')).words[0]).toMatch(/1400万欧元/u);
    expect((await ask('how much does the pier cost')).words[0]).toMatch(/14 million euros/u);
  });
});

describe('what is never quoted', () => {
  it.each([
    ['what caused the pier to fall', /rusted through/u],
    ['码头为什么坍塌', /锈穿|坍塌/u],
  ])('a sub-heading that asks the same: %s', async (question, expected) => {
    const { words } = await ask(question);
    expect(words[0]).toMatch(expected);
    expect(words.filter((each) => /[?？]$/u.test(each))).toEqual([]);
  });

  it.each([
    [
      'why did the council want no inquiry',
      'The vote was close. Why did the council and its mayor want no inquiry of any kind into the fall of the old ferry pier?\n\nIts reasons are unknown.',
      /^Why did the council/u,
    ],
    [
      '议会为什么不要调查',
      '投票结果很接近。议会为什么不要调查码头，为什么连市长霍尔特本人也一直反对公布事故的调查报告？\n\n原因不明。',
      /^议会为什么/u,
    ],
  ])('a question at the end of a paragraph by itself: %s', async (question, text, alone) => {
    const articles = byId([createArticle({ id: 'close', text })]);
    const collection = await createCollection(articles);
    const { quotes } = await collection.ask({ question, limit: 5, filter: {} });
    const words = quotes.map(({ quote }) => verifyQuote(quote, articles));
    expect(words.filter((each) => alone.test(each))).toEqual([]);
    expect(words.length).toBeGreaterThan(0);
  });

  it.each([
    [
      'did holt say that the contract went to friends',
      '“A contract in this town is always about friends and family,” Mayor Ines Holt said on Friday. “This one was not: I had met none of the bidders.” She left soon.',
      /friends and family.*none of the bidders/u,
    ],
    [
      '霍尔特说合同给了朋友吗',
      '霍尔特市长周五说，这个城市的合同从来都给了朋友和亲戚，人人都知道这一点。但这一次不是，她没有见过任何一家投标的公司。她随后离开。',
      /合同从来.*但这一次不是/u,
    ],
  ])('half of what somebody says, without what counters it: %s', async (question, text, both) => {
    const articles = byId([createArticle({ id: 'contract', text })]);
    const collection = await createCollection(articles);
    const { quotes } = await collection.ask({ question, limit: 1, filter: {} });
    expect(quotes.map(({ quote }) => verifyQuote(quote, articles))).toEqual([
      expect.stringMatching(both),
    ]);
  });

  it('an interviewer without the answer', async () => {
    const { words } = await ask('what happens next');
    expect(words[0]).toMatch(/pull down the rest/u);
  });

  it.each(['latest news on the pier', '最新进展'])('page furniture: %s', async (question) => {
    const { words } = await ask(question);
    expect(words.filter((each) => /Contributing|更多阅读/u.test(each))).toEqual([]);
  });
});

describe('a question for the story as a whole', () => {
  it.each(['tldr', 'whats going on', 'what is this about', 'catch me up', '怎么回事', '总结一下'])(
    'gets the beginning of the newest article: %s',
    async (question) => {
      const { verdict, words } = await ask(question);
      expect(verdict).toBe('answered');
      expect(words[0]).toMatch(/crane operator|吊车公司/u);
    },
  );

  it.each(['latest on the pier', 'any news on the pier?', 'recent news about the pier'])(
    'gets the newest that names its subject: %s',
    async (question) => expect((await ask(question)).words[0]).toMatch(/80 tonnes/u),
  );
});

describe('whose words are asked for', () => {
  it('comes first with what they say', async () => {
    expect((await ask('what did the mayor say about the pier')).words[0]).toMatch(/Holt said/u);
    expect((await ask('伦德说了啥')).words[0]).toMatch(/佩特拉·伦德说/u);
  });

  it('is shown with the office where the question is who it is', async () => {
    expect((await ask('who is olga brandt')).words[0]).toMatch(/who leads the inquiry/u);
    expect((await ask('布兰特是谁')).words[0]).toMatch(/工程师奥尔加·布兰特/u);
  });
});

describe('a figure that changes', () => {
  it('is first the one of the newest account among those that answer as well', async () => {
    const { words } = await ask('遇难的有多少人');
    expect(words[0]).toMatch(/增至7人/u);
  });

  it('comes with the figures that earlier articles give for the same', async () => {
    const { words, earlierFigures } = await ask('how many people died in the fall of the pier');
    expect(words[0]).toMatch(/^Five people/u);
    expect(earlierFigures).toEqual(['2']);
  });

  it('is first that of a later article in fewer words of the question', async () => {
    const { words, earlierFigures } = await ask('how many people died');
    expect(words[0]).toMatch(/the number of dead to seven/u);
    expect(earlierFigures).toEqual(['2', '5']);
  });

  it.each([
    ['how many jobs will Varga cut', /Varga will cut 300/u, 'another firm in a later article'],
    ['how many jobs did Holm cut in 2019', /In 2019/u, 'a later figure where a year is asked for'],
  ])('is not taken for %s', async (question, expected, _reason) => {
    const articles = byId([
      createArticle({
        title: 'Varga to cut jobs',
        text: 'Varga will cut 300 jobs. In 2019 Holm had cut 70 jobs.',
      }),
      createArticle({
        title: 'Holm to cut jobs',
        published: '2024-05-09',
        text: 'The yard will cut 500 jobs.',
      }),
    ]);
    const { quotes } = await (await createCollection(articles)).ask({
      question,
      limit: 5,
      filter: {},
    });
    expect(quotes[0] && verifyQuote(quotes[0].quote, articles)).toMatch(expected);
  });

  it.each([
    ['how much does the pier cost', 'nobody gives another price'],
    ['how many signatures were collected', 'other figures count something else'],
    ['how many were hurt', 'a single word says of no event'],
  ])('has no earlier figures where none is of the same: %s', async (question, _reason) => {
    expect((await ask(question)).earlierFigures).toEqual([]);
  });
});

describe('a correction', () => {
  const articles = byId([
    createArticle({
      id: 'vote',
      text: [
        'The council voted nine to two for the pier.',
        'The pier will cost 14 million euros, the mayor said.',
        'Correction (7 March): An earlier version of this article misstated the cost of the pier. It is 16 million euros, not 14 million.',
      ].join('\n\n'),
    }),
    createArticle({
      id: '码头',
      text: [
        '新码头将耗资1400万欧元，市长说。',
        '更正：本文早前版本误报了码头的造价。造价应为1600万欧元，而非1400万欧元。',
      ].join('\n\n'),
    }),
  ]);

  it.each([
    ['What will the pier cost?', /^Correction.*16 million euros, not 14 million\.$/u],
    ['码头要花多少钱', /^更正：.*而非1400万欧元。$/u],
  ])('stands whole before what it corrects: %s', async (question, whole) => {
    const { quotes } = await (await createCollection(articles)).ask({
      question,
      limit: 5,
      filter: {},
    });
    const words = quotes.map(({ quote }) => verifyQuote(quote, articles));
    expect(words[0]).toMatch(whole);
    expect(words[1]).toMatch(/14 million euros|1400万欧元/u);
  });

  it('stays behind what it says nothing of', async () => {
    const { quotes } = await (await createCollection(articles)).ask({
      question: 'how did the council vote',
      limit: 5,
      filter: {},
    });
    expect(quotes[0] && verifyQuote(quotes[0].quote, articles)).toMatch(/nine to two/u);
  });
});

describe('a word that the articles have another word for', () => {
  it('is not told to be missing', async () => {
    expect((await ask('事故死了多少人')).terms.missing).toEqual([]);
  });
});

describe('whose words are asked for', () => {
  it('is known by a misspelt name, too', async () => {
    const articles = byId([
      createArticle({
        text: 'The fall of the piles was looked into by Olga Brandt, and by nobody else, the city says.\n\nThe piles had rusted through below the water line, as far as anybody could see, Olga Brandt wrote.',
      }),
    ]);
    const { quotes } = await (await createCollection(articles)).ask({
      question: 'what did bramdt say about the piles',
      limit: 5,
      filter: {},
    });
    expect(quotes[0] && verifyQuote(quotes[0].quote, articles)).toMatch(/Brandt wrote/u);
  });
});

describe('a phrase in a plain question', () => {
  it('gives way where no article has it, and that is told', async () => {
    const { absentPhrases, words } = await ask(
      'which town had the "dreadful" accident at its ferry pier?',
    );
    expect(absentPhrases).toEqual(['dreadful']);
    expect(words[0]).toMatch(/ferry pier/u);
  });
});
