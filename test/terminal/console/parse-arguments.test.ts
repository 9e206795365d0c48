import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseArguments } from '../../../src/terminal/console/parse-line.ts';

const NAMES = ['question', 'source', 'from', 'to'];

function format(options: Readonly<Record<string, string>>): string {
  return Object.entries(options)
    .map(([name, value]) => `${name}:"${value.replace(/["\\]/gu, '\\$&')}"`)
    .join(' ');
}

test.each([
  ['When must it be sold?', {}, 'When must it be sold?'],
  [
    'question:When must it be sold? source:The Guardian',
    { question: 'When must it be sold?', source: 'The Guardian' },
    '',
  ],
  ['source:"The Guardian" when?', { source: 'The Guardian' }, 'when?'],
  ['when? from:2020-08 to:2020-09', { from: '2020-08', to: '2020-09' }, 'when?'],
  ['source：财新 何时出售？', { source: '财新 何时出售？' }, ''],
  ['SOURCE:Guardian', { source: 'Guardian' }, ''],
  ['from:2020-08 from:2020-09', { from: '2020-09' }, ''],
  ['what did they say: nothing, at 10:30?', {}, 'what did they say: nothing, at 10:30?'],
  ['who got it from: Oracle?', {}, 'who got it from: Oracle?'],
  ['"what does source:x mean" from:2020', { from: '2020' }, 'what does source:x mean'],
  ['"sold" or not?', {}, '"sold" or not?'],
  ['source:"say \\"no\\" \\\\ here"', { source: 'say "no" \\ here' }, ''],
  ['source:""', { source: '' }, ''],
  ['', {}, ''],
])('%j', (text, options, rest) => {
  expect(parseArguments(text, NAMES)).toEqual({ options, rest });
});

test('a quotation mark that is not closed is an error, not a guess', () => {
  expect(parseArguments('source:"Guardian when', NAMES)).toEqual({ error: 'unclosed-quote' });
});

test('a backslash at the end, which nothing can follow, is an error of its own', () => {
  expect(parseArguments('source:"Guardian\\', NAMES)).toEqual({ error: 'trailing-backslash' });
  expect(parseArguments('source:"Guardian\\"', NAMES)).toEqual({ error: 'unclosed-quote' });
  // Outside of quotation marks it is text.
  expect(parseArguments('"Guardian\\', NAMES)).toEqual({ options: {}, rest: '"Guardian\\' });
});

test('ten thousand backslashes are read at once, in quotation marks closed and not', () => {
  const many = '\\'.repeat(10_000);
  expect(parseArguments(`source:"${many}`, NAMES)).toEqual({ error: 'unclosed-quote' });
  expect(parseArguments(`source:"${many}\\`, NAMES)).toEqual({ error: 'trailing-backslash' });
  expect(parseArguments(`source:"${many}"`, NAMES)).toEqual({
    options: { source: '\\'.repeat(5000) },
    rest: '',
  });
});

test('without names everything is text', () => {
  expect(parseArguments('a:b', [])).toEqual({ options: {}, rest: 'a:b' });
});

test('what is written in quotation marks is read as it was', () => {
  const value = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('source:x', '" to:"', '\\"'),
  );
  const options = fc.uniqueArray(fc.tuple(fc.constantFrom(...NAMES), value), {
    selector: ([name]) => name,
  });
  fc.assert(
    fc.property(options.map(Object.fromEntries<string>), (given) => {
      expect(parseArguments(format(given), NAMES)).toEqual({ options: given, rest: '' });
    }),
  );
});
