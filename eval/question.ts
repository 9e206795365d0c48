import type { PassageLanguage } from '../src/language/script-language.ts';

/** A stretch of an article that answers a question: UTF-16 offsets into its text. */
export interface GoldSpan {
  readonly article: string;
  readonly start: number;
  readonly end: number;
}

/** A question with what answers it. */
export interface EvalQuestion {
  readonly id: string;
  readonly question: string;
  readonly language: PassageLanguage;
  /** Any of these is right; empty when nothing in the articles answers. */
  readonly gold: readonly GoldSpan[];
  /** Why these are the right ones, or why there are none; null where the set does not say. */
  readonly reason: string | null;
}

/** A mistake in a question set. The message names the file and the line. */
export class QuestionSetError extends Error {
  override readonly name = 'QuestionSetError';

  /**
   * @param place the file and the line, as in `questions.jsonl:3`.
   * @param what what is wrong there.
   */
  constructor(place: string, what: string) {
    super(`${place}: ${what}`);
  }
}
