import { assert, asyncProperty, constantFrom } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCollection, verifyQuote } from '../../src/retrieval/index.ts';
import { byId, createArticle } from '../support/articles.ts';
import { loadDictionary } from '../support/dictionary.ts';

const TEXT = [
  'The minister, Olena Hryhorenko, said that the bridge would be closed in May.',
  'Officials flew to Kharkiv with Major Mohammed Qassem, who denied the report.',
  'Jürgen Schroeder lost the vote by two, and the marsh was drained.',
].join('\n\n');

async function ask(question: string, text = TEXT) {
  const articles = byId([createArticle({ text })]);
  const collection = await createCollection(articles, loadDictionary);
  const answer = await collection.ask({ question, limit: 3, filter: {} });
  return {
    ...answer,
    words: answer.quotes.map(({ quote }) => verifyQuote(quote, articles)),
  };
}

describe('a name in another spelling than the articles’', () => {
  it.each([
    [
      'What did Hrihorenko say?',
      [{ from: 'Hrihorenko', to: 'Hryhorenko' }],
      'said that the bridge',
    ],
    ['Who flew to Kharkov?', [{ from: 'Kharkov', to: 'Kharkiv' }], 'flew to Kharkiv'],
    ['what did muhammad deny', [{ from: 'muhammad', to: 'Mohammed' }], 'denied the report'],
    ['What did Qasim deny?', [{ from: 'Qasim', to: 'Qassem' }], 'denied the report'],
    ['Why did Schröder’s vote fail?', [{ from: 'Schröder', to: 'Schroeder' }], 'lost the vote'],
  ])('is found and told: %s', async (question, corrections, expected) => {
    const answer = await ask(question);
    expect(answer.corrections).toEqual(corrections);
    expect(answer.words[0] ?? '').toContain(expected);
  });

  it('is less sure than the spelling of the articles', async () => {
    const own = await ask('What did Hryhorenko say about the bridge?');
    const other = await ask('What did Hrihorenko say about the bridge?');
    expect(other.words[0]).toBe(own.words[0]);
    expect(other.confidence).toBeLessThan(own.confidence);
  });

  it.each([
    'What did the mayor deny?',
    'Which may be closed?',
    'who is the mayor',
    'What did Johnson say?',
    'What did Viktor Margh lose?',
  ])('is not taken for one where it is an ordinary word, or another name: %s', async (question) => {
    expect((await ask(question)).corrections).toEqual([]);
  });

  it('is no typing error for an ordinary word, where the question writes it as a name', async () => {
    expect((await ask('Why was the margh drained?')).corrections).toEqual([
      { from: 'margh', to: 'marsh' },
    ]);
    expect((await ask('Why was the Margh drained?')).corrections).toEqual([]);
    expect((await ask('Why Was The Margh Drained?')).corrections).toHaveLength(1);
  });

  it('is never spelled anew where the articles have it', async () => {
    const spellings = constantFrom('Zelensky', 'Zelenskyy', 'Zelenskiy', 'Selenskyj');
    await assert(
      asyncProperty(spellings, spellings, async (asked, other) => {
        const text = `On Monday the guest ${asked} came.\n\nOn Friday the guest ${other} left.`;
        expect((await ask(`When did ${asked} come?`, text)).corrections).toEqual([]);
      }),
      { numRuns: 16 },
    );
  });
});

describe('a Chinese name in another transcription than the articles’', () => {
  const CHINESE = [
    '港务局星期一说，川普将到访码头。',
    '普丁星期二否认了这个消息。',
    '歐巴馬星期三发表演说，批评了计划。',
    '来自沙特阿拉伯的船只停在港口。',
  ].join('\n\n');

  it.each([
    ['特朗普什么时候到访码头？', '特朗普', '川普', '川普将到访'],
    ['普京否认了什么？', '普京', '普丁', '否认了这个消息'],
    ['奥巴马批评了什么？', '奥巴马', '欧巴马', '批评了计划'],
    ['沙烏地阿拉伯的船在哪里？', '沙烏地阿拉伯', '沙特阿拉伯', '停在港口'],
  ])('is found and told: %s', async (question, from, to, expected) => {
    const answer = await ask(question, CHINESE);
    expect(answer.corrections).toEqual([{ from, to }]);
    expect(answer.words[0]).toContain(expected);
  });

  it.each(['克林顿什么时候到访码头？', '马克龙否认了什么？', '码头什么时候关闭？'])(
    'is not taken for another name: %s',
    async (question) => {
      expect((await ask(question, CHINESE)).corrections).toEqual([]);
    },
  );

  it('is no typing error where the articles do not have it', async () => {
    const text = '罗杜在星期二否认了这个消息。罗杜去了马尼拉。';
    expect((await ask('马杜罗去了哪里？', text)).corrections).toEqual([]);
  });

  it('is never taken for another where the articles have it', async () => {
    const names = constantFrom('特朗普', '川普', '普京', '普丁', '歐巴馬', '奥巴马');
    await assert(
      asyncProperty(names, names, async (asked, other) => {
        const text = `星期一，${asked}到访码头。\n\n星期五，${other}离开了港口。`;
        expect((await ask(`${asked}什么时候到访码头？`, text)).corrections).toEqual([]);
      }),
      { numRuns: 16 },
    );
  });
});
