import type { PassageLanguage } from '../../language/index.ts';
import { leansInChinese, leansInEnglish } from '../../language/index.ts';

/**
 * Whether a sentence is hard to understand without the one before it: it begins with "he", "the
 * company" or "该公司", follows from something, or leaves out who speaks. Judged by its own words, so
 * that it is a good guess and no more.
 */
export function isLeaning(sentence: string, language: PassageLanguage): boolean {
  return language === 'zh' ? leansInChinese(sentence) : leansInEnglish(sentence);
}
