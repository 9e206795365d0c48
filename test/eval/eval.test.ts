import { beforeAll, describe, expect, test } from 'vitest';
import { evaluate, type Round } from '../../eval/evaluate.ts';
import { type Scores, scoresOf } from '../../eval/metrics.ts';
import { type EvalSet, openOwnSet } from '../../eval/open-set.ts';
import { inOtherScript, isTraditional } from '../../eval/other-script.ts';
import type { EvalQuestion } from '../../eval/question.ts';
import { languageOf, type PassageLanguage } from '../../src/retrieval/index.ts';

let set: EvalSet;

// Opening it finds every gold exactly once in its article, or throws.
beforeAll(async () => {
  set = await openOwnSet();
});

function countOf(language: PassageLanguage, isWanted: (question: EvalQuestion) => boolean): number {
  return set.questions.filter((each) => each.language === language && isWanted(each)).length;
}

const isAnswerable = ({ gold }: EvalQuestion) => gold.length > 0;

/** The languages in which the gold of a question stands. */
function goldLanguages({ gold }: EvalQuestion): PassageLanguage[] {
  return gold.map(({ article, start, end }) =>
    languageOf(set.generation.corpus.byId.get(article)?.text.slice(start, end) ?? ''),
  );
}

describe('the questions', () => {
  test('are enough, in both languages and both Chinese scripts', () => {
    expect(set.questions.length).toBeGreaterThanOrEqual(110);
    expect(countOf('en', isAnswerable)).toBeGreaterThanOrEqual(45);
    expect(countOf('zh', isAnswerable)).toBeGreaterThanOrEqual(30);
    const isInTraditional = (each: EvalQuestion) => isTraditional(each.question);
    expect(
      countOf('zh', (each) => isAnswerable(each) && isInTraditional(each)),
    ).toBeGreaterThanOrEqual(8);
  });

  test('have unanswerable ones, half in each language, a third of them near the topic', () => {
    const unanswerable = set.questions.filter((each) => !isAnswerable(each));
    const near = unanswerable.filter(({ id }) => id.includes('-near-'));
    expect(unanswerable.length).toBeGreaterThanOrEqual(35);
    expect(countOf('en', (each) => !isAnswerable(each))).toBe(unanswerable.length / 2);
    expect(near.length).toBeGreaterThanOrEqual(unanswerable.length / 3);
  });

  test('have a language that is the one of their script', () => {
    const all = [...set.questions, ...set.crossLanguage];
    expect(all.filter(({ question, language }) => languageOf(question) !== language)).toEqual([]);
  });

  test('have their answer in their own language, where they have one', () => {
    const elsewhere = set.questions.filter(
      (each) => isAnswerable(each) && !goldLanguages(each).includes(each.language),
    );
    expect(elsewhere).toEqual([]);
  });

  test('across languages are at least sixty, with all gold in the other language', () => {
    expect(set.crossLanguage.length).toBeGreaterThanOrEqual(60);
    expect(set.crossLanguage.filter((each) => !isAnswerable(each))).toEqual([]);
    const inOwnLanguage = set.crossLanguage.filter((each) =>
      goldLanguages(each).includes(each.language),
    );
    expect(inOwnLanguage).toEqual([]);
  });

  test('are there once, in whatever script and with whatever punctuation', () => {
    const all = [...set.questions, ...set.crossLanguage];
    const plain = all.map(({ question }) => {
      const simplified = isTraditional(question) ? inOtherScript(question) : question;
      return simplified.toLowerCase().replaceAll(/[\p{P}\s]/gu, '');
    });
    expect(new Set(plain).size).toBe(all.length);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  test('name no sentence twice, give reasons, and need every article', () => {
    const all = [...set.questions, ...set.crossLanguage];
    const repeating = all.filter(
      ({ gold }) =>
        new Set(gold.map(({ article, start }) => `${article} ${start}`)).size < gold.length,
    );
    expect(repeating).toEqual([]);
    expect(all.filter(({ reason }) => !reason?.endsWith('.'))).toEqual([]);
    const used = new Set(all.flatMap(({ gold }) => gold.map(({ article }) => article)));
    expect([...used].toSorted()).toEqual([...set.generation.corpus.byId.keys()].toSorted());
  });
});

/** What must not be gone below; for `declinedAnswerable`, above. Shares, 0 to 1. */
type Floors = Pick<
  Record<keyof Scores, number>,
  'hit1' | 'hit3' | 'mrr' | 'declinedAnswerable' | 'declinedUnanswerable' | 'auroc'
>;

/**
 * Measured in per cent on the articles of `seeds/`: hit@1, hit@3, MRR@10; declined, answerable and
 * unanswerable; AUROC. One question is 1.9 points in English and 2.6 in Chinese: there is room for
 * one or two.
 */
const FLOORS: Readonly<Record<string, Floors>> = {
  // Measured: 67.3, 71.2, 69.2; declined 15.4 and 77.8; AUROC 86.8.
  'en as-written': {
    hit1: 0.64,
    hit3: 0.66,
    mrr: 0.65,
    declinedAnswerable: 0.21,
    declinedUnanswerable: 0.72,
    auroc: 0.84,
  },
  // Measured: 73.7, 73.7, 73.7; declined 21.1 and 94.4; AUROC 94.0.
  'zh as-written': {
    hit1: 0.71,
    hit3: 0.71,
    mrr: 0.71,
    declinedAnswerable: 0.24,
    declinedUnanswerable: 0.83,
    auroc: 0.91,
  },
  // Measured: 67.3, 69.2, 68.3; declined 15.4 and 83.3; AUROC 85.8.
  'en typing-error': {
    hit1: 0.62,
    hit3: 0.63,
    mrr: 0.62,
    declinedAnswerable: 0.21,
    declinedUnanswerable: 0.77,
    auroc: 0.83,
  },
  // Measured: 65.8, 65.8, 65.8; declined 26.3 and 94.4; AUROC 90.0.
  'zh typing-error': {
    hit1: 0.63,
    hit3: 0.63,
    mrr: 0.63,
    declinedAnswerable: 0.29,
    declinedUnanswerable: 0.88,
    auroc: 0.87,
  },
  // Measured: the same as written, in every figure.
  'zh other-script': {
    hit1: 0.71,
    hit3: 0.71,
    mrr: 0.71,
    declinedAnswerable: 0.24,
    declinedUnanswerable: 0.83,
    auroc: 0.91,
  },
};

describe('the scores', () => {
  let rounds: readonly Round[];

  beforeAll(async () => {
    rounds = await evaluate(set);
  });

  function scoresIn(of: Round['set'], name: string): Scores {
    return scoresOf(
      rounds
        .filter((round) => round.set === of && `${round.language} ${round.variant}` === name)
        .flatMap(({ judgements }) => judgements),
    );
  }

  test.each(Object.entries(FLOORS))('are not below their floors: %s', (name, floors) => {
    const scores = scoresIn('main', name);
    const tooLow = (['hit1', 'hit3', 'mrr', 'declinedUnanswerable', 'auroc'] as const)
      .filter((figure) => (scores[figure] ?? 0) < floors[figure])
      .map((figure) => ({ figure, is: scores[figure], floor: floors[figure] }));
    expect(tooLow).toEqual([]);
    expect(scores.declinedAnswerable).toBeLessThanOrEqual(floors.declinedAnswerable);
  });

  test('have a floor for every round', () => {
    const main = rounds.filter((round) => round.set === 'main');
    const names = main.map(({ language, variant }) => `${language} ${variant}`);
    expect(names.toSorted()).toEqual(Object.keys(FLOORS).toSorted());
  });

  test('across languages are taken by themselves', () => {
    // Measured: hit@1 is 5.3 and 0, one question and none: nothing to hold yet. Give floors when there is.
    const answerable = ['en as-written', 'zh as-written'].map(
      (name) => scoresIn('cross-language', name).answerable,
    );
    expect(answerable[0]).toBeGreaterThanOrEqual(15);
    expect(answerable[1]).toBeGreaterThanOrEqual(45);
  });
});
