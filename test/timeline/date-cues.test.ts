import { describe, expect, it } from 'vitest';
import { findExplicitDates } from '../../src/timeline/explicit-dates.ts';

/** A Wednesday, so that days of this week lie on both sides. */
const PUBLISHED = '2024-05-15';

function dates(language: 'en' | 'zh', text: string, published: string | null = PUBLISHED) {
  return findExplicitDates(text, language, published).map(
    ({ start, end, date }) => `${date.value} ${text.slice(start, end)}`,
  );
}

describe('a weekday', () => {
  it.each([
    ['It opened on Monday', '2024-05-13 Monday', 'the latest one'],
    ['It opened on Wednesday', '2024-05-15 Wednesday', 'the day of publication itself'],
    ['It opened on Thursday', '2024-05-09 Thursday', 'not after publication'],
    ['It opened last Wednesday', '2024-05-08 Wednesday', '"last" is not today'],
    ['It opens next Monday', '2024-05-20 Monday', 'the next one is in the next week as well'],
    ['It will open on Friday', '2024-05-17 Friday', '"will"'],
    ['It must close by Friday', '2024-05-17 Friday', '"by"'],
    ['They have until Friday', '2024-05-17 Friday', '"have until"'],
    ['It is due on Monday', '2024-05-20 Monday', '"due"'],
    ['It opens on Friday next week', '2024-05-24 Friday', 'the week is named'],
    [
      'It will help, the mayor said on Monday',
      '2024-05-13 Monday',
      'what will be is not what was said',
    ],
    ['Those who will gain said on Monday no', '2024-05-13 Monday', 'a verb of saying lies between'],
    ['The plan was refused by voters on Sunday', '2024-05-12 Sunday', '"by" names who, not when'],
    ['By Monday the river had fallen', '2024-05-13 Monday', '"had": it is past'],
    ['It opened on Sun. and closed', '2024-05-12 Sun.', 'cut short, behind "on"'],
    ['Monday’s paper', '2024-05-13 Monday', 'in the genitive'],
  ])('in "%s" is %s: %s', (text, expected, _reason) => {
    expect(dates('en', text)).toEqual([expected]);
  });

  it.each([
    ['It opens next Friday', 'in two days or in nine'],
    ['It lasts until Friday', 'the past or the coming one'],
    ['every Sunday', 'any of them'],
    ['the first Tuesday of the month', 'counted from a month'],
    ['the following Monday', 'counted from another date'],
    ['Black Friday sales', 'a day with a name of its own'],
    ['The Sunday Times reported it', 'a newspaper'],
    ['The Sun said so', 'a newspaper'],
    ['the Mail on Sunday', 'a newspaper'],
    ['He Wed the heir and Sat down', 'words with a capital'],
  ])('is not told by "%s": %s', (text, _reason) => {
    expect(dates('en', text)).toEqual([]);
  });
});

describe('a month', () => {
  it.each([
    ['In March it rained', '2024-03 March', 'the past one'],
    ['In May it rained', '2024-05 May', 'the month of publication'],
    ['In December it snowed', '2023-12 December', 'the past one, of last year'],
    ['since June nobody came', '2023-06 June', '"since"'],
    ['It must end by July', '2024-07 July', '"by"'],
    ['It will end in July', '2024-07 July', '"will"'],
    ['last December', '2023-12 December', '"last"'],
    ['next February', '2025-02 February', '"next"'],
    ['early in June 2019', '2019-06 June 2019', 'with its year'],
    ['in June and July 2019', '2019-06 June', 'the year stands behind the second one'],
  ])('in "%s" is %s: %s', (text, expected, _reason) => {
    expect(dates('en', text)[0]).toBe(expected);
  });

  it.each([
    ['In June the fair', 'the past one or the coming one'],
    ['last March', 'this year or the year before'],
    ['next August', 'this year or next year'],
    ['that September', 'counted from another date'],
    ['May the best one win', 'a verb'],
    ['Theresa May left', 'a name'],
    ['June, who leads the choir', 'a name'],
    ['The March on the capital', 'a march'],
  ])('is not told by "%s": %s', (text, _reason) => expect(dates('en', text)).toEqual([]));
});

