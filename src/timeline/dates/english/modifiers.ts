import type { DateModifier } from '../../calendar-date.ts';

const PARTS: readonly (readonly [DateModifier, RegExp])[] = [
  [
    'start',
    /\b(?:(?:very\s+)?early(?:\s+in)?|(?:the\s+)?(?:start|beginning)\s+of)(?:\s+|-)(?:the\s+)?$/iu,
  ],
  ['mid', /\b(?:mid|(?:the\s+)?middle\s+of)(?:\s+|\s?-\s?)(?:the\s+)?$/iu],
  ['end', /\b(?:late(?:\s+in)?|(?:the\s+)?(?:end|close)\s+of)(?:\s+|-)(?:the\s+)?$/iu],
];

/** The part of a longer time that the words before it name, and the UTF-16 length of these words. */
export function englishModifier(before: string): { modifier: DateModifier; length: number } | null {
  for (const [modifier, pattern] of PARTS) {
    const words = pattern.exec(before)?.[0];
    if (words !== undefined) return { modifier, length: words.length };
  }
  return null;
}
