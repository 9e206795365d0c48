import { expect, test } from 'vitest';
import { complete } from '../../../src/terminal/console/complete.ts';
import { parseLine } from '../../../src/terminal/console/parse-line.ts';
import { renderHelp } from '../../../src/terminal/console/render-help.ts';
import { displayWidth } from '../../../src/terminal/graphemes.ts';
import { fakeCommands, fakeReply } from '../fakes.ts';

const DEFINITIONS = fakeCommands(() => fakeReply('')).map((command) => command.definition);

const ask = (options: object) => ({ type: 'call', command: 'ask', subcommand: null, options });

test.each([
  ['', { type: 'empty' }],
  ['When must it be sold?', ask({ question: 'When must it be sold?' })],
  ['is it source:x', ask({ question: 'is it source:x' })],
  ['/ask when? source:BBC', ask({ question: 'when?', source: 'BBC' })],
  ['/ask question:when? private:True', ask({ question: 'when?', private: true })],
  ['/ask private:maybe when?', ask({ private: 'maybe when?' })],
  ['/ASK', ask({})],
  ['/reindex apply', { type: 'call', command: 'reindex', subcommand: 'apply', options: {} }],
  [
    '/reindex',
    { type: 'subcommand-missing', command: 'reindex', subcommands: ['preview', 'apply', 'status'] },
  ],
  ['/reindex apply now', { type: 'unexpected-text', text: 'now' }],
  ['/sorces', { type: 'unknown-command', name: 'sorces', nearest: 'sources' }],
  ['/frobnicate', { type: 'unknown-command', name: 'frobnicate', nearest: null }],
  ['/help', { type: 'help' }],
  ['/quit', { type: 'quit' }],
])('%j', (line, parsed) => {
  expect(parseLine(line, DEFINITIONS)).toEqual(parsed);
});

test.each([
  ['/', ['/ask ', '/sources ', '/reindex ', '/help', '/quit'], '/'],
  ['/re', ['/reindex '], '/re'],
  ['/reindex a', ['apply '], 'a'],
  ['/reindex apply ', [], ''],
  ['/ask when? so', ['source:'], 'so'],
  ['/ask language:', ['language:en ', 'language:zh '], 'language:'],
  ['/ask source:BBC s', [], 's'],
  ['/ask private:t', ['private:true '], 'private:t'],
  ['a question', [], 'question'],
  ['/nothing a', [], 'a'],
])('%j can be completed', (line, candidates, typed) => {
  expect(complete(line, DEFINITIONS)).toEqual([candidates, typed]);
});

test('a long word before the cursor is passed over once', () => {
  const word = 'a'.repeat(400_000);
  expect(complete(`/ask ${word} so`, DEFINITIONS)).toEqual([['source:'], 'so']);
});

test('the help lists every command with its options, in a column or under it', () => {
  const help = renderHelp(DEFINITIONS, 'en-US', { width: 80, colour: false, unicode: true });
  expect(help).toContain('/ask question [source:…] [language:…] [private:…]\n');
  expect(help).toContain('/reindex apply');
  for (const line of help.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
});
