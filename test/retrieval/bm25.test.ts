import { describe, expect, it } from 'vitest';
import { bm25Share } from '../../src/retrieval/ranking/bm25.ts';
import type { Match } from '../../src/retrieval/ranking/matches.ts';
import { createQuestion, createTerm } from '../support/questions.ts';

/** Weights 4, 1 and 3 of a mass of 8. */
const QUESTION = createQuestion({
  terms: [
    createTerm('ferry', { idf: 4 }),
    createTerm('captain', { idf: 1, forms: ['skipper-form'] }),
    createTerm('strike', {
      idf: 3,
      alternatives: [
        { terms: ['walkout'], weight: 0.6 },
        { terms: ['industrial', 'action'], weight: 0.6 },
      ],
    }),
  ],
});

const MEAN = { titleCounts: new Map<string, number>(), relativeLength: 1 };

function match(termIndex: number, weight = 1): Match {
  return { termIndex, start: 0, end: 5, exact: true, weight };
}

/** δ + f (k + 1) / (f + k), with the constants of BM25+, in a passage of mean length. */
const saturated = (f: number) => 0.5 + (f * 2.2) / (f + 1.2);

describe('the share of BM25+', () => {
  it('is that of the terms that are found, each by its weight in the question', () => {
    const share = bm25Share(QUESTION, [match(0), match(2)], MEAN);
    expect(share).toBeCloseTo((7 / 8) * saturated(1), 9);
    expect(bm25Share(QUESTION, [], MEAN)).toBe(0);
    expect(bm25Share(createQuestion(), [], MEAN)).toBe(0);
  });

  it('grows with each occurrence, and less and less', () => {
    const once = bm25Share(QUESTION, [match(0)], MEAN);
    const twice = bm25Share(QUESTION, [match(0), match(0)], MEAN);
    expect(twice).toBeCloseTo((4 / 8) * saturated(2), 9);
    expect(twice - once).toBeLessThan(once);
  });

  it('counts a synonym by its weight', () => {
    const share = bm25Share(QUESTION, [match(2, 0.6)], MEAN);
    expect(share).toBeCloseTo((3 / 8) * 0.6 * saturated(1), 9);
  });

  it.each([
    ['a term', 'ferry', 4],
    ['a form of one', 'skipper-form', 1],
    ['a synonym', 'walkout', 3 * 0.6],
    ['one word of a longer synonym', 'industrial', 0],
  ])('counts %s in the title alone as one occurrence', (_, word, weight) => {
    const share = bm25Share(QUESTION, [], { ...MEAN, titleCounts: new Map([[word, 1]]) });
    expect(share).toBeCloseTo((weight / 8) * saturated(1), 9);
  });

  it('is less in a long passage', () => {
    const short = bm25Share(QUESTION, [match(0)], { ...MEAN, relativeLength: 0.5 });
    const long = bm25Share(QUESTION, [match(0)], { ...MEAN, relativeLength: 2 });
    expect(long).toBeLessThan(bm25Share(QUESTION, [match(0)], MEAN));
    expect(short).toBeGreaterThan(bm25Share(QUESTION, [match(0)], MEAN));
  });
});
