import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/corpus/index.ts';
import { indexArticles } from '../../../src/retrieval/collection.ts';
import type { SearchFilter } from '../../../src/retrieval/index.ts';
import { createPostingsIndex } from '../../../src/retrieval/index-data/postings-index.ts';
import { byId, createArticle } from '../../support/articles.ts';

async function indexOf(list: readonly Article[]) {
  const articles = byId(list);
  const index = createPostingsIndex(await indexArticles(articles), articles);
  const search = async (terms: readonly string[], limit = 10, filter: SearchFilter = {}) => {
    const weighed = terms.map((term) => ({ term, weight: 1 }));
    return index.search({ terms: weighed, shownTerms: new Set(terms), limit, filter });
  };
  const ids = async (...request: Parameters<typeof search>) =>
    (await search(...request)).map(({ passage }) => passage.articleId);
  return { index, search, ids };
}

const text = (id: string, words: string, fields: Partial<Article> = {}) =>
  createArticle({ id, text: words, title: 'Untitled', ...fields });

describe('the index', () => {
  it('ranks the passage first that holds more of the rare words', async () => {
    const { ids } = await indexOf([
      text('one', 'The ferry waits at the quay today.'),
      text('both', 'The ferry captain waits at the quay.'),
      text('none', 'The tower of the town is old enough.'),
    ]);
    // Both terms; then the commoner one alone; a passage with neither is no candidate.
    expect(await ids(['ferri', 'captain'])).toEqual(['both', 'one']);
  });

  it('ranks by the text before the title before the sentence in front', async () => {
    const filler = 'Nobody said a thing.';
    const { ids } = await indexOf([
      text('before', `The lighthouse burned.\n\n${filler}`),
      text('title', filler, { title: 'A lighthouse' }),
      text('other', filler),
    ]);
    // The text itself, then the title (0.6), then the sentence before (0.3).
    expect(await ids(['lighthous'])).toEqual(['before', 'title', 'before']);
  });

  it('adds the scores of several terms up, without a bonus for their number', async () => {
    const { search } = await indexOf([text('a', 'alder birch'), text('b', 'cedar elm')]);
    const [alder] = await search(['alder']);
    const [birch] = await search(['birch']);
    const [together] = await search(['alder', 'birch']);
    expect(together?.score).toBeCloseTo((alder?.score ?? 0) + (birch?.score ?? 0), 9);
  });

  it('weighs a term as it is told to', async () => {
    const { index } = await indexOf([text('a', 'alder'), text('b', 'birch')]);
    const weighed = await index.search({
      terms: [
        { term: 'alder', weight: 0.5 },
        { term: 'birch', weight: 1 },
      ],
      shownTerms: new Set(),
      limit: 10,
      filter: {},
    });
    expect(weighed.map(({ passage }) => passage.articleId)).toEqual(['b', 'a']);
    expect(weighed[1]?.score).toBeCloseTo((weighed[0]?.score ?? 0) / 2, 9);
  });

  it('keeps the best ones only', async () => {
    const { ids } = await indexOf([
      text('long', `alder ${'and a birch again '.repeat(9)}`),
      text('short', 'alder'),
    ]);
    expect(await ids(['alder'], 1)).toEqual(['short']);
  });

  it('finds nothing for terms that it does not know, or for none', async () => {
    const { index, ids } = await indexOf([text('a', 'alder')]);
    expect(await ids(['larch'])).toEqual([]);
    expect(await ids([])).toEqual([]);
    expect(await index.documentFrequencies(['alder', 'larch'])).toEqual(
      new Map([
        ['alder', 1],
        ['larch', 0],
      ]),
    );
  });

  it('forgets one search before the next', async () => {
    const { search } = await indexOf([text('a', 'alder birch'), text('b', 'birch cedar')]);
    const first = await search(['alder', 'birch']);
    await search(['cedar']);
    expect(await search(['alder', 'birch'])).toEqual(first);
  });

  it('tells where the terms stand that are to be shown, in the form that stands there', async () => {
    const { index } = await indexOf([
      text('a', 'Alders grow here.\n\nBy the old alder, 船长 wait.'),
    ]);
    const [, second] = await index.search({
      terms: [{ term: 'alder', weight: 1 }],
      shownTerms: new Set(['alder', '船长', '船']),
      limit: 2,
      filter: {},
    });
    expect(second?.tokens).toEqual([
      { term: 'alder', surface: 'alder', kind: 'word', start: 30, end: 35 },
      { term: '船', surface: '船', kind: 'part', start: 37, end: 38 },
      { term: '船长', surface: '船长', kind: 'bigram', start: 37, end: 39 },
    ]);
  });

  it('reads a term that is a name of JavaScript as any other', async () => {
    const names = ['constructor', 'valueof', 'prototyp'];
    const { ids } = await indexOf([text('a', 'alder'), text('b', 'constructor valueOf prototype')]);
    for (const name of names) expect(await ids([name])).toEqual(['b']);
    expect(await ids(['hasownproperti'])).toEqual([]);
  });
});

describe('a filter of the index', () => {
  const articles = [
    text('old', 'alder', { published: '2024-01-31', publisher: 'Café Gazette' }),
    text('new', 'alder', { published: '2024-02-01', title: 'News of the week' }),
    text('undated', 'alder', { published: null }),
    text('mixed', 'alder\n\n桥梁 alder 关闭', { published: '2024-03-01', language: 'zh' }),
  ];

  it.each<[string, SearchFilter, string[]]>([
    ['nothing asked', {}, ['mixed', 'mixed', 'new', 'old', 'undated']],
    ['a publisher without case and accents', { source: ' CAFE ' }, ['old']],
    ['a title', { source: 'news of' }, ['new']],
    ['an id', { source: 'undat' }, ['undated']],
    ['the first day', { from: '2024-02-01' }, ['mixed', 'mixed', 'new']],
    ['the last day', { to: '2024-01-31' }, ['old']],
    ['both days', { from: '2024-02-01', to: '2024-02-29' }, ['new']],
    ['a language of passages, not of articles', { language: 'zh' }, ['mixed']],
    ['two conditions', { language: 'en', from: '2024-03-01' }, ['mixed']],
    ['what nobody published', { source: 'nobody' }, []],
  ])('keeps to %s', async (_, filter, expected) => {
    const { ids } = await indexOf(articles);
    expect((await ids(['alder'], 10, filter)).toSorted()).toEqual(expected);
  });
});
