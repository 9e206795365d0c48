import { describe, expect, test } from 'vitest';
import { type Action, type CommandCall, verifyReply } from '../../src/commands/index.ts';
import { LOCALES } from '../../src/i18n/index.ts';
import type { Answer } from '../../src/retrieval/index.ts';
import { itemsOf, quotesOf, roomFor, run, textsOf, userErrorOf } from '../support/command-calls.ts';
import { fakeLibrary, quoteOf, storyArticle } from '../support/fake-library.ts';

const FACTS = Array.from({ length: 1234 }, (_, index) => `Fact ${index + 1} is known.`);

const paper = storyArticle('paper', FACTS.join(' '), { url: 'https://example.org/paper' });
const twin = storyArticle('twin', FACTS[1] ?? '', { title: 'Twin', publisher: 'unknown' });
const cousin = storyArticle('cousin', 'Fact 2 is known now.', { published: null });

const quotes = FACTS.map((fact, index) => ({
  quote: quoteOf(paper, fact),
  language: 'en' as const,
  score: 1,
  duplicates:
    index === 1 ? [quoteOf(cousin, 'Fact 2 is known now.'), quoteOf(twin, FACTS[1] ?? '')] : [],
}));

const answer: Partial<Answer> = { verdict: 'answered', confidence: 1, quotes };
const { library, asked } = fakeLibrary([paper, twin, cousin], answer);

const ask = (options: CommandCall['options'] = {}, fields: Partial<CommandCall> = {}) =>
  run('ask', library, { question: 'Facts?', ...options }, fields);

const factsOf = (result: Awaited<ReturnType<typeof ask>>) =>
  quotesOf(result).map(({ quote }) => FACTS.indexOf(paper.text.slice(quote.start, quote.end)) + 1);

const offered = (actions: readonly Action[] | undefined) =>
  actions?.map(({ label, call, target }) => [label, call?.options ?? null, target ?? 'here']);

const question = 'Facts?';

describe('a page of quotes', () => {
  test('says which ones they are of how many', async () => {
    expect((await ask()).reply.footer).toMatch(/^3 of 1,234 · /u);
    expect((await ask({ start: '1000' })).reply.footer).toMatch(/^1,000–1,002 of 1,234 · /u);
  });

  test('leads to those before and after it, to contexts and to sources', async () => {
    const { reply } = await ask({ start: '2', source: 'gazette', from: '2020' });
    const filters = { source: 'gazette', from: '2020' };
    expect(offered(reply.actions)).toEqual([
      ['Previous', { ...filters, question }, 'here'],
      ['More quotes', { start: '5', ...filters, question }, 'here'],
      ['In context', { start: '2', show: 'context', ...filters, question }, 'privately'],
      ['Compare sources', { start: '2', show: 'sources', ...filters, question }, 'privately'],
      ['Ask about this', { ...filters, question }, 'form'],
    ]);
  });

  test('has as many as fit, and what it leads to is about those alone', async () => {
    const result = await ask({ start: '7' }, roomFor(2));
    expect(factsOf(result)).toEqual([7, 8]);
    expect(offered(result.reply.actions)).toEqual([
      ['Previous', { start: '5', question }, 'here'],
      ['More quotes', { start: '9', question }, 'here'],
      ['In context', { limit: '2', start: '7', show: 'context', question }, 'privately'],
      ['Ask about this', { question }, 'form'],
    ]);
  });

  test('keeps the number of quotes that was asked for', async () => {
    const result = await ask({ limit: 5, start: 11 });
    expect(factsOf(result)).toEqual([11, 12, 13, 14, 15]);
    expect(offered(result.reply.actions)?.slice(0, 2)).toEqual([
      ['Previous', { limit: '5', start: '6', question }, 'here'],
      ['More quotes', { limit: '5', start: '16', question }, 'here'],
    ]);
  });

  test('behind the end is the last one', async () => {
    const result = await ask({ start: '5000' });
    expect(factsOf(result)).toEqual([1232, 1233, 1234]);
    expect(offered(result.reply.actions)?.slice(0, 2)).toEqual([
      ['Previous', { start: '1229', question }, 'here'],
      ['More quotes', null, 'here'],
    ]);
  });

  test('does not make quotes that nobody will see', async () => {
    await ask({ start: '1000' });
    expect(asked.at(-1)).toMatchObject({ offset: 993, limit: 9 });
  });

  test('is what the JSON has', async () => {
    const { json } = await ask({ start: '4' });
    expect(json()).toMatchObject({ quotes: FACTS.slice(3, 6).map((text) => ({ text })) });
  });

  test.each([{ start: '0' }, { start: 'x' }, { part: '-1' }, { show: 'all' }, { share: 'maybe' }])(
    'is refused for %j',
    async (options) => {
      const { code } = await userErrorOf(ask(options));
      expect(code).toBe('invalid-input');
    },
  );
});

