import { describe, expect, it } from 'vitest';
import { chooseEntries, findTimeline } from '../../src/timeline/index.ts';
import { byId, createArticle } from '../support/articles.ts';
import { loadDictionary } from '../support/dictionary.ts';

const STATEMENT = 'The ferry company said that its old pier had burned down on 28 April at night';

async function statements(texts: Readonly<Record<string, string>>) {
  const articles = Object.entries(texts).map(([id, text]) => createArticle({ id, text }));
  const found = await findTimeline(byId(articles), loadDictionary);
  return found.map(({ date, role, reports }) => [
    date?.value,
    role,
    reports
      .flatMap(({ quote, duplicates }) => [quote, ...duplicates])
      .map(({ articleId, marks }) => `${articleId} ${marks.length}`),
  ]);
}

describe('dated statements', () => {
  it('count a duplicate in each other article once, and never in their own', async () => {
    const texts = {
      a: `${STATEMENT}.`,
      b: `Fire! ${STATEMENT}. It was cold. “${STATEMENT}!”`,
      c: 'No date.',
    };
    expect(await statements(texts)).toEqual([['2024-04-28', 'event', ['b 1', 'a 1']]]);
  });

  it('keep one day in two sentences apart when these say different things', async () => {
    expect(
      await statements({ a: 'On 28 April the pier burned. On 28 April the mayor was in Spain.' }),
    ).toHaveLength(2);
  });

  it('count a day that one sentence names twice once', async () => {
    const text = 'On 28 April it rained, and on 28 April it snowed.';
    expect(await statements({ a: text })).toEqual([['2024-04-28', 'event', ['a 1']]]);
  });

  it('give an entry for each day of a sentence', async () => {
    const found = await statements({ a: 'It opened on 2 March and closed on 28 April.' });
    expect(found.map(([date]) => date)).toEqual(['2024-03-02', '2024-04-28']);
  });

  it('put a month before its days', async () => {
    const found = await statements({ a: 'It shut on 1 March.', b: 'It was sold in March.' });
    expect(found.map(([date]) => date)).toEqual(['2024-03', '2024-03-01']);
  });

  it('leave out furniture and what stands twice in an article', async () => {
    const text = '© 3 March 2024 The Gazette\n\nIt shut on 1 March.\n\nIt shut on 1 March.';
    expect(await statements({ a: text })).toEqual([['2024-03-01', 'event', ['a 1']]]);
  });

  it.each([
    [{ from: '2024-02-29' }, ['2024-03']],
    [{ from: '2024-03-31' }, ['2024-03']],
    [{ from: '2024-04-01' }, []],
    [{ to: '2024-03-01' }, ['2024-02-29', '2024-03']],
    [{ to: '2024-02-29' }, ['2024-02-29']],
    [{ from: '2023-01-01', to: '2024-12-31' }, ['2024-02-29', '2024-03']],
  ])('with a month are within %j when any of its days is', async (range, expected) => {
    const articles = byId([
      createArticle({ text: 'It was sold on 29 February. It shut in March.' }),
    ]);
    const chosen = await chooseEntries(
      await findTimeline(articles, loadDictionary),
      articles,
      range,
    );
    // 29 February lies before every "from" here but the first year's.
    const dates = chosen.map(({ date }) => date?.value);
    expect(dates.filter((date) => expected.some((wanted) => wanted === date))).toEqual(expected);
    expect(dates.filter((date) => date === '2024-03').length).toBe(
      expected.includes('2024-03') ? 1 : 0,
    );
  });
});
