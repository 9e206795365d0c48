import * as fc from 'fast-check';
import { extremeText } from './extreme-text.ts';

/** Signs that an address has no right to hold, or that mean something in it. */
const SIGNS = [
  '|',
  '^',
  '`',
  '[',
  ']',
  '{',
  '}',
  '<',
  '>',
  '"',
  "'",
  '\\',
  ' ',
  '\t',
  '#',
  '?',
  '/',
  '&',
  '=',
  '%',
  '%4',
  '%zz',
  '%7C',
  '@',
  ':',
  '(',
  ')',
  '.',
  '..',
  '_',
  '~',
  '渡轮',
  'ü',
  '😀',
  '\ud83d',
  'a',
  '1',
];

const signs = fc.array(fc.constantFrom(...SIGNS), { maxLength: 12 }).map((each) => each.join(''));

/** Addresses that a browser would follow, most of them, with anything in any of their parts. */
export const hostileAddress: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: signs.map((after) => `https://example.org/${after}`) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('http', 'https', 'HTTPS', 'ftp', 'javascript'), signs, signs)
      .map(([scheme, host, after]) => `${scheme}://news${host}.example/${after}`),
  },
  { weight: 1, arbitrary: fc.webUrl({ withQueryParameters: true, withFragments: true }) },
  { weight: 1, arbitrary: extremeText },
);
