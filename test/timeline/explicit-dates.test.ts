import { describe, expect, it } from 'vitest';
import { findExplicitDates } from '../../src/timeline/explicit-dates.ts';

/** Monday. */
const PUBLISHED = '2020-09-14';

function dates(language: 'en' | 'zh', text: string, published: string | null = PUBLISHED) {
  return findExplicitDates(text, language, published).map(
    ({ start, end, date }) => `${date.value} ${text.slice(start, end)}`,
  );
}

describe('English dates', () => {
  it.each([
    ['a 20th September deadline', ['2020-09-20 20th September']],
    ['had until 15 September to leave', ['2020-09-15 15 September']],
    ['by September 15 or never', ['2020-09-15 September 15']],
    ['on Sept. 14, 2020, it closed', ['2020-09-14 Sept. 14, 2020']],
    ['on 2020-09-13 it opened', ['2020-09-13 2020-09-13']],
    ['In late August the council met', ['2020-08 August']],
    ['In September 2008 it fell', ['2008-09 September 2008']],
    ['In May the minister left', ['2020-05 May']],
    ['On Sunday, the mayor spoke', ['2020-09-13 Sunday']],
    ['reported on Monday', ['2020-09-14 Monday']],
    ['last Monday it rained', ['2020-09-07 Monday']],
    ['They must decide by Friday', ['2020-09-18 Friday']],
    ['The vote was on 3 March 2019, the recount two days after', ['2019-03-03 3 March 2019']],
    [
      'banned by 29 September, sold by 12 November',
      ['2020-09-29 29 September', '2020-11-12 12 November'],
    ],
  ])('%s', (text, expected) => expect(dates('en', text)).toEqual(expected));

  it.each([
    'It may march on',
    'May said she would',
    'They sat on the sun deck',
    'a process that can take up to 30 days',
    'it was downloaded 175m times for $10 billion',
    'not updated since 2008',
    'the South China Morning Post',
    'an hour later the shares fell',
    'a day after the vote, and 30 days after the order',
    'in 3 months it will open',
    'on 9/12/2020 it rained',
    'on 30 February',
    'every Monday',
  ])('are not in: %s', (text) => expect(dates('en', text)).toEqual([]));
});

describe('Chinese dates', () => {
  it.each([
    ['8月23日，政府下达禁令', ['2020-08-23 8月23日']],
    ['须在9月15日之前完成', ['2020-09-15 9月15日']],
    ['2020年9月14日发布', ['2020-09-14 2020年9月14日']],
    ['九月十五日开始', ['2020-09-15 九月十五日']],
    ['8月底公布', ['2020-08 8月']],
    ['去年12月宣布', ['2019-12 去年12月']],
    ['周日表示', ['2020-09-13 周日']],
    ['上周日表示', ['2020-09-13 上周日']],
  ])('%s', (text, expected) => expect(dates('zh', text)).toEqual(expected));

  it.each(['目录第21条', '三天内必须完成', '30天之后', '每周一开会', '《九月》一书'])(
    'are not in: %s',
    (text) => expect(dates('zh', text)).toEqual([]),
  );
});

describe('what a date leaves out', () => {
  it('is the nearest year for a day, across New Year as well', () => {
    expect(dates('en', 'on 28 December', '2021-01-03')).toEqual(['2020-12-28 28 December']);
    expect(dates('en', 'on 2 January', '2020-12-30')).toEqual(['2021-01-02 2 January']);
  });

  it('stays open without a publication date', () => {
    expect(dates('en', 'on Sunday, on 3 March, in August', null)).toEqual([]);
    expect(dates('zh', '8月23日和周日', null)).toEqual([]);
    expect(dates('en', 'on 3 March 2019', null)).toEqual(['2019-03-03 3 March 2019']);
  });
});
