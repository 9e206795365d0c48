import { describe, expect, it } from 'vitest';
import { readTimes } from './read-times.ts';

/** A Wednesday. */
const PUBLISHED = '2024-05-15';

const read = (text: string, published: string | null = PUBLISHED) =>
  readTimes('zh', text, published);

describe('a day in Chinese', () => {
  it.each([
    ['市政府于2023年12月28日公布方案', '2023-12-28 2023年12月28日', 'in full'],
    ['2月23日，市政府下达禁令', '2024-02-23 2月23日', 'the nearest year'],
    ['九月十五日开始', '2024-09-15 九月十五日', 'in numerals'],
    ['二〇二〇年九月十四日发布', '2020-09-14 二〇二〇年九月十四日', 'in numerals, with the year'],
    ['２０２０年９月１４日发布', '2020-09-14 ２０２０年９月１４日', 'in full width'],
    ['2020年 9月 14日发布', '2020-09-14 2020年 9月 14日', 'with spaces'],
    ['五月廿三日開幕', '2024-05-23 五月廿三日', 'in old numerals'],
    ['该报上周六报道', '2024-05-11 上周六', '报道 is no 报'],
    ['周一至周五放假', '2024-05-13 周一', 'its end is counted from its beginning'],
    ['11月5日上午开幕', '2023-11-05 11月5日', 'too far ahead'],
    ['5月3號開幕', '2024-05-03 5月3號', 'in traditional characters'],
    ['民國109年9月14日公告', '2020-09-14 民國109年9月14日', 'in the years of the Republic'],
    ['去年5月3日启用', '2023-05-03 去年5月3日', 'the year before'],
    ['上月14日启用', '2024-04-14 上月14日', 'the month before'],
    ['本月5日启用', '2024-05-05 本月5日', 'this month'],
    ['当地时间14日，市长辞职', '2024-05-14 14日', 'a day alone is the nearest'],
    ['市长30日在北京表示', '2024-04-30 30日', 'the nearest lies in the month before'],
    ['市長二十三日表示', '2024-04-23 二十三日', 'in numerals'],
    ['渡轮将于18号停航', '2024-05-18 18号', 'a day alone, with 号'],
    ['须在6月15日之前完成', '2024-06-15 6月15日', 'a deadline'],
    ['截至5月10日，已有九人报名', '2024-05-10 5月10日', 'a count up to that day'],
    ['9月12日至14日举行', '2024-09-12/2024-09-14 9月12日至14日', 'several days'],
    ['5月12至14日举行', '2024-05-12/2024-05-14 5月12至14日', 'several days'],
    ['2024-05-10发布', '2024-05-10 2024-05-10', 'in figures'],
    ['2024/5/10发布', '2024-05-10 2024/5/10', 'in figures'],
    ['5月6日（周一）放假', '2024-05-06 5月6日（周一', 'the date tells which Monday'],
    ['今天宣布', '2024-05-15 今天', 'today'],
    ['昨日宣布', '2024-05-14 昨日', 'yesterday'],
    ['前天宣布', '2024-05-13 前天', 'the day before'],
    ['明天开幕', '2024-05-16 明天', 'tomorrow'],
    ['後天開幕', '2024-05-17 後天', 'the day after, in traditional characters'],
    ['昨晚起火', '2024-05-14TNI 昨晚', 'last night'],
    ['市長昨宣布辭職', '2024-05-14 昨', 'as newspapers in Hong Kong shorten it'],
    ['市長昨（14）日辭職', '2024-05-14 昨（14）日', 'as newspapers in Taiwan write it'],
    ['三天前发生', '2024-05-12 三天前', 'a distance'],
    ['兩日前發生', '2024-05-13 兩日前', 'a distance'],
    ['将于3日公布', '2024-06-03 3日', '"将"'],
    ['周日表示', '2024-05-12 周日', 'the latest one'],
    ['上周五开幕', '2024-05-10 上周五', 'in the week before, from Monday'],
    ['上周日开幕', '2024-05-12 上周日', 'Sunday is the last day of a week'],
    ['本周五开幕', '2024-05-17 本周五', 'in this week'],
    ['下周一开幕', '2024-05-20 下周一', 'in the next week'],
    ['下个星期日开幕', '2024-05-26 下个星期日', 'Sunday is the last day of a week'],
    ['上週六（11日）開幕', '2024-05-11 上週六', 'in traditional characters'],
    ['禮拜二開幕', '2024-05-14 禮拜二', 'in traditional characters'],
    ['将于周四开幕', '2024-05-16 周四', '"将"'],
  ])('in %s is %s: %s', (text, expected, _reason) => expect(read(text)[0]).toBe(expected));

  it.each([
    ['目录第21条', 'a number'],
    ['每逢周一开会', 'any Monday', 'XXXX-WXX-1 每逢周一 (set)'],
    ['两周一次', 'weeks', 'P2W 两周 (duration)'],
    ['三四月', 'two months'],
    ['2月30日', 'no such day'],
    ['五月天乐队', 'a band'],
    ['《9月风暴》', 'a title'],
    ['《今日头条》与今日头条', 'a newspaper'],
    ['英国《每日邮报》', 'a newspaper'],
    ['每日郵報和星期日泰晤士報', 'newspapers'],
    ['住在3号楼', 'a building'],
    ['乘14号线', 'a line'],
    ['3日前', 'before the 3rd or three days ago'],
    ['第5日', 'counted from another day'],
    ['次年3月', 'counted from another year'],
    ['光明日报', 'a newspaper'],
    ['前日本首相', 'the former prime minister of Japan'],
    ['九月初九', 'a day of the lunar calendar'],
    ['1-8月份', 'several months'],
    ['前三季度', 'several quarters'],
    ['公元前221年', 'another era'],
    ['能力是后天培养的', '"acquired"'],
    ['然后天黑了', 'another word'],
  ])('is not told by %s: %s', (text, _reason, other?: string) => {
    expect(read(text)).toEqual(other === undefined ? [] : [other]);
  });

  it('takes its month from the day before it in the sentence', () => {
    expect(read('3月6日签署，14日又签。')).toEqual(['2024-03-06 3月6日', '2024-03-14 14日']);
    expect(read('5月12、13日放假')).toEqual(['2024-05-12 5月12', '2024-05-13 13日']);
  });

  it('may be counted from the day before it', () => {
    expect(read('3月6日签署。次日公布，同日生效。')).toEqual([
      '2024-03-06 3月6日',
      '2024-03-07 次日',
      '2024-03-07 同日',
    ]);
    expect(read('次日公布，当天生效')).toEqual([]);
  });
});

