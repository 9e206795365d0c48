import { expect, test } from 'vitest';
import { commands } from '../../../src/commands/index.ts';
import { completeLine } from '../../../src/terminal/console/complete.ts';
import { parseLine } from '../../../src/terminal/console/parse-line.ts';
import { fakeLibrary, storyArticle } from '../../support/fake-library.ts';

const definitions = commands.map((command) => command.definition);

const generation = fakeLibrary([
  storyArticle('a', 'The mayor met Anna Berg.', {
    title: 'Harbour "fees" double',
    publisher: 'The Coast Post',
  }),
  storyArticle('b', 'Nobody told Anna Berg.', { title: 'No harbour', publisher: 'Reuters' }),
]).library.current();

test.each([
  ['who is ann', ['who is Anna Berg'], 'who is ann'],
  ['/ask who is ann', ['who is Anna Berg'], 'who is ann'],
  ['/ask when? so', ['source:'], 'so'],
  ['/ask when? source:reu', ['source:Reuters '], 'source:reu'],
  ['/ask when? source:"the c', ['source:"The Coast Post" '], 'source:"the c'],
  [
    '/ask source:harb',
    ['source:"Harbour \\"fees\\" double" ', 'source:"No harbour" ', 'source:harb '],
    'source:harb',
  ],
  ['/timeline from:2024-05-0', ['from:2024-05-03 '], 'from:2024-05-0'],
  ['/timeline topic:ann', ['topic:"Anna Berg" '], 'topic:ann'],
  ['/ask language:', ['language:en ', 'language:zh '], 'language:'],
  [
    '/ask source:"Reuters" ',
    [
      'question:',
      'language:',
      'from:',
      'to:',
      'private:',
      'about:',
      'start:',
      'limit:',
      'show:',
      'part:',
    ],
    '',
  ],
  ['/so', ['/sources '], '/so'],
  ['', [], ''],
])('%j can become %j', async (line, candidates, typed) => {
  expect(await completeLine(line, { definitions, generation, locale: 'en-US' })).toEqual([
    candidates,
    typed,
  ]);
});

test('what is completed is read back as it was offered', async () => {
  const line = '/ask when? source:"harbour';
  const [[completed = '']] = await completeLine(line, { definitions, generation, locale: 'zh-CN' });
  expect(parseLine(`/ask when? ${completed}`, definitions)).toMatchObject({
    options: { question: 'when?', source: 'Harbour "fees" double' },
  });
});
