/** The languages with an analyser of their own. A passage has one, by its script. */
export type PassageLanguage = 'en' | 'zh';

/** The first unit of a Han character, and the bounds of the block in which all are. */
const FIRST_HAN = 0x2e80;
const FIRST_COMMON_HAN = 0x4e00;
const LAST_COMMON_HAN = 0x9fef;

/**
 * The language of a stretch of text by its script: Chinese when it has more Han characters than
 * Latin words, because a Chinese sentence often holds a few Latin names.
 */
export function languageOf(text: string): PassageLanguage {
  const han = countHan(text);
  if (han === 0) return 'en';
  const words = text.match(/\p{sc=Latin}+/gu)?.length ?? 0;
  return han > words ? 'zh' : 'en';
}

/** As many as a pattern would find, without making a string of each. */
function countHan(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < FIRST_HAN) continue;
    if (unit >= FIRST_COMMON_HAN && unit <= LAST_COMMON_HAN) {
      count += 1;
    } else {
      const point = text.codePointAt(at) ?? 0;
      if (/\p{sc=Han}/u.test(String.fromCodePoint(point))) count += 1;
      if (point > 0xffff) at += 1;
    }
  }
  return count;
}
