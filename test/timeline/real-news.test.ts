import { describe, expect, it } from 'vitest';
import { findTimeline, type TimelineEntry } from '../../src/timeline/index.ts';
import { byId, createArticle } from '../support/articles.ts';
import { loadDictionary } from '../support/dictionary.ts';

type Told = readonly [published: string, text: string];

async function timelineOf(told: readonly Told[]): Promise<readonly TimelineEntry[]> {
  const articles = told.map(([published, text], index) =>
    createArticle({ id: `article-${index}`, publisher: `Paper ${index}`, published, text }),
  );
  return findTimeline(byId(articles), loadDictionary);
}

const datesOf = (entries: readonly TimelineEntry[]) =>
  entries.map(({ date, role }) => (date === null ? '-' : `${date.value} ${role}`));

describe('a sentence of the kinds that went wrong in real news', () => {
  it.each<readonly [Told, readonly string[], string]>([
    [
      ['2024-03-15', 'The aid group launched an appeal for the victims of Tuesday’s flood.'],
      ['-'],
      'the date is of the flood',
    ],
    [
      ['2024-03-15', 'The surgeon pleaded not guilty to the killing of the singer in June 2022.'],
      [],
      'the date is of the death',
    ],
    [
      ['2024-03-15', 'Page last updated at 07:48 GMT, Friday, 15 March 2024'],
      [],
      'the page says when it was changed',
    ],
    [['2024-03-15', 'What brought the pier down on Tuesday?'], [], 'it asks'],
    [
      ['2024-03-15', 'The cup will be held from 14 June to 15 July.'],
      ['2024-06-14/2024-07-15 planned'],
      'a range is one time',
    ],
    [['2024-03-15', 'Lena Ford covers shipping for USA TODAY.'], [], 'a paper is no day'],
    [
      ['2024-03-12', 'The council votes on Friday on the new pier.'],
      ['2024-03-15 planned'],
      'a scheduled present lies ahead',
    ],
    [['2018-03-28', '14日，市长宣布关闭三座桥梁。'], ['2018-03-14 event'], 'a bare day is over'],
    [
      ['2024-03-15', 'The isles will host the regatta between 2 June and 9 July.'],
      ['2024-06-02/2024-07-09 planned'],
      '"between" has two ends as well',
    ],
    [
      ['2024-03-15', '北岸市将于6月2日至7月9日举办赛艇会。'],
      ['2024-06-02/2024-07-09 planned'],
      'a range in Chinese',
    ],
    [['2024-03-15', 'Rents climbed 3 percent from 2021 levels.'], [], 'a level is of a year'],
    [['2024-03-15', 'The assembly passed the 2022 harbour bill.'], ['-'], 'a bill is of a year'],
    [['2024-03-15', '议会通过2022年度预算案。'], ['-'], 'a budget is of a year'],
    [['2024-03-15', '渔获较2022年增长一成。'], [], 'a year to compare with'],
    [['2024-03-15', '港务局长周三因无视去年冬天的警告而辞职。'], ['2024-03-13 event'], 'of a noun'],
  ])('%j gives %j: %s', async (told, expected) => {
    expect(datesOf(await timelineOf([told]))).toEqual(expected);
  });
});