describe('a longer time in Chinese', () => {
  it.each([
    ['去年12月宣布', '2023-12 去年12月'],
    ['前年5月宣布', '2022-05 前年5月'],
    ['明年1月启用', '2025-01 明年1月'],
    ['今年5月15家店开业', '2024-05 今年5月'],
    ['将在7月开幕', '2024-07 7月'],
    ['12月曾发生火灾', '2023-12 12月'],
    ['8月底公布', '2023-08 end 8月底'],
    ['4月中旬公布', '2024-04 mid 4月中旬'],
    ['上月底公布', '2024-04 end 上月底'],
    ['下月初開幕', '2024-06 start 下月初'],
    ['本月公布', '2024-05 本月'],
    ['上個月公布', '2024-04 上個月'],
    ['上周公布', '2024-W19 上周'],
    ['本週公布', '2024-W20 本週'],
    ['上周末下雨', '2024-W19-WE 上周末'],
    ['今年以来价格上涨', '2024 今年'],
    ['去年年底公布', '2023 end 去年年底'],
    ['年底前完成', '2024 end 年底'],
    ['2019年初公布', '2019 start 2019年初'],
    ['自2008年以来没有更新', '2008 2008年'],
    ['二〇〇八年成立', '2008 二〇〇八年'],
    ['2008年至2010年之间', '2008/2010 2008年至2010年'],
    ['民國一百零九年成立', '2020 民國一百零九年'],
    ['上半年营收下降', '2024-H1 上半年'],
    ['去年下半年营收下降', '2023-H2 去年下半年'],
    ['2020年第三季度利润', '2020-Q3 2020年第三季度'],
    ['第一季度利润', '2024-Q1 第一季度'],
    ['一季度，出口增长', '2024-Q1 一季度'],
    ['下半年，学校将迁入新址', '2024-H2 下半年'],
    ['第四季度曾亏损', '2023-Q4 第四季度'],
    ['第三季營收', '2023-Q3 第三季'],
    ['90年代的音乐', '199X 90年代'],
    ['上世纪八十年代', '198X 上世纪八十年代'],
    ['2010年代', '201X 2010年代'],
    ['去年夏天很热', '2023-SU 去年夏天'],
    ['2020年秋季开学', '2020-FA 2020年秋季'],
    ['三个月前发生', '2024-02 三个月前'],
    ['十年前发生', '2014 十年前'],
    ['半年前发生', '2023-11 半年前'],
    ['三季度利润', '2023-Q3 三季度'],
  ])('in %s is %s', (text, expected) => expect(read(text)[0]).toBe(expected));
});

