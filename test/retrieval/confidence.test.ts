import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConfidenceSigns, confidenceOf } from '../../src/retrieval/ranking/confidence.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const signs: fc.Arbitrary<ConfidenceSigns> = fc.record({
  bm25: fc.double({ min: 0, max: 3, noNaN: true }),
  sentence: share,
  article: share,
  unknown: share,
  lead: fc.double({ min: 0, max: 4, noNaN: true }),
  termCount: fc.integer({ min: 1, max: 30 }),
  isKindMissed: fc.boolean(),
  isPersonMissed: fc.boolean(),
  isTranslated: fc.boolean(),
});

const NOTHING: ConfidenceSigns = {
  bm25: 0,
  sentence: 0,
  article: 0,
  unknown: 0,
  lead: 0,
  termCount: 1,
  isKindMissed: false,
  isPersonMissed: false,
  isTranslated: false,
};

describe('the confidence', () => {
  it('is 0 to 1, and grows with every sign that speaks for an answer', () => {
    fc.assert(
      fc.property(signs, signs, (one, other) => {
        const larger: ConfidenceSigns = {
          bm25: Math.max(one.bm25, other.bm25),
          sentence: Math.max(one.sentence, other.sentence),
          article: Math.max(one.article, other.article),
          unknown: Math.min(one.unknown, other.unknown),
          lead: Math.max(one.lead, other.lead),
          termCount: Math.max(one.termCount, other.termCount),
          isKindMissed: one.isKindMissed && other.isKindMissed,
          isPersonMissed: one.isPersonMissed && other.isPersonMissed,
          isTranslated: one.isTranslated && other.isTranslated,
        };
        expect(confidenceOf(one)).toBeGreaterThanOrEqual(0);
        expect(confidenceOf(larger)).toBeLessThanOrEqual(1);
        expect(confidenceOf(larger)).toBeGreaterThanOrEqual(confidenceOf(one));
      }),
    );
  });

  it('is near 0 for a passage that has next to nothing of the question', () => {
    expect(confidenceOf({ ...NOTHING, bm25: 0.2, sentence: 0.1, article: 0.2 })).toBeLessThan(0.05);
  });

  it('is near 1 for a sentence that has all of a short question, alone of its kind', () => {
    const all = { ...NOTHING, bm25: 1.5, sentence: 1, article: 1, lead: 1.5, termCount: 2 };
    expect(confidenceOf(all)).toBeGreaterThan(0.85);
  });

  it('is no higher for a text without end that has next to nothing to do with the passage', () => {
    const long = { ...NOTHING, bm25: 0.1, sentence: 0.02, article: 0.1, termCount: 700 };
    expect(confidenceOf(long)).toBeLessThan(0.1);
  });

  it('is less where others score as high', () => {
    const found = { ...NOTHING, bm25: 1, sentence: 0.6, article: 0.7, termCount: 4 };
    expect(confidenceOf({ ...found, lead: 0.1 })).toBeLessThan(confidenceOf({ ...found, lead: 1 }));
  });
});