describe('two articles', () => {
  it.each<readonly [string, readonly [Told, Told]]>([
    [
      'exchange the actors',
      [
        ['2024-05-30', 'Norland on 26 May expelled 60 Sudland diplomats.'],
        ['2024-05-30', 'Sudland on 26 May expelled 60 Norland diplomats.'],
      ],
    ],
    [
      'tell the first and the second',
      [
        ['2024-05-30', 'A pupil sued the school of Lomark on 27 May.'],
        ['2024-05-30', 'A second pupil sued the school of Lomark on 27 May.'],
      ],
    ],
    [
      'tell contraries',
      [
        ['2024-05-30', 'Cinemas and bars in Lomark closed on 27 May.'],
        ['2024-05-30', 'Cinemas and bars in Lomark reopened on 27 May.'],
      ],
    ],
  ])('that %s tell two events', async (_kind, told) => {
    expect(await timelineOf(told)).toHaveLength(2);
  });

  it.each<readonly [string, readonly [Told, Told]]>([
    [
      'use other verbs of one act',
      [
        ['2024-05-30', 'A magnitude 6 quake shook Port Hale on Monday.'],
        ['2024-05-30', 'The earthquake struck Port Hale at 04:12 local time on Monday.'],
      ],
    ],
    [
      'use a verb with a particle',
      [
        ['2024-05-30', 'Halden turned down the bid of Nordlink on Monday.'],
        ['2024-05-30', 'Halden’s owners spurned Nordlink’s offer on Monday.'],
      ],
    ],
    [
      'are in two languages, in short sentences',
      [
        ['2024-05-30', 'The lighthouse of Port Hale reopened on 27 May.'],
        ['2024-05-30', '灯塔5月27日恢复开放。'],
      ],
    ],
    [
      'tell of a vote to come in other words',
      [
        ['2024-05-30', 'The shareholders are to vote on 9 July.'],
        ['2024-05-30', '股东大会定于7月9日投票。'],
      ],
    ],
    [
      'use other verbs in Chinese',
      [
        ['2024-05-30', '5月27日，北港码头坍塌。'],
        ['2024-05-30', '北港码头5月27日倒塌。'],
      ],
    ],
  ])('that %s tell one event', async (_kind, told) => {
    expect(await timelineOf(told)).toHaveLength(1);
  });

  it.each<readonly [string, readonly [Told, Told]]>([
    [
      'report what two speakers say of one matter',
      [
        [
          '2024-05-30',
          '5月28日，渔业协会向记者表示，协会要求海港公司提供码头的检验报告和维修记录，并等待答复。',
        ],
        [
          '2024-05-30',
          '《北港晚报》28日发表社论称，海港公司应当公开码头的检验报告，而不只是照片和声明，并接受调查。',
        ],
      ],
    ],
    [
      'tell what two companies did in one storm',
      [
        [
          '2024-05-30',
          '5月28日，渡轮公司客服中心发出停航通知，称受暴雨影响，码头停电，道路不通，向旅客致歉。',
        ],
        [
          '2024-05-30',
          '5月28日，冷库企业老板告诉记者，受暴雨影响，公司在码头的仓库进水，货物损失尚不清楚。',
        ],
      ],
    ],
  ])('in Chinese that %s tell two events', async (_kind, told) => {
    expect(await timelineOf(told)).toHaveLength(2);
  });

  it.each<readonly [string, readonly [Told, Told]]>([
    [
      'tell what happens again the next day',
      [
        ['2024-10-06', 'Stock markets around the world fell sharply today.'],
        ['2024-10-07', 'Stock markets around the world fell sharply today.'],
      ],
    ],
    [
      'tell a death and a denial of guilt',
      [
        ['2024-05-30', 'Ivo Lend died on 25 May from an overdose of propanil.'],
        ['2024-05-30', 'Dr Marek denies killing Ivo Lend with an overdose of propanil on 25 May.'],
      ],
    ],
    [
      'use "never" of something else',
      [
        ['2024-05-30', 'A strain of flu never seen before killed 60 people in Lomark on Monday.'],
        ['2024-05-30', 'A new flu that killed 60 people in Lomark on Monday could spread.'],
      ],
    ],
  ])('that %s do not disagree', async (_kind, told) => {
    expect((await timelineOf(told)).flatMap(({ conflicts }) => conflicts)).toEqual([]);
  });

  it.each<readonly [string, readonly [Told, Told]]>([
    [
      'tell of several days in one sentence',
      [
        ['2024-05-30', 'A boy was rescued by a Sudland crew on Monday, the guard said.'],
        ['2024-05-30', 'The Sudland crew rescued two men on Tuesday and one on Monday.'],
      ],
    ],
    [
      'exchange the actors, in Chinese',
      [
        ['2024-05-30', '5月26日，印度驱逐60名伊朗外交官。'],
        ['2024-05-30', '5月29日，伊朗驱逐60名印度外交官。'],
      ],
    ],
    [
      'deny the same, in another clause of a sentence',
      [
        ['2024-05-30', '渡轮公司回应称，旧票是去年的活动，不是本次的船票，不会重新出售。'],
        [
          '2024-05-30',
          '渡轮公司称，旧票是去年的活动，不是本次的船票；公司不会重新出售，请大家放心。',
        ],
      ],
    ],
    [
      'name other countries, in two languages',
      [
        ['2024-05-30', 'Canada banned beef from Brazil on Monday.'],
        ['2024-05-30', '周一，加拿大宣布禁止进口印度牛肉。'],
      ],
    ],
  ])('that %s do not disagree, and are two events', async (_kind, told) => {
    const entries = await timelineOf(told);
    expect(entries.flatMap(({ conflicts }) => conflicts)).toEqual([]);
    expect(entries.filter(({ reports }) => reports.length > 1)).toEqual([]);
  });

  it.each<readonly [string, 'date' | 'claim', readonly [Told, Told]]>([
    [
      'the day of a fall, each by what somebody says',
      'date',
      [
        ['2024-05-30', 'The crane of Port Hale toppled on 26 May, the council said.'],
        ['2024-05-30', 'The crane of Port Hale toppled on 27 May, the guard said.'],
      ],
    ],
    [
      'the month in which talks began',
      'date',
      [
        ['2024-05-30', 'Talks of Halden and Nordlink opened at the end of March, the union said.'],
        ['2024-05-30', 'Halden and Nordlink began talks in early April, according to the port.'],
      ],
    ],
    [
      'a sale with a day and one without',
      'claim',
      [
        ['2024-05-30', 'Halden sold the yard to Nordlink on Monday.'],
        ['2024-05-30', 'Halden has not sold the yard to Nordlink, its lawyer said.'],
      ],
    ],
    [
      'what a board did on one day',
      'claim',
      [
        ['2024-05-30', 'The board of Halden rejected Nordlink’s bid on Wednesday.'],
        ['2024-05-30', 'The board of Halden accepted Nordlink’s bid on Wednesday, an aide said.'],
      ],
    ],
  ])('that differ on %s are shown with both', async (_what, kind, told) => {
    const kinds = (await timelineOf(told)).flatMap(({ conflicts }) => conflicts.map((c) => c.kind));
    expect(new Set(kinds)).toEqual(new Set([kind]));
  });

  it('that count the dead of one disaster on two days tell an update', async () => {
    const entries = await timelineOf([
      ['2024-05-03', 'The flood in Lomark killed 12 people on Friday, the civil guard said.'],
      ['2024-05-05', 'The death toll of the flood in Lomark rose to 31 people on Sunday.'],
    ]);
    expect(entries.flatMap(({ conflicts }) => conflicts)).toEqual([]);
    const steps = entries.flatMap(({ updates }) =>
      updates.map((update) => update.steps.map(({ label }) => label).join(' ')),
    );
    expect(new Set(steps)).toEqual(new Set(['12 31']));
  });

  it('of one day that give two dates for what is due have an entry each, with both', async () => {
    const entries = await timelineOf([
      ['2024-05-03', 'Nordlink must accept the offer of Halden by 15 June.'],
      ['2024-05-03', 'Nordlink must accept the offer of Halden by 20 June.'],
    ]);
    expect(datesOf(entries)).toEqual(['2024-06-15 deadline', '2024-06-20 deadline']);
    expect(entries.map(({ conflicts }) => conflicts.length)).toEqual([1, 1]);
  });
});
