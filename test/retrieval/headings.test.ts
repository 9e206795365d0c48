import { describe, expect, it } from 'vitest';
import { createCollection, verifyQuote } from '../../src/retrieval/index.ts';
import { isHeading } from '../../src/retrieval/passages/headings.ts';
import { splitPassages } from '../../src/retrieval/passages/split-passages.ts';
import { byId, createArticle } from '../support/articles.ts';

const TEXT = 'The council cut it by three million crowns after a debate that lasted two days.';

describe('a heading', () => {
  it.each([
    ['a line marked in Markdown', '## Harbour budget'],
    ['a marked line with a full stop', '# The budget shrinks.'],
    ['a short line without a full stop', 'Harbour budget'],
    ['a line in quotation marks', '“A sad day”'],
    ['a question', 'What next?'],
    ['a question in bold letters', '**What next?**'],
    ['what an interviewer asks', 'Q: What will the council do next?'],
  ])('is %s', (_, line) => expect(isHeading(line, TEXT, 'en')).toBe(true));

  it.each([
    ['a sentence', 'The budget shrinks.', TEXT],
    ['a question before another', 'What next?', 'And then?'],
    ['an item of a list', '- Harbour budget', TEXT],
    ['a line that goes on', 'The budget, says the mayor,', TEXT],
    ['a label', 'Dead:', TEXT],
    ['a line above a short one', 'Harbour budget', 'It shrinks.'],
    [
      'a line above one that is no sentence',
      'Harbour budget',
      'Ferry fares and pier repairs in 2019',
    ],
    ['two lines', 'Harbour\nbudget', TEXT],
    ['a long line', `Budget ${'of the harbour '.repeat(6)}`, TEXT.repeat(3)],
    ['a hashtag', '#harbour', 'It shrinks.'],
  ])('is not %s', (_, line, next) => expect(isHeading(line, next, 'en')).toBe(false));

  it('is found in Chinese', () => {
    const text = '议会经过两天的辩论，把港口预算削减了三百万克朗。';
    expect(isHeading('港口预算', text, 'zh')).toBe(true);
    expect(isHeading('港口预算减少。', text, 'zh')).toBe(false);
  });

  it.each([
    ['HOW DID IT FALL?', 'What is known'],
    ['Harbour budget', 'A long debate'],
    ['港口预算', '议会怎么说？'],
  ])('may have another one above it: %s', (upper, lower) => {
    const text = `Boats sank in the storm.\n\n${upper}\n\n${lower}\n\n${TEXT}`;
    const { passages } = splitPassages(createArticle({ text }));
    const quotable = passages.flatMap(({ sentences }) =>
      sentences.map(({ start, end }) => text.slice(start, end)),
    );
    expect(quotable).toEqual(['Boats sank in the storm.', TEXT]);
  });

  it('is no line of a list', () => {
    const text = `Present were:\n\nInes Holt\n\nTom Reyes\n\nOlga Brandt\n\n${TEXT}`;
    const { passages } = splitPassages(createArticle({ text }));
    const last = passages.at(-1);
    expect(text.slice(0, last?.start)).toContain('Ines Holt');
  });

  it('begins the passage beneath it, and is not among its sentences', () => {
    const text = `Boats sank in the storm.\n\n# News\n\n## Harbour budget\n\n${TEXT} Nobody was pleased.`;
    const { passages, exclusions } = splitPassages(createArticle({ text }));
    expect(exclusions).toEqual([]);
    expect(passages.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Boats sank in the storm.',
      text.slice(text.indexOf('# News')),
    ]);
    expect(passages[1]?.sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
      TEXT,
      'Nobody was pleased.',
    ]);
    expect(passages[1]?.before).toMatchObject({ start: 0 });
  });

  it('without a text of its own stays a passage', () => {
    const text = `${TEXT}\n\n## Harbour budget\n\nShare this story\n\nBoats sank in the storm.`;
    const { passages } = splitPassages(createArticle({ text }));
    expect(passages.map(({ start, end }) => text.slice(start, end))).toEqual([
      TEXT,
      '## Harbour budget',
      'Boats sank in the storm.',
    ]);
  });

  it('finds the text beneath it, which is quoted without it', async () => {
    const articles = byId([
      createArticle({ text: `## Harbour budget\n\n${TEXT}`, title: 'Town news' }),
      createArticle({ text: 'A baker sold bread in a far town.', title: 'Bread' }),
      createArticle({ text: 'Pears ripen late on the islands.', title: 'Pears' }),
    ]);
    const collection = await createCollection(articles);
    const question = 'What did the council do to the harbour budget?';
    const { quotes } = await collection.ask({ question, limit: 3, filter: {} });
    expect(quotes.map(({ quote }) => verifyQuote(quote, articles))).toEqual([TEXT]);
  });
});
