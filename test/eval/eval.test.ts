import { beforeAll, describe, expect, test } from 'vitest';
import { type EvalSet, openOwnSet } from '../../eval/open-set.ts';
import { inOtherScript, isTraditional } from '../../eval/other-script.ts';
import type { EvalQuestion } from '../../eval/question.ts';
import { languageOf, type PassageLanguage } from '../../src/language/script-language.ts';

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
    const all = [...set.questions, ...set.crossLanguage, ...set.chat];
    expect(all.filter(({ question, language }) => languageOf(question) !== language)).toEqual([]);
  });

  test('have their answer in their own language, where they have one', () => {
    const elsewhere = set.questions.filter(
      (each) => isAnswerable(each) && !goldLanguages(each).includes(each.language),
    );
    expect(elsewhere).toEqual([]);
  });

  test('across languages are at least sixty, with all gold in the other language', () => {
    const answerable = set.crossLanguage.filter(isAnswerable);
    expect(answerable.length).toBeGreaterThanOrEqual(60);
    const inOwnLanguage = answerable.filter((each) => goldLanguages(each).includes(each.language));
    expect(inOwnLanguage).toEqual([]);
  });

  test('across languages have unanswerable ones, half of them near the topic', () => {
    const unanswerable = set.crossLanguage.filter((each) => !isAnswerable(each));
    const near = unanswerable.filter(({ id }) => id.includes('-near-'));
    for (const language of ['en', 'zh']) {
      const inLanguage = unanswerable.filter((each) => each.language === language);
      expect(inLanguage.length).toBeGreaterThanOrEqual(12);
    }
    expect(near.length).toBe(unanswerable.length / 2);
  });

  test('of a chat are sixty, half in each language, a fifth of them without an answer', () => {
    for (const language of ['en', 'zh']) {
      const inLanguage = set.chat.filter((each) => each.language === language);
      expect(inLanguage).toHaveLength(30);
      expect(inLanguage.filter((each) => !isAnswerable(each))).toHaveLength(6);
    }
  });

  test('are there once, in whatever script and with whatever punctuation', () => {
    const all = [...set.questions, ...set.crossLanguage, ...set.chat];
    const plain = all.map(({ question }) => {
      const simplified = isTraditional(question) ? inOtherScript(question) : question;
      return simplified.toLowerCase().replaceAll(/[\p{P}\s]/gu, '');
    });
    expect(new Set(plain).size).toBe(all.length);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  test('name no sentence twice, give reasons, and need every article', () => {
    const all = [...set.questions, ...set.crossLanguage, ...set.chat];
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
