import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WEAK_WEIGHT } from '../../src/language/alternative.ts';
import type { Question } from '../../src/retrieval/query/question.ts';
import {
  bestWindow,
  characterCoverage,
  coverage,
  gatherEvidence,
  orderedPairs,
} from '../../src/retrieval/ranking/evidence.ts';
import type { Match } from '../../src/retrieval/ranking/matches.ts';
import { scoreEvidence } from '../../src/retrieval/ranking/score.ts';
import { createQuestion, createTerm } from '../support/questions.ts';

/** A question with one term for each inverse document frequency. */
function questionOf(
  idfs: readonly number[],
  parts: readonly (readonly [string, number])[] = [],
): Question {
  const terms = idfs.map((idf, index) => createTerm(`term${index}`, { idf }));
  return createQuestion({ terms, parts: new Map(parts) });
}

function match(termIndex: number, start: number, fields: Partial<Match> = {}): Match {
  return { termIndex, start, end: start + 5, exact: true, weight: 1, ...fields };
}

/** Weights 4, 1 and 3 of a mass of 8. */
const QUESTION = questionOf([4, 1, 3]);

describe('coverage', () => {
  it('is the share of the mass that is found, each term once and by its best place', () => {
    expect(coverage(QUESTION, [match(0, 0), match(0, 50)])).toBe(4 / 8);
    expect(coverage(QUESTION, [match(0, 0), match(2, 50)])).toBe(7 / 8);
    const weak = match(2, 10, { weight: WEAK_WEIGHT });
    expect(coverage(QUESTION, [weak])).toBeCloseTo((0.6 * 3) / 8, 12);
    expect(coverage(QUESTION, [weak, match(2, 90)])).toBe(3 / 8);
  });

  it('is nothing without matches, and without terms', () => {
    expect(coverage(QUESTION, [])).toBe(0);
    expect(coverage(questionOf([]), [])).toBe(0);
  });
});

describe('the best window', () => {
  it('is the best coverage of a stretch, from the start of a match to the end of one', () => {
    // 0-5, 10-15 and 100-105: 4 and 1 lie within 15, 1 and 3 within 95.
    const matches = [match(0, 0), match(1, 10), match(2, 100)];
    expect(bestWindow(QUESTION, matches, 15)).toBe(5 / 8);
    expect(bestWindow(QUESTION, matches, 14)).toBe(4 / 8);
    expect(bestWindow(QUESTION, matches, 105)).toBe(1);
  });

  it('is found as by trying every stretch', () => {
    const places = fc.array(
      fc.record({
        termIndex: fc.nat(3),
        gap: fc.nat(30),
        length: fc.integer({ min: 1, max: 10 }),
        isWeak: fc.boolean(),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(places, fc.integer({ min: 10, max: 80 }), (list, length) => {
        const question = questionOf([2, 0.5, 1, 4]);
        let end = 0;
        const matches = list.map(({ termIndex, gap, length: size, isWeak }) => {
          const start = end + gap;
          end = start + size;
          return { termIndex, start, end, exact: false, weight: isWeak ? WEAK_WEIGHT : 1 };
        });
        let best = 0;
        for (const { start } of matches) {
          const within = matches.filter(
            (other) => other.start >= start && other.end <= start + length,
          );
          best = Math.max(best, coverage(question, within));
        }
        expect(bestWindow(question, matches, length)).toBeCloseTo(best, 9);
      }),
      { numRuns: 500 },
    );
  });
});

describe('ordered pairs', () => {
  it('count neighbours of the question that follow each other closely and in its order', () => {
    expect(orderedPairs(QUESTION, [match(0, 0), match(1, 17)], 12)).toBe(1 / 2);
    expect(orderedPairs(QUESTION, [match(0, 0), match(1, 18)], 12)).toBe(0);
    expect(orderedPairs(QUESTION, [match(1, 0), match(0, 6)], 12)).toBe(0);
    expect(orderedPairs(QUESTION, [match(0, 0), match(2, 6)], 12)).toBe(0);
    const weak = match(1, 6, { weight: WEAK_WEIGHT });
    expect(orderedPairs(QUESTION, [match(0, 0), weak], 12)).toBeCloseTo(0.6 / 2, 12);
  });
});

describe('characters', () => {
  it('are the share of the mass of the question’s characters that a text holds, each once', () => {
    const question = questionOf(
      [1],
      [
        ['桥', 4],
        ['梁', 3],
        ['维', 2],
        ['修', 1],
      ],
    );
    const place = (character: string) => ({ character, start: 0, end: 1 });
    expect(characterCoverage(question, [place('桥'), place('桥'), place('修')])).toBe(5 / 10);
    expect(characterCoverage(questionOf([1]), [])).toBe(0);
  });
});

describe('all evidence', () => {
  it('leaves places in another form out of the exact figure', () => {
    const findings = { matches: [match(0, 0), match(2, 9, { exact: false })], characters: [] };
    const evidence = gatherEvidence(QUESTION, findings, { start: 0, end: 0 }, '', 'en');
    expect([evidence.window, evidence.exact]).toEqual([7 / 8, 4 / 8]);
  });

  it('tells what of the question stands beside a figure that is not its own', () => {
    const text = 'The 787 has no rival, the firm says of its orders, and it has 300 seats.';
    const places = ['787', 'orders', 'seats'].map((word, index) => {
      const start = text.indexOf(word);
      return match(index, start, { end: start + word.length });
    });
    const evidenceOf = (wants: Question['wants'], matches = places) =>
      gatherEvidence(
        { ...questionOf([4, 2, 2]), wants },
        { matches, characters: [] },
        { start: 0, end: text.length },
        text,
        'en',
      );
    expect(evidenceOf('amount')).toMatchObject({ answerKind: 1, besideAnswer: 4 / 8 });
    expect(evidenceOf('amount', places.slice(0, 1))).toMatchObject({ besideAnswer: 0 });
    expect(evidenceOf('person')).toMatchObject({ answerKind: 0, besideAnswer: 0 });
  });

  it('is 0 to 1 in every figure, and never worth more than 3.7', () => {
    const idfs = fc.array(fc.double({ min: 0.01, max: 12, noNaN: true }), { maxLength: 6 });
    const places = fc.array(fc.tuple(fc.nat(5), fc.nat(900), fc.boolean()), { maxLength: 30 });
    fc.assert(
      fc.property(idfs, places, fc.constantFrom('en', 'zh'), (weights, list, language) => {
        const question = questionOf(weights, [['桥', 1]]);
        const matches = list
          .filter(([termIndex]) => termIndex < weights.length)
          .toSorted(([, a], [, b]) => a - b)
          .map(([termIndex, start, isWeak]) =>
            match(termIndex, start, isWeak ? { weight: WEAK_WEIGHT, exact: false } : {}),
          );
        const evidence = gatherEvidence(
          question,
          { matches, characters: [] },
          { start: 0, end: 0 },
          '',
          language,
        );
        for (const figure of Object.values(evidence)) {
          expect(figure).toBeGreaterThanOrEqual(0);
          expect(figure).toBeLessThanOrEqual(1);
        }
        expect(scoreEvidence(evidence)).toBeLessThanOrEqual(3.7);
      }),
      { numRuns: 500 },
    );
  });
});
