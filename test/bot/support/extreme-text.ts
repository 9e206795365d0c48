import * as fc from 'fast-check';
import { hostileText } from './hostile-text.ts';

/** Texts at the ends of what there is. */
const EXTREMES = [
  `e${'\u0301'.repeat(2000)}`,
  '禁'.repeat(4000),
  '*_~|`'.repeat(900),
  '\u202e'.repeat(3000),
  '\u200d'.repeat(3000),
  '👩‍👩‍👧‍👦'.repeat(400),
  '\ud83d'.repeat(2000),
  '\n'.repeat(2000),
  '> '.repeat(1500),
  '@everyone '.repeat(300),
  '<@&1100000000000000004>'.repeat(150),
  '[a](https://evil.example)'.repeat(150),
  '```\n# a\n```\n'.repeat(200),
  `https://evil.example/${'a'.repeat(5000)}`,
];

/** Hostile text of any length, and now and then text that is extreme in one way. */
export const extremeText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  { weight: 1, arbitrary: hostileText.map((text) => text.repeat(60)) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(hostileText, fc.constantFrom(...EXTREMES), hostileText)
      .map((parts) => parts.join('')),
  },
);
