/**
 * The main language of a text, told from its script: "zh", "ja", "ko", "en" for Latin letters, or
 * "und" (undetermined) for other scripts and for text without letters.
 *
 * Words are compared, two Han or kana characters being about one word.
 */
export function detectLanguage(text: string): string {
  if (WITHOUT_OTHER_LETTERS.test(text)) return /\p{Script=Latin}/u.test(text) ? 'en' : 'und';
  const han = countCharacters(text, /\p{Script=Han}+/gu);
  const kana = countCharacters(text, /[\p{Script=Hiragana}\p{Script=Katakana}]+/gu);
  // Japanese prose is half kana; Chinese has at most a quoted name in it.
  const isJapanese = kana * 5 >= han + kana;
  const scores: readonly (readonly [language: string, words: number])[] = [
    ['en', countRuns(text, /\p{Script=Latin}+/gu)],
    [isJapanese ? 'ja' : 'zh', (han + kana) / 2],
    ['ko', countRuns(text, /\p{Script=Hangul}+/gu)],
    ['und', countRuns(text, OTHER_LETTERS)],
  ];
  let best: readonly [language: string, words: number] = ['und', 0];
  for (const score of scores) {
    if (score[1] > best[1]) best = score;
  }
  return best[0];
}

/** Latin letters, and marks such as typographic quotation marks: most texts, told quickly. */
const WITHOUT_OTHER_LETTERS = /^[\p{ASCII}\u0080-\u024F\u2000-\u206F\u20A0-\u20CF]*$/u;

const OTHER_LETTERS =
  /[^\P{Letter}\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Common}\p{Script=Inherited}]+/gu;

function countRuns(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function countCharacters(text: string, pattern: RegExp): number {
  return (text.match(pattern) ?? []).reduce((sum, run) => sum + run.length, 0);
}
