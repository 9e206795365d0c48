import type { Problem, ProblemCode, ProblemOf } from '../corpus/index.ts';
import type { Locale } from './locale.ts';
import type { ProblemWording, ProblemWords } from './problem-words.ts';
import { createEnglish } from './problems-en.ts';
import { SIMPLIFIED_CHINESE } from './problems-zh-cn.ts';
import { TRADITIONAL_CHINESE } from './problems-zh-tw.ts';

/** A problem in a person's language. */
export interface ProblemDescription extends ProblemWording {
  /** `file` or `file:line`; the folder itself has a name in each language. */
  readonly where: string;
}

const WORDS: Readonly<Record<Locale, ProblemWords>> = {
  'en-US': createEnglish('en-US'),
  'en-GB': createEnglish('en-GB'),
  'zh-CN': SIMPLIFIED_CHINESE,
  'zh-TW': TRADITIONAL_CHINESE,
};

/** Describes a problem for the person who can mend it. */
export function describeProblem(problem: Problem, locale: Locale): ProblemDescription {
  const words = WORDS[locale];
  // File names may hold line feeds and terminal sequences.
  const file = problem.file.replaceAll(/\p{Cc}/gu, '\uFFFD');
  const place = problem.line === null ? file : `${file}:${problem.line}`;
  return { where: problem.file === '.' ? words.folder : place, ...wordingOf(problem, words) };
}

function wordingOf<Code extends ProblemCode>(
  problem: ProblemOf<Code>,
  words: ProblemWords,
): ProblemWording {
  return words.problems[problem.code](problem.values, words);
}
