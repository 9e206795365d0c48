import { expect, test } from 'vitest';
import { readSavedArticle, toSavedArticle, withFrontMatter } from '../../src/corpus/index.ts';
import { load, loadOne } from './temp-corpus.ts';

const STORY = 'The ferry sails again, the harbour council said on Tuesday.';

test.each([
  ['front matter', 'a.md', `---\nauthor: Ada Writer\n---\n${STORY}`],
  ['another tool', 'a.md', `---\nbyline: Ada Writer\n---\n${STORY}`],
  ['a list in TOML', 'a.md', `+++\nauthors = ["Ada Writer"]\n+++\n${STORY}`],
  ['JSON', 'a.jsonl', JSON.stringify({ author: { name: 'Ada Writer' }, text: STORY })],
  ['a page', 'a.html', `<meta name="author" content="Ada Writer"><p>${STORY}</p>`],
  [
    'JSON-LD of a page whose author is the example of a template',
    'a.html',
    `<meta name="author" content="name, email@mail.example"><script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"Ada Writer"}]}</script><p>${STORY}</p>`,
  ],
  [
    'JSON-LD of a page whose author is an address',
    'a.html',
    `<meta name="author" content="https://a.example/ada"><script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"Ada Writer"}]}</script><p>${STORY}</p>`,
  ],
])('the author is told by %s', async (_what, file, content) => {
  const article = await loadOne(content, file);
  expect(article).toMatchObject({ author: 'Ada Writer', text: STORY });
  expect(article.inferred).not.toContain('author');
});

test('a list of authors is passed over without a word', async () => {
  const { articles, problems } = await load({ 'a.md': `---\nauthor: [A, B]\n---\n${STORY}` });
  expect(problems).toEqual([]);
  expect(articles[0]).not.toHaveProperty('author');
});

test('an author is kept when details are edited, and in a snapshot', async () => {
  const content = `---\nauthor: Ada Writer\n---\n${STORY}`;
  const edited = withFrontMatter(Buffer.from(content), 'a.md', { title: 'Ferry' });
  const article = await loadOne(edited ?? '', 'a.md');
  expect(article).toMatchObject({ title: 'Ferry', author: 'Ada Writer' });
  const { author, contentHash } = readSavedArticle(toSavedArticle(article));
  expect({ author, contentHash }).toEqual({
    author: 'Ada Writer',
    contentHash: article.contentHash,
  });
});
