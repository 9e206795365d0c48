import type { PassageLanguage } from './answer.ts';

/**
 * The language of a stretch of text by its script: Chinese when it has more Han characters than
 * Latin words, because a Chinese sentence often holds a few Latin names.
 */
export function languageOf(text: string): PassageLanguage {
  const han = text.match(/\p{sc=Han}/gu)?.length ?? 0;
  if (han === 0) return 'en';
  const words = text.match(/\p{sc=Latin}+/gu)?.length ?? 0;
  return han > words ? 'zh' : 'en';
}
