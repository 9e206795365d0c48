import { describe, expect, test } from 'vitest';
import { load, loadOne, outline } from './temp-corpus.ts';

const STORY = { title: 'Ferry', text: 'The ferry sails again.' };

describe('a .json file', () => {
  test('holds an article', async () => {
    const article = await loadOne(
      JSON.stringify({ ...STORY, publishedAt: '2024-03-05' }),
      'a.json',
    );
    expect(article).toMatchObject({ ...STORY, id: 'a', published: '2024-03-05' });
  });

  test.each([
    ['a list', [STORY, { text: 'Second.' }]],
    ['an object with a list', { status: 'ok', articles: [STORY, { content: 'Second.' }] }],
  ])('holds %s of articles, which are counted', async (_what, value) => {
    const { articles, problems } = await load({ 'a.json': JSON.stringify(value, null, 2) });
    expect(problems).toEqual([]);
    expect(articles.map(({ id, text }) => [id, text])).toEqual([
      ['a:1', STORY.text],
      ['a:2', 'Second.'],
    ]);
  });

  test('keeps its other articles when some are bad, and says which are', async () => {
    const list = JSON.stringify([STORY, 5, { title: 'No text' }, { text: 'Last.' }]);
    const corpus = await load({ 'a.json': list, 'b.json': '{"text": Monday}', 'c.json': '[]' });
    expect(corpus.articles.map(({ text }) => text)).toEqual([STORY.text, 'Last.']);
    expect(outline(corpus)).toEqual([
      'invalid-value a.json:2',
      'missing-text a.json:3',
      'invalid-json b.json',
      'empty c.json',
    ]);
  });
});

describe('a text in JSON that is HTML', () => {
  test('is its paragraphs, without tags and with its characters', async () => {
    const text =
      '<p>The <b>museum</b> costs 5&nbsp;million.</p><script>x()</script><p>May &amp; June</p>';
    const article = await loadOne(JSON.stringify({ text }), 'a.jsonl');
    expect(article.text).toBe('The museum costs 5\u00a0million.\n\nMay & June');
  });

  test.each(['a < b and c > d', 'Use <stdio.h> here.', '5 < 6 <p', 'AT&amp;T said so.'])(
    'is left alone when it only looks so: %j',
    async (text) => {
      expect((await loadOne(JSON.stringify({ text }), 'a.jsonl')).text).toBe(text);
    },
  );

  test('is a problem of its line when it is nested without end', async () => {
    const corpus = await load({
      'a.jsonl': `${JSON.stringify({ text: `${'<div>'.repeat(600)}x</div>` })}\n{"text":"Last."}`,
    });
    expect(corpus.articles.map(({ text }) => text)).toEqual(['Last.']);
    expect(outline(corpus)).toEqual(['html-too-deep a.jsonl:1']);
  });
});
