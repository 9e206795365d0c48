import { beforeAll, describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/commands/ask/answer-question.ts';
import { type Generation, TimelineError } from '../../src/library/index.ts';
import { type Answer, createCollection, verifyQuote } from '../../src/retrieval/index.ts';
import type { Timers } from '../../src/shared/timers.ts';
import { byId, createArticle } from '../support/articles.ts';
import { fakeLibrary } from '../support/fake-library.ts';
import { CHINESE_PIER_STORY, PIER_STORY } from '../support/pier-story.ts';

type Articles = typeof PIER_STORY;

async function generationOf(articles: Articles, fields: Partial<Generation> = {}) {
  const collection = await createCollection(articles);
  const given = { collection, ...fields };
  return fakeLibrary([...articles.values()], {}, {}, given).library.current();
}

let story: Generation;

beforeAll(async () => {
  story = await generationOf(PIER_STORY);
});

function wordsOf({ quotes }: Answer, { corpus }: Generation = story): string[] {
  return quotes.map(({ quote }) => verifyQuote(quote, corpus.byId));
}

const ask = (question: string, rest: object = {}, generation = story) =>
  answerQuestion({ question, limit: 20, filter: {}, ...rest }, generation);

describe('an overview', () => {
  test.each([
    'tldr',
    'what is this about',
    'what does the article say',
    'whats in the articles',
    'key points?',
    'can you summarize this',
    '怎么回事',
    '总结一下',
    '这篇文章说了啥',
    '文章讲了什么',
    '這篇文章講了什麼',
  ])('is what %s asks for', async (question) => {
    const answer = await ask(question);
    expect(answer.verdict).toBe('answered');
    expect(answer.overview?.topic).toBe('');
    expect(wordsOf(answer)[0]).toMatch(/^The crane operator, Baltic Lift, denied/u);
  });

  test('has the main entries of the timeline and the beginnings of other articles, each once', async () => {
    const answer = await ask('tldr');
    const words = wordsOf(answer);
    expect(words.join('\n')).toContain(
      'The port authority will pull down the rest of the pier in April.',
    );
    expect(words.join('\n')).toContain('Five people are now known to have died');
    for (const [index, { quote }] of answer.quotes.entries()) {
      const others = answer.quotes.slice(0, index).map((each) => each.quote);
      const same = others.filter(({ articleId }) => articleId === quote.articleId);
      expect(same.every(({ start, end }) => end <= quote.start || quote.end <= start)).toBe(true);
    }
    expect(answer.quoteCount).toBe(words.length);
  });

  test('comes in pages that give all of it', async () => {
    const whole = wordsOf(await ask('tldr'));
    const first = await ask('tldr', { limit: 3 });
    const second = await ask('tldr', { limit: 3, offset: 3 });
    expect([...wordsOf(first), ...wordsOf(second)]).toEqual(whole.slice(0, 6));
    expect(first.quoteCount).toBe(whole.length);
  });

  test('of one subject has the entries about that alone', async () => {
    const words = wordsOf(await ask('catch me up on the new ferry pier'));
    expect(words.join('\n')).toContain('The council voted nine to two for a new ferry pier');
    expect(words.filter((each) => /Reyes|insurer/u.test(each))).toEqual([]);
  });

  test('keeps to the articles that are asked for', async () => {
    const { quotes } = await ask('tldr', { filter: { source: 'Coast Times' } });
    expect(new Set(quotes.map(({ quote }) => quote.articleId))).toEqual(
      new Set(['inquiry', 'crane']),
    );
  });

  test('without a timeline is the beginnings of the articles', async () => {
    const generation = await generationOf(PIER_STORY, {
      timeline: () => Promise.reject(new TimelineError('too slow')),
    });
    const answer = await ask('tldr', {}, generation);
    expect(answer.quotes.map(({ quote }) => quote.articleId).toSorted()).toEqual(
      [...PIER_STORY.keys()].toSorted(),
    );
  });

  test('keeps nobody waiting for a timeline that takes long', async () => {
    const generation = await generationOf(PIER_STORY, { timeline: () => new Promise(() => {}) });
    const waits: number[] = [];
    const timers: Timers = {
      after: (ms, run) => {
        waits.push(ms);
        run();
        return () => {};
      },
    };
    const request = { question: 'tldr', limit: 20, filter: {} };
    const answer = await answerQuestion(request, generation, 'somebody', timers);
    expect(answer.quotes).toHaveLength(PIER_STORY.size);
    expect(waits).toEqual([5000]);
  });

  test('fails where something is broken', async () => {
    const generation = await generationOf(PIER_STORY, {
      timeline: () => Promise.reject(new Error('broken')),
    });
    await expect(ask('tldr', {}, generation)).rejects.toThrow('broken');
  });
});

describe('the language of an overview', () => {
  const bothOn = (day: string) =>
    byId([
      createArticle({ id: 'en', text: 'The pier fell on Monday.', published: '2024-03-05' }),
      createArticle({ id: 'zh', text: '码头周一坍塌。', published: day }),
    ]);
  const firstOf = async (question: string, day: string, rest: object = {}) => {
    const { quotes } = await ask(question, rest, await generationOf(bothOn(day)));
    return quotes[0]?.quote.articleId;
  };

  test.each([
    ['怎么回事', {}, 'zh'],
    ['what is this about', {}, 'en'],
    ['tldr', { reader: 'zh' }, 'zh'],
    ['tldr', { reader: 'en' }, 'en'],
    ['tldr', {}, 'en'],
    ['what is this about', { reader: 'zh' }, 'en'],
  ])(
    'is that of the question, or of the reader, among articles of one day: %s',
    async (question, rest, first) => {
      expect(await firstOf(question, '2024-03-05', rest)).toBe(first);
    },
  );

  test('comes after the day', async () => {
    expect(await firstOf('怎么回事', '2024-03-04')).toBe('en');
    expect(await firstOf('what is this about', '2024-03-06')).toBe('zh');
  });

  test('is that of the accounts of an entry, where there is one', async () => {
    const generation = await generationOf(new Map([...PIER_STORY, ...CHINESE_PIER_STORY]));
    const { quotes } = await ask('总结一下', {}, generation);
    expect(quotes.some(({ language }) => language === 'zh')).toBe(true);
  });
});
