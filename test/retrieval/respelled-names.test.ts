import { assert, asyncProperty, constantFrom } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCollection, verifyQuote } from '../../src/retrieval/index.ts';
import { byId, createArticle } from '../support/articles.ts';
import { loadDictionary } from '../support/dictionary.ts';

const TEXT = [
  'The minister, Olena Hryhorenko, said that the bridge would be closed in May.',
  'Officials flew to Kharkiv with Major Mohammed Qassem, who denied the report.',
  'Jürgen Schroeder lost the vote by two, and the marsh was drained.',
].join('\n\n');

async function ask(question: string, text = TEXT) {
  const articles = byId([createArticle({ text })]);
  const collection = await createCollection(articles, loadDictionary);
  const answer = await collection.ask({ question, limit: 3, filter: {} });
  return {
    ...answer,
    words: answer.quotes.map(({ quote }) => verifyQuote(quote, articles)),
  };
}

describe('a name in another spelling than the articles’', () => {
  it.each([
    [
      'What did Hrihorenko say?',
      [{ from: 'Hrihorenko', to: 'Hryhorenko' }],
      'said that the bridge',
    ],
    ['Who flew to Kharkov?', [{ from: 'Kharkov', to: 'Kharkiv' }], 'flew to Kharkiv'],
    ['what did muhammad deny', [{ from: 'muhammad', to: 'Mohammed' }], 'denied the report'],
    ['What did Qasim deny?', [{ from: 'Qasim', to: 'Qassem' }], 'denied the report'],
    ['Why did Schröder’s vote fail?', [{ from: 'Schröder', to: 'Schroeder' }], 'lost the vote'],
  ])('is found and told: %s', async (question, corrections, expected) => {
    const answer = await ask(question);
    expect(answer.corrections).toEqual(corrections);
    expect(answer.words[0] ?? '').toContain(expected);
  });

  it('is less sure than the spelling of the articles', async () => {
    const own = await ask('What did Hryhorenko say about the bridge?');
    const other = await ask('What did Hrihorenko say about the bridge?');
    expect(other.words[0]).toBe(own.words[0]);
    expect(other.confidence).toBeLessThan(own.confidence);
  });

  it.each([
    'What did the mayor deny?',
    'Which may be closed?',
    'who is the mayor',
    'What did Johnson say?',
  ])('is not taken for one where it is an ordinary word, or another name: %s', async (question) => {
    expect((await ask(question)).corrections).toEqual([]);
  });

  it('is never spelled anew where the articles have it', async () => {
    const spellings = constantFrom('Zelensky', 'Zelenskyy', 'Zelenskiy', 'Selenskyj');
    await assert(
      asyncProperty(spellings, spellings, async (asked, other) => {
        const text = `On Monday the guest ${asked} came.\n\nOn Friday the guest ${other} left.`;
        expect((await ask(`When did ${asked} come?`, text)).corrections).toEqual([]);
      }),
      { numRuns: 16 },
    );
  });
});
