import { describe, expect, test } from 'vitest';
import { isRight, judge } from '../../eval/judge.ts';
import { auroc, scoresOf } from '../../eval/metrics.ts';
import type { Answer } from '../../src/retrieval/index.ts';
import { createQuote } from '../../src/retrieval/index.ts';
import { NO_ANSWER, storyArticle } from '../support/fake-library.ts';
import { judgementOf, questionOf, unanswerableOf } from './judgements.ts';

describe('AUROC', () => {
  test('is the share of the pairs in the right order', () => {
    // 0.9 is above both, 0.5 above one of the two: 3 of 4 pairs.
    expect(auroc([0.9, 0.5], [0.7, 0.1])).toBe(0.75);
    expect(auroc([2, 3], [0, 1])).toBe(1);
    expect(auroc([0, 1], [2, 3])).toBe(0);
  });

  test('counts a tie as half', () => {
    expect(auroc([0.5], [0.5])).toBe(0.5);
    // 0.8: above two, one tie = 2.5; 0.4: above one, one tie = 1.5; 4 of 6 pairs.
    expect(auroc([0.8, 0.4], [0.8, 0.4, 0.1])).toBeCloseTo(4 / 6, 12);
  });

  test('is nothing without values of both kinds', () => {
    expect(auroc([], [0.5])).toBeNull();
    expect(auroc([0.5], [])).toBeNull();
  });
});

describe('scores', () => {
  test('are those worked out by hand', () => {
    const scores = scoresOf([
      judgementOf({ rank: 1, confidence: 0.9 }),
      judgementOf({ rank: 2, confidence: 0.8 }),
      judgementOf({ rank: 4, verdict: 'closest', confidence: 0.6 }),
      judgementOf({ rank: null, verdict: 'nothing', first: null, confidence: 0.3 }),
      judgementOf({ rank: null, confidence: 0.7 }),
      unanswerableOf({ verdict: 'nothing', first: null, confidence: 0.2 }),
      unanswerableOf({ confidence: 0.6 }),
    ]);
    expect(scores).toEqual({
      answerable: 5,
      unanswerable: 2,
      hit1: 1 / 5,
      hit3: 2 / 5,
      hit5: 3 / 5,
      // (1 + 1/2 + 1/4) / 5
      mrr: 0.35,
      closest: 1 / 5,
      nothing: 1 / 5,
      wronglyAnswered: 1 / 2,
      // Three of the answerable ones and one of the others are answered.
      precision: 1 / 4,
      // Above 0.2: all five. Above 0.6: three, and one tie. 8.5 of 10 pairs.
      auroc: 0.85,
    });
  });

  test('are nothing where there is nothing to score', () => {
    expect(scoresOf([])).toMatchObject({ answerable: 0, hit1: null, mrr: null, auroc: null });
    expect(scoresOf([judgementOf()])).toMatchObject({ hit1: 1, wronglyAnswered: null });
  });
});

describe('a quote', () => {
  const gold = [
    { article: 'ferry', start: 100, end: 200 },
    { article: 'bridge', start: 0, end: 10 },
  ];

  test.each([
    ['the gold itself', 'ferry', 100, 200, true],
    ['half of the gold', 'ferry', 50, 150, true],
    ['a character less than half of it', 'ferry', 49, 149, false],
    ['a short stretch half of which is in the gold', 'ferry', 90, 110, true],
    ['a long stretch around the gold', 'ferry', 0, 1200, true],
    ['a stretch that is too long', 'ferry', 0, 1201, false],
    ['the same offsets of another article', 'bridge', 100, 200, false],
    ['another of the golds', 'bridge', 0, 10, true],
    ['what only touches the gold', 'ferry', 200, 220, false],
  ])('is judged: %s', (_, article, start, end, expected) => {
    expect(isRight(article, { start, end }, gold)).toBe(expected);
  });

  test('is judged by the place of the first right one', () => {
    const ferry = storyArticle('ferry', 'The fog came. The ferry left at five.');
    const articles = new Map([[ferry.id, ferry]]);
    const ranked = (start: number, end: number): Answer['quotes'][number] => {
      const quote = createQuote(ferry, { start, end }, []);
      return { quote, language: 'en', score: 1, duplicates: [] };
    };
    const answer: Answer = {
      ...NO_ANSWER,
      question: 'when did it leave',
      verdict: 'answered',
      confidence: 0.8,
      quotes: [ranked(0, 13), ranked(14, 37)],
      quoteCount: 2,
    };
    const question = questionOf({ gold: [{ article: 'ferry', start: 14, end: 37 }] });
    expect(judge(question, answer, articles)).toEqual({
      question,
      asked: 'when did it leave',
      verdict: 'answered',
      quotes: [
        { article: 'ferry', start: 0, end: 13, score: 1 },
        { article: 'ferry', start: 14, end: 37, score: 1 },
      ],
      confidence: 0.8,
      rank: 2,
      first: { article: 'ferry', words: 'The fog came.' },
    });
    const declined: Answer = { ...answer, verdict: 'nothing', quotes: [] };
    expect(judge(question, declined, articles)).toMatchObject({ rank: null, first: null });
  });
});