describe('a page of an answer that the asker alone sees', () => {
  const share = ['Share in channel', { start: '4', share: 'true', question }, 'publicly'];

  test('can be shared', async () => {
    const { reply } = await ask({ start: '4' }, { isPrivate: true });
    expect(offered(reply.actions)).toContainEqual(share);
  });

  test('cannot be shared by one who is not alone with it', async () => {
    const { reply } = await ask({ start: '4', private: 'true' });
    expect(offered(reply.actions)).not.toContainEqual(share);
  });

  test('is shared with the name of the person, who is told nothing twice', async () => {
    const person = { id: '1', name: 'Ann' };
    const result = await ask({ share: 'true' }, { person });
    expect(textsOf(result)).toEqual(['Shared by Ann']);
    expect(result.reply.visibility).toBe('public');
    expect(JSON.stringify(result.reply.actions)).not.toContain('share');
    expect(textsOf(await ask({}, { person }))).toEqual([]);
  });
});

describe('the contexts of quotes', () => {
  test('are longer quotes with the first ones marked in them, in pages', async () => {
    const { reply } = await ask({ start: '7', show: 'context', limit: '2' }, roomFor(1));
    const block = verifyReply(reply, library.current().corpus.byId, (error) => {
      throw error;
    }).blocks.find(({ type }) => type === 'quote');
    if (block?.type !== 'quote') throw new Error('expected a quote');
    expect(block.text).toBe(FACTS.slice(3, 10).join(' '));
    expect(block.marks.map(({ start, end }) => block.text.slice(start, end))).toEqual([FACTS[6]]);
    expect(offered(reply.actions)).toEqual([
      ['Previous', { limit: '2', start: '6', show: 'context', question }, 'here'],
      ['7–7 of 1,234', null, 'here'],
      ['Next', { limit: '2', start: '8', show: 'context', question }, 'here'],
    ]);
  });
});

describe('the sources of quotes', () => {
  test('are named where the words are the same, and quoted where they are not', async () => {
    const result = await ask({ show: 'sources' });
    expect(textsOf(result)).toEqual([
      'Quote 2: 3 articles',
      'In the same words:',
      'In slightly different words:',
    ]);
    expect(itemsOf(result)).toEqual([
      { text: 'Twin', detail: 'unknown publisher · May 3, 2024', url: null },
    ]);
    expect(quotesOf(result).map(({ quote }) => quote.articleId)).toEqual(['paper', 'cousin']);
    expect(result.reply.actions).toEqual([]);
  });

  test('are in pages, each of which says whose sources they are', async () => {
    const second = await ask({ show: 'sources', part: '2' }, roomFor(0));
    expect(textsOf(second)).toEqual(['Quote 2: 3 articles', 'In the same words:']);
    const { reply } = await ask({ show: 'sources' }, roomFor(1));
    expect(offered(reply.actions)?.at(-1)).toEqual([
      'Next',
      { show: 'sources', part: '3', question },
      'here',
    ]);
  });

  test('are none where no other article has the quotes', async () => {
    const result = await ask({ show: 'sources', start: '3' });
    expect(textsOf(result)).toEqual(['No other article says the same.']);
  });
});

describe('by a button of older articles', () => {
  test('a page that is not the first offers to ask anew, and the first one is that', async () => {
    const anew = ['Ask again', { source: 'gazette', question }, 'here'];
    const call = { isStale: true };
    const page = await ask({ start: '4', source: 'gazette' }, call);
    expect(offered(page.reply.actions)?.[0]).toEqual(anew);
    const first = await ask({ source: 'gazette' }, call);
    expect(offered(first.reply.actions)).not.toContainEqual(anew);
    for (const show of ['context', 'sources']) {
      const view = await ask({ show, source: 'gazette' }, call);
      expect(offered(view.reply.actions)).toContainEqual(anew);
    }
    const none = await ask({ show: 'sources', start: '4', source: 'gazette' }, call);
    expect(offered(none.reply.actions)).toEqual([anew]);
  });
});

test.each(LOCALES)('every view has words in %s', async (locale) => {
  for (const show of [undefined, 'context', 'sources']) {
    const { reply } = await ask({ show }, { locale, isPrivate: true, isStale: true });
    expect(reply.locale).toBe(locale);
    expect(reply.actions?.every(({ label }) => label.length <= 80)).toBe(true);
  }
});
