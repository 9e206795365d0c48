import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../src/language/analyser.ts';
import { createCollection, verifyQuote } from '../../src/retrieval/index.ts';
import {
  correctTransposition,
  exchangesOf,
} from '../../src/retrieval/query/chinese-transposition.ts';
import { byId, createArticle } from '../support/articles.ts';
import { hostileText } from '../support/hostile-text.ts';

const { analyse, foldHan } = createAnalyser();

const TEXT = '港口大桥由工程师卡洛维设计，去年夏天重新通车。市议会支持扩建渡轮码头。';

/** An index that knows the bigrams of {@link TEXT}, each in so many passages. */
function indexOf(frequency: number) {
  const known = new Set(analyse(TEXT).map(({ term }) => term));
  return {
    documentFrequencies: async (terms: readonly string[]) =>
      new Map(terms.map((term) => [term, known.has(term) ? frequency : 0])),
  };
}

async function correct(text: string, frequency = 3) {
  return correctTransposition(text, foldHan, indexOf(frequency));
}

describe('two Chinese characters in the wrong order', () => {
  it.each([
    ['inside a name', '卡维洛是谁？', '卡洛维是谁？', '卡维洛是', '卡洛维是'],
    ['at the start', '口港大桥在哪里？', '港口大桥在哪里？', '口港大', '港口大'],
    ['in traditional characters', '渡碼輪頭在哪裡？', '渡輪碼頭在哪裡？', '渡碼輪頭', '渡輪碼頭'],
    [
      'where the typed pair is unknown throughout',
      '谁来程工师？',
      '谁来工程师？',
      '来程工师',
      '来工程师',
    ],
  ])('are corrected %s, and told', async (_, asked, text, from, to) => {
    expect(await correct(asked)).toEqual({ text, corrections: [{ from, to }] });
  });

  it.each([
    ['what the index knows', '港口大桥由工程师卡洛维设计'],
    ['words that the index does not know', '红烧肉怎么做才好吃？'],
    ['a single bigram beside known ones', '港口大桥扩建码'],
    ['a Latin name', 'Rbidge und bridge'],
  ])('are not seen in %s', async (_, text) => {
    expect(await correct(text)).toEqual({ text, corrections: [] });
  });

  it('are never seen where the index knows every bigram, whatever is asked', async () => {
    const pieces = fc.array(fc.constantFrom('港口', '大桥', '工程师', '的', '了', 'TikTok', ' '));
    await fc.assert(
      fc.asyncProperty(pieces, async (words) => {
        const text = words.join('');
        const everything = {
          documentFrequencies: async (terms: readonly string[]) =>
            new Map(terms.map((term) => [term, 1])),
        };
        expect(await correctTransposition(text, foldHan, everything)).toEqual({
          text,
          corrections: [],
        });
      }),
    );
  });

  it('leave everything else of a text as it was', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText(8), async (text) => {
        const corrected = await correct(text);
        expect(Array.from(corrected.text).toSorted()).toEqual(Array.from(text).toSorted());
        expect(corrected.text === text).toBe(corrected.corrections.length === 0);
      }),
    );
  });
});

describe('a phrase with two characters exchanged', () => {
  it('is tried in all ways, but not when it is short or long', () => {
    expect(exchangesOf('卡洛维')).toEqual(['洛卡维', '卡维洛']);
    expect(exchangesOf('码头')).toEqual([]);
    expect(exchangesOf('头'.repeat(9) + '码'.repeat(9))).toEqual([]);
    expect(exchangesOf('pier')).toEqual([]);
  });

  it('is taken for the one that an article holds, and told', async () => {
    const articles = byId([createArticle({ id: 'zh', text: TEXT, language: 'zh' })]);
    const collection = await createCollection(articles);
    const request = { question: '「卡维洛」设计了什么？', limit: 3, filter: {} };
    const { quotes, corrections, absentPhrases } = await collection.ask(request);
    const [quote] = quotes;
    expect(quote && verifyQuote(quote.quote, articles)).toContain('卡洛维');
    expect([corrections, absentPhrases]).toEqual([[{ from: '卡维洛', to: '卡洛维' }], []]);
  });
});
