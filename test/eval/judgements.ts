import type { Judgement } from '../../eval/judge.ts';
import type { EvalQuestion } from '../../eval/question.ts';

/** A question for a test; answerable unless the gold is empty. */
export function questionOf(fields: Partial<EvalQuestion> = {}): EvalQuestion {
  return {
    id: 'q1',
    question: 'When did the ferry leave?',
    language: 'en',
    gold: [{ article: 'ferry', start: 0, end: 20 }],
    reason: 'It tells the hour.',
    ...fields,
  };
}

/** A judgement for a test: an answerable question with a right quote in the first place. */
export function judgementOf(fields: Partial<Judgement> = {}): Judgement {
  return {
    question: questionOf(),
    asked: 'When did the ferry leave?',
    verdict: 'answered',
    confidence: 0.9,
    rank: 1,
    quotes: [{ article: 'ferry', start: 0, end: 20, score: 1 }],
    first: { article: 'ferry', words: 'The ferry left at 5.' },
    ...fields,
  };
}

/** The same for an unanswerable question. */
export function unanswerableOf(fields: Partial<Judgement> = {}): Judgement {
  return judgementOf({
    question: questionOf({ id: 'q2', gold: [], reason: 'No article tells it.' }),
    rank: null,
    ...fields,
  });
}
