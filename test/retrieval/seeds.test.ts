import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { createLibrary, type Generation } from '../../src/library/index.ts';
import { verifyQuote } from '../../src/retrieval/index.ts';

// The articles that ship with Verbatim, asked as a member would ask them. eval/ measures more.

let generation: Generation;

beforeAll(async () => {
  const folder = fileURLToPath(new URL('../../seeds', import.meta.url));
  generation = (await createLibrary({ folder, maxArticleBytes: 2 ** 21 })).current();
});

async function ask(question: string) {
  const answer = await generation.collection.ask({ question, limit: 3, filter: {} });
  const words = answer.quotes.map(({ quote }) => verifyQuote(quote, generation.corpus.byId));
  return { ...answer, words };
}

describe('a question about the story', () => {
  it.each<[string, RegExp, string]>([
    [
      'Why did ByteDance turn Microsoft down?',
      /ByteDance.*(?:reject|refus|not sell|would not|will not let|no longer|ruled out)|reject/u,
      'the refusal, by another verb than the one asked',
    ],
    ['Who resigned as chief executive?', /Kevin Mayer/u, '"stepped down" is to resign'],
    ['Who is the chairman of ByteDance?', /Zhang Yiming/u, '"chairs" or "chairman", with the name'],
    ['By what date must a deal be complete?', /12 November/u, 'the day by which to complete it'],
    ['What is the deadline for announcing a plan?', /20 September/u, 'the day for the plan'],
    ['How many downloads does TikTok have in the US?', /175m/u, 'the number beside the word'],
    ['How long may approval take?', /30 days/u, 'a length of time'],
    ['When are the elections?', /3 November/u, 'the day beside the word'],
    ['What did Walmart do?', /Walmart/u, 'the only paragraph with that name'],
    ['What does Article 21 cover?', /Article 21/u, 'the article by its number'],
    ['外交部发言人是谁？', /汪文斌/u, 'the name beside the office'],
    ['外交部發言人是誰？', /汪文斌/u, 'the same in traditional characters'],
    ['TikTok要在哪天之前卖给美国公司？', /9月15日之前/u, 'a day with "before"'],
    ['特朗普为TikTok设下的期限是哪天？', /9月15日之前/u, 'the day beside the word "deadline"'],
    ['特朗普政府什么时候下达行政禁令？', /8月23日/u, 'the day of the order'],
    ['汪文斌批评了谁？', /批评个别美国政客/u, 'the object of the verb'],
    ['TikTok为什么起诉政府？', /别无选择/u, 'the reason given'],
    ['谁提出辞职？', /梅耶尔/u, 'the name before the verb'],
  ])('%s', async (question, expected, _reason) => {
    const { verdict, words } = await ask(question);
    expect(verdict).not.toBe('nothing');
    expect(words[0]).toMatch(expected);
  });
});

describe('a question about something else', () => {
  it.each([
    'What is the capital of France?',
    'Who won the football match last night?',
    'How do I bake sourdough bread?',
    '今天北京天气怎么样？',
    '红烧肉怎么做？',
  ])('is not answered: %s', async (question) => {
    const { verdict, words, headlines } = await ask(question);
    expect(verdict).not.toBe('answered');
    expect(words.length).toBeLessThanOrEqual(3);
    expect(words.length + headlines.items.length).toBeGreaterThan(0);
  });
});
