import { describe, expect, it } from 'vitest';
import { verifyQuote } from '../../src/retrieval/index.ts';
import { chooseEntries, findTimeline } from '../../src/timeline/index.ts';
import { byId, createArticle } from '../support/articles.ts';
import { loadDictionary } from '../support/dictionary.ts';

const ARTICLES = byId([
  createArticle({
    id: 'gazette',
    published: '2024-05-03',
    text: 'The harbour bridge closed on 28 April after a ship had struck it. Repairs must be done by 15 June, the council said.\n\nIn March the council had spent 3 million crowns on paint.',
  }),
  createArticle({
    id: 'post',
    publisher: 'The Quay Post',
    published: '2024-05-03',
    text: 'The harbour bridge closed on 28 April after a ship had struck it. It will open again on 1 July. The election is on 2 June; the fair is on 2 June too.',
  }),
  createArticle({
    id: 'zh',
    published: '2024-05-03',
    text: '大桥4月28日关闭。维修须在6月20日之前完成。',
  }),
]);

async function timeline(request: Parameters<typeof chooseEntries>[2] = {}) {
  const all = await findTimeline(ARTICLES, loadDictionary);
  return (await chooseEntries(all, ARTICLES, request)).map(({ date, role, reports: [report] }) => ({
    date: date?.value,
    role,
    from: [report.quote, ...report.duplicates].map(({ articleId }) => articleId),
    words: verifyQuote(report.quote, ARTICLES),
    marked: report.quote.marks.map(({ start, end }) =>
      ARTICLES.get(report.quote.articleId)?.text.slice(start, end),
    ),
  }));
}

describe('a timeline', () => {
  it('is in the order of the dates, each with the words that name it marked', async () => {
    const entries = await timeline();
    expect(entries.map(({ date, role, marked }) => [date, role, marked])).toEqual([
      ['2024-03', 'event', ['March']],
      ['2024-04-28', 'event', ['28 April']],
      ['2024-06-02', 'planned', ['2 June']],
      ['2024-06-15', 'deadline', ['15 June']],
      ['2024-06-20', 'deadline', ['6月20日']],
      ['2024-07-01', 'planned', ['1 July']],
    ]);
  });

  it('counts a sentence that stands in two articles once, with both sources', async () => {
    const closing = (await timeline()).find(({ words }) => words.startsWith('The harbour bridge'));
    expect(closing?.from).toEqual(['gazette', 'post']);
  });

  it.each([
    [{ from: '2024-06-01', to: '2024-06-15' }, ['2024-06-02', '2024-06-15']],
    [{ to: '2024-03-31' }, ['2024-03']],
    [{ from: '2024-03-20', to: '2024-03-25' }, ['2024-03']],
    [{ from: '2025-01-01' }, []],
    [{ topic: 'harbour bridge' }, ['2024-04-28']],
    [{ topic: '🙂' }, []],
    [{ topic: '大桥' }, ['2024-04-28']],
    [{ source: 'quay post', to: '2024-05-31' }, ['2024-04-28']],
  ])('is narrowed by %j', async (request, expected) => {
    expect((await timeline(request)).map(({ date }) => date)).toEqual(expected);
  });
});