describe('a day', () => {
  it.each([
    ['On 14 September, 23 rules were added', '2024-09-14 14 September', 'no year'],
    ['On 14 March 60 guests came', '2024-03-14 14 March', 'no year'],
    ['On May 2nd, 2023, it fell', '2023-05-02 May 2nd, 2023', 'an ordinal with a year'],
    ['MARCH 3, 2024 – HARBOUR', '2024-03-03 MARCH 3, 2024', 'capitals'],
    ['from 30 December to 3 January 2024', '2023-12-30 30 December', 'the end names the next year'],
    ['on 14-16 March', '2024-03-14 14-16 March', 'the first of several'],
    ['on 25/4/2024', '2024-04-25 25/4/2024', 'only one number can be the month'],
    ['on 29 February', '2024-02-29 29 February', 'in a leap year'],
    ['two days before 3 May 2023', '2023-05-03 3 May 2023', 'the day that is named'],
  ])('in "%s" is %s: %s', (text, expected, _reason) => {
    expect(dates('en', text)[0]).toBe(expected);
  });

  it.each([
    ['Of the 20, 5 may leave', 'a verb'],
    ['They march 3 miles', 'a verb'],
    ['In May 20 guests left', 'a number of guests'],
    ['open 24/7', 'no date at all'],
    ['on 3/4 of the roofs', 'a fraction'],
    ['on 4.5.2024', 'April or May'],
    ['on 4-5-2024', 'April or May'],
    ['on 31 April', 'no such day'],
    ['on 29 February 2023', 'no such day'],
    ['on 12 May 44 BC', 'another era'],
    ['in 3 days, within 2 weeks, 5 days ago', 'a distance'],
  ])('is not told by "%s": %s', (text, _reason) => expect(dates('en', text)).toEqual([]));
});

describe('a Chinese date', () => {
  it.each([
    ['上周五开幕', '2024-05-10 上周五', 'in the week before, from Monday'],
    ['本周五开幕', '2024-05-17 本周五', 'in this week'],
    ['下周一开幕', '2024-05-20 下周一', 'in the next week'],
    ['下个星期日开幕', '2024-05-26 下个星期日', 'Sunday is the last day of a week'],
    ['周四开幕', '2024-05-09 周四', 'the latest one'],
    ['将于周四开幕', '2024-05-16 周四', '"将"'],
    ['去年5月3日', '2023-05-03 去年5月3日', 'the year before'],
    ['前年5月', '2022-05 前年5月', 'two years before'],
    ['明年1月', '2025-01 明年1月', 'the year after'],
    ['今年5月15家店开业', '2024-05 今年5月', 'a number of shops is no day'],
    ['5月3號', '2024-05-03 5月3號', 'in traditional characters'],
    ['2023年12月28日至2024年1月3日', '2023-12-28 2023年12月28日', 'the first of a range'],
    ['将在7月开幕', '2024-07 7月', '"将"'],
  ])('in %s is %s: %s', (text, expected, _reason) => {
    expect(dates('zh', text)).toEqual([expected]);
  });

  it.each([
    ['次年3月', 'counted from another date'],
    ['每年9月', 'any of them'],
    ['上上周日', 'not counted that far'],
    ['三四月', 'two months'],
    ['三月后', 'a distance'],
    ['三天前', 'a distance'],
    ['2月30日', 'no such day'],
    ['五月天乐队', 'a band'],
    ['《周日新闻》', 'a newspaper'],
    ['票价1200，9月15日起', 'a price before a month is no year, nor can it be told apart'],
  ])('is not told by %s: %s', (text, _reason) => expect(dates('zh', text)).toEqual([]));

  it('stays open without a publication date, but for a full one', () => {
    for (const text of ['上周日', '去年12月', '9月', '三天前']) {
      expect(dates('zh', text, null)).toEqual([]);
    }
    expect(dates('zh', '2023年9月3日', null)).toEqual(['2023-09-03 2023年9月3日']);
  });
});
