import { blankChineseShell } from './chinese/question-shell.ts';
import { blankEnglishShell } from './english/question-shell.ts';
import { languageOf } from './script-language.ts';

/** A question whose words that name nothing are blanked: of the same length, with spaces for them. */
export function blankShell(question: string): string {
  return languageOf(question) === 'zh' ? blankChineseShell(question) : blankEnglishShell(question);
}
