import type { ProblemCode, ProblemValues } from '../corpus/index.ts';

/** What is wrong, without a full stop, and what to do about it: one short sentence. */
export interface ProblemWording {
  readonly reason: string;
  readonly remedy: string;
}

/** Everything that Verbatim says about problems, in one language. */
export interface ProblemWords {
  /** The corpus folder itself, as the place of a problem. */
  readonly folder: string;
  /** By errno name; others are shown as they are. */
  readonly causes: ReadonlyMap<string, string>;
  readonly expected: Readonly<Record<ProblemValues['invalid-value']['expected'], ProblemWording>>;
  readonly problems: {
    readonly [Code in ProblemCode]: (
      values: ProblemValues[Code],
      words: ProblemWords,
    ) => ProblemWording;
  };
}

/** The words for an errno name, or the name itself when there are none. */
export function causeIn(words: ProblemWords, cause: string): string {
  return words.causes.get(cause) ?? cause;
}
