import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectSuggestions, type SuggestionKind } from '../../../src/retrieval/index.ts';
import { createPhraseCounter } from '../../../src/retrieval/suggestions/phrases.ts';
import { byId, createArticle } from '../../support/articles.ts';
import { hostileText } from '../../support/hostile-text.ts';

type Fields = Parameters<typeof createArticle>[0];

async function textsOf(kind: SuggestionKind, articles: readonly Fields[]): Promise<string[]> {
  const all = await collectSuggestions(byId(articles.map(createArticle)));
  return all.filter((each) => each.kind === kind).map(({ text }) => text);
}

const textsIn = (kind: SuggestionKind, ...texts: readonly string[]) =>
  textsOf(
    kind,
    texts.map((text) => ({ text })),
  );

describe('what is collected', () => {
  test('are headlines and days, the latest first, and publishers, those of most articles first', async () => {
    const articles = [
      { text: 'One.', title: 'Older', published: '2024-01-01', publisher: 'The Rare' },
      { text: 'Two.', title: 'Newest', published: '2024-03-01', publisher: 'The Common' },
      { text: 'Three.', title: 'Middle', published: '2024-02-01', publisher: 'The Common' },
      { text: 'Four.', title: 'Undated', published: null, publisher: 'unknown' },
    ];
    expect(await textsOf('headline', articles)).toEqual(['Newest', 'Middle', 'Older', 'Undated']);
    expect(await textsOf('day', articles)).toEqual(['2024-03-01', '2024-02-01', '2024-01-01']);
    expect(await textsOf('publisher', articles)).toEqual(['The Common', 'The Rare']);
  });

  test('are names inside sentences, with the words that join them, those of most articles first', async () => {
    const names = await textsIn(
      'name',
      'On Monday the mayor met Anna Berg of the Department of Fisheries.',
      'Reporters asked Anna Berg again. Nothing was said.',
    );
    expect(names).toEqual(['Anna Berg', 'Department of Fisheries']);
  });

  test('are not words with a capital at the beginning of a sentence, unless they are names elsewhere', async () => {
    const names = await textsIn('name', 'Ferries stopped. Harwick said that Harwick would wait.');
    expect(names).toEqual(['Harwick']);
  });

  test('are no words of a heading, where all have capitals', async () => {
    expect(await textsIn('name', 'Why The Ferry Company Stopped All Boats\n\nIt rained.')).toEqual(
      [],
    );
  });

  test('are names in both languages where an article gives both', async () => {
    const names = await textsIn('name', '公司总裁林海（Lin Hai）星期一辞职。');
    expect(names).toContain('Lin Hai');
  });

  test('are phrases and words that come again, and not the parts that only stand in them', async () => {
    const texts = ['Many fear higher harbour fees.', 'The harbour fees rise, and boats leave.'];
    expect(await textsIn('phrase', ...texts)).toEqual(['harbour fees']);
    expect(await textsIn('word', ...texts)).toEqual([]);
    expect(await textsIn('word', ...texts, 'The harbour is full.', 'A harbour, again.')).toEqual([
      'harbour',
    ]);
  });

  test('are Chinese phrases that come again, with names that no dictionary knows', async () => {
    const phrases = await textsIn(
      'phrase',
      '渡轮公司的总裁蓝泊岚表示，渡轮公司将停航。',
      '记者问蓝泊岚何时复航，渡轮公司没有回答。',
    );
    expect(phrases).toContain('渡轮公司');
    expect(phrases).toContain('蓝泊岚');
    expect(phrases).not.toContain('蓝泊');
    expect(phrases).not.toContain('轮公司');
  });
});

test('whatever the articles hold, what is suggested stands in them, on one line and visible', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({ text: hostileText(), title: hostileText(6), publisher: hostileText(4) }),
      ),
      async (fields) => {
        const articles = fields.map(createArticle);
        const given = articles.flatMap(({ text, title, publisher }) => [text, title, publisher]);
        for (const { kind, text, key } of await collectSuggestions(byId(articles))) {
          expect(text).toBe(text.trim());
          expect(key.trim()).not.toBe('');
          expect(text).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u);
          const words = kind === 'day' ? [] : text.split(' ');
          expect(words.filter((word) => !given.some((each) => each.includes(word)))).toEqual([]);
        }
      },
    ),
    { numRuns: 100 },
  );
});

test('a counter that is full forgets the rarest and keeps the most frequent', () => {
  const counter = createPhraseCounter(3);
  const add = (...keys: readonly string[]) =>
    counter.addArticle(new Map(keys.map((key) => [key, { text: key, count: 1 }])));
  add('often', 'a');
  add('often', 'b');
  add('often', 'c');
  add('often', 'd');
  expect([...counter.counts().keys()]).toContain('often');
  expect(counter.counts().size).toBeLessThanOrEqual(3);
  expect(counter.counts().get('often')?.articleCount).toBe(4);
});
