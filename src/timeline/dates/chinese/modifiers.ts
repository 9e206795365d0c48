import type { DateModifier } from '../../calendar-date.ts';

const PARTS: readonly (readonly [DateModifier, RegExp])[] = [
  ['start', /^\s?(?:份)?(?:上旬|初期?|伊始)/u],
  ['mid', /^\s?(?:份)?(?:中旬|中期|年中|中(?=[，。、；,.\s]|$))/u],
  ['end', /^\s?(?:份)?(?:下旬|底|末期?|后期|年底|年末)/u],
];

/** The part of a longer time that the words after it name, and the UTF-16 length of these words. */
export function chineseModifier(after: string): { modifier: DateModifier; length: number } | null {
  for (const [modifier, pattern] of PARTS) {
    const words = pattern.exec(after)?.[0];
    if (words !== undefined) return { modifier, length: words.length };
  }
  return null;
}