describe('a duration, a frequency or a vague time in Chinese', () => {
  it.each([
    ['两年来没有变化', 'P2Y 两年来 (duration)'],
    ['30天内必须完成', 'P30D 30天内 (duration)'],
    ['10日内必须完成', 'P10D 10日内 (duration)'],
    ['为期三个月', 'P3M 三个月 (duration)'],
    ['半年没有下雨', 'P6M 半年 (duration)'],
    ['飞行两个半小时', 'PT2.5H 两个半小时 (duration)'],
    ['持续数十年', 'PXY 数十年 (duration)'],
    ['过去五年', 'P5Y 过去五年 (duration)'],
    ['三天後恢復', 'P3D 三天後 (duration)'],
    ['每年9月举行', 'XXXX-09 每年9月 (set)'],
    ['每天两班', 'P1D 每天 (set)'],
    ['每两周一班', 'P2W 每两周 (set)'],
    ['近日公布', 'PAST_REF 近日 (reference)'],
    ['日前公布', 'PAST_REF 日前 (reference)'],
    ['目前停航', 'PRESENT_REF 目前 (reference)'],
    ['未來擴建', 'FUTURE_REF 未來 (reference)'],
    ['多年前发生', 'PAST_REF 多年前 (reference)'],
  ])('in %s is %s', (text, expected) => expect(read(text)[0]).toBe(expected));

  it.each([['第三年'], ['三年级学生'], ['一分为二'], ['1500元']])('is not told by %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('今天 in a quotation', () => {
  it.each([
    ['市长周一表示：“我们今天关闭渡口。”'],
    ['“我们今天关闭渡口。”市长周一说。'],
    ['市長週一表示：「我們今天關閉渡口。」'],
  ])('in %s is the day it was said', (text) => {
    expect(read(text)).toContain('2024-05-13 今天');
  });
});

describe('what real news writes in Chinese', () => {
  it.each([
    ['2005：3月底，纱厂停产', '2005-03 end 2005：3月底', 'the year stands before a colon'],
    ['2011:6月7日，船闸开闸', '2011-06-07 2011:6月7日', 'with its day'],
    ['书展4月2日开幕，当月闭幕', '2024-04 当月', 'the month of the day before'],
    ['纱厂1987年建成，次年停产', '1988 次年', 'the year after the one before'],
    ['渡口本日停航', '2024-05-15 本日', 'today'],
    ['厂方计划下一年复产', '2025 下一年', 'the year after this'],
    ['渡口将在10天后复航', '2024-05-25 10天后', 'ahead of the day of publication'],
    ['比赛改在下周周六', '2024-05-25 下周周六', 'one day, not a week and a day'],
    ['上周三，周五，渡口停航', '2024-05-08 上周三', 'two weekdays are two days'],
  ])('%s: %s (%s)', (text, expected) => {
    expect(read(text)).toContain(expected);
  });

  it('counts no month from a year', () => {
    expect(read('纱厂1987年建成，当月停产')).toEqual(['1987 1987年']);
  });
});

describe('without a publication date', () => {
  it('only what names its year is a date', () => {
    for (const text of ['上周日', '去年12月', '9月', '三天前', '14日', '8月23日和周日', '今天']) {
      expect(read(text, null)).toEqual([]);
    }
    expect(read('2023年9月3日和2020年', null)).toEqual(['2023-09-03 2023年9月3日', '2020 2020年']);
  });
});

it('lines are read by their own script', () => {
  const text = 'The pier burned on 3 May.\n码头5月4日重建。';
  for (const language of ['en', 'zh'] as const) {
    expect(readTimes(language, text, PUBLISHED)).toEqual(['2024-05-03 3 May', '2024-05-04 5月4日']);
  }
});
